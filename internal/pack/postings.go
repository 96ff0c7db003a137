package pack

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/rolefit/rolefit/internal/wording"
)

// The files of a pack that only rolefit match and the market counts need. They
// are not part of the pack's content hash, which identifies the quiz that a result
// comes from: neither file changes what is asked or scored, and learning
// from newer postings must not make saved results incomparable.
const (
	Lexicon  = lexiconName
	Postings = postingsName
)

// MaxPostings is how many bytes Lexicon and Postings may hold each.
const MaxPostings = 4 << 20

// File returns Lexicon or Postings of the pack in a folder, of the built-in pack
// for "". It returns nil when the pack has no such file.
func File(dir, name string) ([]byte, error) { return fileUpTo(dir, name, MaxPostings) }

// PostingsHead returns the first n bytes of Postings, or all of a shorter file:
// its counts come first.
func PostingsHead(dir string, n int64) ([]byte, error) { return fileUpTo(dir, Postings, n) }

func fileUpTo(dir, name string, n int64) ([]byte, error) {
	fsys, err := openPack(dir)
	if err != nil {
		return nil, fmt.Errorf("reading pack %s: %s", wording.Quote(dir), err)
	}
	defer fsys.Close()
	data, err := readHead(fsys, name, MaxPostings, n)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %s", (&loader{dir: dir}).label(name), err)
	}
	return data, nil
}

// A closingFS is a pack's folder, to be closed.
type closingFS interface {
	fs.FS
	Close() error
}

func openPack(dir string) (closingFS, error) {
	if dir == "" {
		return builtinFS{}, nil
	}
	return openFolder(dir)
}
