package state

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/insight"
)

// result returns a complete result of this pack with this time.
func result(t testing.TB, pack string, now time.Time) *fit.Result {
	p := testPack()
	p.ID = pack
	q := quiz(p)
	a := &fit.Answers{ID: NewID(now), Pack: pack, Seed: 7, Seeded: true, Taken: now.Format(time.RFC3339)}
	for i := 0; q.Next(a).Kind != fit.Done; i++ {
		require.NoError(t, q.Record(a, nextEvent(q.Next(a), 1+i%3)))
	}
	return fit.Score(q, a)
}

func save(t testing.TB, s *Store, pack string, now time.Time) *fit.Result {
	r := result(t, pack, now)
	require.NoError(t, s.write(r))
	return r
}

func TestResults(t *testing.T) {
	s := testStore(t)
	_, _, err := s.Latest("test")
	require.ErrorIs(t, err, ErrNotFound)
	first, second := save(t, s, "test", noon), save(t, s, "test", noon.Add(time.Minute))
	other := save(t, s, "other", noon.Add(time.Hour))

	list, problems, err := s.List()
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Equal(t, []*fit.Result{other, second, first}, list)
	latest, _, err := s.Latest("test")
	require.NoError(t, err)
	require.Equal(t, second, latest)
	latest, _, err = s.Latest("")
	require.NoError(t, err)
	require.Equal(t, other, latest)
	before, _, err := s.Before(second)
	require.NoError(t, err)
	require.Equal(t, first, before)
	_, _, err = s.Before(first)
	require.ErrorIs(t, err, ErrNotFound)

	require.NoError(t, s.Delete(second.ID))
	require.ErrorIs(t, s.Delete(second.ID), ErrNotFound)
	latest, _, err = s.Latest("test")
	require.NoError(t, err)
	require.Equal(t, first, latest)
}

func TestSaveNeverReplaces(t *testing.T) {
	s := testStore(t)
	r := save(t, s, "test", noon)
	before, err := os.ReadFile(s.path(resultName(r.ID)))
	require.NoError(t, err)
	again := result(t, "other", noon)
	require.ErrorIs(t, s.write(again), fs.ErrExist)
	after, err := os.ReadFile(s.path(resultName(r.ID)))
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.Equal(t, []string{r.ID + ".json"}, names(t, filepath.Join(s.dir, results)), "nothing else is left behind")
}

func names(t *testing.T, dir string) (names []string) {
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestConcurrentSave(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "rolefit"), time.Now)
	require.NoError(t, err)
	var saved sync.WaitGroup
	wins := make(chan *fit.Result, 8)
	for i := range 8 {
		r := result(t, "test", noon)
		r.Changes = i
		saved.Go(func() {
			if s.write(r) == nil {
				wins <- r
			}
		})
	}
	saved.Wait()
	close(wins)
	require.Len(t, wins, 1)
	kept, _, err := s.Latest("test")
	require.NoError(t, err)
	require.Equal(t, <-wins, kept)
}

func TestFind(t *testing.T) {
	s := testStore(t)
	first, second := save(t, s, "test", noon), save(t, s, "test", noon.Add(24*time.Hour))
	for _, c := range []struct {
		id   string
		want *fit.Result
		near []string
	}{
		{first.ID, first, nil},
		{"20261122", first, nil},
		{"20261123-1", second, nil},
		{"2026112", nil, []string{second.ID, first.ID}},
		{"20261124-120000-0000", nil, []string{second.ID, first.ID}},
		{"20261123-120009-0001", nil, []string{second.ID, first.ID}},
		{"", nil, []string{second.ID, first.ID}},
		{"../sessions/x", nil, []string{second.ID, first.ID}},
	} {
		r, near, err := s.Find(c.id)
		if c.want == nil {
			require.ErrorIs(t, err, ErrNotFound, c.id)
			require.ErrorContains(t, err, `"`+c.id+`"`)
		} else {
			require.NoError(t, err, c.id)
		}
		require.Equal(t, c.want, r, c.id)
		require.Equal(t, c.near, near, c.id)
	}
}

func TestIDsStayInFolder(t *testing.T) {
	s := testStore(t)
	save(t, s, "test", noon)
	outside := filepath.Join(filepath.Dir(s.dir), "outside.json")
	require.NoError(t, os.WriteFile(outside, []byte("{}"), fileMode))
	for _, id := range []string{"../../outside", outside, "..", ".", "/", "", "20261122-120000-000g", "20261122-120000-0000/../x", "20261122-120000-0000\x00"} {
		require.ErrorIs(t, s.Delete(id), ErrNotFound, id)
		require.Error(t, s.write(&fit.Result{ID: id}), id)
		r, _, err := s.Find(id)
		require.ErrorIs(t, err, ErrNotFound, id)
		require.Nil(t, r)
	}
	require.FileExists(t, outside)
	require.Len(t, names(t, filepath.Join(s.dir, results)), 1)
}

