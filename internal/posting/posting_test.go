package posting

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/wording"
)

// kitchen is a field unrelated to the built-in pack: sentences from postings
// for three roles and for other jobs.
var kitchen = map[string][]string{
	"baker": {"Knead and proof sourdough before dawn", "Run the deck oven and watch the crust", "Shape loaves and score them",
		"Feed the starter every evening", "Order flour by the pallet"},
	"barista": {"Pull espresso shots and steam milk", "Dial in the grinder each morning", "Greet regulars at the counter by name",
		"Pour latte art on request", "Taste new beans with the roaster"},
	"chef": {"Write the dinner menu for the season", "Lead the line on a busy service", "Butcher fish and prepare sauces",
		"Plate dishes and call the pass", "Train cooks at the grill station"},
	"none": {"Reconcile invoices at the end of the month", "Answer calls from tenants of the building", "Drive a van on a fixed route",
		"File tax returns for small firms", "Repair boilers and radiators"},
}

var everywhere = []string{"We are a family business since long ago.", "You are reliable and like to work in a team.",
	"Apply with a short letter.", "Free meals and a pension plan.", "Two days off in a row."}

// synthetic returns 30 postings per label, each with two or three sentences
// specific to the label and some that all postings share.
func synthetic() []LabeledPosting {
	var out []LabeledPosting
	for n, label := range []string{"baker", "barista", "chef", "none"} {
		for i := range 30 {
			own := kitchen[label]
			text := []string{everywhere[i%5], own[i%5] + ".", own[(i+1+i/5)%5] + " with shift " + fmt.Sprint(i) + ".", everywhere[(i+n+2)%5]}
			title := wording.Capitalize(label)
			if label == "none" {
				title = "Clerk"
			}
			out = append(out, LabeledPosting{ID: fmt.Sprint(label, i), Group: fmt.Sprint("firm", i*7+n), Title: title,
				Label: label, Year: 2024 + i%2, Text: strings.Join(text, "\n\n")})
		}
	}
	return out
}

func learned(t testing.TB) *Model {
	m, _, err := learn(t.Context(), synthetic(), nil, Options{Skills: []Topic{{ID: "oven", Terms: []string{"oven", "grill"}}}})
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

func TestLearnSmallField(t *testing.T) {
	m := learned(t)
	require.Equal(t, []string{"baker", "barista", "chef"}, m.Roles)
	for _, f := range m.Evaluation.Plain {
		if f.ID == FigureFirst || f.ID == FigureNone {
			require.Greater(t, f.Share(), 0.8, f.Title)
		}
	}
	share, n := m.Share(m.Skills[0], "baker")
	require.Equal(t, 30, n)
	require.Greater(t, share, 0.2)

	r, err := newReader(kitchenPack(), m)
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

func TestLearnIsDeterministic(t *testing.T) {
	a := learned(t)
	require.Equal(t, string(a.YAML()), string(learned(t).YAML()))
	b, err := ParseModel("postings.yaml", a.YAML())
	require.NoError(t, err)
	doc := docOf("Chef", "Lead the line on a busy service.", "Write the menu.")
	ra, _ := newReader(kitchenPack(), a)
	rb, _ := newReader(kitchenPack(), b)
	require.Equal(t, ra.Read(doc, ReadOptions{}), rb.Read(doc, ReadOptions{}))
}

func TestModelForOtherRoles(t *testing.T) {
	p := kitchenPack()
	p.Roles = p.Roles[1:]
	_, err := newReader(p, learned(t))
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

func TestCalibrationAscends(t *testing.T) {
	var list []outcome
	for i := range 1000 {
		list = append(list, outcome{float64(i) / 1000, (i*7919)%1000 < i})
	}
	c := calibrate(list)
	require.Greater(t, len(c), 3)
	n := 0
	for i, b := range c {
		n += b.N
		if i > 0 {
			require.Greater(t, b.Share, c[i-1].Share)
			require.Greater(t, b.Above, c[i-1].Above)
		}
	}
	require.Equal(t, 1000, n)
	require.Equal(t, c[0].N, c.at(-1).N)
	require.Equal(t, c[len(c)-1].N, c.at(2).N)
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

func TestLossIsMinimalForTruth(t *testing.T) {
	for _, target := range [][]float64{{1, 0}, {1}} {
		examples := []example{{features: []feature{{0, 1}}, target: target, weight: 2}}
		at := func(w float64) float64 {
			weights := make([]float64, 2*len(target))
			weights[0] = w
			return dense(1, len(target), weights).loss(examples)
		}
		require.InDelta(t, 2*math.Log(2), at(0), 1e-9)
		require.Less(t, at(3), at(1))
		require.Less(t, at(1), at(-1))
	}
}

func TestExpAndLn(t *testing.T) {
	for x := -30.0; x < 30; x += 0.37 {
		require.InEpsilon(t, math.Exp(x), exp(x), 1e-14)
		require.InDelta(t, x, ln(exp(x)), 1e-12)
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
	m := learned(f)
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
