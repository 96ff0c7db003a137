package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// SessionSchema identifies the format of a session.
const SessionSchema = "rolefit/session/2"

// A Head is the first line of a session and identifies the quiz.
type Head struct {
	Schema  string   `json:"schema"`
	Pack    string   `json:"pack"`
	Version int      `json:"version"`
	Hash    string   `json:"hash"`
	Roles   []string `json:"roles,omitempty"` // role ids; omitted if these are all roles of the pack
	Seed    uint64   `json:"seed"`
	Started string   `json:"started"` // RFC 3339

	Continues *Source `json:"continues,omitempty"` // the result that the session continues, or nil
}

// A Source identifies the result that a session continues, and how it
// continues.
type Source struct {
	Result string           `json:"result"`
	How    fit.Continuation `json:"how"`
}

// A line of a session is a head, an event, half of an answer, or the id of a
// result for the answers so far.
type line struct {
	*Head
	fit.Event
	Asked  string `json:"asked,omitempty"`  // hash of the text that was asked; see askedHash
	Half   bool   `json:"half,omitempty"`   // whether only the best option is picked so far, or that it was taken back
	Result string `json:"result,omitempty"` // id of a result, written just before the result is saved
	Open   bool   `json:"open,omitempty"`   // whether the session can be resumed after that result
}

// A StepKey identifies a step of the interview. It includes the kind, because
// steps of different kinds may share an id.
type StepKey struct {
	Kind fit.Kind
	ID   string
}

// A Session is a quiz in progress. It must not be used concurrently.
type Session struct {
	ID      string
	Answers *fit.Answers // to change them, record an event here and then call Append
	Half    fit.Event    // question and best option of an answer that has no worst option yet, or the zero value
	Result  string       // id of the latest saved result for these answers, or ""
	Dropped []StepKey    // answered steps that the pack has since changed
	Damaged []int        // line numbers of unreadable lines, whose answers are lost

	store   *Store
	quiz    *fit.Quiz
	source  *Source     // the result that the session continues, or nil
	before  *fit.Result // the result that source identifies
	file    atomicfile.File
	end     int64  // length in bytes of the complete lines on disk
	pending []byte // lines to write again, because writing failed
}

func (x *Session) head(started time.Time) Head {
	q, a := x.quiz, x.Answers
	return Head{
		Schema: SessionSchema, Pack: q.Pack.ID, Version: q.Pack.Version, Hash: q.Pack.Hash,
		Roles: a.Roles, Seed: a.Seed, Started: started.UTC().Format(time.RFC3339),
		Continues: x.source,
	}
}

// Begin creates and locks a session. The answers must be empty.
func (s *Store) Begin(q *fit.Quiz, a *fit.Answers) (*Session, error) {
	return s.begin(&Session{Answers: a, store: s, quiz: q})
}

// BeginFrom creates and locks a session for answers that fit.Quiz.Continue
// restored from a saved result.
func (s *Store) BeginFrom(q *fit.Quiz, a *fit.Answers, from Source) (*Session, error) {
	return s.begin(&Session{Answers: a, store: s, quiz: q, source: &from, Result: from.Result})
}

