package cli

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// completeAnswers completes the possible answers to the next question. It
// doesn't create the file of answers.
func (a *app) completeAnswers(roles *[]string) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) != 1 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		p, err := a.readPack()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		q, answers, _, err := a.openAnswers(cmd.Context(), p, nextOptions{file: args[0], roles: *roles, seed: "0"})
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var found []string
		for _, c := range possible(q.Next(answers)) {
			data, err := json.Marshal(c.Event)
			if err != nil {
				return nil, cobra.ShellCompDirectiveError
			}
			found = append(found, string(data)+"\t"+safetext.Sanitize(c.means))
		}
		return found, cobra.ShellCompDirectiveNoFileComp
	}
}

// A candidate is a possible answer and its description.
type candidate struct {
	fit.Event
	means string
}

// possible returns all possible answers at a step.
func possible(s fit.Step) []candidate {
	var all []candidate
	var skips []fit.Skip
	switch s.Kind {
	case fit.Done:
	case fit.AskQuestion:
		all, skips = pairs(s), fit.Skips
	case fit.AskSkill:
		for i, c := range s.Options {
			all = append(all, candidate{fit.Event{Kind: s.Kind, ID: s.ID, Level: &i}, c.Text})
		}
		skips = fit.Skips[:1]
	default:
		for _, c := range s.Options {
			all = append(all, candidate{fit.Event{Kind: s.Kind, ID: s.ID, Pick: c.Key}, c.Text})
		}
		if s.Kind == fit.AskStart {
			skips = fit.Skips[:1]
		}
	}
	for _, skip := range skips {
		all = append(all, candidate{fit.Event{Kind: s.Kind, ID: s.ID, Skip: skip}, "skip"})
	}
	return all
}

// pairs returns all pairs of a best and a worst option.
func pairs(s fit.Step) []candidate {
	var all []candidate
	for _, best := range s.Options {
		for _, worst := range s.Options {
			if best != worst {
				all = append(all, candidate{fit.Event{Kind: s.Kind, ID: s.ID, Best: best.Key, Worst: worst.Key}, "best: " + best.Text + "; worst: " + worst.Text})
			}
		}
	}
	return all
}
