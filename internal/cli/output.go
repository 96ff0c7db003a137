package cli

import (
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
	return writeFile(a.output, data)
}

// writeFile writes a file whole or not at all. A name that is no regular file
// (a device, a pipe) is written to as it is.
func writeFile(name string, data []byte) error {
	f, err := newWholeFile(name)
	if err != nil {
		return err
	}
	defer f.drop()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.keep()
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
	in, label := a.env.In, "standard input"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("reading %q: %w", name, unwrapPath(err))
		}
		defer f.Close()
		in, label = f, fmt.Sprintf("%q", name)
	}
	data, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", label, unwrapPath(err))
	}
	if len(data) > maxInput {
		return nil, fmt.Errorf("reading %s: more than %d MB, expected less", label, maxInput>>20)
	}
	return data, nil
}

// inputName is how problems in an input are labelled.
func inputName(name string) string {
	if name == "-" {
		return "<stdin>"
	}
	return name
}
