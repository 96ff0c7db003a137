package posting

import (
	"slices"
	"strconv"
	"strings"
)

// ReadCounts returns the same as ParseCounts, without the evaluation and the
// totals, in a fraction of the time. Parsing YAML would dominate a command that
// only shows a few counts. ReadCounts accepts only lines in the form that
// package learn writes, and otherwise returns nil. ParseCounts then either reads
// the file or reports what is wrong with it.
func ReadCounts(data []byte) *Counts {
	r := countsReader{counts: &Counts{Input: Input{RoleCount: map[string]RoleCount{}}}}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if line == "figures:" || line == "thresholds:" {
			return r.complete()
		}
		if !r.line(line) {
			return nil
		}
	}
	return nil
}

type countsReader struct {
	counts  *Counts
	section string // top-level key, or "roles" inside input
}

func (r *countsReader) complete() *Counts {
	c := r.counts
	if len(c.Roles) == 0 || len(c.Input.RoleCount) != len(c.Roles)+1 {
		return nil
	}
	return c
}

// line reads a line and reports whether it has the expected form.
func (r *countsReader) line(line string) bool {
	text := strings.TrimLeft(line, " ")
	key, value, ok := strings.Cut(text, ":")
	value = strings.TrimPrefix(value, " ")
	if !ok {
		return false
	}
	switch indent := len(line) - len(text); {
	case indent == 0 && key == "schema":
		return value == FileSchema
	case indent == 0 && key == "roles":
		return r.roles(value)
	case indent == 0:
		r.section = key
		return value == "" && slices.Contains([]string{"input", "skills", "conditions"}, key)
	case indent == 2 && r.section == "skills":
		return r.topic(&r.counts.Skills, key, value)
	case indent == 2 && r.section == "conditions":
		return r.topic(&r.counts.Conditions, key, value)
	case indent == 2 && r.section == "input" && key == "source":
		source, err := strconv.Unquote(value)
		r.counts.Input.Source = source
		return err == nil
	case indent == 4 && r.section == "input":
		return r.roleCount(key, value)
	}
	return r.section == "input"
}

func (r *countsReader) roles(list string) bool {
	inner, ok := between(list, "[", "]")
	r.counts.Roles = strings.Split(inner, ", ")
	return ok && slices.IsSorted(r.counts.Roles) && !slices.Contains(r.counts.Roles, "")
}

// roleCount reads a value such as {postings: 69, years: {2016: 1, 2018: 4}}.
func (r *countsReader) roleCount(role, value string) bool {
	before, years, ok := strings.Cut(value, ", years: ")
	inner, closed := between(years, "", "}")
	n, isNumber := strings.CutPrefix(before, "{postings: ")
	postings, err := strconv.Atoi(n)
	of := RoleCount{Postings: postings, Years: map[int]int{}}
	each := eachCount(inner, func(key string, n int) bool {
		year, err := strconv.Atoi(key)
		of.Years[year] = n
		return err == nil
	})
	r.counts.Input.RoleCount[role] = of
	return ok && closed && isNumber && err == nil && each && r.known(role)
}

func (r *countsReader) topic(to *[]TopicCount, id, value string) bool {
	t := TopicCount{ID: id, Count: make(map[string]int, len(r.counts.Roles)+1)}
	ok := eachCount(value, func(role string, n int) bool {
		t.Count[role] = n
		return r.known(role)
	})
	*to = append(*to, t)
	return ok && len(t.Count) == len(r.counts.Roles)+1
}

func (r *countsReader) known(role string) bool {
	return role == OtherJobs || slices.Contains(r.counts.Roles, role)
}

// eachCount calls a function for each entry of {KEY: NUMBER, KEY: NUMBER}.
func eachCount(text string, each func(key string, n int) bool) bool {
	inner, ok := between(text, "{", "}")
	if !ok || inner == "" {
		return ok
	}
	for item := range strings.SplitSeq(inner, ", ") {
		key, value, ok := strings.Cut(item, ": ")
		n, err := strconv.Atoi(value)
		if !ok || err != nil || n < 0 || !each(key, n) {
			return false
		}
	}
	return true
}

// between returns the part of text between the given beginning and end. It
// returns false if text has another beginning or end.
func between(text, begin, end string) (string, bool) {
	inner, begins := strings.CutPrefix(text, begin)
	inner, ends := strings.CutSuffix(inner, end)
	return inner, begins && ends
}
