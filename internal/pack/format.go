package pack

import "github.com/rolefit/rolefit/internal/fit"

// This file defines the file formats of answers and of packs, except for roles
// (fit.Role). Together with the types in package fit, it is their only
// definition. The tags are described in package document. The comments become
// the descriptions in the JSON Schemas.

// A questionsFile is the file quiz/questions.yaml of a pack.
type questionsFile struct {
	ID        string         `file:"id,required" is:"slug"`                               // id of the pack, which saved results refer to
	Version   int            `file:"version,required" min:"1"`                            // increases when answers would mean something different than before
	Title     string         `file:"title,required"`                                      // title of the quiz
	Rounds    []int          `file:"rounds" least:"1" most:"6" min:"3" max:"60" step:"3"` // number of questions in each round; the verdict is checked after each round
	Prompts   [3]string      `file:"prompts,required" keys:"focus skills success"`        // prompts of assembled questions
	Banned    []string       `file:"banned" most:"1000"`                                  // words that no option or prompt may contain, such as products and words that reveal a role
	Questions []fit.Question `file:"questions" most:"500"`                                // written questions; if there are none, questions are assembled
}

// A skillsFile is the file quiz/skills.yaml of a pack.
type skillsFile struct {
	Levels []fit.Level `file:"levels,required" keys:"0 1 2 3 4"`    // scale for rating skills
	Grades []string    `file:"grades" is:"name" least:"2" most:"6"` // grades of a role, lowest first, as in [junior, mid, senior]; a need may then have a level for each
	Skills []fit.Skill `file:"skills,required" most:"200"`          // skills that roles need, in display order
}

// A conditionsFile is the file quiz/conditions.yaml of a pack.
type conditionsFile struct {
	Conditions []fit.Condition `file:"conditions,required" most:"100"` // conditions that come with jobs
}

// A startsFile is the file quiz/starts.yaml of a pack.
type startsFile struct {
	Starts []fit.Start `file:"starts,required" most:"100"` // backgrounds that people come from
}

// An answersFile is one person's answers, as a YAML document, a JSON document,
// or a line of JSON. Empty fields count as unanswered.
type answersFile struct {
	ID         string            `file:"id"`                                  // id of the person; required in a batch
	Pack       string            `file:"pack"`                                // id of the pack
	Roles      []string          `file:"roles" most:"64"`                     // ids of the roles compared; omitted if these are all roles of the pack
	Seed       *uint64           `file:"seed" min:"0" max:"9007199254740992"` // determines the order of options and cards
	Taken      string            `file:"taken" is:"moment"`                   // time, as in 2026-01-02T15:04:05Z; copied to the result
	Finished   bool              `file:"finished"`                            // whether the person ended the questions early
	Stopped    bool              `file:"stopped"`                             // whether the person ended the interview after the questions
	Extra      int               `file:"extra" min:"0" max:"20"`              // number of extra rounds that the person asked for
	At         string            `file:"at"`                                  // step that the person went back to, as in question:new-service
	Answers    []answer          `file:"answers"`                             // by question id
	Cards      []card            `file:"cards"`                               // by card-1, card-2 and so on, as in a form, or by role id
	Start      start             `file:"start"`                               // where the person comes from
	Holds      string            `file:"holds" is:"word"`                     // for audits: id of a role that the person has and likes
	Conditions []conditionAnswer `file:"conditions"`                          // by condition id
	Skills     []rating          `file:"skills"`                              // by skill id
	Offers     []offerAnswer     `file:"offers"`                              // by offer id
}

// An answer is the answer to one question.
type answer struct {
	Question string   `file:",key"`
	Best     string   `file:"best" is:"word"`                            // letter of the best option
	Worst    string   `file:"worst" is:"word"`                           // letter of the worst option
	Skip     fit.Skip `file:"skip" is:"word" enum:"unsure unclear none"` // reason for skipping the question, instead of best and worst
	Shown    string   `file:"shown"`                                     // facets that an assembled question shows, so that its answer counts even if the pack changes; must never change
	Seconds  *float64 `file:"seconds" min:"0" max:"31622400"`            // time taken in seconds
}

// A rating is a level from 0 to 4, or a skip.
type rating struct {
	Skill string   `file:",key"`
	Level *int     `file:",value" min:"0" max:"4"`
	Skip  fit.Skip `file:"skip" is:"word" enum:"unsure"` // reason for having no level
}

// A card is the person's rating of a role card: whether they would want the
// job.
type card struct {
	Card   string `file:",key" is:"word"`
	Rating string `file:",value" is:"word" enum:"want maybe pass yes no true false"`
}

// A start is the background that the person comes from: a start of the pack,
// "current:" followed by the id of the person's current role, or a skip.
type start struct {
	ID   string   `file:"id,value" is:"word"`
	Skip fit.Skip `file:"skip" is:"word" enum:"unsure"`
}

// A conditionAnswer is the person's answer to whether a condition works for
// them.
type conditionAnswer struct {
	Condition string        `file:",key"`
	Tolerance fit.Tolerance `file:",value" is:"word" enum:"fine rather-not refuse"`
}

// An offerAnswer states whether the person accepted an offer of the interview.
type offerAnswer struct {
	Offer string `file:",key"`
	Pick  string `file:",value" is:"word" enum:"yes no true false"`
}
