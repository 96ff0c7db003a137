package state

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A disk is what a machine has on its disk and what it has only in memory, after
// some operations. A crash loses any part of the latter: data that no sync of
// its file followed, and names that no sync of their folder followed.
type disk struct {
	files map[int]*diskFile
	dirs  map[string]*diskDir
}

type diskFile struct {
	synced []byte
	writes []operation // since then
}

type diskDir struct {
	synced  map[string]int // number of the file of each name
	changes []operation    // since then
}

func newDisk() *disk { return &disk{map[int]*diskFile{}, map[string]*diskDir{}} }

func (d *disk) dir(name string) *diskDir {
	if d.dirs[name] == nil {
		d.dirs[name] = &diskDir{synced: map[string]int{}}
	}
	return d.dirs[name]
}

// apply carries out an operation.
func (d *disk) apply(o operation) {
	switch o.what {
	case "write":
		f := d.files[o.file]
		f.writes = append(f.writes, o)
	case "sync":
		f := d.files[o.file]
		f.synced, f.writes = f.content(wholeWrites), nil
	case "sync folder":
		x := d.dir(o.dir)
		x.synced, x.changes = x.names(len(x.changes)), nil
	case "create":
		d.files[o.file] = &diskFile{}
		fallthrough
	default:
		x := d.dir(o.dir)
		x.changes = append(x.changes, o)
	}
}

// names returns the names in a folder after the first n changes that weren't
// flushed.
func (x *diskDir) names(n int) map[string]int {
	names := maps.Clone(x.synced)
	for _, o := range x.changes[:n] {
		switch o.what {
		case "create":
			names[o.name] = o.file
		case "rename", "link":
			names[o.to] = names[o.name]
		}
		if o.what == "rename" || o.what == "remove" {
			delete(names, o.name)
		}
	}
	return names
}

// How much of the data that wasn't flushed survives a crash.
type survival int

const (
	noWrites survival = iota
	halfOfLastWrite
	zerosForLastWrite // its length, but not its data
	wholeWrites
	survivals
)

func (f *diskFile) content(s survival) []byte {
	data := bytes.Clone(f.synced)
	for i, w := range f.writes {
		text, last := w.data, i == len(f.writes)-1
		switch {
		case s == noWrites:
			continue
		case last && s == halfOfLastWrite:
			text = text[:len(text)/2]
		case last && s == zerosForLastWrite:
			text = make([]byte, len(text))
		}
		end := int(w.at) + len(text)
		if end > len(data) {
			data = append(data, make([]byte, end-len(data))...)
		}
		copy(data[w.at:], text)
	}
	return data
}

// crashes calls f with a folder for each state in which a crash could leave the
// disk.
func (d *disk) crashes(t *testing.T, f func(dir string)) {
	most := 0
	for _, x := range d.dirs {
		most = max(most, len(x.changes))
	}
	for survived := range survivals {
		for n := range most + 1 {
			dir := filepath.Join(t.TempDir(), "rolefit")
			for name, x := range d.dirs {
				if filepath.IsAbs(name) {
					continue // the folder that holds this one
				}
				require.NoError(t, os.MkdirAll(filepath.Join(dir, name), folderMode))
				for file, number := range x.names(min(n, len(x.changes))) {
					require.NoError(t, os.WriteFile(filepath.Join(dir, name, file), d.files[number].content(survived), fileMode))
				}
			}
			f(dir)
		}
	}
}
