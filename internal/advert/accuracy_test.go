package advert

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

func builtin(t testing.TB) *fit.Pack {
	p := pack.Builtin()
	return p
}

// A labelledAdvert is an advert, what an expert calls it (a role, 'none', or
// 'hybrid:' and two roles) and the last column of the key.
type labelledAdvert struct {
	id, label, part string
	text            []byte
}

// labelled are the adverts of a folder of testdata with its key.csv.
func labelled(t testing.TB, folder string) []labelledAdvert {
	dir := filepath.Join("testdata", folder)
	f, err := os.Open(filepath.Join(dir, "key.csv"))
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var adverts []labelledAdvert
	for _, row := range rows[1:] {
		data, err := os.ReadFile(filepath.Join(dir, row[0]+".txt"))
		require.NoError(t, err)
		text, err := Text(data)
		require.NoError(t, err)
		adverts = append(adverts, labelledAdvert{row[0], row[1], row[len(row)-1], []byte(text)})
	}
	return adverts
}

// A tallySheet counts how adverts were read: those for one role, for two, and
// for other jobs.
type tallySheet struct {
	single, first, two, calledMixed int // the role first; among the first two; named beside another
	mixed, asMixed, both            int // called mixed; with the right two roles
	others, none                    int
	wronglyNone                     int // for a role, and called none
}

func (s *tallySheet) add(label string, reading *Reading) {
	if reading.Verdict == None && label != "none" {
		s.wronglyNone++
	}
	pair, isMixed := strings.CutPrefix(label, "hybrid:")
	switch {
	case label == "none":
		s.others++
		s.none += count(reading.Verdict == None)
	case isMixed:
		s.mixed++
		s.asMixed += count(reading.Verdict == Mixed)
		s.both += count(reading.Verdict == Mixed && strings.Contains(pair, reading.Named[0]) && strings.Contains(pair, reading.Named[1]))
	default:
		s.single++
		first := reading.Roles[0].ID == label
		s.first += count(first)
		s.two += count(first || reading.Roles[1].ID == label)
		s.calledMixed += count(reading.Verdict == Mixed)
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func readAll(t *testing.T, folder, part string) (s tallySheet) {
	r := New(builtin(t))
	for _, a := range labelled(t, folder) {
		if part != "" && a.part != part {
			continue
		}
		reading := r.Read(a.text, Options{})
		t.Logf("%s %-22s %-5s %s %.2f, %s %.2f", a.id, a.label, reading.Verdict,
			reading.Roles[0].ID, reading.Roles[0].Share, reading.Roles[1].ID, reading.Roles[1].Share)
		s.add(a.label, reading)
	}
	t.Logf("one role: first %d, first two %d of %d, called mixed %d; two roles: mixed %d, the right two %d of %d; other jobs: none %d of %d; wrongly none %d",
		s.first, s.two, s.single, s.calledMixed, s.asMixed, s.both, s.mixed, s.none, s.others, s.wronglyNone)
	return s
}

// The 17 adverts an expert labelled. The floor lies one under what is
// measured: first 11, first two 12 of 12, none 2 of 2.
func TestLabelledAdverts(t *testing.T) {
	s := readAll(t, "adverts", "")
	require.GreaterOrEqual(t, s.first, 10, "first role")
	require.GreaterOrEqual(t, s.two, 11, "first two roles")
	require.Equal(t, s.others, s.none, "adverts for other jobs")
	require.LessOrEqual(t, s.wronglyNone, 1, "adverts for a role called none")
}

// 113 more, written for this purpose: duties of published adverts in other
// words, and duties put together as such adverts do. The halves were drawn at
// random before any was read. Terms and thresholds were tuned on the half
// 'dev'; of 'test' the counts were looked at a few times and three errors once,
// and nothing was changed for them. One person wrote both halves and the terms,
// so even 'test' is kinder than an advert from outside.
//
//	      for one role   first, before  now   the right two, before  now   none, before  now
//	dev   42             40             42    4 of 5                 5     6 of 9        9
//	test  41             37             40    7 of 7                 7     6 of 9        9
func TestMoreAdverts(t *testing.T) {
	for _, part := range []string{"dev", "test"} {
		t.Run(part, func(t *testing.T) {
			s := readAll(t, "more", part)
			require.GreaterOrEqual(t, s.first, s.single-2, "first role")
			require.GreaterOrEqual(t, s.two, s.single-1, "first two roles")
			require.LessOrEqual(t, s.calledMixed, 7, "adverts for one role called mixed")
			require.GreaterOrEqual(t, s.both, s.mixed-1, "two roles named")
			require.GreaterOrEqual(t, s.none, s.others-1, "adverts for other jobs")
			require.LessOrEqual(t, s.wronglyNone, 2, "adverts for a role called none")
		})
	}
}
