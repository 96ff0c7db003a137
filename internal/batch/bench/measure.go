//go:build linux

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/rolefit/rolefit/internal/batch"
)

// A contender is something that goes through a file of answers.
type contender struct {
	name      string
	people    int // of its file: slow ones get fewer
	run       func() (processor time.Duration, err error)
	durations []time.Duration
	spent     []time.Duration // of the processors
}

// turns runs every contender once a round.
func (b *bench) turns(all ...*contender) error {
	for range b.rounds {
		for _, c := range all {
			begun := time.Now()
			spent, err := c.run()
			if err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			c.durations, c.spent = append(c.durations, time.Since(begun)), append(c.spent, spent)
		}
	}
	return nil
}

// rate is people a second.
func (c *contender) rate() float64 { return float64(c.people) / median(c.durations).Seconds() }

// perCore is people a second of processor time, which other work on the machine
// changes little.
func (c *contender) perCore() float64 { return float64(c.people) / median(c.spent).Seconds() }

// cheaper is how many times less processor time a person takes with c than
// with other.
func (c *contender) cheaper(other *contender) []float64 {
	out := ratios(other.spent, c.spent)
	for i := range out {
		out[i] *= float64(c.people) / float64(other.people)
	}
	return out
}

// faster is how many times more people a second c does than other.
func (c *contender) faster(other *contender) []float64 {
	out := ratios(other.durations, c.durations)
	for i := range out {
		out[i] *= float64(c.people) / float64(other.people)
	}
	return out
}