func TestForeignResultsAreReported(t *testing.T) {
	s := testStore(t)
	good := save(t, s, "test", noon)
	whole, err := os.ReadFile(s.path(resultName(good.ID)))
	require.NoError(t, err)
	folder := filepath.Join(s.dir, results)
	id := func(n int) string { return NewID(noon.Add(time.Duration(n) * time.Second)) }
	edit := func(n int, change func(*fit.Result)) []byte {
		r := *good
		r.ID = id(n)
		change(&r)
		data, err := json.Marshal(r)
		require.NoError(t, err)
		return data
	}
	bad := map[string]struct {
		data []byte
		want string
	}{
		id(1):  {[]byte("hello"), `it is not a result in JSON: invalid character 'h' looking for beginning of value`},
		id(2):  {whole[:len(whole)/2], `it is not a result in JSON: unexpected end of JSON input`},
		id(3):  {[]byte(`{"schema":"rolefit/result/1"}`), `schema is "rolefit/result/1", expected "rolefit/result/2"`},
		id(4):  {whole, `id is "` + good.ID + `", expected the file's name`},
		id(5):  {edit(5, func(r *fit.Result) { r.Verdict = "sure" }), `verdict is "sure", expected one of [clear leaning toss-up undecided none]`},
		id(10): {edit(10, func(r *fit.Result) { x := 5; r.Skills = map[string]fit.Rated{"s": {Level: &x}} }), `skill "s": level is 5, expected 0 to 4`},
		id(11): {bytes.Repeat([]byte(" "), maxFile+1), `it is larger than 4 MB`},
		id(12): {[]byte(strings.Repeat("[", 100000)), `it is not a result in JSON: invalid character '[' exceeded max depth`},
		"notes": {edit(13, func(r *fit.Result) { r.ID = "notes"; r.Verdict, r.Named = fit.Undecided, nil }),
			`expected a name such as 20261122-120000-0000.json`},
	}
	for name, b := range bad {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name+".json"), b.data, fileMode))
	}
	require.NoError(t, os.WriteFile(filepath.Join(folder, "readme.txt"), []byte("hello"), fileMode))

	list, problems, err := s.List()
	require.NoError(t, err)
	require.Len(t, list, 1)
	require.Equal(t, good, list[0])
	require.Len(t, problems, len(bad))
	var all strings.Builder
	for _, p := range problems {
		all.WriteString(p.Error() + "\n")
	}
	for name, b := range bad {
		require.Contains(t, all.String(), `reading "`+filepath.Join(folder, name+".json")+`": `+b.want)
	}
	require.Len(t, names(t, folder), len(bad)+2)
	latest, problems, err := s.Latest("test")
	require.NoError(t, err)
	require.Equal(t, good, latest)
	require.Len(t, problems, len(bad), "what may have been newer is said")

	require.NoError(t, s.Delete(id(2)), "what is damaged can be deleted")
}

func TestLeftovers(t *testing.T) {
	s := testStore(t)
	save(t, s, "test", noon)
	folder := filepath.Join(s.dir, results)
	for name, age := range map[string]time.Duration{".old.json.0001.tmp": 2 * leftoverAfter, ".new.json.0002.tmp": 0} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte("{"), fileMode))
		require.NoError(t, os.Chtimes(filepath.Join(folder, name), noon.Add(-age), noon.Add(-age)))
	}
	list, problems, err := s.List()
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Len(t, list, 1)
	save(t, s, "test", noon.Add(time.Second))
	require.NoFileExists(t, filepath.Join(folder, ".old.json.0001.tmp"))
	require.FileExists(t, filepath.Join(folder, ".new.json.0002.tmp"), "somebody may be writing it")
}

// Two results finished at the same moment get different ids, in order.
func TestAddFindsFreeID(t *testing.T) {
	s, q := testStore(t), quiz(testPack())
	for range 3 {
		require.NoError(t, s.Add(fit.Score(q, newAnswers(q)), noon))
	}
	ids, err := s.IDs()
	require.NoError(t, err)
	require.Equal(t, []string{"20261122-120000-0002", "20261122-120000-0001", "20261122-120000-0000"}, ids)
	x := begin(t, s, q)
	r := fit.Score(q, x.Answers)
	require.NoError(t, finish(x, r))
	require.Equal(t, "20261122-120000-0003", r.ID)
}

func TestNewID(t *testing.T) {
	require.Equal(t, "20261122-120000-0000", NewID(noon))
	require.Equal(t, "20261122-120000-ffff", NewID(noon.Add(time.Second-1)))
	require.Equal(t, "20261122-120000-8000", NewID(noon.Add(time.Second/2).In(time.FixedZone("", 3600))))
	require.True(t, isID(NewID(noon)))
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"", "{}", "null", `{"schema":"rolefit/result/2"}`, `{"schema":"rolefit/result/2","verdict":"clear","named":["a"]}`} {
		f.Add([]byte(seed))
	}
	whole, err := json.Marshal(result(f, "test", noon))
	require.NoError(f, err)
	f.Add(whole)
	f.Add([]byte(`{"schema":"rolefit/session/2","pack":"test","seed":1}` + "\n" + `{"id":"focus-000000","best":"a"}` + "\n{\"back\":true}\n{"))
	q := quiz(testPack())
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := ParseResult(data); err == nil {
			if _, err := json.Marshal(insight.NewChange(r, r)); err != nil {
				t.Fatal(err)
			}
		}
		log := parseLog(data)
		if len(log.lines) == 0 || log.lines[0].Head == nil || log.end > int64(len(data)) {
			return
		}
		x := &Session{quiz: q}
		x.replay(log)
		q.Next(x.Answers)
		fit.Score(q, x.Answers)
	})
}
