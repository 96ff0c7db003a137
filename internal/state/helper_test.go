package state

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
)

// TestMain lets the test binary act as the process that is killed, runs out of
// disk space, or competes with another one. HELPER selects the role and
// HELPER_DIR the folder.
func TestMain(m *testing.M) {
	switch os.Getenv("HELPER") {
	case "":
		os.Exit(m.Run())
	case "session":
		os.Exit(helpSession(os.Getenv("HELPER_DIR"), os.Getenv("HELPER_SEED")))
	case "plan":
		os.Exit(helpPlan(os.Getenv("HELPER_DIR"), os.Getenv("HELPER_SEED")))
	case "full":
		os.Exit(helpFull(os.Getenv("HELPER_DIR")))
	}
	os.Exit(2)
}

// helper starts this binary in another process.
func helper(t *testing.T, what, dir, seed string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), "HELPER="+what, "HELPER_DIR="+dir, "HELPER_SEED="+seed)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	_, err = cmd.StdinPipe() // stays open until the process ends
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	return cmd, bufio.NewScanner(out)
}

// helpSession resumes the existing session, or starts one, and answers until
// the interview is done. It prints every event before and after saving it, and
// at the end waits for its standard input to close.
func helpSession(dir, seed string) int {
	s, err := Open(dir, time.Now)
	if err != nil {
		return fail(err)
	}
	q := quiz(testPack())
	x, err := openOrBegin(s, q)
	if err != nil {
		return fail(err)
	}
	n, _ := strconv.ParseUint(seed, 10, 64)
	for i := uint64(0); q.Next(x.Answers).Kind != fit.Done; i++ {
		r := nextEvent(q.Next(x.Answers), fit.Shuffle(n, strconv.FormatUint(i, 10), 20)[0])
		text, _ := json.Marshal(r)
		fmt.Printf("keeping %s\n", text)
		if err := q.Record(x.Answers, r); err != nil {
			return fail(err)
		}
		if err := x.Append(r); err != nil {
			return fail(err)
		}
		fmt.Println("kept")
	}
	fmt.Println("done")
	io.Copy(io.Discard, os.Stdin)
	return 0
}

func fail(err error) int {
	fmt.Fprintln(os.Stderr, "helper:", err)
	return 1
}

func openOrBegin(s *Store, q *fit.Quiz) (*Session, error) {
	list, problems, err := s.Unfinished(q.Pack.ID)
	if err != nil || len(problems) > 0 {
		return nil, fmt.Errorf("%v %v", err, problems)
	}
	if len(list) > 0 {
		return s.Resume(list[0].ID, q)
	}
	return s.Begin(q, newAnswers(q))
}

// testPack returns a pack with four roles whose questions are assembled.
func testPack() *fit.Pack {
	p := &fit.Pack{
		ID: "test", Version: 1, Hash: "0123456789ab", Rounds: []int{12, 6, 6},
		Prompts: [3]string{"What would you rather do?", "What would you like to get good at?", "What would make you proud?"},
	}
	for level := range fit.MaxLevel + 1 {
		p.Levels = append(p.Levels, fit.Level{Name: fmt.Sprint(level), Anchor: fmt.Sprintf("anchor %d", level)})
	}
	p.Conditions = []fit.Condition{{ID: "on-call", Name: "On-call", Question: "You are on call."}, {ID: "skill0", Name: "Named like a skill", Question: "You are."}}
	p.Starts = []fit.Start{{ID: "backend", Name: "Backend"}}
	for i := range 6 {
		p.Skills = append(p.Skills, fit.Skill{ID: fmt.Sprintf("skill%d", i), Name: fmt.Sprintf("Skill %d", i), Covers: "things", Steps: [3]fit.SkillStep{{Text: "one"}, {Text: "two"}, {Text: "three"}}})
	}
	for i, id := range []string{"ant", "bee", "cat", "dog"} {
		r := fit.Role{ID: id, Title: "The " + id, Needs: []fit.Need{{Skill: p.Skills[i].ID, Level: 3}, {Skill: p.Skills[i+2].ID, Level: 2}}}
		for _, d := range fit.Dimensions {
			r.Parts[d].Summary = fmt.Sprintf("%s in %s", id, d)
			for f := range 8 {
				r.Parts[d].Facets = append(r.Parts[d].Facets, fit.Facet{ID: fmt.Sprintf("%s%d", d, f), Option: fmt.Sprintf("%s %s %d", id, d, f)})
			}
		}
		p.Roles = append(p.Roles, r)
	}
	return p
}

func quiz(p *fit.Pack, roles ...string) *fit.Quiz {
	q, err := fit.NewQuiz(p, roles)
	if err != nil {
		panic(err)
	}
	return q
}

func newAnswers(q *fit.Quiz) *fit.Answers {
	return &fit.Answers{Pack: q.Pack.ID, Seed: 42, Seeded: true}
}

// nextEvent returns an event that is possible at this step; n, from 0 to 19,
// selects it.
func nextEvent(s fit.Step, n int) fit.Event {
	switch {
	case s.Kind == fit.Done:
		return fit.Event{Finish: true}
	case n%5 == 4 && s.CanBack:
		return fit.Event{Back: true}
	case n == 0 && (s.Kind == fit.AskQuestion || s.Kind == fit.AskSkill || s.Kind == fit.AskStart):
		return fit.Event{Kind: s.Kind, ID: s.ID, Skip: fit.Unsure}
	case s.Kind == fit.AskSkill:
		level := n % (fit.MaxLevel + 1)
		return fit.Event{Kind: s.Kind, ID: s.ID, Level: &level}
	case s.Kind == fit.AskOffer:
		return fit.Event{Kind: s.Kind, ID: s.ID, Pick: s.Options[n/10].Key} // below 10 yes
	case s.Kind != fit.AskQuestion:
		return fit.Event{Kind: s.Kind, ID: s.ID, Pick: s.Options[n%len(s.Options)].Key}
	}
	seconds := float64(n) + 0.5
	best := n % len(s.Options)
	worst := (best + 1 + n%(len(s.Options)-1)) % len(s.Options)
	return fit.Event{Kind: s.Kind, ID: s.ID, Best: s.Options[best].Key, Worst: s.Options[worst].Key, Seconds: &seconds}
}

// helpPlan checks off one step after another until it is killed.
func helpPlan(dir, seed string) int {
	s, err := Open(dir, time.Now)
	if err != nil {
		return fail(err)
	}
	for i := 0; ; i++ {
		step := fmt.Sprintf("s%s/%d", seed, i)
		if _, err := s.SetDone("test", step, true); err != nil {
			return fail(err)
		}
		fmt.Println(step)
	}
}

// finish saves a result and ends its session.
func finish(x *Session, r *fit.Result) error {
	if err := x.Save(r, noon, false); err != nil {
		return err
	}
	return x.End()
}
