//go:build linux

// Bench measures what a batch costs, beside what else one would use, and how long
// a command and an audit take, and writes the figures into CHANGELOG.md and, for
// help, into internal/batch/measured.json. It is run by make bench, in the
// repository.
//
// All that is compared is run in turns, round by round, and what counts is the
// median of the rounds' ratios: other work on the machine then slows both.
package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/batch"
)

// A bench is where everything is.
type bench struct {
	dir     string // for what is made
	program string
	people  int
	rounds  int
	rows    [][2]string
}

func main() {
	b := bench{}
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
	b.program = filepath.Join(b.dir, "rolefit")
	if err := goBuild(b.program, "./cmd/rolefit"); err != nil {
		return err
	}
	var measured batch.Measured
	for _, step := range []func(*batch.Measured) error{b.start, b.audit, b.speed, b.memory, b.answers, b.roles} {
		if err := step(&measured); err != nil {
			return err
		}
	}
	measured.Machine, measured.Date = machine(), time.Now().UTC().Format(time.DateOnly)
	data, err := json.MarshalIndent(measured, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile("internal/batch/measured.json", append(data, '\n'), 0o644); err != nil {
		return err
	}
	return b.publish(measured)
}

// goBuild builds a program as make build does.
func goBuild(program, source string) error {
	build := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, source)
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	build.Stderr = os.Stderr
	return build.Run()
}

// say adds a row to the table, and shows it.
func (b *bench) say(what, format string, args ...any) {
	b.rows = append(b.rows, [2]string{what, fmt.Sprintf(format, args...)})
	fmt.Fprintf(os.Stderr, "%s: %s\n", what, b.rows[len(b.rows)-1][1])
}

// The table's place in CHANGELOG.md.
const tableBegin, tableEnd = "<!-- bench: written by make bench -->\n", "<!-- /bench -->\n"

func (b *bench) publish(m batch.Measured) error {
	const name = "CHANGELOG.md"
	page, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, found := strings.Cut(string(page), tableBegin)
	_, after, closed := strings.Cut(rest, tableEnd)
	if !found || !closed {
		return fmt.Errorf("%s has no place for the table: %s", name, tableBegin)
	}
	var t strings.Builder
	fmt.Fprintf(&t, "\n`make bench`, %s, %s, %d rounds in turns, medians:\n\n", m.Date, m.Machine, b.rounds)
	t.WriteString("| what | measured |\n|---|---|\n")
	for _, row := range b.rows {
		fmt.Fprintf(&t, "| %s | %s |\n", row[0], row[1])
	}
	t.WriteString("\n")
	return os.WriteFile(name, []byte(before+tableBegin+t.String()+tableEnd+after), 0o644)
}

// machine says what this ran on.
func machine() string {
	model := runtime.GOARCH
	info, _ := os.ReadFile("/proc/cpuinfo") // where there is none, the architecture will do
	for line := range strings.Lines(string(info)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
			break
		}
	}
	return fmt.Sprintf("%s, %d cores, %s/%s, %s", model, runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}

func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// ratios are how many times longer a took than b, round by round.
func ratios(a, b []time.Duration) []float64 {
	out := make([]float64, len(a))
	for i := range a {
		out[i] = float64(a[i]) / float64(b[i])
	}
	return out
}

// spread is the median of values with the least and the most.
func spread(values []float64) string {
	return fmt.Sprintf("%.2f (%.2f to %.2f)", median(values), slices.Min(values), slices.Max(values))
}
