//go:build linux

package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A contender is a program that processes a file of answers.
type contender struct {
	name      string
	people    int // number of people in its file; slow programs get fewer
	times     int // number of runs per round; 0 means 1
	run       func() (processor time.Duration, err error)
	elapsed   []time.Duration // one per round
	processor []time.Duration
}

// command returns a contender that runs a program. The working directory is the
// program's folder, because a checkout of the repository is a pack, which
// rolefit would read.
func command(people int, program string, args ...string) *contender {
	return &contender{name: filepath.Base(program), people: people, run: func() (time.Duration, error) {
		cmd := exec.Command(program, args...)
		cmd.Dir, cmd.Stderr = filepath.Dir(program), os.Stderr
		if err := cmd.Run(); err != nil {
			return 0, err
		}
		return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
	}}
}

// inTurns runs every contender in each round.
func (b *bench) inTurns(all ...*contender) error {
	for range b.rounds {
		for _, c := range all {
			var total time.Duration
			start := time.Now()
			for range max(1, c.times) {
				processor, err := c.run()
				if err != nil {
					return fmt.Errorf("%s: %w", c.name, err)
				}
				total += processor
			}
			c.elapsed, c.processor = append(c.elapsed, time.Since(start)), append(c.processor, total)
		}
	}
	return nil
}

// rate returns the number of people processed per second.
func (c *contender) rate() float64 { return float64(c.people) / median(c.elapsed).Seconds() }

// perCore returns the number of people processed per second of processor time.
func (c *contender) perCore() float64 { return float64(c.people) / median(c.processor).Seconds() }

// faster returns the ratio of the rates of c and other, by round.
func (c *contender) faster(other *contender) []float64 {
	return perPerson(ratios(other.elapsed, c.elapsed), c, other)
}

// cheaper is like faster, but compares rates per second of processor time.
func (c *contender) cheaper(other *contender) []float64 {
	return perPerson(ratios(other.processor, c.processor), c, other)
}

func perPerson(ratios []float64, c, other *contender) []float64 {
	for i := range ratios {
		ratios[i] *= float64(c.people) / float64(other.people)
	}
	return ratios
}

// ratios returns the ratio of the times in a to those in b, by round.
func ratios(a, b []time.Duration) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = float64(a[i]) / float64(b[i])
	}
	return out
}

func median[T cmp.Ordered](values []T) T {
	return slices.Sorted(slices.Values(values))[len(values)/2]
}

// spread formats the median, the lowest and the highest value.
func spread(values []float64) string {
	return fmt.Sprintf("%.2f (%.2f to %.2f)", median(values), slices.Min(values), slices.Max(values))
}

// countLines counts the lines of a file and returns the processor time.
func countLines(file string) (time.Duration, error) {
	var before, after syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
		return 0, err
	}
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(make([]byte, 256<<10), 0)
	for lines.Scan() {
	}
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		return 0, err
	}
	return time.Duration(after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano()), lines.Err()
}

// peakMemory writes a block to a program the given number of times and returns
// the program's peak memory in MB. It reads the peak from /proc, because the
// one that wait reports includes the parent's memory before exec.
func peakMemory(block []byte, times int, program string, args ...string) (float64, error) {
	cmd := exec.Command(program, args...)
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
	// The program has read everything except what is left in the pipe.
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kilobytes float64
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		return 0, err
	}
	in.Close()
	return kilobytes / 1024, cmd.Wait()
}
