package posting

import (
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
)

// kitchenModel returns the model that package learn learns in its tests.
func kitchenModel(t testing.TB) *Model {
	data, err := os.ReadFile("testdata/kitchen.yaml")
	require.NoError(t, err)
	m, err := ParseModel("testdata/kitchen.yaml", data)
	require.NoError(t, err)
	return m
}

func kitchenPack() packParts {
	return packParts{Roles: []packRole{
		{ID: "baker", Names: []string{"Baker"}, Texts: []string{"Knead dough and run the oven", "Feed the sourdough starter"}},
		{ID: "barista", Names: []string{"Barista"}, Texts: []string{"Pull espresso and steam milk", "Greet guests at the counter"}},
		{ID: "chef", Names: []string{"Chef"}, Texts: []string{"Write menus and lead the line", "Train cooks"}},
	}}
}

func scoreOf(r *Reading, id string) float64 {
	i := slices.IndexFunc(r.Roles, func(role Role) bool { return role.ID == id })
	return r.Roles[i].Estimate.Score
}

func docOf(title string, lines ...string) *document.Document {
	d := &document.Document{Title: title}
	for _, l := range lines {
		d.Lines = append(d.Lines, document.Line{Text: l})
	}
	return d
}

func TestReadKitchen(t *testing.T) {
	r, err := newReader(kitchenPack(), kitchenModel(t))
	require.NoError(t, err)
	got := r.Read(docOf("Barista", "We like dogs.", "Steam milk and pull shots.", "Dial in the grinder."), ReadOptions{})
	require.Equal(t, One, got.Verdict)
	require.Equal(t, []string{"barista"}, got.Named)
	require.False(t, got.Title.Differs)
	require.NotEmpty(t, got.Roles[0].Evidence)
	require.Equal(t, None, r.Read(docOf("", "Reconcile invoices.", "File tax returns."), ReadOptions{}).Verdict)
	baker := docOf("Chef", "Knead and proof sourdough.", "Feed the starter.")
	titled, plain := r.Read(baker, ReadOptions{}), r.Read(baker, ReadOptions{IgnoreTitle: true})
	require.True(t, titled.Title.Differs)
	require.Greater(t, scoreOf(titled, "chef"), scoreOf(plain, "chef"))
	german := docOf("", "Wir suchen dich.")
	german.Language = "de"
	require.True(t, r.Read(german, ReadOptions{}).Foreign)
}

func TestModelForOtherRoles(t *testing.T) {
	p := kitchenPack()
	p.Roles = p.Roles[1:]
	_, err := newReader(p, kitchenModel(t))
	require.ErrorContains(t, err, "learned for the roles baker, barista, chef")
}

func TestGuessWithoutModel(t *testing.T) {
	r, err := newReader(kitchenPack(), nil)
	require.NoError(t, err)
	got := r.Read(docOf("", "Knead dough for the oven.", "You feed the sourdough starter."), ReadOptions{})
	require.True(t, got.Guess)
	require.Equal(t, "baker", got.Roles[0].ID)
	require.Equal(t, None, r.Read(docOf("", "File tax returns."), ReadOptions{}).Verdict)
}

func TestCalibrationAt(t *testing.T) {
	c := Calibration{{Above: 0, Share: 0.1, N: 50}, {Above: 0.5, Share: 0.8, N: 60}}
	require.Equal(t, Estimate{-1, 0.1, 50}, c.at(-1))
	require.Equal(t, Estimate{0.49, 0.1, 50}, c.at(0.49))
	require.Equal(t, Estimate{0.5, 0.8, 60}, c.at(0.5))
	require.Equal(t, Estimate{2, 0.8, 60}, c.at(2))
	require.Zero(t, Calibration(nil).at(0.5).N)
}

