// Command measure prints how many logical lines of real postings are still read
// correctly after each transform of their text:
//
//	go run ./internal/posting/document/measure < postings.jsonl
//
// Each row of the input is an object with "title" and "text".
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"html"
	"log"
	"os"
	"regexp"
	"strings"
	"time"
	"unicode"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/document/documenttest"
)

type posting struct{ ID, Title, Text string }

func main() {
	show := flag.String("show", "", "print the lines that differ after this transformation")
	from := flag.Int("from", 0, "first posting")
	step := flag.Int("step", 1, "measure every nth posting")
	flag.Parse()
	var all []posting
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		var p posting
		if err := json.Unmarshal(in.Bytes(), &p); err != nil {
			log.Fatal(err)
		}
		all = append(all, p)
	}
	var sample []posting
	for i := *from; i < len(all); i += *step {
		sample = append(sample, all[i])
	}
	if *show == "" {
		fmt.Printf("%-24s %8s %8s %8s %8s\n", "transformation", "lines", "kept", "added", "titles")
	}
	for _, t := range documenttest.Transforms() {
		if *show == "" || *show == t.Name {
			measure(t, sample, *show != "")
		}
	}
}

func measure(t documenttest.Transform, sample []posting, show bool) {
	lines, kept, added, titles, errors := 0, 0, 0, 0, 0
	var spent time.Duration
	for _, p := range sample {
		want := reference(p.Text)
		file := t.Do(p.Title, p.Text)
		start := time.Now()
		title, got, err := read(file)
		spent += time.Since(start)
		if err != nil {
			errors++
			fmt.Println(p.ID, err)
		}
		k, missing, extra := match(want, got)
		lines, kept, added = lines+len(want), kept+k, added+len(got)-k
		if key(title) == key(p.Title) {
			titles++
		} else if show {
			fmt.Printf("%s title %q, expected %q\n", p.ID, title, p.Title)
		}
		if show {
			for _, m := range missing {
				fmt.Printf("%s - %s\n", p.ID, m)
			}
			for _, m := range extra {
				fmt.Printf("%s + %s\n", p.ID, m)
			}
		}
	}
	fmt.Printf("%-24s %8d %7.2f%% %7.2f%% %7.2f%% %d errors, %.0f a second\n", t.Name, lines, 100*float64(kept)/float64(lines),
		100*float64(added)/float64(lines), 100*float64(titles)/float64(len(sample)), errors, float64(len(sample))/spent.Seconds())
}

func read(text string) (string, []string, error) {
	docs, err := document.NewReader(nil).Read([]byte(text))
	if err != nil {
		return "", nil, err
	}
	var lines []string
	for _, d := range docs {
		for _, l := range d.Lines {
			lines = append(lines, l.Text)
		}
	}
	return docs[0].Title, lines, nil
}

var number = regexp.MustCompile(`^(- +|\* +)?(\d{1,2}[.)] )?`)

// reference returns the rows of a text that contain a word, without list marks.
func reference(text string) []string {
	var out []string
	for line := range strings.SplitSeq(strings.ReplaceAll(html.UnescapeString(text), "\\", ""), "\n") {
		if key(line) != "" {
			out = append(out, strings.TrimSpace(number.ReplaceAllString(strings.TrimSpace(line), "")))
		}
	}
	return out
}

// key returns the parts of a line to compare: letters, digits and the hyphens
// between them.
func key(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '‐' || r == '‑' {
			r = '-'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Trim(b.String(), "-")
}

// match counts the lines that both have in common, and returns the others.
func match(want, got []string) (n int, missing, extra []string) {
	have := map[string]int{}
	for _, g := range got {
		have[key(g)]++
	}
	for _, w := range want {
		if k := key(w); have[k] > 0 {
			have[k]--
			n++
		} else {
			missing = append(missing, w)
		}
	}
	for _, g := range got {
		if k := key(g); have[k] > 0 {
			have[k]--
			extra = append(extra, g)
		}
	}
	return n, missing, extra
}
