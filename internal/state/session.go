package state

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/wording"
)

// SessionSchema names the form of a session.
const SessionSchema = "rolefit/session/1"

// A Head is the first line of a session: which quiz it is of.
type Head struct {
	Schema  string   `json:"schema"`
	Pack    string   `json:"pack"`
	Version int      `json:"version"`
	Hash    string   `json:"hash"`
	Roles   []string `json:"roles,omitempty"` // only if fewer than the pack's
	Seed    uint64   `json:"seed"`
	Started string   `json:"started"` // RFC 3339
}

// A line of a session is one of three: a head, a reply, or the id of the
// result that it ended in.
type line struct {
	*Head
	fit.Event
	Asked  string `json:"asked,omitempty"`  // the hash of what the reply is to
	Result string `json:"result,omitempty"` // written just before the result is
}

// A logFile is what a session needs of its open file.
type logFile interface {
	io.WriterAt
	Truncate(size int64) error
	Sync() error
	Close() error
}

// A Session is a quiz under way. It is for one goroutine.
type Session struct {
	ID       string
	Answers  *fit.Answers // to go on with: record a reply here, then Keep it
	SetAside []string     // ids of what was answered and has changed with the pack since
	Damaged  []int        // numbers of lines that cannot be read; what they said is lost

	store   *Store
	quiz    *fit.Quiz
	file    logFile
	end     int64  // of what is on the disk whole
	pending []byte // what is not: the last writes failed
}

func headOf(q *fit.Quiz, a *fit.Answers, started time.Time) Head {
	return Head{
		Schema: SessionSchema, Pack: q.Pack.ID, Version: q.Pack.Version, Hash: q.Pack.Hash,
		Roles: a.Roles, Seed: a.Seed, Started: started.UTC().Format(time.RFC3339),
	}
}

// Begin makes a session for answers that are still empty, and locks it.
func (s *Store) Begin(q *fit.Quiz, a *fit.Answers) (*Session, error) {
	root, err := s.make(sessions)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	x := &Session{Answers: a, store: s, quiz: q}
	started := s.now()
	var file *os.File
	err = addFrom(started, func(id string) (err error) {
		x.ID = id
		file, err = root.OpenFile(x.name(), os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("making %s: %w", s.quoted(x.name()), wording.Cause(err))
	}
	x.file = file
	if err = tryLock(file); err == nil {
		err = x.write(line{Head: new(headOf(q, a, started))})
	}
	if err == nil {
		err = s.folder(root, sessions).Sync()
	}
	if err != nil {
		x.file.Close()
		root.Remove(x.name())
		return nil, fmt.Errorf("beginning session %s: %w", s.quoted(x.name()), wording.Cause(err))
	}
	return x, nil
}

func sessionName(id string) string { return sessions + "/" + id + ".jsonl" }

func (x *Session) name() string { return sessionName(x.ID) }

// Keep puts a reply that Answers has recorded on the disk. When it fails, the
// reply is not lost yet: the next Keep writes it too.
func (x *Session) Keep(r fit.Event) error {
	if err := x.write(line{Event: r, Asked: asked(x.quiz, x.Answers, r)}); err != nil {
		return fmt.Errorf("keeping the answer in %s: %w", x.store.quoted(x.name()), wording.Cause(err))
	}
	return nil
}

// write appends a line and flushes it to the disk.
func (x *Session) write(l line) error {
	data, err := json.Marshal(l)
	if err != nil {
		return err
	}
	x.pending = append(append(x.pending, data...), '\n')
	return x.flush()
}

// flush writes what is pending. A line that is not whole is cut off again, and
// stays pending.
func (x *Session) flush() error {
	_, err := x.file.WriteAt(x.pending, x.end)
	if err == nil {
		err = x.file.Sync()
	}
	if err != nil {
		// What cannot be cut off either is a torn line, which Resume knows.
		return errors.Join(err, x.file.Truncate(x.end))
	}
	x.end += int64(len(x.pending))
	x.pending = x.pending[:0]
	return nil
}

// Finish saves the result that the session ended in, as Add does, and removes
// the session. When it fails the session stays.
func (x *Session) Finish(r *fit.Result, at time.Time) error {
	err := addFrom(at, func(id string) error {
		r.ID = id
		if err := x.write(line{Result: id}); err != nil {
			return fmt.Errorf("finishing session %s: %w", x.store.quoted(x.name()), wording.Cause(err))
		}
		return x.store.Save(r)
	})
	if err != nil {
		return err
	}
	if err := x.Close(); err != nil { // first: Windows removes no open file
		return err
	}
	return x.store.Discard(x.ID)
}

// Close lets go of the session, which stays on the disk. Replies that could
// not be written are tried once more; it fails when they are lost.
func (x *Session) Close() error {
	var err error
	if len(x.pending) > 0 {
		if err = x.flush(); err != nil {
			err = fmt.Errorf("keeping the last answers in %s: %w", x.store.quoted(x.name()), wording.Cause(err))
		}
	}
	if closing := x.file.Close(); err == nil {
		err = closing
	}
	return err
}

// Discard removes a session, unless another process has it open: ErrInUse.
// One that is not there any more is no error.
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
	f.Close() // before it is removed: Windows removes no open file
	if err == nil {
		err = root.Remove(name)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("removing %s: %w", s.quoted(name), wording.Cause(err))
	}
	return nil
}
