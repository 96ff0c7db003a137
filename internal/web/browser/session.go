// Package browser runs the interview inside the page that package web writes.
// It is compiled to WebAssembly, so it uses no YAML, no files and no network.
// The script of the page only has to show what it returns.
//
// A Session has one method, Call, that takes the name of a function and its
// argument and returns JSON. The functions are:
//
//	open     a Config        starts an interview
//	restore  answers         continues from these answers, which are JSON
//	record   an Event        records what the person does at a step
//	result   nothing         returns the result so far, as a Report
//	plan     a role          returns the plan for that role, as a Report
//	page     nothing         returns the result as a separate HTML page
//	json     nothing         returns the result as JSON, as the terminal program prints it
//	answers  a role or ""    returns the answers as a line of JSON, with the role as "holds"
//	warm     a step          does work ahead of time; see Session.warm
//
// Open, restore and record return the View of the next step.
package browser

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
	"github.com/rolefit/rolefit/internal/report"
)

// A Config determines what the interview asks about.
type Config struct {
	Pack  *fit.Pack `json:"pack"`
	Roles []string  `json:"roles"` // role ids; empty means all roles of the pack
	ID    string    `json:"id"`    // id of the answers
	Seed  uint64    `json:"seed"`
}

// An Event is what a person does at a step, and how long the step was on the
// screen.
type Event struct {
	fit.Event
	Shown float64 `json:"shown"` // time on the screen in seconds
}

// A Session is one person's interview. It needs a clock; other fields start at
// their zero values.
type Session struct {
	Now func() time.Time

	quiz    *fit.Quiz
	answers *fit.Answers
	result  *fit.Result // result of the answers, or nil if they have changed since
}

// Call calls a function and returns {"value": ...} or {"error": "..."}.
func (s *Session) Call(function, argument string) string {
	value, err := s.call(function, argument)
	out := map[string]any{"value": value}
	if err != nil {
		out = map[string]any{"error": err.Error()}
	}
	data, err := json.Marshal(out)
	if err != nil {
		return `{"error":"the answer could not be written"}`
	}
	return string(data)
}

func (s *Session) call(function, argument string) (any, error) {
	if function == "open" {
		return s.open(argument)
	}
	if s.quiz == nil {
		return nil, errors.New("expected open first")
	}
	switch function {
	case "restore":
		return s.restore(argument)
	case "record":
		return s.record(argument)
	case "result":
		return s.shown()
	case "plan":
		return s.plan(argument)
	case "page":
		html, err := s.resultPage().HTML()
		return string(html), err
	case "json":
		data, err := report.JSON(s.score())
		return string(data), err
	case "answers":
		return s.line(argument)
	case "warm":
		return s.warm(argument)
	}
	return nil, fmt.Errorf("there is no function %q", function)
}

func (s *Session) open(argument string) (any, error) {
	var c Config
	if err := json.Unmarshal([]byte(argument), &c); err != nil {
		return nil, err
	}
	if c.Pack == nil {
		return nil, errors.New("expected a pack")
	}
	q, err := fit.NewQuiz(c.Pack, c.Roles)
	if err != nil {
		return nil, err
	}
	s.quiz, s.result = q, nil
	s.answers = &fit.Answers{ID: c.ID, Pack: c.Pack.ID, Roles: q.Chosen(), Seed: c.Seed, Seeded: true}
	return s.view()
}

// restore replaces the answers. They are untrusted, so they are parsed and
// checked like a file. If they are invalid, nothing changes.
func (s *Session) restore(text string) (any, error) {
	q, a, err := pack.NewReader(s.quiz.Pack).Answers("answers", []byte(text))
	if err != nil {
		return nil, err
	}
	if len(q.Roles) != len(s.quiz.Roles) || fmt.Sprint(q.Chosen()) != fmt.Sprint(s.quiz.Chosen()) {
		return nil, errors.New("the answers are about other roles than this page")
	}
	if a.ID == "" {
		a.ID = s.answers.ID
	}
	if !a.Seeded {
		a.Seed, a.Seeded = s.answers.Seed, true
	}
	s.quiz, s.answers, s.result = q, a, nil
	return s.view()
}

func (s *Session) record(argument string) (any, error) {
	var e Event
	d := json.NewDecoder(bytes.NewReader([]byte(argument)))
	d.DisallowUnknownFields()
	if err := d.Decode(&e); err != nil {
		return nil, err
	}
	e.Seconds = s.seconds(e)
	if err := s.quiz.Record(s.answers, e.Event); err != nil {
		return nil, err
	}
	if e.Answers() || e.Finish {
		s.answers.Taken, s.result = "", nil
	}
	return s.view()
}

// seconds returns the time spent on a question, or nil for another event.
func (s *Session) seconds(e Event) *float64 {
	if e.Kind != fit.AskQuestion || !e.Answers() {
		return nil
	}
	return s.answers.TimeFor(e.ID, e.Shown)
}

// score returns the result of the answers so far. Its time is when the person
// first saw a result.
func (s *Session) score() *fit.Result {
	if s.result == nil {
		if s.answers.Taken == "" {
			s.answers.Taken = s.Now().UTC().Format(time.RFC3339)
		}
		s.result = fit.Score(s.quiz, s.answers)
	}
	return s.result
}

// line returns the answers as one line, which score, team and result can read.
// role is the person's current role, if they like it, or "".
func (s *Session) line(role string) (string, error) {
	a := *s.answers
	if role != "" && s.quiz.Pack.Role(role) == nil {
		return "", fmt.Errorf("role %q is not in this quiz", role)
	}
	a.Holds = role
	data, err := pack.JSON(s.quiz, &a)
	if err != nil {
		return "", err
	}
	var line bytes.Buffer
	err = json.Compact(&line, data)
	return line.String() + "\n", err
}
