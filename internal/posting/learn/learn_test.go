package learn

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/posting"
	"github.com/rolefit/rolefit/internal/wording"
)

var update = flag.Bool("update", false, "write the model that the tests of package posting read")

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

func learned(t testing.TB) *posting.Model {
	m, _, err := learn(t.Context(), synthetic(), nil, Options{Skills: []posting.Topic{{ID: "oven", Terms: []string{"oven", "grill"}}}})
	require.NoError(t, err)
	return m
}

func TestLearnSmallField(t *testing.T) {
	m := learned(t)
	require.Equal(t, []string{"baker", "barista", "chef"}, m.Roles)
	for _, f := range m.Evaluation.Plain {
		if f.ID == posting.FigureFirst || f.ID == posting.FigureNone {
			require.Greater(t, f.Share(), 0.8, f.Title)
		}
	}
	share, n := m.Share(m.Skills[0], "baker")
	require.Equal(t, 30, n)
	require.Greater(t, share, 0.2)
}

// TestLearnIsDeterministic checks that the same postings give the same file,
// which the tests of package posting read.
func TestLearnIsDeterministic(t *testing.T) {
	const name = "../testdata/kitchen.yaml"
	got := learned(t).YAML()
	if *update {
		require.NoError(t, os.WriteFile(name, got, 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
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
}

func TestLossIsMinimalForTruth(t *testing.T) {
	for _, target := range [][]float64{{1, 0}, {1}} {
		examples := []example{{features: []posting.Feature{{ID: 0, Value: 1}}, target: target, weight: 2}}
		at := func(w float64) float64 {
			weights := make([]float64, 2*len(target))
			weights[0] = w
			return lossOf(&posting.Regression{Classes: len(target), Row: []int32{1}, Rows: 1, Weights: weights}, examples)
		}
		require.InDelta(t, 2*math.Log(2), at(0), 1e-9)
		require.Less(t, at(3), at(1))
		require.Less(t, at(1), at(-1))
	}
}

// Scores and gradients are summed in the order of the features, whatever loops
// compute them.
func TestTermsAreAddedInOrder(t *testing.T) {
	const features = 50
	r := rand.New(rand.NewPCG(1, 2))
	for _, classes := range []int{1, 2, 4, 6} {
		random := func() float64 { return r.Float64() - 0.5 }
		var examples []example
		for i := range 11 {
			e := example{target: make([]float64, classes), weight: 1}
			for id := range features {
				values := []float64{random(), 0.3, 1}
				e.features = append(e.features, posting.Feature{ID: int32(id), Value: values[min(id/(3*i+1), 2)]})
			}
			examples = append(examples, e)
		}
		row := make([]int32, features)
		for i := range row {
			row[i] = int32(i) + 1
		}
		weights := make([]float64, (features+1)*classes)
		for i := range weights {
			weights[i] = random()
		}
		p := newProblem(examples, &posting.Regression{Classes: classes, Row: row, Rows: features}, 0)
		p.scores(weights)
		z, gradient, want := slices.Clone(p.z), make([]float64, len(weights)), make([]float64, len(weights))
		for i, e := range examples {
			p.terms[i].addGradient(z[i*classes:(i+1)*classes], gradient)
			for c := range classes {
				sum := weights[features*classes+c]
				for id, f := range e.features {
					sum += float64(f.Value * weights[id*classes+c])
					want[id*classes+c] += float64(f.Value * z[i*classes+c])
				}
				require.Equal(t, sum, z[i*classes+c])
			}
		}
		require.Equal(t, want, gradient)
	}
}
