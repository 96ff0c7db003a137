package batch

import (
	"io"
	"sync"
)

// A writer writes the output of chunks in the order of the input, and reports
// bad lines. It has no goroutine: a worker that finishes a chunk writes it along
// with the finished chunks that follow it, unless an earlier chunk is unfinished
// or another worker is already writing.
type writer struct {
	*run
	Summary
	out   io.Writer
	file  string
	line  int // number of lines in the file before the current chunk
	lines int // number of lines in all files

	mu       sync.Mutex
	changed  *sync.Cond
	finished map[int]*chunk // chunks to write, by number
	next     int            // number of the next chunk to write
	ahead    int            // number of chunks that may be in progress
	busy     bool           // whether a worker is writing
	err      error          // why no more is written
	cancel   func()         // stops the run
}

func newWriter(r *run, out io.Writer, workers int, stop func()) *writer {
	w := &writer{run: r, out: out, finished: map[int]*chunk{}, ahead: perWorker * workers, cancel: stop}
	w.changed = sync.NewCond(&w.mu)
	return w
}

// add takes a finished chunk. It waits while the output is too far behind.
func (w *writer) add(c *chunk) {
	w.mu.Lock()
	defer w.mu.Unlock()
	number := c.number // once written, the chunk may be reused
	w.finished[number] = c
	for n := w.next; !w.busy && w.err == nil && w.finished[n] != nil; n = w.next {
		w.write(w.finished[n])
		w.line += w.finished[n].lines
		w.spare.Put(w.finished[n])
		delete(w.finished, n)
		w.next++
	}
	for number-w.next >= w.ahead && w.err == nil {
		w.changed.Wait()
	}
}

// flush waits until all earlier chunks are written, and then writes what there
// is of an unfinished chunk. It returns false if the run was stopped.
func (w *writer) flush(c *chunk) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.next != c.number && w.err == nil {
		w.changed.Wait()
	}
	if w.err == nil {
		w.write(c)
	}
	return w.err == nil
}

// end returns what was written and the reason why it isn't everything, which is
// err if there is no other.
func (w *writer) end(err error) (Summary, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.err == nil {
		w.err = err
	}
	w.changed.Broadcast()
	for w.busy {
		w.changed.Wait()
	}
	return w.Summary, w.err
}

// write writes the output of a chunk. Other workers can add theirs meanwhile.
func (w *writer) write(c *chunk) {
	w.busy = true
	w.mu.Unlock()
	err := w.chunk(c)
	w.mu.Lock()
	w.busy = false
	w.changed.Broadcast()
	if err != nil {
		w.err = err
		w.cancel()
	}
}

func (w *writer) chunk(c *chunk) error {
	if c.first {
		w.file, w.line, c.first = c.file, 0, false
	}
	for _, note := range c.notes {
		w.Note(note)
	}
	c.notes = nil
	err := w.part(&c.part)
	c.part.reset()
	return err
}

// part writes a part, stopping at the bad line that exceeds the limit.
func (w *writer) part(p *part) error {
	end, stopped := len(p.out), false
	for i := range p.bad {
		b := &p.bad[i]
		w.run.BadLine(BadLine{w.file, w.line + b.line, b.id, b.message, b.row})
		if w.Summary.Bad++; w.MaxBad >= 0 && w.Summary.Bad > w.MaxBad {
			end, stopped, p.people = b.offset, true, b.people
			break
		}
	}
	if end > 0 {
		if _, err := w.out.Write(p.out[:end]); err != nil {
			return err
		}
	}
	w.People += p.people
	if stopped {
		return ErrTooManyBad
	}
	w.lines += p.lines
	if w.Progress != nil {
		w.Progress(Progress{w.bytes.Load(), w.lines})
	}
	return nil
}
