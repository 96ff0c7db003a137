package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/spell"
	"github.com/rolefit/rolefit/internal/wording"
)

// ErrNotFound means that there is no result with the requested id, or none at
// all.
var ErrNotFound = errors.New("no such result")

// leftoverAfter is the age at which a temporary file can't belong to a running
// process.
const leftoverAfter = time.Hour

var idPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{8}-\d{6}-[0-9a-f]{4}$`) })

func isID(s string) bool { return idPattern().MatchString(s) }

func resultName(id string) string { return results + "/" + id + ".json" }

// Add saves a new result. Its id is the first free one at or after this time,
// so that two processes that finish at the same moment get different ids.
func (s *Store) Add(r *fit.Result, at time.Time) error {
	return addFrom(at, func(id string) error {
		r.ID = id
		return s.write(r)
	})
}

// has reports whether there is a result with this id.
func (s *Store) has(id string) bool {
	_, err := os.Lstat(s.path(resultName(id)))
	return err == nil
}

// addFrom tries ids, beginning at this time, until one is free.
func addFrom(at time.Time, add func(id string) error) error {
	for {
		err := add(NewID(at))
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
		at = at.Add(time.Second>>16 + 1)
	}
}

// write writes a result completely or not at all. It never replaces a result: if
// the id is taken, the error is fs.ErrExist.
func (s *Store) write(r *fit.Result) error {
	if !isID(r.ID) {
		return fmt.Errorf("saving result %q: expected an id such as %s", r.ID, NewID(s.now()))
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("saving result %q: %v", r.ID, err)
	}
	root, err := s.create(results)
	if err != nil {
		return err
	}
	defer root.Close()
	s.sweep(root, results)
	data = append(data, '\n')
	if err := atomicfile.WriteNew(s.folder(root, results), r.ID+".json", data, fileMode); err != nil {
		return fmt.Errorf("writing %s: %w", s.quoted(resultName(r.ID)), wording.Cause(err))
	}
	return nil
}

// sweep removes temporary files left in a folder by processes that were killed.
func (s *Store) sweep(root *os.Root, folder string) {
	left, _ := fs.Glob(root.FS(), path.Join(folder, atomicfile.Leftovers(".json")))
	for _, name := range left {
		if info, err := root.Lstat(name); err == nil && s.now().Sub(info.ModTime()) > leftoverAfter {
			root.Remove(name) // a leftover does no harm
		}
	}
}

// List returns the results, newest first, and a list of problems with files
// that aren't results.
func (s *Store) List() (list []*fit.Result, problems []error, err error) {
	root, ids, err := s.resultIDs()
	if err != nil || len(ids) == 0 {
		return nil, nil, err
	}
	defer root.Close()
	for _, id := range ids {
		r, err := s.result(root, id)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		list = append(list, r)
	}
	return list, problems, nil
}

// resultIDs returns the ids of the results, newest first. If root isn't nil,
// the caller must close it.
func (s *Store) resultIDs() (*os.Root, []string, error) {
	root, err := s.root()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	ids, err := s.names(root, results, ".json")
	if err != nil || len(ids) == 0 {
		root.Close()
	}
	return root, ids, err
}

// IDs returns the ids of the results, newest first, without reading the files.
func (s *Store) IDs() ([]string, error) {
	root, ids, err := s.resultIDs()
	if len(ids) > 0 {
		root.Close()
	}
	return slices.DeleteFunc(ids, func(id string) bool { return !isID(id) }), err
}

// Latest returns the newest result of a pack, or of any pack if pack is "". If
// there is none, the error is ErrNotFound. Latest also returns problems with
// newer files that aren't results.
func (s *Store) Latest(pack string) (r *fit.Result, problems []error, err error) {
	return s.newest(func(r *fit.Result) bool { return pack == "" || r.Pack.ID == pack })
}

// Before returns the newest result of the same pack that is older than r.
// Problems and errors are as for Latest.
func (s *Store) Before(r *fit.Result) (before *fit.Result, problems []error, err error) {
	return s.newest(func(other *fit.Result) bool { return other.Pack.ID == r.Pack.ID && other.ID < r.ID })
}

func (s *Store) newest(wanted func(*fit.Result) bool) (r *fit.Result, problems []error, err error) {
	root, ids, err := s.resultIDs()
	if err != nil {
		return nil, nil, err
	}
	if len(ids) > 0 {
		defer root.Close()
	}
	for _, id := range ids {
		r, err := s.result(root, id)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		if wanted(r) {
			return r, problems, nil
		}
	}
	return nil, problems, ErrNotFound
}

// Find returns the result with this id or unique id prefix. If there is none,
// the error is ErrNotFound, and near lists similar ids.
func (s *Store) Find(id string) (r *fit.Result, near []string, err error) {
	ids, err := s.IDs()
	if err != nil {
		return nil, nil, err
	}
	var fits []string
	for _, known := range ids {
		if id != "" && strings.HasPrefix(known, id) {
			fits = append(fits, known)
		}
	}
	if len(fits) != 1 {
		return nil, nearIDs(id, fits, ids), fmt.Errorf("result %q: %w", id, ErrNotFound)
	}
	root, err := s.root()
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	r, err = s.result(root, fits[0])
	return r, nil, err
}

// maxNear is the maximum number of similar ids in a message.
const maxNear = 3

// nearIDs returns the ids that start with id. Failing that, it returns ids that
// differ by a few letters or, if there are none, the newest ids.
func nearIDs(id string, fits, ids []string) []string {
	near := fits
	if len(near) == 0 {
		for _, known := range ids {
			if spell.Distance(known, id) <= len(known)/4 {
				near = append(near, known)
			}
		}
	}
	if len(near) == 0 {
		near = ids
	}
	return near[:min(maxNear, len(near))]
}

// Delete removes the result with this full id, even if its file is damaged. If
// there is none, the error is ErrNotFound.
func (s *Store) Delete(id string) error {
	if !isID(id) {
		return fmt.Errorf("result %q: %w", id, ErrNotFound)
	}
	root, err := s.root()
	if err == nil {
		defer root.Close()
		err = s.folder(root, results).Remove(id + ".json")
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("result %q: %w", id, ErrNotFound)
	}
	if err != nil {
		return fmt.Errorf("removing %s: %w", s.quoted(resultName(id)), wording.Cause(err))
	}
	return s.folder(root, results).Sync()
}

// result reads and checks one result.
func (s *Store) result(root *os.Root, id string) (*fit.Result, error) {
	name := resultName(id)
	f, err := s.open(root, name, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := s.read(f, name)
	if err != nil {
		return nil, err
	}
	r, err := ParseResult(data)
	if err == nil && r.ID != id {
		err = fmt.Errorf("id is %q, expected the file's name", r.ID)
	}
	if err == nil && !isID(id) {
		err = fmt.Errorf("expected a name such as %s.json", NewID(s.now()))
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %v", s.quoted(name), err)
	}
	return r, nil
}
