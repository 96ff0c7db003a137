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

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// StaleAfter is the age at which a session is resumed with a warning, because
// the person may have changed their mind.
const StaleAfter = 7 * 24 * time.Hour

// An Unfinished is a session that can be resumed.
type Unfinished struct {
	ID       string
	Head     Head          // the first line of the session
	Answered int           // number of steps answered, not counting offers
	Skipped  int           // number of steps skipped
	Age      time.Duration // time since the last answer
	InUse    bool          // whether another process has it open
	Result   string        // id of the latest saved result for its answers, or ""
	ended    bool          // whether it ended with a saved result
}

// Unfinished returns a pack's unfinished sessions, newest first, and problems
// with files that aren't sessions.
func (s *Store) Unfinished(pack string) (list []Unfinished, problems []error, err error) {
	list, problems, err = s.sessions()
	return slices.DeleteFunc(list, func(u Unfinished) bool { return u.ended || u.Head.Pack != pack }), problems, err
}

// sessions returns all sessions, and problems with files that aren't sessions.
func (s *Store) sessions() (list []Unfinished, problems []error, err error) {
	root, err := s.root()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer root.Close()
	ids, err := s.names(root, sessions, sessionExt)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range ids {
		switch u, err := s.inspect(root, id); {
		case err != nil:
			problems = append(problems, err)
		case u != nil:
			list = append(list, *u)
		}
	}
	return list, problems, nil
}

// inspect reads a session without locking it. It returns nil if the session has
// no head, because the process died early.
func (s *Store) inspect(root *os.Root, id string) (*Unfinished, error) {
	name := sessionName(id)
	f, err := s.open(root, name, os.O_RDWR)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	log, err := s.readLog(f, name)
	if err != nil || len(log.lines) == 0 {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", s.quoted(name), wording.Cause(err))
	}
	u := &Unfinished{ID: id, Head: *log.lines[0].Head, Age: max(0, s.now().Sub(info.ModTime()))}
	skipped := map[StepKey]bool{}
	for _, l := range log.lines {
		if l.Event.ID != "" && !l.Half && l.Kind != fit.AskOffer {
			skipped[keyOf(l.Event)] = l.Skip != ""
		}
		if isID(l.Result) {
			u.Result = l.Result
		}
	}
	for _, skip := range skipped {
		if skip {
			u.Skipped++
		}
	}
	u.Answered = len(skipped) - u.Skipped
	switch err := tryLock(f); {
	case errors.Is(err, ErrInUse):
		u.InUse = true
	case err != nil:
		return nil, fmt.Errorf("locking %s: %w", s.quoted(name), err)
	default:
		u.ended = s.resultSaved(root, log.lines)
	}
	return u, nil
}

// resultSaved reports whether the log ends with a saved result.
func (s *Store) resultSaved(root *os.Root, lines []line) bool {
	last := lines[len(lines)-1]
	if last.Open || !isID(last.Result) {
		return false
	}
	_, err := root.Lstat(resultName(last.Result))
	return err == nil
}

// Resume opens a session and replays it for q, even if the pack has changed.
// The error is ErrInUse if another process has the session open.
func (s *Store) Resume(id string, q *fit.Quiz) (*Session, error) {
	root, err := s.root()
	if err != nil {
		return nil, err
	}
	defer root.Close()
	x := &Session{ID: id, store: s, quiz: q}
	file, err := s.open(root, x.name(), os.O_RDWR)
	if err != nil {
		return nil, err
	}
	x.file = file
	if err = x.resume(file); err != nil {
		file.Close()
		return nil, err
	}
	return x, nil
}

func (x *Session) resume(file *os.File) error {
	path := x.store.quoted(x.name())
	if err := tryLock(file); err != nil {
		return fmt.Errorf("opening session %s: %w", path, err)
	}
	log, err := x.store.readLog(file, x.name())
	if err != nil {
		return err
	}
	if len(log.lines) == 0 {
		return fmt.Errorf("opening session %s: it is empty", path)
	}
	if err := x.restore(log.lines[0].Continues); err != nil {
		return fmt.Errorf("opening session %s: %w", path, err)
	}
	if x.end = log.end; log.torn {
		if err := x.file.Truncate(x.end); err != nil {
			return fmt.Errorf("opening session %s: cutting off its torn last line: %w", path, wording.Cause(err))
		}
	}
	if !x.replay(log) {
		// From here on, the log belongs to this pack. If the disk is full, the
		// head stays pending, and the first Append reports the error.
		x.write(line{Head: new(x.head(x.store.now()))})
	}
	return nil
}

// replay restores the answers. It reports whether the log is complete and
// belongs to exactly this quiz, and so needs no new head.
func (x *Session) replay(log sessionLog) bool {
	last := 0
	for i, l := range log.lines {
		if l.Head != nil {
			last = i
		}
	}
	head := log.lines[last].Head
	x.reset(log)
	now := x.head(time.Time{})
	now.Started = head.Started
	for _, n := range log.damaged {
		if n > log.numbers[last] {
			x.Damaged = append(x.Damaged, n)
		}
	}
	same := head.Pack == now.Pack && head.Version == now.Version && head.Hash == now.Hash && slices.Equal(head.Roles, now.Roles)
	if same && len(x.Damaged) == 0 {
		x.carryOver(log.lines[:last])
		x.Dropped = nil // the earlier process already reported the loss
		if x.replayEvents(log.lines[last:]) == nil {
			return true
		}
		x.reset(log)
	}
	x.carryOver(log.lines)
	return false
}

