//go:build linux

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// writePeople writes a file with random people's answers to the first questions
// of a quiz. The content depends only on the arguments.
func (b *bench) writePeople(name string, q *fit.Quiz, people, answers int) (string, error) {
	name = filepath.Join(b.dir, name)
	f, err := os.Create(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	r := rand.New(rand.NewPCG(1, uint64(answers)))
	for i := range people {
		fmt.Fprintf(w, `{"id":"r%07d","answers":`, i)
		open := "{"
		for _, x := range q.Questions[:answers] {
			best := r.IntN(len(x.Options))
			worst := (best + 1 + r.IntN(len(x.Options)-1)) % len(x.Options)
			fmt.Fprintf(w, `%s"%s":{"best":"%s","worst":"%s"}`, open, x.ID, x.Options[best].Key, x.Options[worst].Key)
			open = ","
		}
		w.WriteString("}}\n")
	}
	return name, w.Flush()
}

// writePack writes a pack with the given number of roles, and of facets per
// role and dimension. If a question can show all roles, it also writes
// questions. Otherwise they are assembled from the facets.
func (b *bench) writePack(roles, facets int) (dir string, q *fit.Quiz, err error) {
	dir = b.file(fmt.Sprintf("pack-%d-%d", roles, facets))
	if err := os.MkdirAll(filepath.Join(dir, "roles"), 0o755); err != nil {
		return "", nil, err
	}
	for i := range roles {
		id := fmt.Sprintf("role-%02d", i)
		var t strings.Builder
		fmt.Fprintf(&t, "title: Number %d\ntagline: One of %d\n", i, roles)
		for _, d := range fit.Dimensions {
			fmt.Fprintf(&t, "%s:\n  summary: Somebody who does this\n  facets:\n", d)
			for f := range facets {
				fmt.Fprintf(&t, "    %s-%d: {option: Do thing %d of %d in %s, text: Thing %d}\n", d, f, f, i, d, f)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "roles", id+".yaml"), []byte(t.String()), 0o644); err != nil {
			return "", nil, err
		}
	}
	if roles <= fit.MaxShown {
		if err := writeQuestions(dir, roles, facets); err != nil {
			return "", nil, err
		}
	}
	p, err := pack.Load(dir)
	if err != nil {
		return "", nil, err
	}
	q, err = fit.NewQuiz(p, nil)
	return dir, q, err
}

// writeQuestions writes questions that each show one facet of every role.
func writeQuestions(dir string, roles, facets int) error {
	var t strings.Builder
	t.WriteString("id: bench\nversion: 1\ntitle: Bench\nrounds: [12, 6, 6]\nprompts: {focus: Pick one, skills: Pick one, success: Pick one}\nquestions:\n")
	for f := range facets {
		for _, d := range fit.Dimensions {
			var options []string
			for r := range roles {
				options = append(options, fmt.Sprintf("role-%02d/%s-%d", (r+f)%roles, d, f))
			}
			fmt.Fprintf(&t, "  - {id: %s-%d, dimension: %s, prompt: Pick one, options: [%s]}\n", d, f, d, strings.Join(options, ", "))
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "quiz"), 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "quiz", "questions.yaml"), []byte(t.String()), 0o644)
}

// writeTable is like writePeople, but writes CSV.
func (b *bench) writeTable(name string, q *fit.Quiz, people, answers int) (string, error) {
	name = b.file(name)
	f, err := os.Create(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString("id")
	for _, x := range q.Questions[:answers] {
		fmt.Fprintf(w, ",%s.best,%s.worst", x.ID, x.ID)
	}
	r := rand.New(rand.NewPCG(1, uint64(answers)))
	for i := range people {
		fmt.Fprintf(w, "\nr%07d", i)
		for _, x := range q.Questions[:answers] {
			best := r.IntN(len(x.Options))
			worst := (best + 1 + r.IntN(len(x.Options)-1)) % len(x.Options)
			fmt.Fprintf(w, ",%s,%s", x.Options[best].Key, x.Options[worst].Key)
		}
	}
	w.WriteString("\n")
	return name, w.Flush()
}

// writeWeights writes a copy of the built-in pack in which quiz/postings.yaml
// has weights for times as many words.
func (b *bench) writeWeights(times int) (dir string, err error) {
	dir = b.file(fmt.Sprint("weights-", times))
	if err := os.RemoveAll(dir); err != nil {
		return "", err
	}
	if err := exec.Command(b.program, "pack", "init", dir, "--from", fit.BuiltinPack).Run(); err != nil {
		return "", err
	}
	name := filepath.Join(dir, "quiz", "postings.yaml")
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	return dir, os.WriteFile(name, multiply(data, times), 0o644)
}

// multiply returns a copy of the file with weights for times as many words. The
// new words have the weights of existing ones.
func multiply(file []byte, times int) []byte {
	before, rest, _ := bytes.Cut(file, []byte("\n  words: |\n"))
	words, after, _ := bytes.Cut(rest, []byte("\n  titles: |\n"))
	out := append(bytes.Clone(before), "\n  words: |\n"...)
	out = append(out, words...)
	for n := 1; n < times; n++ {
		for line := range bytes.Lines(words) {
			word, weights, _ := bytes.Cut(bytes.TrimSuffix(line, []byte("\n")), []byte("\t"))
			out = fmt.Appendf(out, "\n%sq%c\t%s", word, 'a'+n, weights)
		}
	}
	return append(append(out, "\n  titles: |\n"...), after...)
}
