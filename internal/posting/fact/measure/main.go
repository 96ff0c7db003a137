// Command measure compares the output of package fact for some postings with a
// reader's marks, and prints the precision and recall of each kind of fact as a
// Markdown table:
//
//	go run ./internal/posting/fact/measure -postings postings.jsonl -skills skills.yaml marks.jsonl...
//
// Each row of the marks is an object with the posting's "id", its "facts" as
// "kind=value", the "places" of the job (any one counts), and the ids
// of the skills that are "required" and "welcome". It also lists what is
// "unsure", as a kind or as "kind=value", and isn't counted.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/fact"
)

type posting struct{ ID, Title, Text string }

type marks struct {
	ID                                       string
	Facts, Places, Required, Welcome, Unsure []string
}

// A count holds the numbers of correct, spurious and missed findings.
type count struct{ right, spurious, missed int }

func main() {
	log.SetFlags(0)
	postings := flag.String("postings", "", "labeled postings, an object a line")
	skills := flag.String("skills", "quiz/skills.yaml", "skills with their terms")
	show := flag.Bool("show", false, "print what differs")
	flag.Parse()
	texts := map[string]posting{}
	eachRow(*postings, func(p posting) { texts[p.ID] = p })
	m := meter{extractor: fact.NewExtractor(fact.Topics{Skills: topics(*skills)}), reader: document.NewReader(nil), counts: map[string]*count{}, show: *show}
	for _, file := range flag.Args() {
		eachRow(file, func(want marks) { m.compare(texts[want.ID], want) })
	}
	m.print()
}

func eachRow[T any](file string, f func(T)) {
	in, err := os.Open(file)
	if err != nil {
		log.Fatal(err)
	}
	defer in.Close()
	rows := bufio.NewScanner(in)
	rows.Buffer(nil, 1<<22)
	for rows.Scan() {
		var row T
		if err := json.Unmarshal(rows.Bytes(), &row); err != nil {
			log.Fatalf("reading %q: %v", file, err)
		}
		f(row)
	}
}

func topics(file string) []fact.Topic {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	var pack struct{ Skills []fact.Topic }
	if err := yaml.Unmarshal(data, &pack); err != nil {
		log.Fatal(err)
	}
	return pack.Skills
}

type meter struct {
	extractor *fact.Extractor
	reader    *document.Reader
	counts    map[string]*count
	show      bool
}

// compare compares the findings in a posting with the marks.
func (m *meter) compare(p posting, want marks) {
	docs, err := m.reader.Read([]byte(p.Text))
	if err != nil {
		log.Fatalf("reading %q: %v", p.ID, err)
	}
	var lines []document.Line
	for _, d := range docs {
		lines = append(lines, d.Lines...)
	}
	r := m.extractor.Extract(p.Title, lines)
	found := foundIn(r, want.Places)
	marked := map[string]bool{}
	for _, f := range want.Facts {
		marked[f] = true
	}
	if len(want.Places) > 0 {
		marked["location=right"] = true
	}
	for _, id := range want.Required {
		marked["skill required="+id] = true
	}
	for _, id := range want.Welcome {
		if !slices.Contains(want.Required, id) {
			marked["skill nice to have="+id] = true
		}
	}
	for key := range found {
		if strings.HasPrefix(key, "skill nice") && slices.Contains(want.Welcome, strings.TrimPrefix(key, "skill nice to have=")) {
			marked[key] = true
		}
	}
	all := maps.Clone(found)
	maps.Copy(all, marked)
	for _, key := range slices.Sorted(maps.Keys(all)) {
		m.add(p.ID, key, found[key], marked[key], want.Unsure)
	}
}

// foundIn returns the facts and skills in a report as "kind=value".
func foundIn(r fact.Report, places []string) map[string]bool {
	found := map[string]bool{}
	for _, f := range r.Facts {
		switch f.Kind {
		case fact.Team, fact.Coding:
			continue
		case fact.Experience:
			f.Value, _, _ = strings.Cut(strings.TrimSuffix(f.Value, "+"), "-")
		case fact.Salary:
			f.Value = fmt.Sprintf("%d-%d", f.Pay.Min, f.Pay.Max)
		case fact.Location:
			f.Value = placeValue(f.Value, places)
		}
		found[string(f.Kind)+"="+f.Value] = true
	}
	for _, s := range r.Skills {
		switch s.Need {
		case fact.Required:
			found["skill required="+s.ID] = true
		case fact.Welcome:
			found["skill nice to have="+s.ID] = true
		}
	}
	return found
}

// placeValue returns "right" for a place that is one of the marked places, or
// part of one.
func placeValue(place string, marked []string) string {
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), ".", "") }
	for _, p := range marked {
		if strings.Contains(plain(place), plain(p)) || strings.Contains(plain(p), plain(place)) {
			return "right"
		}
	}
	return place
}

func (m *meter) add(id, key string, found, marked bool, unsure []string) {
	kind, _, _ := strings.Cut(key, "=")
	if slices.Contains(unsure, kind) || slices.Contains(unsure, key) {
		return
	}
	c := m.counts[kind]
	if c == nil {
		c = &count{}
		m.counts[kind] = c
	}
	switch {
	case found && marked:
		c.right++
		return
	case found:
		c.spurious++
	default:
		c.missed++
	}
	if m.show {
		fmt.Println(id, key, "found:", found, "marked:", marked)
	}
}

func (m *meter) print() {
	fmt.Println("| kind | marked | found | precision | recall |\n|---|---|---|---|---|")
	for _, kind := range slices.Sorted(maps.Keys(m.counts)) {
		c := m.counts[kind]
		fmt.Printf("| %s | %d | %d | %s | %s |\n", kind, c.right+c.missed, c.right+c.spurious, share(c.right, c.spurious), share(c.right, c.missed))
	}
}

func share(part, rest int) string {
	if part+rest == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", float64(part)/float64(part+rest))
}
