//go:build linux

// Bench measures the cost of a batch, a program start and an audit, and prints
// a Markdown table. Run it with make bench in the root of the repository, on an
// idle machine.
//
// Programs to compare run in turns, in several rounds. The result is the median
// of the ratios from each round, because other work on the machine then slows
// down both programs. Ratios of processor time vary less than ratios of
// elapsed time.
//
// Files: input.go writes the input, peers.go and duck.go contain other programs
// for the same task, run.go runs and times programs, stages.go times the steps
// of one thread, and main.go and postings.go define the other measurements.
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

// A bench contains the settings of one run.
type bench struct {
	dir     string // folder for temporary files
	program string
	people  int
	rounds  int
	posts   string // file of labeled postings, or empty
	quiz    *fit.Quiz
}

func main() {
	var b bench
	flag.IntVar(&b.people, "people", 1_000_000, "people of the large input")
	flag.IntVar(&b.rounds, "rounds", 5, "rounds")
	flag.StringVar(&b.posts, "postings", "", "also measure match on the postings in this `FILE`, as pack learn reads it, and learning from it")
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
	for _, measure := range []func() error{b.start, b.postings, b.audit, b.speed, b.stages, b.memory, b.answers, b.roles, b.questions, b.weights} {
		if err := measure(); err != nil {
			return err
		}
	}
	return nil
}

