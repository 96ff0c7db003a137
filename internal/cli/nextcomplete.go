package cli

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// completeReplies completes the answers to the question that is next in the
// file. It makes no file.
func (a *app) completeReplies(roles *[]string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) != 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		p, err := a.loadPack()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		q, answers, _, err := a.openAnswers(p, nextOptions{file: args[0], roles: *roles, seed: "0"})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var found []string
		for _, r := range replies(q.Next(answers)) {
			data, err := json.Marshal(r.Event)
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			found = append(found, string(data)+"\t"+safetext.Sanitize(r.means))
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// A meant is a reply with what it means, in words.
type meant struct {
	fit.Event
	means string
}

// replies are all that can be answered at a step.
func replies(s fit.Step) []meant {
	var all []meant
	skips := []fit.Skip{fit.Unsure}
	switch s.Kind {
	case fit.Done:
		if s.SkillsLeft > 0 {
			all = append(all, meant{fit.Event{More: true}, "go on to the remaining skills"})
		}
		return all
	case fit.AskSkill:
		for i, c := range s.Options {
			all = append(all, meant{fit.Event{ID: s.ID, Level: &i}, c.Text})
		}
	default:
		all = pairs(s)
		if s.Kind == fit.AskQuestion {
			skips = fit.Skips
		}
	}
	for _, skip := range skips {
		all = append(all, meant{fit.Event{ID: s.ID, Skip: skip}, "skip"})
	}
	return all
}

// pairs are the choices of a best and a worst.
func pairs(s fit.Step) []meant {
	var all []meant
	for _, best := range s.Options {
		for _, worst := range s.Options {
			if best != worst {
				all = append(all, meant{fit.Event{ID: s.ID, Best: best.Key, Worst: worst.Key}, "best: " + best.Text + "; worst: " + worst.Text})
			}
		}
	}
	return all
}
