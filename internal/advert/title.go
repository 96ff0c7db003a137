package advert

import (
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
)

// A name is one way in which a title names a role.
type name struct {
	role  int
	words string
}

func namesOf(p *fit.Pack) []name {
	var names []name
	for i := range p.Roles {
		role := &p.Roles[i]
		for _, n := range append([]string{role.ID, role.Title}, role.Aliases...) {
			names = append(names, name{i, plainWords(n)})
		}
	}
	return names
}

// claimed are the roles that a title names, in the pack's order.
func (r *Reader) claimed(title string) []int {
	text := plainWords(title)
	var roles []int
	for _, n := range r.names {
		if n.words != " " && strings.Contains(text, n.words) && !slices.Contains(roles, n.role) {
			roles = append(roles, n.role)
		}
	}
	return roles
}

// plainWords are the words of a text in lower case, each between spaces.
func plainWords(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	eachWord(text, func(word string, _, _ int) {
		b.WriteString(word)
		b.WriteByte(' ')
	})
	return b.String()
}

var titleLabels = []string{"title:", "job title:", "position:", "role:", "stelle:"}

// The longest line that may be a title, in bytes and words; and the longest
// with text right below it, where a longer line is a paragraph that was
// broken to fit a page.
const (
	titleBytes  = 120
	titleWords  = 12
	brokenBytes = 60
)

// findTitle is the advert's title and the index of its line: the first line
// with text, if it says 'Title:' or is short and neither a sentence, an item
// of a list nor the heading of a section nor all there is; -1 when there is
// none.
func findTitle(lines []string) (string, int) {
	filled := func(line string) bool { return line != "" }
	i := slices.IndexFunc(lines, filled)
	if i < 0 || !slices.ContainsFunc(lines[i+1:], filled) {
		return "", -1
	}
	line := lines[i]
	for _, label := range titleLabels {
		if len(line) >= len(label) && strings.EqualFold(line[:len(label)], label) {
			return strings.TrimSpace(line[len(label):]), i
		}
	}
	bare := strings.Trim(line, "# ")
	if bare == "" || len(bare) > titleBytes || len(strings.Fields(bare)) > titleWords ||
		strings.HasPrefix(line, "- ") || strings.ContainsAny(bare[len(bare)-1:], ".!?:;,") {
		return "", -1
	}
	if len(bare) > brokenBytes && i+1 < len(lines) && filled(lines[i+1]) {
		return "", -1
	}
	if s, ok := heading(line); ok && s != company {
		return "", -1
	}
	return bare, i
}
