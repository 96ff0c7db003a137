package pack

import "github.com/rolefit/rolefit/internal/fit"

// This file defines the file formats of a pack, except for roles (fit.Role), and
// of answers. Together with the types in package fit, it is their only
// definition. The tags are described in package document, and the comments
// become the descriptions in the JSON Schemas.

// A file quiz/questions.yaml of a pack.
type questionsFile struct {
	ID        string         `file:"id,required" is:"slug"`                               // names the pack; saved results keep it
	Version   int            `file:"version,required" min:"1"`                            // goes up when answers would mean something else than before
	Title     string         `file:"title,required"`                                      // what the quiz is called
	Rounds    []int          `file:"rounds" least:"1" most:"6" min:"3" max:"60" step:"3"` // how many questions are asked before each look at the verdict
	Prompts   [3]string      `file:"prompts,required" keys:"focus skills success"`        // what is asked above assembled questions
	Banned    []string       `file:"banned" most:"1000"`                                  // words that no option and no prompt may contain: products, give-aways
	Questions []fit.Question `file:"questions" most:"500"`                                // written questions; without them they are assembled
}

// A file quiz/skills.yaml of a pack.
type skillsFile struct {
	Levels []fit.Level `file:"levels,required" keys:"0 1 2 3 4"`    // the scale on which skills are rated
	Grades []string    `file:"grades" is:"name" least:"2" most:"6"` // grades of a role, lowest first, as in [junior, mid, senior]; a need then may have a level for each
	Skills []fit.Skill `file:"skills,required" most:"200"`          // the skills that roles need, in the order in which they are shown
}

// A file quiz/conditions.yaml of a pack.
type conditionsFile struct {
	Conditions []fit.Condition `file:"conditions,required" most:"100"` // what comes with a job, for everyone who does it
}

// A file quiz/starts.yaml of a pack.
type startsFile struct {
	Starts []fit.Start `file:"starts,required" most:"100"` // where people come from
}

// One person's answers, as YAML or JSON, or one such object per line. What is
// left empty is not answered.
type answersFile struct {
	ID         string            `file:"id"`                                  // whose answers they are; required in a batch
	Pack       string            `file:"pack"`                                // the id of the pack that they are for
	Roles      []string          `file:"roles" most:"64"`                     // the roles asked about, when not all of the pack
	Seed       *uint64           `file:"seed" min:"0" max:"9007199254740992"` // shuffles options and cards
	Taken      string            `file:"taken" is:"moment"`                   // when, as in 2026-01-02T15:04:05Z; copied to the result
	Finished   bool              `file:"finished"`                            // whether the person ended the questions early
	Stopped    bool              `file:"stopped"`                             // whether the person ended the interview after the questions
	Extra      int               `file:"extra" min:"0" max:"20"`              // how many rounds of more questions the person asked for
	At         string            `file:"at"`                                  // the step that the person went back to, as in question:new-service
	Answers    []answer          `file:"answers"`                             // by the question's id
	Cards      []card            `file:"cards"`                               // by card-1, card-2, ... as a form shows them, or by the role's id
	Start      start             `file:"start"`                               // where the person comes from
	Holds      string            `file:"holds" is:"word"`                     // for audits: the id of a role that the person has and likes
	Conditions []conditionAnswer `file:"conditions"`                          // by the condition's id
	Skills     []rating          `file:"skills"`                              // by the skill's id
	Offers     []offerAnswer     `file:"offers"`                              // by the offer's id
}

// The answer to one question.
type answer struct {
	Question string   `file:",key"`
	Best     string   `file:"best" is:"word"`                            // the letter of the option that suits best
	Worst    string   `file:"worst" is:"word"`                           // the letter of the one that suits least
	Skip     fit.Skip `file:"skip" is:"word" enum:"unsure unclear none"` // why the question was skipped, instead of an answer
	Shown    string   `file:"shown"`                                     // what an assembled question shows, so that its answer counts even when the pack has changed; never changed
	Seconds  *float64 `file:"seconds" min:"0" max:"31622400"`            // how long it took
}

// A level from 0 to 4, or a skip.
type rating struct {
	Skill string   `file:",key"`
	Level *int     `file:",value" min:"0" max:"4"`
	Skip  fit.Skip `file:"skip" is:"word" enum:"unsure"` // not rated
}

// Whether the person would want the job on a role card.
type card struct {
	Card   string `file:",key" is:"word"`
	Rating string `file:",value" is:"word" enum:"want maybe pass yes no true false"`
}

// Where the person comes from: a start of the pack, or current: and the id of the
// role that is the person's job already. Or a skip.
type start struct {
	ID   string   `file:"id,value" is:"word"`
	Skip fit.Skip `file:"skip" is:"word" enum:"unsure"`
}

// Whether a condition works for the person.
type conditionAnswer struct {
	Condition string        `file:",key"`
	Tolerance fit.Tolerance `file:",value" is:"word" enum:"fine rather-not refuse"`
}

// Whether an offer of the interview was accepted.
type offerAnswer struct {
	Offer string `file:",key"`
	Pick  string `file:",value" is:"word" enum:"yes no true false"`
}
