package posting

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// FileSchema identifies the format of a pack's quiz/postings.yaml.
const FileSchema = "rolefit/postings/1"

// Limits of a file, which keep a malicious one from exhausting memory.
const (
	maxFile   = 4 << 20
	maxRoles  = 64
	maxRows   = 50_000
	maxThemes = 5_000
	maxWeight = 1_000_000 // in hundredths
)

// A block is a YAML block scalar and the line number at which its text begins.
type block struct {
	text string
	line int
}

// UnmarshalYAML implements yaml.Unmarshaler. It accepts only scalars.
func (b *block) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode {
		return fmt.Errorf("line %d: expected a text block", n.Line)
	}
	b.text, b.line = n.Value, n.Line+1
	return nil
}

type fileFigure struct {
	Right int
	Of    int
}

type fileRole struct {
	Postings int
	Years    map[int]int
}

// A modelFile is the YAML representation of a model.
type modelFile struct {
	Schema string
	Roles  []string
	Input  struct {
		Postings, Read, None, Groups, Lines int
		Source                              string
		SHA256                              string
		Years                               map[int]int
		Roles                               map[string]fileRole
	}
	Figures struct {
		Folds  int
		Plain  yaml.Node
		Titled yaml.Node
		Others yaml.Node
		Lines  yaml.Node
	}
	Thresholds struct {
		Plain, Titled struct{ None, Mixed float64 }
	}
	Calibration struct {
		Role, None [][3]float64
	}
	Skills     yaml.Node
	Conditions yaml.Node
	Lexicon    block
	Weights    struct {
		Lines, Signals, Words, Titles block
	}
}

// ParseModel parses a file written by package learn. Errors contain the file name
// and, if known, the line.
func ParseModel(name string, data []byte) (*Model, error) {
	p, err := newParser(name, data)
	if err != nil {
		return nil, err
	}
	p.model.file = bytes.Clone(data)
	if err := p.parse(); err != nil {
		return nil, err
	}
	return p.model, nil
}

// countsEnd follows the counts in a file. What comes after it is needed only to
// read postings.
var countsEnd = []byte("\nthresholds:")

// HasCounts reports whether the beginning of a file contains all of its counts.
func HasCounts(head []byte) bool { return bytes.Contains(head, countsEnd) }

// ParseCounts parses only the counts and the evaluation in a file written by
// package learn. The data may be just the beginning of the file.
func ParseCounts(name string, data []byte) (*Counts, error) {
	if i := bytes.Index(data, countsEnd); i >= 0 {
		data = data[:i+1]
	}
	p, err := newParser(name, data)
	if err != nil {
		return nil, err
	}
	if err := p.parseCounts(); err != nil {
		return nil, err
	}
	return &p.model.Counts, nil
}

func newParser(name string, data []byte) (*parser, error) {
	if len(data) > maxFile {
		return nil, &FileError{name, 0, fmt.Sprintf("contains %d bytes, expected at most %d", len(data), maxFile)}
	}
	var f modelFile
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("the file is empty")
		}
		return nil, &FileError{name, 0, strings.TrimPrefix(err.Error(), "yaml: ") + "; run rolefit pack learn again"}
	}
	return &parser{name: name, file: &f, model: &Model{Counts: Counts{Roles: f.Roles}}}, nil
}

// A parser converts the YAML representation to a model.
type parser struct {
	name  string
	file  *modelFile
	model *Model
}

func (p *parser) errorf(line int, format string, args ...any) error {
	return &FileError{p.name, line, fmt.Sprintf(format, args...) + "; run rolefit pack learn again"}
}

func (p *parser) parse() error {
	if err := p.parseCounts(); err != nil {
		return err
	}
	for _, step := range []func() error{p.thresholds, p.lexicon, p.lines, p.heads} {
		if err := step(); err != nil {
			return err
		}
	}
	p.model.Extractor.fix()
	return nil
}

func (p *parser) parseCounts() error {
	f := p.file
	switch {
	case f.Schema != FileSchema:
		return p.errorf(0, "schema %q, expected %q", f.Schema, FileSchema)
	case len(f.Roles) < 2 || len(f.Roles) > maxRoles:
		return p.errorf(0, "%d roles, expected 2 to %d", len(f.Roles), maxRoles)
	case !slices.IsSorted(f.Roles) || len(slices.Compact(slices.Clone(f.Roles))) != len(f.Roles):
		return p.errorf(0, "the roles must be in alphabetical order and different")
	}
	return p.counts()
}

