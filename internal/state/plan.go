package state

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/wording"
)

// Name and format of the file that contains the steps that are done.
const (
	planName   = "plan.json"
	planSchema = "rolefit/done/1"
)

// Limits for the file of done steps. A large pack has a few hundred steps.
const (
	maxDone   = 5000
	maxDoneID = 200 // in bytes
)

// A doneFile is the content of plan.json. It doesn't belong to a result, so a
// plan survives a retake.
type doneFile struct {
	Schema string     `json:"schema"`
	Done   []doneStep `json:"done"`
}

// A doneStep is a step of a pack that the person has checked off.
type doneStep struct {
	Pack string `json:"pack"`
	Step string `json:"step"`
	At   string `json:"at,omitempty"` // RFC 3339
}

// Done returns the steps of a pack that are checked off, in the order in which
// they were checked off.
func (s *Store) Done(pack string) ([]string, error) {
	root, err := s.root()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer root.Close()
	file, err := s.readDone(root)
	if err != nil {
		return nil, err
	}
	var steps []string
	for _, d := range file.Done {
		if d.Pack == pack {
			steps = append(steps, d.Step)
		}
	}
	return steps, nil
}

// SetDone checks a step off or, if done is false, reopens it. It reports
// whether that changed anything. Steps that the pack no longer has stay in the
// file, and so do the steps of other packs.
func (s *Store) SetDone(pack, step string, done bool) (changed bool, err error) {
	root, err := s.create(".")
	if err != nil {
		return false, err
	}
	defer root.Close()
	release, err := Lock(s.path(planName))
	if err != nil {
		return false, err
	}
	defer release()
	file, err := s.readDone(root)
	if err != nil {
		return false, err
	}
	at := slices.IndexFunc(file.Done, func(d doneStep) bool { return d.Pack == pack && d.Step == step })
	switch {
	case done == (at >= 0):
		return false, nil
	case done:
		file.Done = append(file.Done, doneStep{pack, step, s.now().UTC().Format(time.RFC3339)})
	default:
		file.Done = slices.Delete(file.Done, at, at+1)
	}
	return true, s.writeDone(root, file)
}

// readDone reads plan.json. If there is no such file, nothing is done.
func (s *Store) readDone(root *os.Root) (*doneFile, error) {
	f, err := s.open(root, planName, os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return &doneFile{Schema: planSchema}, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := s.read(f, planName)
	if err != nil {
		return nil, err
	}
	file, err := parseDone(data)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w; repair it, or move it away and check the steps off again", s.quoted(planName), err)
	}
	return file, nil
}

// parseDone parses and checks plan.json, which anyone may have edited. Unlike
// ParseResult, it rejects unknown fields, because they would be lost when the
// file is written again.
func parseDone(data []byte) (*doneFile, error) {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, fmt.Errorf("it is not a list of steps in JSON: %v", jsonCause(err))
	}
	if head.Schema != planSchema {
		return nil, fmt.Errorf("schema is %q, expected %q", head.Schema, planSchema)
	}
	file := &doneFile{}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(file); err != nil {
		return nil, fmt.Errorf("it is not a list of steps in JSON: %v", jsonCause(err))
	}
	return file, file.check()
}

func (f *doneFile) check() error {
	if len(f.Done) > maxDone {
		return fmt.Errorf("it has %d steps, expected at most %d", len(f.Done), maxDone)
	}
	for _, d := range f.Done {
		if d.Pack == "" || d.Step == "" || max(len(d.Pack), len(d.Step), len(d.At)) > maxDoneID {
			return fmt.Errorf("step %q of pack %q: expected both ids, of at most %d bytes", d.Step, d.Pack, maxDoneID)
		}
	}
	return nil
}

func (s *Store) writeDone(root *os.Root, file *doneFile) error {
	s.sweep(root, ".")
	data, err := json.MarshalIndent(file, "", "  ")
	if err == nil {
		err = file.check()
	}
	if err == nil {
		err = atomicfile.Write(s.folder(root, "."), planName, append(data, '\n'), fileMode)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", s.quoted(planName), wording.Cause(err))
	}
	return nil
}
