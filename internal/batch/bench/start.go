//go:build linux

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/rolefit/rolefit/internal/batch"
)

// starts is how often a program is started in a round.
const starts = 40

const greeting = "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"hello\\n\") }\n"

// start compares a command that prints a page with a program that prints a
// line.
func (b *bench) start(*batch.Measured) error {
	source := filepath.Join(b.dir, "hello.go")
	if err := os.WriteFile(source, []byte(greeting), 0o644); err != nil {
		return err
	}
	hello := filepath.Join(b.dir, "hello")
	if err := goBuild(hello, source); err != nil {
		return err
	}
	explain, line := b.started(b.program, "explain", "sre"), b.started(hello)
	if err := b.turns(line, explain); err != nil {
		return err
	}
	peak, err := b.printing("explain", "sre")
	if err != nil {
		return err
	}
	b.say("rolefit explain sre, times a Go program that prints a line (aim: 3)", "%s: %.1f ms, with %.0f MB (aim: 12)",
		spread(ratios(explain.durations, line.durations)), 1e3/explain.rate(), peak)
	return nil
}

// auditPeople is how many people a row of the audit simulates.
const auditPeople = 100_000

// audit is how long it takes to simulate the people of pack audit.
func (b *bench) audit(*batch.Measured) error {
	audit := &contender{name: "pack audit", people: auditPeople, run: func() (time.Duration, error) {
		return quiet(b.program, "pack", "audit", "--people", strconv.Itoa(auditPeople), "--format", "json")
	}}
	if err := b.turns(audit); err != nil {
		return err
	}
	b.say(fmt.Sprintf("rolefit pack audit, %d people a row, all rows", auditPeople), "%.1f s", auditPeople/audit.rate())
	return nil
}

// started is a program that is started again and again.
func (b *bench) started(name string, args ...string) *contender {
	return &contender{name: name, people: starts, run: func() (total time.Duration, err error) {
		for range starts {
			spent, err := quiet(name, args...)
			if err != nil {
				return 0, err
			}
			total += spent
		}
		return total, nil
	}}
}

// printing is the most memory that the program has held, in MB, when it has
// its page ready: it waits for a pipe that is full.
func (b *bench) printing(args ...string) (float64, error) {
	r, w, err := os.Pipe()
	if err != nil {
		return 0, err
	}
	defer r.Close()
	fd, page := int(w.Fd()), make([]byte, 4096)
	if err := syscall.SetNonblock(fd, true); err != nil {
		return 0, err
	}
	for err == nil {
		_, err = syscall.Write(fd, page)
	}
	if err := syscall.SetNonblock(fd, false); err != nil {
		return 0, err
	}
	cmd := exec.Command(b.program, args...)
	cmd.Stdout, cmd.Stderr = w, os.Stderr
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	w.Close()
	time.Sleep(200 * time.Millisecond)
	peak, err := highest(cmd.Process.Pid)
	if err != nil {
		return 0, err
	}
	if _, err := io.Copy(io.Discard, r); err != nil {
		return 0, err
	}
	return peak, cmd.Wait()
}
