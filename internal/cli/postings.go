package cli

import (
	"errors"
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/posting"
)

// This file reads a pack's files about postings.

// matcher returns a matcher for the pack in use, with the pack's
// quiz/postings.yaml if there is one. If that file was learned for other roles,
// because the pack has changed since, matcher reports this and ignores the
// file.
func (a *app) matcher(p *fit.Pack) (*posting.Matcher, error) {
	model, err := a.postingModel()
	if err != nil {
		return nil, a.relearn(err)
	}
	if model != nil {
		if err := model.Fits(p.RoleIDs()); err != nil {
			a.say("rolefit: %s was %v, so this reading is a guess", a.packFile(pack.Postings), err)
			model = nil
		}
	}
	var lexicon posting.Lexicon
	if model == nil { // otherwise the model includes the lexicon
		if lexicon, err = a.lexicon(p); err != nil {
			return nil, err
		}
	}
	return posting.NewMatcher(p, lexicon, model)
}

// postingModel returns the model learned from postings, or nil if the pack has
// none.
func (a *app) postingModel() (*posting.Model, error) {
	data, err := pack.File(a.packDir(), pack.Postings)
	if err != nil || data == nil {
		return nil, err
	}
	return posting.ParseModel(a.packFile(pack.Postings), data)
}

// relearn adds a hint about how to learn from postings again.
func (a *app) relearn(err error) error {
	dir := a.packDir()
	if dir == "" { // can't happen, because the built-in model always parses
		return err
	}
	return failedf("%v", err).hint("delete the file, or train the pack again: rolefit pack learn %s --postings FILE", a.shellWord(dir))
}

func (a *app) lexicon(p *fit.Pack) (posting.Lexicon, error) {
	data, err := pack.File(a.packDir(), pack.Lexicon)
	if err != nil || data == nil {
		return nil, err
	}
	return posting.ParseLexicon(a.packFile(pack.Lexicon), data, p.RoleIDs())
}

// packFile returns the name of a file in the pack, for messages.
func (a *app) packFile(name string) string {
	if dir := a.packDir(); dir != "" {
		return dir + "/" + name
	}
	return name
}

// countsHead is the number of bytes of quiz/postings.yaml to read first, which
// is enough for the counts of most packs. Reading the weights as well would
// take longer than the rest of the command.
const countsHead = 32 << 10

// market returns the counts of what employers ask for. Roles that weren't
// counted have none. If the file can't be read, market reports this and returns
// nil, because explain and compare work without it.
func (a *app) market() *insight.Market {
	data, err := pack.PostingsHead(a.packDir(), countsHead)
	if err == nil && len(data) == countsHead && !posting.HasCounts(data) {
		data, err = pack.File(a.packDir(), pack.Postings)
	}
	if err != nil || data == nil {
		if err != nil {
			a.say("rolefit: %v", err)
		}
		return nil
	}
	counts := posting.ReadCounts(data)
	if counts == nil {
		if counts, err = posting.ParseCounts(a.packFile(pack.Postings), data); err != nil {
			a.say("rolefit: %v", err)
			return nil
		}
	}
	m := &insight.Market{Source: counts.Input.Source, Roles: map[string]insight.MarketRole{}}
	for _, id := range counts.Roles {
		n := counts.Input.RoleCount[id]
		m.Roles[id] = insight.MarketRole{Postings: n.Postings, Years: n.Years,
			Skills: shares(counts.Skills, id), Conditions: shares(counts.Conditions, id)}
	}
	return m
}

func shares(topics []posting.TopicCount, role string) map[string]int {
	out := map[string]int{}
	for _, t := range topics {
		out[t.ID] = t.Count[role]
	}
	return out
}

// checkPostings checks the pack's files that only match and the market need,
// and describes their contents in one line. A file learned for other roles is
// not a problem: the author added a role, and match guesses until they run
// learn again.
func (a *app) checkPostings(p *fit.Pack) (line string, problems pack.Problems) {
	if _, err := a.lexicon(p); err != nil {
		problems = append(problems, problemOf(err))
	}
	model, err := a.postingModel()
	switch {
	case err != nil:
		return "", append(problems, problemOf(err))
	case model == nil:
		return "postings: none, so match guesses\n", problems
	}
	if err := model.Fits(p.RoleIDs()); err != nil {
		return fmt.Sprintf("postings: %v, so match guesses until you train the pack again\n", err), problems
	}
	return fmt.Sprintf("postings: learned from %d\n", model.Input.Postings), problems
}

func problemOf(err error) pack.Problem {
	var f *posting.FileError
	if errors.As(err, &f) {
		return pack.Problem{File: f.File, Line: f.Line, Message: f.Message, Rule: "postings"}
	}
	return pack.Problem{Message: err.Error(), Rule: "postings"}
}
