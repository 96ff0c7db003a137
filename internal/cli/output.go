package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// maxInput bounds what is read into memory from a file that a user names.
const maxInput = 16 << 20

// print writes what a command has to show to where -o says.
func (a *app) print(data []byte) error {
	if a.output == "-" {
		_, err := a.env.Out.Write(data)
		return err
	}
	return a.writeFile(a.output, data)
}

// show prints what was drawn, if it could be.
func (a *app) show(page []byte, err error) error {
	if err != nil {
		return err
	}
	return a.print(page)
}

// A standardOutput remembers that something could not be written, so that what
// is printed without looking at the outcome, such as help, fails all the same.
type standardOutput struct {
	io.Writer
	err error
}

func (s *standardOutput) Write(data []byte) (int, error) {
	n, err := s.Writer.Write(data)
	if err != nil {
		err = fmt.Errorf("writing to standard output: %w", unwrapPath(err))
		s.err = err
	}
	return n, err
}

// writeFile writes a file whole or not at all. A name that is no regular file
// (a device, a pipe) is written to as it is.
func (a *app) writeFile(name string, data []byte) error {
	f, err := a.newWholeFile(name)
	if err != nil {
		return err
	}
	defer f.Abort()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Commit()
}

// unwrapPath drops the name of the temporary file from an error.
func unwrapPath(err error) error {
	switch e := err.(type) {
	case *os.PathError:
		return e.Err
	case *os.LinkError:
		return e.Err
	}
	return err
}

// read reads the named file, or standard input for "-", up to maxInput bytes.
func (a *app) read(name string) ([]byte, error) {
	label := "standard input"
	if name != "-" {
		label = fmt.Sprintf("%q", name)
	}
	if name != "-" && a.output != "-" && sameFile(a.output, name) {
		return nil, usagef("-o is %q, which is read: the output would take its place", a.output)
	}
	in := a.whileRunning(func() (io.ReadCloser, error) { return a.open(name) })
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", label, unwrapPath(err))
	}
	if len(data) > maxInput {
		return nil, fmt.Errorf("reading %s: more than %d MB, expected less", label, maxInput>>20)
	}
	return data, nil
}

// open opens a file, or standard input for "-".
func (a *app) open(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.env.In), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil && info.IsDir() {
		f.Close()
		return nil, errFolder
	}
	return f, nil
}

var errFolder = errors.New("it is a folder, expected a file")

// inputName is how problems in an input are labelled.
func inputName(name string) string {
	if name == "-" {
		return "<stdin>"
	}
	return name
}
