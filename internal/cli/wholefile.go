package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// A wholeFile is written under another name and gets its own when it is kept,
// so that nobody ever sees half of it. A name that is no regular file (a
// device, a pipe) is written to as it is. Without a name it is a stream that
// is open already.
type wholeFile struct {
	out     io.Writer
	name    string
	f       *os.File
	mode    os.FileMode
	renamed bool // whether keep gives it its name
}

// newOutput is where -o says.
func (a *app) newOutput() (*wholeFile, error) {
	if a.output == "-" {
		return &wholeFile{out: a.env.Out}, nil
	}
	return newWholeFile(a.output)
}

func newWholeFile(name string) (*wholeFile, error) {
	w := &wholeFile{name: name, mode: 0o644, renamed: true}
	info, err := os.Stat(name)
	switch {
	case err != nil || info.IsDir(): // renaming to a folder's name fails
	case info.Mode().IsRegular():
		w.mode = info.Mode().Perm()
	default:
		w.renamed = false
	}
	if w.renamed {
		w.f, err = os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	} else {
		w.f, err = os.OpenFile(name, os.O_WRONLY, 0)
	}
	if err != nil {
		return nil, w.wrong(err)
	}
	w.out = w.f
	return w, nil
}

func (w *wholeFile) wrong(err error) error {
	return fmt.Errorf("writing %q: %w", w.name, unwrapPath(err))
}

// Write writes to the file.
func (w *wholeFile) Write(data []byte) (int, error) {
	n, err := w.out.Write(data)
	if err != nil && w.f != nil {
		err = w.wrong(err)
	}
	return n, err
}

// keep ends the writing: what was written is the file now.
func (w *wholeFile) keep() error {
	if w.f == nil {
		return nil
	}
	var err error
	if w.renamed {
		if err = w.f.Chmod(w.mode); err == nil {
			err = w.f.Sync()
		}
	}
	if closing := w.f.Close(); err == nil {
		err = closing
	}
	if err == nil && w.renamed {
		err = os.Rename(w.f.Name(), w.name)
	}
	if err != nil {
		return w.wrong(err)
	}
	return nil
}

// drop throws away what was not kept.
func (w *wholeFile) drop() {
	if w.f != nil {
		w.f.Close()
		if w.renamed {
			os.Remove(w.f.Name())
		}
	}
}