func (s *Store) begin(x *Session) (*Session, error) {
	root, err := s.create(sessions)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	started := s.now()
	folder := s.folder(root, sessions)
	err = addFrom(started, func(id string) (err error) {
		x.ID = id
		x.file, err = folder.Create(id+sessionExt, fileMode)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("making %s: %w", s.quoted(x.name()), wording.Cause(err))
	}
	if err = tryLock(x.file); err == nil {
		err = x.write(line{Head: new(x.head(started))})
	}
	if err == nil {
		err = folder.Sync()
	}
	if err != nil {
		x.file.Close()
		folder.Remove(x.ID + sessionExt)
		return nil, fmt.Errorf("beginning session %s: %w", s.quoted(x.name()), wording.Cause(err))
	}
	return x, nil
}

const sessionExt = ".jsonl"

func sessionName(id string) string { return sessions + "/" + id + sessionExt }

func (x *Session) name() string { return sessionName(x.ID) }

// Append writes an event to disk. The event must already be recorded in
// Answers. If writing fails, the next Append tries again.
func (x *Session) Append(r fit.Event) error { return x.append(r, false) }

// AppendHalf writes the best option of an answer to disk, or that it
// was taken back. Any later event replaces it.
func (x *Session) AppendHalf(r fit.Event) error { return x.append(r, true) }

func (x *Session) append(r fit.Event, half bool) error {
	if x.Half = (fit.Event{}); half && r.Best != "" {
		x.Half = r
	}
	if asked := x.quiz.Question(r.ID); r.Kind == fit.AskQuestion && x.quiz.Assembled && asked != nil {
		r.Shown = asked.Facets()
	}
	if err := x.write(line{Event: r, Half: half, Asked: askedHash(x.quiz, x.Answers, r)}); err != nil {
		return fmt.Errorf("saving the answer in %s: %w", x.store.quoted(x.name()), wording.Cause(err))
	}
	return nil
}

// write appends a line and flushes it to disk.
func (x *Session) write(l line) error {
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	x.pending = append(append(x.pending, data...), '\n')
	return x.flush()
}

// flush writes the pending lines. If a line is only partly written, flush
// removes that part and keeps the line pending.
func (x *Session) flush() error {
	_, err := x.file.WriteAt(x.pending, x.end)
	if err == nil {
		err = x.file.Sync()
	}
	if err != nil {
		// If truncating fails too, Resume handles the torn line.
		return errors.Join(err, x.file.Truncate(x.end))
	}
	x.end += int64(len(x.pending))
	x.pending = x.pending[:0]
	return nil
}

// Save saves a result for the answers so far, as Store.Add does, and replaces
// the session's previous result. The session continues. If nothing follows, a
// later call of Unfinished removes it, unless the person left the session open
// to resume it.
func (x *Session) Save(r *fit.Result, at time.Time, open bool) error {
	r.Replaces = x.Result
	err := addFrom(at, func(id string) error {
		r.ID = id
		// The line is written first, so it must not name an existing result:
		// after a crash, later answers would count as part of that result.
		if x.store.has(id) {
			return fs.ErrExist
		}
		if err := x.write(line{Result: id, Open: open}); err != nil {
			return fmt.Errorf("finishing session %s: %w", x.store.quoted(x.name()), wording.Cause(err))
		}
		return x.store.write(r)
	})
	if err == nil {
		x.Result = r.ID
	}
	return err
}

// End removes a session whose result has been saved.
func (x *Session) End() error {
	if err := x.Close(); err != nil { // first, because Windows can't remove an open file
		return err
	}
	return x.store.Discard(x.ID)
}

// Close releases the session, which stays on disk. It tries once more to write
// pending lines, and returns an error if they are lost.
func (x *Session) Close() error {
	var err error
	if len(x.pending) > 0 {
		if err = x.flush(); err != nil {
			err = fmt.Errorf("saving the last answers in %s: %w", x.store.quoted(x.name()), wording.Cause(err))
		}
	}
	if closing := x.file.Close(); err == nil {
		err = closing
	}
	return err
}

// Discard removes a session. The error is ErrInUse if another process has the
// session open. A session that no longer exists is not an error.
func (s *Store) Discard(id string) error {
	root, err := s.root()
	if err != nil {
		return err
	}
	defer root.Close()
	name := sessionName(id)
	f, err := s.open(root, name, os.O_RDWR)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	err = tryLock(f)
	f.Close() // release it first, because Windows can't remove an open file
	if err == nil {
		err = s.folder(root, sessions).Remove(id + sessionExt)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", s.quoted(name), wording.Cause(err))
	}
	return nil
}

// Sweep removes sessions that ended with a saved result. If the process is
// killed after saving the result, its session remains.
func (s *Store) Sweep() error {
	list, _, err := s.sessions()
	for _, u := range list {
		if u.ended {
			err = errors.Join(err, s.Discard(u.ID))
		}
	}
	return err
}
