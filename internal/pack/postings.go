package pack

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/rolefit/rolefit/internal/wording"
)

// Files of a pack that only match and the market counts use. They aren't part
// of the content hash, which identifies the quiz behind a result: they don't
// affect questions or scores, and results must stay comparable after a pack
// learns from newer postings.
const (
	Lexicon  = lexiconName
	Postings = postingsName
)

// MaxPostings is the maximum size of each of Lexicon and Postings in bytes.
const MaxPostings = 4 << 20

// File returns the content of Lexicon or Postings in a pack's folder, or in the
// built-in pack if dir is "". It returns nil if the pack has no such file.
func File(dir, name string) ([]byte, error) { return fileUpTo(dir, name, MaxPostings) }

// PostingsHead returns the first n bytes of Postings, or the whole file if it
// is shorter. The counts come first in the file.
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

// A closingFS is a pack's folder that must be closed after use.
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
