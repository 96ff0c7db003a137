//go:build linux

// Bench measures the cost of a batch, a program start and an audit, and prints
// a Markdown table. Run it with make bench in the root of the repository, on an
// idle machine.
//
// Programs that are compared run alternately, in rounds, and the result is the
// median of the ratios in each round. Other work on the machine then slows down
// both programs. Ratios of processor time vary less than ratios of elapsed
// time.
//
// Files: input.go writes the input, peers.go has other programs for the same
// task, run.go runs and times programs, and main.go defines the measurements.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// A bench runs one measurement of the program.
type bench struct {
	dir     string // folder for temporary files
	program string
	people  int
	rounds  int
	quiz    *fit.Quiz
}

func main() {
	var b bench
	flag.IntVar(&b.people, "people", 1_000_000, "people of the large input")
	flag.IntVar(&b.rounds, "rounds", 5, "rounds")
	flag.Parse()
	if err := b.run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (b *bench) run() (err error) {
	if b.dir, err = os.MkdirTemp("", "rolefit-bench-"); err != nil {
		return err
	}
	defer os.RemoveAll(b.dir)
	if b.quiz, err = fit.NewQuiz(pack.Builtin(), nil); err != nil {
		return err
	}
	b.program = filepath.Join(b.dir, "rolefit")
	if err := build(b.program, "./cmd/rolefit"); err != nil {
		return err
	}
	fmt.Printf("`make bench`, %s, %s, %d rounds in turns, medians:\n\n| what | measured |\n|---|---|\n",
		time.Now().UTC().Format(time.DateOnly), machine(), b.rounds)
	for _, measure := range []func() error{b.start, b.audit, b.speed, b.memory, b.answers, b.roles} {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

// machine describes the machine.
func machine() string {
	model := runtime.GOARCH
	info, _ := os.ReadFile("/proc/cpuinfo") // on other systems, the architecture is enough
	if _, rest, ok := strings.Cut(string(info), "model name"); ok {
		model, _, _ = strings.Cut(strings.TrimLeft(rest, "\t :"), "\n")
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// row prints a row of the table.
func row(what, format string, args ...any) {
	fmt.Printf("| %s | %s |\n", what, fmt.Sprintf(format, args...))
}

const hello = "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"hello\\n\") }\n"

// starts is the number of times a program is started in each round.
const starts = 40

// start compares a command that prints a page with a program that prints one
// line.
func (b *bench) start() error {
	source, program := filepath.Join(b.dir, "hello.go"), filepath.Join(b.dir, "hello")
	if err := os.WriteFile(source, []byte(hello), 0o644); err != nil {
		return err
	}
	if err := build(program, source); err != nil {
		return err
	}
	explain, line := command(starts, b.program, "explain", "sre"), command(starts, program)
	explain.times, line.times = starts, starts
	if err := b.inTurns(line, explain); err != nil {
		return err
	}
	row("rolefit explain sre, times a Go program that prints a line (aim: 3)", "%s: %.1f ms", spread(ratios(explain.elapsed, line.elapsed)), 1e3/explain.rate())
	return nil
}

// auditPeople is the number of people simulated for each row of the audit.
const auditPeople = 100_000

func (b *bench) audit() error {
	audit := command(auditPeople, b.program, "pack", "audit", "--people", fmt.Sprint(auditPeople), "--format", "json")
	if err := b.inTurns(audit); err != nil {
		return err
	}
	row(fmt.Sprintf("rolefit pack audit, %d people a row", auditPeople), "%.1f s", auditPeople/audit.rate())
	return nil
}

// interview is the number of answers in a complete interview.
const interview = 24

// speed compares brief output on one and two workers with a program that only
// counts lines, with full results, and with other programs.
func (b *bench) speed() error {
	large, err := b.writePeople("people.jsonl", b.quiz, b.people, interview)
	if err != nil {
		return err
	}
	few, err := b.writePeople("few.jsonl", b.quiz, b.people/20, interview)
	if err != nil {
		return err
	}
	peers, err := b.peers(few)
	if err != nil {
		return err
	}
	two, one := b.score(large, b.people, "--brief", "-j", "2"), b.score(large, b.people, "--brief", "-j", "1")
	bare, whole := &contender{name: "bare line reader", people: b.people, run: func() (time.Duration, error) { return countLines(large) }}, b.score(few, b.people/20, "-j", "2")
	if err := b.inTurns(append([]*contender{two, one, bare, whole}, peers...)...); err != nil {
		return err
	}
	row(fmt.Sprintf("%d people, %d answers each, brief, two workers", b.people, interview), "%.0f people/s", two.rate())
	row("the same, one worker", "%.0f people/s; per second of processor time %.0f", one.rate(), one.perCore())
	row("two workers, times one (aim: 1.6)", "%s", spread(two.faster(one)))
	row("one worker, part of a bare line reader, by processor time (aim: 0.083)", "%s", spread(one.cheaper(bare)))
	row("whole results, two workers", "%.0f people/s; per second of processor time %.0f", whole.rate(), whole.perCore())
	for _, p := range peers {
		row(p.name+", the same sums", "%.0f people/s; rolefit is %s times as fast, by processor time %s", p.rate(), spread(two.faster(p)), spread(two.cheaper(p)))
	}
	return nil
}

// memory measures the peak memory of brief output for several input sizes.
func (b *bench) memory() error {
	block, err := os.ReadFile(filepath.Join(b.dir, "few.jsonl"))
	if err != nil {
		return err
	}
	people := bytes.Count(block, []byte("\n"))
	for _, times := range []int{1, 10, 100} {
		peak, err := peakMemory(block, times, b.program, "score", "--brief", "-j", "2")
		if err != nil {
			return err
		}
		row(fmt.Sprintf("peak memory, %d people, brief (aim: under 64 MB, flat)", people*times), "%.0f MB", peak)
	}
	return nil
}

// answers measures the cost of one more answer.
func (b *bench) answers() error {
	return b.costs("6, 12 and 24 answers, one worker (aim: linear)", []int{6, 12, 24}, func(n int) (*contender, error) {
		file, err := b.writePeople(fmt.Sprint("answers-", n), b.quiz, b.people/5, n)
		return b.score(file, b.people/5, "--brief", "-j", "1"), err
	})
}

// roles measures the cost of one more role.
func (b *bench) roles() error {
	return b.costs("4, 16 and 64 roles, 24 answers, one worker (aim: no worse than linear)", []int{4, 16, 64}, func(n int) (*contender, error) {
		dir, q, err := b.writePack(n)
		if err != nil {
			return nil, err
		}
		file, err := b.writePeople(fmt.Sprint("roles-", n), q, b.people/10, interview)
		return b.score(file, b.people/10, "--brief", "-j", "1", "--pack", dir), err
	})
}

// costs compares the processor time per person for several sizes.
func (b *bench) costs(what string, sizes []int, newContender func(size int) (*contender, error)) error {
	var all []*contender
	for _, n := range sizes {
		c, err := newContender(n)
		if err != nil {
			return err
		}
		all = append(all, c)
	}
	if err := b.inTurns(all...); err != nil {
		return err
	}
	row(what, "%.2f, %.2f and %.2f µs of processor time a person", 1e6/all[0].perCore(), 1e6/all[1].perCore(), 1e6/all[2].perCore())
	return nil
}

func (b *bench) score(file string, people int, flags ...string) *contender {
	return command(people, b.program, append(append([]string{"score"}, flags...), file)...)
}

// build builds a program with the same flags as make build.
func build(program, source string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, source)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	return cmd.Run()
}