// restore reads the result that the session continues, and checks that the quiz
// can still continue it.
func (x *Session) restore(from *Source) error {
	if from == nil {
		return nil
	}
	r, _, err := x.store.Find(from.Result)
	if err == nil {
		_, err = x.quiz.Continue(r, from.How)
	}
	x.before, x.source = r, from
	return err
}

// reset clears the answers of the session and finds its latest result.
func (x *Session) reset(log sessionLog) {
	head := log.lines[0].Head
	x.Answers = &fit.Answers{Pack: x.quiz.Pack.ID, Roles: x.quiz.Chosen(), Seed: head.Seed, Seeded: true, Taken: head.Started}
	if x.source != nil {
		x.Answers, _ = x.quiz.Continue(x.before, x.source.How) // restore has checked that this works
		x.Result = x.source.Result
	}
	for _, l := range log.lines {
		if isID(l.Result) {
			x.Result = l.Result
		}
	}
	x.resetHalf(log.lines)
}

// resetHalf restores half of an answer if it was written last and the question
// is unchanged.
func (x *Session) resetHalf(lines []line) {
	x.Half = fit.Event{}
	for _, l := range lines {
		switch {
		case l.Half && l.Best != "" && l.Asked == askedHash(x.quiz, x.Answers, l.Event):
			x.Half = l.Event
		case l.Head == nil:
			x.Half = fit.Event{}
		}
	}
}

// replayEvents records events exactly as they happened, including Back and
// Finish.
func (x *Session) replayEvents(lines []line) error {
	for _, l := range lines {
		if l.Head != nil || l.Half || l.Result != "" {
			continue
		}
		if err := x.quiz.Record(x.Answers, l.Event); err != nil {
			return err
		}
	}
	return nil
}

func keyOf(e fit.Event) StepKey { return StepKey{e.Kind, e.ID} }

// carryOver records the last event for each step that is unchanged, and drops
// the other events. It records cards after questions, because the answers
// determine which cards are shown.
func (x *Session) carryOver(lines []line) {
	var order, later []StepKey
	final := map[StepKey]line{}
	for _, l := range lines {
		if l.Finish && len(later) == 0 {
			x.Answers.Finished = true
		} else if l.Finish {
			x.Answers.Stopped = true
		}
		if l.Head != nil || l.Half || l.Event.ID == "" {
			continue
		}
		key := keyOf(l.Event)
		if _, again := final[key]; !again && key.Kind != fit.AskQuestion {
			later = append(later, key)
		} else if !again {
			order = append(order, key)
		}
		final[key] = l
	}
	for _, key := range append(order, later...) {
		l := final[key]
		if l.Asked != askedHash(x.quiz, x.Answers, l.Event) || x.quiz.Carry(x.Answers, l.Event) != nil {
			x.Dropped = append(x.Dropped, key)
		}
	}
}

// A sessionLog is the parsed content of a session file.
type sessionLog struct {
	lines   []line // complete lines; the first is a head
	numbers []int  // line numbers in the file, starting at 1
	damaged []int  // line numbers of unreadable lines
	end     int64  // length in bytes up to the last complete line
	torn    bool   // whether an incomplete line follows
}

func (s *Store) readLog(f *os.File, name string) (sessionLog, error) {
	data, err := s.read(f, name)
	if err != nil {
		return sessionLog{}, err
	}
	l := parseLog(data)
	if len(l.lines) > 0 && (l.numbers[0] != 1 || l.lines[0].Head == nil) || len(l.lines) == 0 && len(l.damaged) > 0 {
		return sessionLog{}, fmt.Errorf("reading %s: line 1 is not the head of a session; expected its schema first", s.quoted(name))
	}
	for i, x := range l.lines {
		if x.Head != nil && x.Schema != SessionSchema {
			return sessionLog{}, fmt.Errorf("reading %s: line %d: schema is %q, expected %q", s.quoted(name), l.numbers[i], x.Schema, SessionSchema)
		}
	}
	return l, nil
}

// parseLog parses a session file. It ignores an incomplete or unreadable last
// line, which was being written when the process or the machine died.
func parseLog(data []byte) sessionLog {
	var l sessionLog
	for number, at := 1, 0; at < len(data); number++ {
		n := bytes.IndexByte(data[at:], '\n')
		if n < 0 {
			l.torn = true
			break
		}
		var x line
		err := json.Unmarshal(data[at:at+n], &x)
		at += n + 1
		if err != nil && at == len(data) {
			l.torn = true
			break
		}
		l.end = int64(at)
		if err != nil {
			l.damaged = append(l.damaged, number)
			continue
		}
		l.lines = append(l.lines, x)
		l.numbers = append(l.numbers, number)
	}
	return l
}