// machine returns a description of the machine.
func machine() string {
	model := runtime.GOARCH
	info, _ := os.ReadFile("/proc/cpuinfo") // elsewhere, the architecture is enough
	if _, rest, ok := strings.Cut(string(info), "model name"); ok {
		model, _, _ = strings.Cut(strings.TrimLeft(rest, "\t :"), "\n")
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}

func row(what, format string, args ...any) {
	fmt.Printf("| %s | %s |\n", what, fmt.Sprintf(format, args...))
}

const hello = "package main\n\nimport \"os\"\n\nfunc main() { os.Stdout.WriteString(\"hello\\n\") }\n"

// starts is the number of times that a program is started in each round.
const starts = 40

// start compares short commands with a program that prints one line.
func (b *bench) start() error {
	source, program := filepath.Join(b.dir, "hello.go"), filepath.Join(b.dir, "hello")
	if err := os.WriteFile(source, []byte(hello), 0o644); err != nil {
		return err
	}
	if err := build(program, source); err != nil {
		return err
	}
	version, explain, line := command(starts, b.program, "--version"), command(starts, b.program, "explain", "sre"), command(starts, program)
	version.times, explain.times, line.times = starts, starts, starts
	if err := b.inTurns(line, version, explain); err != nil {
		return err
	}
	for _, c := range []struct {
		what string
		*contender
	}{{"rolefit --version, times a Go program that prints a line (aim: 2)", version}, {"rolefit explain sre, the same (aim: 3)", explain}} {
		row(c.what, "%s, by processor time %s: %.1f ms", spread(ratios(c.elapsed, line.elapsed)), spread(ratios(c.processor, line.processor)), 1e3/c.rate())
	}
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

// speed compares brief output with a program that only counts lines, with other
// forms of output and input, and with other programs.
func (b *bench) speed() error {
	large, err := b.writePeople("people.jsonl", b.quiz, b.people, interview)
	if err != nil {
		return err
	}
	few, err := b.writePeople("few.jsonl", b.quiz, b.people/10, interview)
	if err != nil {
		return err
	}
	table, err := b.writeTable("people.csv", b.quiz, b.people, interview)
	if err != nil {
		return err
	}
	installed, err := b.installedPeers(few)
	if err != nil {
		return err
	}
	brief, one := b.score(large, b.people, "--brief", "-j", "2"), b.score(large, b.people, "--brief", "-j", "1")
	scores, csv, texts := b.score(large, b.people, "-j", "2"), b.score(table, b.people, "--from", "csv", "--brief", "-j", "2"), b.score(few, b.people/10, "--texts", "-j", "2")
	bare := &contender{name: "bare line reader", people: b.people, run: func() (time.Duration, error) { return countLines(large) }}
	all := []*contender{brief, one, scores, csv, texts, bare}
	for _, p := range installed {
		people := large
		if p.share > 1 {
			people = few
		}
		all = append(all, b.peer(p, people, os.DevNull))
	}
	if err := b.inTurns(all...); err != nil {
		return err
	}
	row(fmt.Sprintf("%d people, %d answers each, brief, two workers", b.people, interview), "%.0f people/s", brief.rate())
	row("the same, one worker", "%.0f people/s; per second of processor time %.0f", one.rate(), one.perCore())
	row("two workers, times one (aim: 1.6)", "%s", spread(brief.faster(one)))
	row("brief, part of a bare line reader, by processor time (aim: 0.25)", "%s", spread(one.cheaper(bare)))
	row("scores, part of brief (aim: 0.5)", "%.0f people/s; %s, by processor time %s", scores.rate(), spread(scores.faster(brief)), spread(scores.cheaper(brief)))
	row("CSV, part of JSON, brief (aim: 0.5)", "%.0f people/s; %s, by processor time %s", csv.rate(), spread(csv.faster(brief)), spread(csv.cheaper(brief)))
	row("whole results (aim: 78500)", "%.0f people/s; per second of processor time %.0f", texts.rate(), texts.perCore())
	for _, p := range all[6:] {
		row(p.name+", the same fits", "%.0f people/s; rolefit is %s times as fast, by processor time %s", p.rate(), spread(brief.faster(p)), spread(brief.cheaper(p)))
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
		return b.packContender(n, 9, interview)
	})
}

// questions measures the cost of a larger bank of questions, all answered.
func (b *bench) questions() error {
	return b.costs("27, 54 and 108 questions, all answered, one worker (aim: linear)", []int{27, 54, 108}, func(n int) (*contender, error) {
		return b.packContender(4, n/3, n)
	})
}

// packContender returns a contender that scores answers to a pack from
// writePack.
func (b *bench) packContender(roles, facets, answers int) (*contender, error) {
	dir, q, err := b.writePack(roles, facets)
	if err != nil {
		return nil, err
	}
	answers = min(answers, len(q.Questions))
	file, err := b.writePeople(fmt.Sprintf("roles-%d-%d", roles, answers), q, b.people/10, answers)
	return b.score(file, b.people/10, "--brief", "-j", "1", "--pack", dir), err
}

// weights measures the cost of a larger quiz/postings.yaml, for a command that
// needs its counts and for a command that needs its weights.
func (b *bench) weights() error {
	posting := b.file("posting.txt")
	if err := os.WriteFile(posting, []byte("Site Reliability Engineer\n\nYou keep our services up and write the alerts.\n"), 0o644); err != nil {
		return err
	}
	for _, args := range [][]string{{"explain", "sre"}, {"match", posting}} {
		err := b.costs(fmt.Sprintf("postings.yaml with 1, 3 and 7 times the words, near the limit: %s (aim: linear)", args[0]), []int{1, 3, 7}, func(n int) (*contender, error) {
			dir, err := b.writeWeights(n)
			c := command(starts, b.program, append(args, "--pack", dir)...)
			c.times = starts
			return c, err
		})
		if err != nil {
			return err
		}
	}
	return nil
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
	row(what, "%.2f, %.2f and %.2f µs of processor time a person or start", 1e6/all[0].perCore(), 1e6/all[1].perCore(), 1e6/all[2].perCore())
	return nil
}

func (b *bench) score(file string, people int, flags ...string) *contender {
	return command(people, b.program, append(append([]string{"score"}, flags...), file)...)
}

// build builds a program with the flags of make build, and copies it as an
// installer would. Because of how the system caches files, programs start
// faster from a copy than from the file that the linker wrote.
func build(program, source string) error {
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, source)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return err
	}
	data, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	if err := os.Remove(program); err != nil {
		return err
	}
	return os.WriteFile(program, data, 0o755)
}