// Minimum figures in the built-in file. Below them, it is no longer useful for
// reading postings.
func TestBuiltInModel(t *testing.T) {
	data, err := os.ReadFile("../../quiz/postings.yaml")
	require.NoError(t, err)
	m, err := ParseModel("quiz/postings.yaml", data)
	require.NoError(t, err)
	require.Less(t, len(data), 400_000)
	floors := map[string]float64{FigureFirst: 0.74, FigureFirstTwo: 0.90, FigureNone: 0.60, FigureOne: 0.88, FigureSaidOne: 0.4,
		FigureLabelNone: 0.85, FigureLine: 0.81, FigureLineRole: 0.83}
	for _, list := range [][]Figure{m.Evaluation.Plain, m.Evaluation.Titled, m.Evaluation.Lines} {
		for _, f := range list {
			if f.ID == FigureWronglyNone {
				require.Less(t, f.Share(), 0.08)
			} else if floor, ok := floors[f.ID]; ok {
				require.Greater(t, f.Share(), floor, f.Title)
			}
		}
	}
	require.NotEmpty(t, m.Skills)
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"Run it. Fix it.":                        "Run it.|Fix it.",
		"Use tools (e.g. Terraform) daily. Rest": "Use tools (e.g. Terraform) daily.|Rest",
		"Deploy on AWS- Conduct reviews":         "Deploy on AWS|Conduct reviews",
		"a great plus.You bring it":              "a great plus.|You bring it",
		"Node.js and CI/CD":                      "Node.js and CI/CD",
		"One • Two":                              "One|Two",
		"  ":                                     "",
	} {
		var got []string
		for _, s := range sentences(nil, text) {
			got = append(got, text[s.start:s.end])
		}
		require.Equal(t, want, strings.Join(got, "|"))
	}
}

func TestStemsOfOneWordAreEqual(t *testing.T) {
	for _, family := range []string{"deploy deploys deployed deploying deployment deployments", "optimise optimize optimization optimised",
		"cluster clusters", "policy policies", "reliable reliability", "scale scaling scaled scales"} {
		words := strings.Fields(family)
		for _, w := range words {
			require.Equal(t, string(stem(nil, words[0])), string(stem(nil, w)), w)
		}
	}
	for _, pair := range []string{"product production", "operate operator", "several severity"} {
		a, b, _ := strings.Cut(pair, " ")
		require.NotEqual(t, string(stem(nil, a)), string(stem(nil, b)))
	}
}

// A guess needs more points than one theme can give, and names two roles if the
// second has a good share of the first's points.
func TestGuessThresholds(t *testing.T) {
	for _, c := range []struct {
		points []float64
		want   Verdict
	}{
		{[]float64{1.39, 0}, None},
		{[]float64{1.4, 0}, One},
		{[]float64{2, 1.19}, One},
		{[]float64{2, 1.2}, Mixed},
	} {
		var got Reading
		(&guesser{roles: []string{"a", "b"}}).decide(c.points, &got)
		require.Equal(t, c.want, got.Verdict, c.points)
	}
}

func FuzzRead(f *testing.F) {
	m := kitchenModel(f)
	model, err := newReader(kitchenPack(), m)
	require.NoError(f, err)
	guess, err := newReader(kitchenPack(), nil)
	require.NoError(f, err)
	f.Add("Baker", "Knead dough. Run the oven\n- Feed it")
	f.Add("\xff", "’s ’\xe2\x80 •·- A.B;c")
	f.Add("", strings.Repeat("oven", 200))
	f.Fuzz(func(t *testing.T, title, text string) {
		d := docOf(title, strings.Split(text, "\n")...)
		for _, r := range []*reader{model, guess} {
			got := r.Read(d, ReadOptions{})
			require.Len(t, got.Roles, 3)
			for _, role := range got.Roles {
				require.False(t, math.IsNaN(role.Estimate.Score))
				for _, q := range role.Evidence {
					require.LessOrEqual(t, len(q.Text), MaxQuote)
					require.Contains(t, d.Lines[q.Line].Text, q.Text)
					last := 0
					for _, k := range q.Marks {
						require.True(t, last <= k.Start && k.Start < k.End && k.End <= len(q.Text))
						last = k.End
					}
				}
			}
		}
	})
}
