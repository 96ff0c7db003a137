//go:build linux

package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pack"
)

// writePeople writes answers of random people to the first questions of a quiz.
// The output depends only on the arguments.
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

// writePack writes a pack with the given number of roles and no questions, so
// that they are assembled.
func (b *bench) writePack(roles int) (dir string, q *fit.Quiz, err error) {
	dir = filepath.Join(b.dir, fmt.Sprint("pack-", roles))
	if err := os.MkdirAll(filepath.Join(dir, "roles"), 0o755); err != nil {
		return "", nil, err
	}
	for i := range roles {
		id := fmt.Sprintf("role-%02d", i)
		var t strings.Builder
		fmt.Fprintf(&t, "title: Number %d\ntagline: One of %d\n", i, roles)
		for _, d := range fit.Dimensions {
			fmt.Fprintf(&t, "%s:\n  summary: Somebody who does this\n  facets:\n", d)
			for f := range 9 {
				fmt.Fprintf(&t, "    %s-%d: {option: Do thing %d of %d in %s, text: Thing %d}\n", d, f, f, i, d, f)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "roles", id+".yaml"), []byte(t.String()), 0o644); err != nil {
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