// quiet runs a command for what it costs.
func quiet(name string, args ...string) (time.Duration, error) {
	cmd := exec.Command(name, args...)
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return 0, err
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

func (b *bench) score(file string, people int, flags ...string) *contender {
	return &contender{name: "rolefit", people: people, run: func() (time.Duration, error) {
		return quiet(b.program, append(append([]string{"score"}, flags...), file)...)
	}}
}

// counting is so many threads that share some counting: what the machine has
// to give to more than one, while other work runs on it.
func counting(threads int) *contender {
	return &contender{name: "counting", people: 1, run: func() (time.Duration, error) {
		before := own()
		var group sync.WaitGroup
		for range threads {
			group.Go(func() {
				x := uint64(1)
				for range 1_000_000_000 / threads {
					x = x*6364136223846793005 + 1442695040888963407
				}
				if x == 0 { // so that it is worked out
					fmt.Fprintln(os.Stderr)
				}
			})
		}
		group.Wait()
		return own() - before, nil
	}}
}

// readLines only finds the lines of a file.
func readLines(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	buffer := make([]byte, 256<<10)
	lines, kept := 0, 0
	for {
		n, err := f.Read(buffer[kept:])
		data := buffer[:kept+n]
		for {
			i := bytes.IndexByte(data, '\n')
			if i < 0 {
				break
			}
			lines++
			data = data[i+1:]
		}
		kept = copy(buffer, data)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// peerAnswers is how many answers each person gives: a whole interview.
const peerAnswers = 24

// own is the processor time of this program so far.
func own() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// speed compares with a bare line reader, one core, and other programs.
func (b *bench) speed(m *batch.Measured) error {
	q, err := builtinQuiz()
	if err != nil {
		return err
	}
	large, err := b.write("people.jsonl", q, b.people, peerAnswers)
	if err != nil {
		return err
	}
	peers, err := b.peers(q)
	if err != nil {
		return err
	}
	info, err := os.Stat(large)
	if err != nil {
		return err
	}
	m.BytesPerPerson = float64(info.Size()) / float64(b.people)
	two, one := b.score(large, b.people, "--brief", "-j", "2"), b.score(large, b.people, "--brief", "-j", "1")
	bare := &contender{name: "bare line reader", people: b.people, run: func() (time.Duration, error) {
		before := own()
		err := readLines(large)
		return own() - before, err
	}}
	whole := b.score(filepath.Join(b.dir, "few.jsonl"), b.people/20, "-j", "2")
	alone, together := counting(1), counting(2)
	if err := b.turns(append([]*contender{two, one, alone, together, bare, whole}, peers...)...); err != nil {
		return err
	}
	megabytes := func(rate float64) float64 { return rate * m.BytesPerPerson / 1e6 }
	m.PerCoreSecond, m.PerSecondTwoCores, m.WholePerCoreSecond = one.perCore(), two.rate(), whole.perCore()
	b.say(fmt.Sprintf("%d people, %d answers, %.0f bytes each, brief, two workers", b.people, peerAnswers, m.BytesPerPerson),
		"%.0f people/s, %.0f MB/s", two.rate(), megabytes(two.rate()))
	b.say("the same, one worker", "%.0f people/s, %.0f MB/s; per second of processor time %.0f people, %.0f MB", one.rate(), megabytes(one.rate()), one.perCore(), megabytes(one.perCore()))
	b.say("two workers, times one (aim: 1.6)", "%s, while two threads that only count were %s times as fast as one; the processor time of two workers, times that of one: %s", spread(two.faster(one)), spread(together.faster(alone)), spread(ratios(two.spent, one.spent)))
	b.say("a bare line reader, one core", "%.0f MB/s; per second of processor time %.0f MB", megabytes(bare.rate()), megabytes(bare.perCore()))
	b.say("two workers, part of the bare reader (aim: 0.083)", "%s; one worker by processor time %s", spread(two.faster(bare)), spread(one.cheaper(bare)))
	b.say("whole results, two workers", "%.0f people/s; per second of processor time %.0f", whole.rate(), whole.perCore())
	for _, p := range peers {
		b.say(p.name+", the same sums (aim for node or duckdb: 25)", "%.0f people/s; rolefit is %s times as fast, by processor time %s", p.rate(), spread(two.faster(p)), spread(two.cheaper(p)))
	}
	return nil
}

// memory is the most that the program holds, over many sizes of input.
func (b *bench) memory(m *batch.Measured) error {
	block, err := os.ReadFile(filepath.Join(b.dir, "people.jsonl"))
	if err != nil {
		return err
	}
	block = block[:bytes.LastIndexByte(block[:len(block)/(b.people/min(b.people, 100_000))], '\n')+1]
	people := bytes.Count(block, []byte("\n"))
	var text string
	for _, times := range []int{1, 10, 50} {
		peak, err := b.peak(block, times, "score", "--brief", "-j", "2")
		if err != nil {
			return err
		}
		if text += fmt.Sprintf("%d people %.0f MB, ", people*times, peak); peak > m.PeakMB {
			m.PeakMB = peak
		}
	}
	b.say("peak memory, brief (aim: under 64 MB, flat)", "%s", text[:len(text)-2])
	peak, err := b.peak(block, 1, "score", "-j", "2")
	if err != nil {
		return err
	}
	b.say("peak memory, whole results", "%.0f MB", peak)
	return nil
}

// peak feeds a block so many times and returns the most memory held, in MB.
func (b *bench) peak(block []byte, times int, args ...string) (float64, error) {
	cmd := exec.Command(b.program, args...)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	for range times {
		if _, err := in.Write(block); err != nil {
			return 0, err
		}
	}
	peak, err := highest(cmd.Process.Pid) // all but what is in the pipe has been read
	if err != nil {
		return 0, err
	}
	in.Close()
	return peak, cmd.Wait()
}

// highest is the most memory that a process has held so far, in MB. (What wait
// tells counts this program's memory too, of which the process was split off.)
func highest(pid int) (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	_, err = fmt.Sscan(rest, &kilobytes)
	return kilobytes / 1024, err
}

// answers is what each answer costs.
func (b *bench) answers(*batch.Measured) error {
	q, err := builtinQuiz()
	if err != nil {
		return err
	}
	var all []*contender
	for _, n := range []int{6, 12, 24} {
		file, err := b.write(fmt.Sprint("answers-", n), q, b.people/5, n)
		if err != nil {
			return err
		}
		all = append(all, b.score(file, b.people/5, "--brief", "-j", "1"))
	}
	if err := b.turns(all...); err != nil {
		return err
	}
	b.say("6, 12 and 24 answers, one worker (aim: linear)", "%.2f, %.2f and %.2f µs of processor time a person", 1e6/all[0].perCore(), 1e6/all[1].perCore(), 1e6/all[2].perCore())
	return nil
}

// roles is what more roles cost, with as many answers.
func (b *bench) roles(*batch.Measured) error {
	var all []*contender
	for _, n := range []int{4, 16, 64} {
		dir, q, err := b.rolesPack(n)
		if err != nil {
			return err
		}
		file, err := b.write(fmt.Sprint("roles-", n, ".jsonl"), q, b.people/10, 24)
		if err != nil {
			return err
		}
		all = append(all, b.score(file, b.people/10, "--brief", "-j", "1", "--pack", dir))
	}
	if err := b.turns(all...); err != nil {
		return err
	}
	b.say("4, 16 and 64 roles, 24 answers, one worker (aim: no worse than linear)", "%.2f, %.2f and %.2f µs of processor time a person", 1e6/all[0].perCore(), 1e6/all[1].perCore(), 1e6/all[2].perCore())
	return nil
}
