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

// SessionSchema names the format of a session.
const SessionSchema = "rolefit/session/2"

// A Head is the first line of a session. It identifies the quiz.
type Head struct {
	Schema  string   `json:"schema"`
	Pack    string   `json:"pack"`
	Version int      `json:"version"`
	Hash    string   `json:"hash"`
	Roles   []string `json:"roles,omitempty"` // only if they are fewer than the pack's
	Seed    uint64   `json:"seed"`
	Started string   `json:"started"` // RFC 3339

	Continues *Source `json:"continues,omitempty"` // nil for a quiz of its own
}

// A Source says which result a session continues, and how.
type Source struct {
	Result string           `json:"result"`
	How    fit.Continuation `json:"how"`
}

// A line of a session is a head, an event, or the id of a result of the answers
// so far.
type line struct {
	*Head
	fit.Event
	Asked  string `json:"asked,omitempty"`  // hash of the question, skill or cards
	Result string `json:"result,omitempty"` // written just before the result
	Open   bool   `json:"open,omitempty"`   // whether the session is to be resumed after that result
}

// A StepKey identifies a step of the interview: different kinds may share an id.
type StepKey struct {
	Kind fit.Kind
	ID   string
}

// A Session is a quiz in progress. It must not be used concurrently.
type Session struct {
	ID      string
	Answers *fit.Answers // record an event here, then Append it
	Result  string       // id of the latest result saved of these answers; "" when there is none
	Dropped []StepKey    // steps that have changed with the pack since they were answered
	Damaged []int        // numbers of lines that cannot be read and are lost

	store   *Store
	quiz    *fit.Quiz
	source  *Source     // nil for a quiz of its own
	before  *fit.Result // the result of the source
	file    atomicfile.File
	end     int64  // length of the complete lines on disk
	pending []byte // lines that aren't on disk yet because writing failed
}

func (x *Session) head(started time.Time) Head {
	q, a := x.quiz, x.Answers
	return Head{
		Schema: SessionSchema, Pack: q.Pack.ID, Version: q.Pack.Version, Hash: q.Pack.Hash,
		Roles: a.Roles, Seed: a.Seed, Started: started.UTC().Format(time.RFC3339),
		Continues: x.source,
	}
}

// Begin creates and locks a session for answers that are still empty.
func (s *Store) Begin(q *fit.Quiz, a *fit.Answers) (*Session, error) {
	return s.begin(&Session{Answers: a, store: s, quiz: q})
}

// BeginFrom creates and locks a session for answers that fit.Quiz.Continue has
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

// Append writes an event, which Answers must have recorded already, to disk. If
// it fails, the next Append writes the event again.
func (x *Session) Append(r fit.Event) error {
	if asked := x.quiz.Question(r.ID); r.Kind == fit.AskQuestion && x.quiz.Assembled && asked != nil {
		r.Shown = asked.Facets()
	}
	if err := x.write(line{Event: r, Asked: askedHash(x.quiz, x.Answers, r)}); err != nil {
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

// flush writes the pending lines. A partially written line is truncated and
// stays pending.
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

// Save saves a result of the answers so far, as Store.Add does. It replaces the
// session's last one. The session continues; if nothing follows, it is removed
// when the next one looks for unfinished sessions.
func (x *Session) Save(r *fit.Result, at time.Time) error {
	return x.save(r, at, false)
}

// SaveOpen is like Save, for a session that the person left and can resume.
func (x *Session) SaveOpen(r *fit.Result, at time.Time) error {
	return x.save(r, at, true)
}

func (x *Session) save(r *fit.Result, at time.Time, open bool) error {
	r.Replaces = x.Result
	err := addFrom(at, func(id string) error {
		r.ID = id
		// The line comes first, so it must not name a result that exists: after a
		// crash, the answers since then would count as part of that one.
		if x.store.has(id) {
			return fs.ErrExist
		}
		if err := x.write(line{Result: id, Open: open}); err != nil {
			return fmt.Errorf("finishing session %s: %w", x.store.quoted(x.name()), wording.Cause(err))
		}
		return x.store.Save(r)
	})
	if err == nil {
		x.Result = r.ID
	}
	return err
}

// End removes a session whose result is saved.
func (x *Session) End() error {
	if err := x.Close(); err != nil { // first, because Windows cannot remove an open file
		return err
	}
	return x.store.Discard(x.ID)
}

// Close releases the session, which stays on disk. It tries once more to write
// pending lines, and fails if they are lost.
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

// Discard removes a session. It fails with ErrInUse if another process has the
// session open. If the session no longer exists, that isn't an error.
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
	f.Close() // release it before removing it, because Windows can't remove an open file
	if err == nil {
		err = s.folder(root, sessions).Remove(id + sessionExt)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", s.quoted(name), wording.Cause(err))
	}
	return nil
}
