package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/wording"
)

// A standardOutput remembers write errors. Some output, such as help, is
// written without checking for errors, and the command must still fail.
type standardOutput struct {
	io.Writer
	err error
}

func (s *standardOutput) Write(data []byte) (int, error) {
	n, err := s.Writer.Write(data)
	if err != nil {
		err = fmt.Errorf("writing to standard output: %w", wording.Cause(err))
		s.err = err
	}
	return n, err
}

// print writes output to the destination set by -o.
func (a *app) print(ctx context.Context, data []byte) error {
	if a.output == "-" {
		_, err := a.env.Out.Write(data)
		return err
	}
	return writeFile(ctx, a.output, data)
}

// An output is a stream, or a file that is written completely or not at all. A
// symbolic link is replaced, not followed. If the name isn't a regular file,
// such as a device, a pipe or /dev/stdout, output is written directly to it.
type output struct {
	io.Writer
	name string
	root *os.Root           // folder that contains the file
	file *atomicfile.Writer // nil if the output isn't a regular file
	dev  *os.File           // nil unless the output is a device or pipe
}

// newOutput opens the destination that -o names.
func (a *app) newOutput(ctx context.Context) (*output, error) {
	if a.output == "-" {
		return &output{Writer: a.env.Out}, nil
	}
	return newFile(ctx, a.output)
}

func newFile(ctx context.Context, name string) (*output, error) {
	o := &output{name: name}
	if err := ctx.Err(); err != nil { // this registers for signals, so that none leaves a partial file
		return nil, err
	}
	if err := o.open(ctx); err != nil {
		o.Abort()
		return nil, o.failed(err)
	}
	return o, nil
}

func (o *output) open(ctx context.Context) error {
	info, err := os.Stat(o.name)
	switch {
	case o.name == "":
		return errors.New("expected the name of a file")
	case err != nil:
		return o.create(0o666, false)
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular(), isDescriptor(o.name):
		o.dev, err = await(ctx, func() (*os.File, error) { return os.OpenFile(o.name, os.O_WRONLY|os.O_APPEND, 0) })
		o.Writer = o.dev
		return err
	case info.Mode()&0o222 == 0:
		return errors.New("it is read-only, expected a file that can be written")
	}
	return o.create(info.Mode().Perm(), true)
}

// isDescriptor reports whether a name refers to a process's open file, as
// /dev/stdout does. Replacing it would break that name for every program.
func isDescriptor(name string) bool {
	if link, err := os.Readlink(name); err == nil && filepath.IsAbs(link) {
		name = link
	} else if err == nil {
		name = filepath.Join(filepath.Dir(name), link)
	}
	dir, err := filepath.EvalSymlinks(filepath.Dir(name))
	return err == nil && (dir == "/dev/fd" || strings.HasPrefix(dir, "/proc/"))
}

// create starts writing the named file. If the file exists, its mode is kept.
func (o *output) create(mode os.FileMode, exists bool) (err error) {
	if o.root, err = os.OpenRoot(filepath.Dir(o.name)); err != nil {
		return err
	}
	if o.file, err = atomicfile.Create(atomicfile.In(o.root, "."), filepath.Base(o.name), mode); err != nil {
		return err
	}
	o.Writer = o.file
	if exists {
		return o.file.Chmod(mode)
	}
	return nil
}

func (o *output) failed(err error) error {
	return fmt.Errorf("writing %s: %w", wording.Quote(o.name), wording.Cause(err))
}

// Write writes to the file or stream.
func (o *output) Write(data []byte) (int, error) {
	n, err := o.Writer.Write(data)
	if err != nil && o.name != "" {
		err = o.failed(err)
	}
	return n, err
}

// Commit moves the file into place.
func (o *output) Commit() error {
	var err error
	switch {
	case o.file != nil:
		err = o.file.Commit()
	case o.dev != nil:
		err = o.dev.Close()
	}
	if err != nil {
		return o.failed(err)
	}
	return nil
}

// Abort discards a file that wasn't committed.
func (o *output) Abort() {
	if o.file != nil {
		o.file.Abort()
	}
	if o.dev != nil {
		o.dev.Close()
	}
	if o.root != nil {
		o.root.Close()
	}
}

// writeFile writes a file completely or not at all.
func writeFile(ctx context.Context, name string, data []byte) error {
	f, err := newFile(ctx, name)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}
