package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// A wholeFile is written under another name and gets its own when it is kept,
// so that nobody ever sees half of it. A link is replaced too, and what it
// leads to stays as it was. A name that is no regular file (a
// device, a pipe) is written to as it is. Without a name it is a stream that
// is open already.
type atomicFile struct {
	out     io.Writer
	name    string
	f       *os.File
	mode    os.FileMode // of the file that it replaces; 0 when there is none
	renamed bool        // whether keep gives it its name
}

// newOutput is where -o says.
func (a *app) newOutput() (*atomicFile, error) {
	if a.output == "-" {
		return &atomicFile{out: a.env.Out}, nil
	}
	return a.newWholeFile(a.output)
}

func (a *app) newWholeFile(name string) (*atomicFile, error) {
	w := &atomicFile{name: name, renamed: true}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		w.f, err = createBeside(name, 0o666)
	case info.IsDir():
		err = errFolder
	case !info.Mode().IsRegular():
		w.renamed = false
		w.f, err = await(a.ctx, func() (*os.File, error) { return os.OpenFile(name, os.O_WRONLY, 0) })
	case info.Mode()&0o222 == 0:
		err = errors.New("it is read-only, expected a file that may be written")
	default:
		w.mode = info.Mode().Perm()
		w.f, err = createBeside(name, w.mode)
	}
	if err != nil {
		return nil, w.failed(err)
	}
	w.out = w.f
	return w, nil
}

// createBeside makes a hidden file in the folder of another one. Of the mode
// the user's umask takes away what it takes away from every new file.
func createBeside(name string, mode fs.FileMode) (f *os.File, err error) {
	for range 100 {
		hidden := fmt.Sprintf(".%s.%08x", filepath.Base(name), rand.Uint32())
		f, err = os.OpenFile(filepath.Join(filepath.Dir(name), hidden), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, err
}

func (w *atomicFile) failed(err error) error {
	return fmt.Errorf("writing %q: %w", w.name, unwrapPath(err))
}

// Write writes to the file.
func (w *atomicFile) Write(data []byte) (int, error) {
	n, err := w.out.Write(data)
	if err != nil && w.f != nil {
		err = w.failed(err)
	}
	return n, err
}

// keep ends the writing: what was written is the file now.
func (w *atomicFile) Commit() error {
	if w.f == nil {
		return nil
	}
	var err error
	if w.renamed {
		if w.mode != 0 {
			err = w.f.Chmod(w.mode)
		}
		if err == nil {
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
		return w.failed(err)
	}
	return nil
}

// drop throws away what was not kept.
func (w *atomicFile) Abort() {
	if w.f != nil {
		w.f.Close()
		if w.renamed {
			os.Remove(w.f.Name())
		}
	}
}
