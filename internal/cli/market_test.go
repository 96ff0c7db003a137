package cli

import (
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/posting"
)

func builtInCounts(t *testing.T) *posting.Counts {
	data, err := pack.File("", pack.Postings)
	require.NoError(t, err)
	counts, err := posting.ParseCounts(pack.Postings, data)
	require.NoError(t, err)
	return counts
}

// TestNeedsFollowTheCounts checks that a role needs a skill if 40% of its
// postings mention it, and no other skill, with the exceptions and the near
// ties that docs/needs.md describes.
func TestNeedsFollowTheCounts(t *testing.T) {
	const needed, tie = 0.40, 0.05
	doc, err := os.ReadFile("../../docs/needs.md")
	require.NoError(t, err)
	require.Contains(t, string(doc), fmt.Sprintf("at least %.0f of 100", 100*needed))
	require.Contains(t, string(doc), fmt.Sprintf("within %.0f of the %.0f", 100*tie, 100*needed))
	var exceptions []string
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z-]+/[a-z-]+)` \\|").FindAllStringSubmatch(string(doc), -1) {
		exceptions = append(exceptions, m[1])
	}
	counts, p := builtInCounts(t), pack.Builtin()
	for _, c := range counts.Skills {
		for _, r := range p.Roles {
			share, _ := counts.Share(c, r.ID)
			name := r.ID + "/" + c.ID
			if i := slices.Index(exceptions, name); i >= 0 {
				exceptions = slices.Delete(exceptions, i, i+1)
				require.Positive(t, r.Need(c.ID), name)
				require.Less(t, share, needed, "%s is no exception", name)
				for _, other := range p.Roles { // level 1 is for what other work can't be understood without
					if of, _ := counts.Share(c, other.ID); other.ID != r.ID && r.Need(c.ID) > 1 {
						require.Greater(t, share, of, "%s is asked of %s more often", name, other.ID)
					}
				}
				continue
			}
			if math.Abs(share-needed) <= tie {
				continue
			}
			require.Equal(t, share >= needed, r.Need(c.ID) > 0, "%s: %.3f of its postings mention it", name, share)
		}
	}
	require.Empty(t, exceptions, "no such role or skill")
	for _, tie := range []struct{ words, role, skill string }{
		{"distributed systems (%.0f of 100, just under)", "platform", "distributed-systems"}, {"containers (%.0f)", "cloud", "containers"}, {"Kubernetes (%.0f)", "cloud", "kubernetes"},
	} {
		i := slices.IndexFunc(counts.Skills, func(c posting.TopicCount) bool { return c.ID == tie.skill })
		share, _ := counts.Share(counts.Skills[i], tie.role)
		require.Contains(t, string(doc), fmt.Sprintf(tie.words, 100*share))
	}
}

// TestConditionsFollowTheCounts checks the rule stated at the top of
// quiz/conditions.yaml.
func TestConditionsFollowTheCounts(t *testing.T) {
	const atLeastTimes, often, nearlyAlways = 1.5, 0.20, 0.40
	data, err := os.ReadFile("../../quiz/conditions.yaml")
	require.NoError(t, err)
	require.Contains(t, string(data), "Where the count gives 1 and the role's week describes more, a guess may raise the level to 2.")
	require.Contains(t, string(data), "at least 1.5 times as many of the role's postings as of other jobs' mention it; 40% or more is 3, 20% or more 2, fewer 1")
	counts, p := builtInCounts(t), pack.Builtin()
	counted := 0
	for _, r := range p.Roles {
		for _, c := range r.Conditions {
			i := slices.IndexFunc(counts.Conditions, func(t posting.TopicCount) bool { return t.ID == c.Condition })
			if i < 0 {
				require.NotEqual(t, fit.FromPostings, c.Source, "%s/%s was not counted", r.ID, c.Condition)
				continue
			}
			share, _ := counts.Share(counts.Conditions[i], r.ID)
			other, _ := counts.Share(counts.Conditions[i], posting.OtherJobs)
			if share < atLeastTimes*other {
				require.NotEqual(t, fit.FromPostings, c.Source, "%s/%s: %.3f, other jobs %.3f", r.ID, c.Condition, share, other)
				continue
			}
			level := 1
			switch {
			case share >= nearlyAlways:
				level = 3
			case share >= often:
				level = 2
			}
			if level == 1 && c.Source == fit.Guess {
				require.Equal(t, 2, c.Level, "%s/%s: a guess may only raise it", r.ID, c.Condition)
				continue
			}
			require.Equal(t, fit.FromPostings, c.Source, "%s/%s: %.3f, other jobs %.3f", r.ID, c.Condition, share, other)
			require.Equal(t, level, c.Level, "%s/%s: %.3f", r.ID, c.Condition, share)
			counted++
		}
	}
	require.Positive(t, counted)
}

// TestWeekQuotesTheCounts checks the shares that a role's week quotes.
func TestWeekQuotesTheCounts(t *testing.T) {
	counts, week := builtInCounts(t), pack.Builtin().Role("devops").Week.Long
	hundred := func(list []posting.TopicCount, id string) float64 {
		i := slices.IndexFunc(list, func(c posting.TopicCount) bool { return c.ID == id })
		share, _ := counts.Share(list[i], "devops")
		return 100 * share
	}
	require.Contains(t, week, fmt.Sprintf("infrastructure as code even more often than pipelines (%.0f versus %.0f of 100)",
		hundred(counts.Skills, "infrastructure-as-code"), hundred(counts.Skills, "pipelines")))
	require.Contains(t, week, fmt.Sprintf("Only %.0f of 100 postings mention it", hundred(counts.Conditions, "on-call")))
}

// TestModelFiguresMatchFile checks the figures that
// docs/posting-model.md quotes from quiz/postings.yaml.
func TestModelFiguresMatchFile(t *testing.T) {
	doc, err := os.ReadFile("../../docs/posting-model.md")
	require.NoError(t, err)
	counts := builtInCounts(t)
	row := func(list []posting.Figure) string {
		cells := map[string]string{}
		for _, f := range list {
			cells[f.ID] = fmt.Sprintf("%.2f", f.Share())
		}
		return strings.Join([]string{cells[posting.FigureFirst], cells[posting.FigureFirstTwo], cells[posting.FigureNone]}, " | ")
	}
	require.Contains(t, string(doc), "penalties chosen within the training data | "+row(counts.Evaluation.Plain)+" |")
	require.Contains(t, string(doc), "| the current model with the title | "+row(counts.Evaluation.Titled)+" |")
	require.Contains(t, string(doc), "the same 2,001\npostings and 4,000 lines")
	require.Equal(t, []int{2001, 4000}, []int{counts.Input.Postings, counts.Input.Lines})
}

// TestMarketIsShown checks that the page says how many postings were counted,
// and when they were published.
func TestMarketIsShown(t *testing.T) {
	counts := builtInCounts(t)
	i := slices.IndexFunc(counts.Skills, func(c posting.TopicCount) bool { return c.ID == "infrastructure-as-code" })
	share, n := counts.Share(counts.Skills[i], "sre")
	out, _, _ := run(t, "", "explain", "sre")
	require.Regexp(t, fmt.Sprintf(`Infrastructure as code .* %.0f of 100`, 100*share), out)
	require.Contains(t, out, fmt.Sprintf("Based on %d postings", n))
	require.Contains(t, out, "most from 2024")
	require.Regexp(t, `On-call: nearly always \(in \d+ of 100 postings\)`, out)
	require.Regexp(t, `Few postings mention`, out)
	require.Regexp(t, `Low visibility: \w+ \(a guess\)`, out)
	out, _, _ = run(t, "", "compare", "sre", "cloud")
	require.Regexp(t, `All ask for: .*Cloud services`, out)
	require.Regexp(t, `Postings (counted)? +196 +69`, out)
}
