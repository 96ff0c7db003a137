package survey

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rolefit/rolefit/internal/safetext"
)

// This file reads who a person is.

// preferMapped ignores other columns with ids if a Map names one.
func (c *Columns) preferMapped(rows [][]string, m *Map) {
	isMapped := func(i int) bool {
		name, ok := m.column(labels(rows, i))
		return ok && strings.EqualFold(name, "id")
	}
	for i := range c.columns {
		c.mappedID = c.mappedID || isMapped(i)
	}
	for i, x := range c.columns {
		if c.mappedID && x.kind == isID && !isMapped(i) {
			c.columns[i] = column{}
		}
	}
}

// personNames lists columns that may identify people, as squashed labels without
// a number. The best one to use as an id comes first.
var personNames = []string{"emailaddress", "email", "emailadresse", "youremail", "youremailaddress", "respondentemail", "recipientemail",
	"username", "participantid", "studentid", "participant", "student", "token", "yourcode", "code", "pseudonym", "nickname",
	"name", "yourname", "fullname", "yourfullname", "namesurname", "participantname", "studentname"}

// NamesPeople reports whether a Map says which column identifies people.
func (c *Columns) NamesPeople() bool { return c.mappedID }

// chosenID reports whether people or organizers chose the ids, and not the
// survey tool.
func (c *Columns) chosenID() bool { return c.mappedID || c.hasID && !c.limeSurvey }

// PersonColumn returns the label of an ignored column that may identify people,
// or "". It also returns "" if a column is named id.
func (c *Columns) PersonColumn() string {
	if c.chosenID() {
		return ""
	}
	best, at := len(personNames), ""
	for _, label := range c.Ignored {
		n := slices.Index(personNames, strings.TrimLeft(squash(label), "0123456789"))
		if n >= 0 && n < best {
			best, at = n, label
		}
	}
	return at
}

// Identity returns the id in a person's row, or "" if the table has none that
// people or organizers chose, and the content of the other cells except for
// times and seeds. It returns no content if no cell has any.
func (c *Columns) Identity(cells []string) (id, content string) {
	var b strings.Builder
	empty := true
	for i, cell := range cells {
		switch cell = strings.TrimSpace(cell); {
		case i < len(c.columns) && (c.columns[i].kind == isTaken || c.columns[i].kind == isSeed), i < len(c.Names) && squash(c.Names[i]) == "seed":
		case i < len(c.columns) && c.columns[i].kind == isID:
			if c.chosenID() {
				id = cell
				b.WriteString(cell)
			}
		default:
			empty = empty && (cell == "" || i < len(c.columns) && c.columns[i].kind == ignored)
			b.WriteString(cell)
		}
		b.WriteByte(0)
	}
	if empty {
		return id, ""
	}
	return id, b.String()
}

// ID returns the id in a person's row, or "" if the table has none.
func (c *Columns) ID(cells []string) string {
	r := row{Columns: c, cells: cells}
	return r.cell(isID)
}

// id returns the id in a person's row, or the fallback.
func (r *row) id(fallback string) string {
	id := strings.ReplaceAll(r.cell(isID), "\n", " ")
	if id == "" && !r.hasID {
		id = fallback
	}
	switch i := strings.IndexFunc(id, safetext.HasControl); {
	case id == "" && fallback != "":
		r.problem("has no id, expected one for each person")
	case i >= 0:
		c, _ := utf8.DecodeRuneInString(id[i:])
		r.problem("id holds the control character %U, expected plain text", c)
	case utf8.RuneCountInString(id) > maxText:
		r.problem("id has more than %d characters, expected at most that", maxText)
	}
	return id
}
