//go:build linux

package main

import (
	"bytes"
	"io"
	"os"
	"time"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/batch/fast"
)

// stages measures how long each step of brief output takes per person, on one
// thread. Reading and finding the ends of lines are necessary in any program;
// the other steps are specific to rolefit. For each step, it reports the time
// of the fastest round.
func (b *bench) stages() error {
	var least [4]time.Duration
	for range b.rounds {
		steps, err := b.stage()
		if err != nil {
			return err
		}
		for i, spent := range steps {
			if least[i] == 0 || spent < least[i] {
				least[i] = spent
			}
		}
	}
	ns := func(i int) float64 { return float64(least[i].Nanoseconds()) / float64(b.people) }
	row("where the time of a person goes, one thread", "reading %.0f ns, ends of lines %.0f ns, answers %.0f ns, verdict and output %.0f ns", ns(0), ns(1), ns(2), ns(3))
	row("brief, part of reading and ends of lines, at best", "%.2f", (ns(0)+ns(1))/(ns(0)+ns(1)+ns(2)+ns(3)))
	return nil
}

// stage measures the steps once, using blocks of the same size as the program.
func (b *bench) stage() (steps [4]time.Duration, err error) {
	f, err := os.Open(b.file("people.jsonl"))
	if err != nil {
		return steps, err
	}
	defer f.Close()
	r, w := fast.NewReader(b.quiz), fast.NewBriefWriter(b.quiz, batch.BriefFields(), false)
	block, kept := make([]byte, 256<<10), 0
	var lines [][]byte
	var out []byte
	for {
		start := time.Now()
		n, err := f.Read(block[kept:])
		read := time.Now()
		if err == io.EOF {
			return steps, nil
		}
		if err != nil {
			return steps, err
		}
		data := block[:kept+n]
		lines = lines[:0]
		for i := bytes.IndexByte(data, '\n'); i >= 0; i = bytes.IndexByte(data, '\n') {
			lines, data = append(lines, data[:i+1]), data[i+1:]
		}
		found := time.Now()
		for _, line := range lines {
			r.Read(line)
		}
		answered := time.Now()
		out = out[:0]
		for _, line := range lines { // each line is read again, because a Reader holds only one
			r.Read(line)
			out = w.Line(out, r)
		}
		both := time.Since(answered)
		kept = copy(block, data)
		steps[0] += read.Sub(start)
		steps[1] += found.Sub(read)
		steps[2] += answered.Sub(found)
		steps[3] += both - answered.Sub(found)
	}
}
