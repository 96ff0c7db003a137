package pack

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// Blank returns a form to fill in: a YAML document without answers, with the
// questions of all rounds, the cards, starts, conditions and skills as
// comments. It names only roles that the caller asked for, and doesn't reveal
// which role an option belongs to. flag selects the pack in a command; it begins
// with a space, or is empty for the built-in pack.
func Blank(q *fit.Quiz, seed uint64, flag string) []byte {
	f := &form{}
	f.head(q, seed, flag)
	f.questions(q)
	if len(q.Roles) <= fit.MaxCards {
		f.cards(q, seed)
	}
	f.start(q)
	f.conditions(q)
	f.skills(q)
	return f.out.Bytes()
}

type form struct{ out bytes.Buffer }

const formWidth = 92

// comment writes text as a wrapped comment. The first line starts with lead,
// and further lines are indented by its width.
func (f *form) comment(indent, lead, text string) {
	line := indent + "# " + lead
	rest := indent + "# " + strings.Repeat(" ", len(lead))
	first := true
	for _, word := range strings.Fields(safetext.Sanitize(text)) {
		if !first && len([]rune(line))+1+len([]rune(word)) > formWidth {
			f.out.WriteString(strings.TrimRight(line, " ") + "\n")
			line, first = rest, true
		}
		if !first {
			line += " "
		}
		line, first = line+word, false
	}
	f.out.WriteString(strings.TrimRight(line, " ") + "\n")
}

func (f *form) line(format string, args ...any) { fmt.Fprintf(&f.out, format+"\n", args...) }

func (f *form) head(q *fit.Quiz, seed uint64, flag string) {
	last := "a"
	if len(q.Roles) > 2 {
		last = "c"
	}
	f.comment("", "", "A rolefit form. Fill it in with any editor, in any order.")
	f.line("#")
	f.comment("", "", "For each question, write the letters of the options that suit you best and least: {best: b, worst: "+last+"}. If you can't choose, write the reason instead: {skip: unsure}, {skip: unclear} if the question isn't clear to you, or {skip: none} if nothing in it appeals to you. Leave out anything you'd rather not answer. It won't count. There are no right answers, and nothing leaves your machine.")
	f.line("#")
	f.comment("", "", "Then run this with the name of this file: rolefit result FILE"+flag)
	f.line("")
	f.line("pack: %s", q.Pack.ID)
	if roles := q.Chosen(); roles != nil {
		f.line("roles: [%s]", strings.Join(roles, ", "))
	}
	f.line("seed: %d", seed)
}

func (f *form) questions(q *fit.Quiz) {
	questions := q.Planned()
	f.line("")
	f.line("answers:")
	for i, x := range questions {
		f.line("")
		f.comment("  ", fmt.Sprintf("%d of %d. ", i+1, len(questions)), x.Prompt)
		for _, o := range x.Options {
			f.comment("  ", "  "+o.Key+"  ", o.Text)
		}
		if q.Assembled {
			f.line("  %s: {best: , worst: , shown: %s}", x.ID, shownCodes(x.Facets()))
		} else {
			f.line("  %s: {best: , worst: }", x.ID)
		}
	}
}

// cards writes the untitled cards in the order in which the interview shows
// them for this seed, because answers identify them by position.
func (f *form) cards(q *fit.Quiz, seed uint64) {
	f.line("")
	f.comment("", "", "Would you want these jobs? Write want, maybe or pass after each. Your answers don't count for any role, but they can show that none of them suits you.")
	f.line("cards:")
	for place := range q.Roles {
		id := fit.CardID(place)
		role := q.Pack.Role(q.CardRole(&fit.Answers{Seed: seed, Seeded: true}, id))
		f.line("")
		f.comment("  ", "", role.Parts[fit.Focus].Summary)
		f.line("  %s:", id)
	}
}

func (f *form) start(q *fit.Quiz) {
	if len(q.Pack.Starts) == 0 {
		return
	}
	f.line("")
	f.comment("", "", "What's your background? Write the word before one of these, or leave it empty. If you already have one of this quiz's jobs, write current: and the role's id.")
	for _, s := range q.Pack.Starts {
		f.comment("", "  "+s.ID+"  ", s.Name)
	}
	f.line("start:")
}

func (f *form) conditions(q *fit.Quiz) {
	if len(q.Pack.Conditions) == 0 {
		return
	}
	f.line("")
	f.comment("", "", "Would these work for you? Write fine, rather-not or refuse after each. You can leave any of them out.")
	f.line("conditions:")
	for _, c := range q.Pack.Conditions {
		f.line("")
		f.comment("  ", "", c.Question)
		f.line("  %s:", c.ID)
	}
}

// skills writes the skills that at least one role of the quiz needs.
func (f *form) skills(q *fit.Quiz) {
	needed := q.NeededSkills()
	if len(needed) == 0 {
		return
	}
	f.line("")
	f.comment("", "", fmt.Sprintf("How good are you at these? Write a level from 0 to %d, or {skip: unsure}. You can leave any of them out.", fit.MaxLevel))
	for level, l := range q.Pack.Levels {
		f.comment("", fmt.Sprintf("  %d  ", level), l.Name+": "+l.Anchor)
	}
	f.line("skills:")
	for _, s := range needed {
		f.line("")
		f.comment("  ", "", s.Name+": "+s.Covers)
		f.line("  %s:", s.ID)
	}
}