func (p *parser) counts() error {
	in := &p.file.Input
	m := p.model
	m.Input = Input{Postings: in.Postings, Read: in.Read, None: in.None, Groups: in.Groups, Lines: in.Lines,
		Source: in.Source, SHA256: in.SHA256, Years: in.Years, RoleCount: map[string]RoleCount{}}
	for _, r := range m.counted() {
		n, ok := in.Roles[r]
		if !ok || n.Postings < 0 {
			return p.errorf(0, "input: no count of postings for role %q", r)
		}
		m.Input.RoleCount[r] = RoleCount(n)
	}
	var err error
	if m.Skills, err = p.topics(&p.file.Skills); err != nil {
		return err
	}
	if m.Conditions, err = p.topics(&p.file.Conditions); err != nil {
		return err
	}
	e := &m.Evaluation
	e.Folds = p.file.Figures.Folds
	for _, part := range []struct {
		node *yaml.Node
		to   *[]Figure
	}{{&p.file.Figures.Plain, &e.Plain}, {&p.file.Figures.Titled, &e.Titled}, {&p.file.Figures.Others, &e.Others}, {&p.file.Figures.Lines, &e.Lines}} {
		if *part.to, err = p.figures(part.node); err != nil {
			return err
		}
	}
	return nil
}

// pairs returns the keys and values of a mapping in file order.
func (p *parser) pairs(n *yaml.Node) ([]*yaml.Node, error) {
	if n.Kind == 0 {
		return nil, nil
	}
	if n.Kind != yaml.MappingNode {
		return nil, p.errorf(n.Line, "expected a mapping")
	}
	return n.Content, nil
}

func (p *parser) topics(n *yaml.Node) ([]TopicCount, error) {
	list, err := p.pairs(n)
	var out []TopicCount
	for i := 0; i+1 < len(list); i += 2 {
		t := TopicCount{ID: list[i].Value}
		if err := list[i+1].Decode(&t.Count); err != nil {
			return nil, p.errorf(list[i].Line, "expected counts by role")
		}
		for role, n := range t.Count {
			if n < 0 || n > p.model.Input.RoleCount[role].Postings {
				return nil, p.errorf(list[i].Line, "%d postings of %q mention %q, expected at most the number of its postings", n, role, t.ID)
			}
		}
		out = append(out, t)
	}
	return out, err
}

func (p *parser) figures(n *yaml.Node) ([]Figure, error) {
	list, err := p.pairs(n)
	var out []Figure
	for i := 0; i+1 < len(list); i += 2 {
		var f fileFigure
		if err := list[i+1].Decode(&f); err != nil || f.Right < 0 || f.Right > f.Of {
			return nil, p.errorf(list[i].Line, "expected right and of")
		}
		out = append(out, NewFigure(list[i].Value, f.Right, f.Of))
	}
	return out, err
}

func (p *parser) thresholds() error {
	t := &p.file.Thresholds
	p.model.Plain, p.model.Titled = Threshold(t.Plain), Threshold(t.Titled)
	for _, x := range []float64{t.Plain.None, t.Plain.Mixed, t.Titled.None, t.Titled.Mixed} {
		if !(x > 0 && x <= 2) {
			return p.errorf(0, "threshold %v, expected more than 0 and at most 2", x)
		}
	}
	var err error
	if p.model.RoleShare, err = p.calibration(p.file.Calibration.Role); err != nil {
		return err
	}
	p.model.NoneShare, err = p.calibration(p.file.Calibration.None)
	return err
}

func (p *parser) calibration(rows [][3]float64) (Calibration, error) {
	var out Calibration
	for i, r := range rows {
		b := Bin{Above: r[0], Share: r[1], N: int(min(r[2], 1e9))}
		ascends := i == 0 && b.Above == 0 || i > 0 && b.Above >= out[i-1].Above && b.Share >= out[i-1].Share
		if !ascends || !(b.Above >= 0 && b.Above <= 1 && b.Share >= 0 && b.Share <= 1 && r[2] >= 1) {
			return nil, p.errorf(0, "calibration: bin %d must be [score, share, number] and ascend", i+1)
		}
		out = append(out, b)
	}
	return out, nil
}
