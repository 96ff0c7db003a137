package cli

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/audit"
	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/state"
	"github.com/rolefit/rolefit/internal/wording"
)

// helpTexts contains the help topics as templates. Figures derived from the
// code are filled in.
//
//go:embed help/*.txt
var helpTexts embed.FS

// helpCommand replaces Cobra's help command, which doesn't report unknown names
// as errors.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show help for a command or a topic",
		Example: `  rolefit help quiz
  rolefit help pack check
  rolefit help method`,
		ValidArgsFunction: completeCommands,
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := cmd.Root().Find(args)
			if err != nil {
				return usagef("%v", err)
			}
			if len(rest) > 0 {
				return noSuchHelp(found, rest[0])
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// noSuchHelp returns the error for a name that is neither a command nor a topic.
func noSuchHelp(parent *cobra.Command, name string) error {
	err := usagef("unknown command or topic %q", name)
	var names []string
	for _, c := range parent.Commands() {
		if !c.Hidden {
			names = append(names, c.Name())
		}
	}
	if near := spell.Nearest(name, names); near != "" {
		path := strings.Replace(parent.CommandPath(), "rolefit", "rolefit help", 1)
		return err.hint("did you mean: %s %s", path, near)
	}
	return err.hint("see: %s --help", parent.CommandPath())
}

// completeCommands completes the names of commands and topics.
func completeCommands(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	found, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	for _, c := range found.Commands() {
		if c.IsAvailableCommand() || c.IsAdditionalHelpTopicCommand() {
			names = append(names, c.Name()+"\t"+c.Short)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// topics returns the help topics that aren't about a command.
func topics(a *app) []*cobra.Command {
	return []*cobra.Command{
		topic("method", "How rolefit reaches a verdict, and how much to trust it", methodFigures),
		topic("privacy", "What rolefit stores, where, and how to delete it", a.privacyFigures),
		topic("postings", "How rolefit reads job postings, and how often it's right", postingFigures),
		topic("groups", "How to run the quiz with a group", groupFigures),
		topic("batch", "How to score many people, with recipes for pipes and clusters", batchFigures),
		topic("packs", "How to write your own roles and questions", packFigures),
		topic("checks", "What 'rolefit pack check' looks for", checkFigures),
	}
}

// groupFigures returns limits, and the size of a survey with all parts.
func groupFigures() any {
	quiz, err := fit.NewQuiz(pack.Builtin(), nil)
	if err != nil {
		panic(err) // the built-in pack is tested
	}
	return map[string]any{
		"MinTeam": insight.MinTeam, "MinCell": insight.MinCell, "MaxCompared": wording.Thousands(batch.MaxCompared),
		"SurveyQuestions": pack.Survey{Quiz: quiz}.Size(), "QuizQuestions": len(quiz.Planned()),
	}
}

// topic returns the help topic in help/NAME.txt.
func topic(name, short string, figures func() any) *cobra.Command {
	cmd := &cobra.Command{Use: name, Short: short}
	cmd.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		page, err := topicPage(name, figures())
		if err != nil {
			panic(err) // template and figures don't match, which is a programming error
		}
		cmd.OutOrStdout().Write(page)
	})
	return cmd
}

func topicPage(name string, figures any) ([]byte, error) {
	t, err := template.New("").Option("missingkey=error").ParseFS(helpTexts, "help/*.txt")
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = t.ExecuteTemplate(&page, name+".txt", figures)
	return page.Bytes(), err
}

type threshold struct {
	Questions      int
	Clear, Leaning float64
}

// methodFigures returns figures about the built-in pack and the simulated
// table, which a test in package audit verifies.
func methodFigures() any {
	q, err := fit.NewQuiz(pack.Builtin(), nil)
	if err != nil {
		panic(err) // can't happen: a test in package pack checks the built-in pack
	}
	thresholds := make([]threshold, len(q.Rounds))
	answered := 0
	for i, n := range q.Rounds {
		answered += n
		clear := clearAfter(q, answered)
		thresholds[i] = threshold{answered, clear, fit.LeaningShare * clear}
	}
	type same struct{ Same, Rho float64 }
	var twice []same
	for i, r := range audit.Published[1:] {
		twice = append(twice, same{audit.PublishedSame[i+1], r.Rho})
	}
	return map[string]any{
		"MaxShown": fit.MaxShown, "Looks": len(q.Rounds), "Roles": len(q.Roles), "Rounds": q.Rounds,
		"ClearStdErrs": fit.ClearStdErrs, "LeaningStdErrs": fit.LeaningShare * fit.ClearStdErrs,
		"MinAnswered": fit.MinAnswered, "MinPerDimension": fit.MinPerDimension, "Thresholds": thresholds,
		"Table": audit.Published, "Random": randomOdds(), "Twice": twice, "TwiceRandom": audit.PublishedSame[0],
	}
}

// clearAfter returns the lead that is clear after the first questions of a
// quiz, which all show every role. This doesn't depend on the answers.
func clearAfter(q *fit.Quiz, questions int) float64 {
	t := fit.NewTally(q)
	for _, x := range q.Questions[:questions] {
		t.Add(x, 0, 1)
	}
	s := t.Standing()
	return s.ClearAt()
}

// An odds contains how often random answers get a clear verdict for a number of
// roles: once in OneIn times.
type odds struct {
	Roles int
	OneIn float64
}

// randomOdds returns the odds for each number of roles, rounded to two
// significant digits.
func randomOdds() (all []odds) {
	for _, r := range audit.PublishedRandom {
		in := 100 / r.Clear
		unit := math.Pow(10, max(0, math.Floor(math.Log10(in))-1))
		all = append(all, odds{r.Roles, math.Round(in/unit) * unit})
	}
	return all
}

func batchFigures() any { return map[string]any{"LineKB": batch.MaxLine >> 10} }

func packFigures() any {
	return map[string]any{
		"Builtin": fit.BuiltinPack, "MinFacets": fit.MinFacets, "MaxUses": fit.MaxUses, "MaxLevel": fit.MaxLevel, "MaxSummary": pack.MaxSummary,
		"MaxOptionWords": fit.MaxOptionWords, "MaxDifference": pack.MaxDifference, "MaxShown": fit.MaxShown,
		"MaxRoles": fit.MaxRoles, "MaxInterview": fit.MaxInterview, "Random": randomOdds(),
		"FileKB": pack.MaxFile >> 10, "PackKB": pack.MaxPack >> 10,
	}
}

// privacyFigures returns the path of the rolefit folder on this machine.
func (a *app) privacyFigures() any {
	dir, err := state.Dir(a.env.Getenv, a.env.System, a.env.Home)
	if err != nil {
		dir = fmt.Sprintf("none: %v", err)
	}
	return map[string]any{"Folder": safetext.Sanitize(dir), "MinTeam": insight.MinTeam, "Windows": a.env.System == "windows"}
}

// A figureRow is an accuracy figure of the built-in model per 100 postings, for
// texts without and with titles.
type figureRow struct {
	Title         string
	Plain, Titled float64
}

// postingFigures returns the accuracy figures in the built-in
// quiz/postings.yaml.
func postingFigures() any {
	data, err := pack.File("", pack.Postings)
	if err != nil {
		panic(err) // can't happen: the file is embedded
	}
	counts, err := posting.ParseCounts(pack.Postings, data)
	if err != nil {
		panic(err) // can't happen: a test parses the file
	}
	var rows []figureRow
	for i, f := range counts.Evaluation.Plain {
		rows = append(rows, figureRow{f.Title, 100 * f.Share(), 100 * counts.Evaluation.Titled[i].Share()})
	}
	others := slices.SortedStableFunc(slices.Values(counts.Evaluation.Others), func(a, b posting.Figure) int { return cmp.Compare(a.Share(), b.Share()) })
	var kinds []figureRow
	easy := 0.0 // share of the hardest kind that isn't listed; 0 if all are
	for _, f := range others {
		if easy = 100 * f.Share(); f.Share() >= easyShare {
			break
		}
		kinds, easy = append(kinds, figureRow{Title: kindTitle(f.ID), Titled: easy}), 0
	}
	in := counts.Input
	return map[string]any{"Postings": in.Postings, "Lines": in.Lines, "Groups": in.Groups, "Source": in.Source,
		"Folds": counts.Evaluation.Folds, "Rows": rows, "Kinds": kinds, "Easy": easy, "Short": posting.ShortWords}
}

// easyShare is the minimum share of the postings for a kind of other job that
// are recognized for help not to list the kind.
const easyShare = 0.93

// kindTitle returns the plural title of a kind of other job in the labels of the
// built-in model.
func kindTitle(kind string) string {
	switch kind {
	case "dba":
		return "database administrators"
	case "sysadmin":
		return "system administrators"
	}
	return kind + " engineers"
}
