package advert

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/wording"
)

// pageVerdict is what a posting describes, how far that goes, and what its
// title says of it.
func (r *Reading) pageVerdict() []page.Block {
	out := []page.Block{page.Headline(r.sentence())}
	if r.Verdict == One {
		out = append(out, page.Paragraph(r.aheadSentence()))
	}
	if t := r.titleSentence(); t != "" {
		out = append(out, page.Paragraph(t))
	}
	for _, n := range r.Notes {
		switch n {
		case Foreign:
			out = append(out, page.Note(fmt.Sprintf("Only %s of its words are known to this pack, which reads English postings if it is written in English. The names of tools alone were not counted.", percent(r.Known))))
		case Short:
			if r.Words == 0 {
				continue
			}
			out = append(out, page.Note(fmt.Sprintf("It has only %s, so take this as a guess.", wording.Count(r.Words, "word"))))
		case Bare:
			out = append(out, page.Note("This pack doesn't list how postings name things, so only its own texts were compared with this one; treat the verdict as a guess."))
		case Cut:
			out = append(out, page.Note("It is longer than any posting; only its beginning was read."))
		}
	}
	return out
}

func (r *Reading) sentence() string {
	named := r.titles(r.Named)
	switch {
	case r.Words == 0:
		return "It has no words that could be read."
	case slices.Contains(r.Notes, Foreign):
		return "Nothing was recognized: this text isn't in the language of the pack, or it isn't a posting."
	case r.Verdict == One && !r.outweighs():
		return fmt.Sprintf("One role more than any other: %s.", wording.And(named))
	case r.Verdict == One:
		return fmt.Sprintf("One role: %s.", wording.And(named))
	case r.Verdict == Mixed:
		return fmt.Sprintf("Two roles mixed: %s.", wording.And(named))
	case !r.faint():
		return fmt.Sprintf("None of these roles; the little that speaks for one is nearest to %s.", r.Roles[0].Title)
	}
	return "None of these roles."
}

// outweighs reports whether the first role has more of the mix than all others
// together.
func (r *Reading) outweighs() bool { return r.Roles[0].Share > 0.5 }

// aheadSentence says how far ahead the one role is: the verdict names it at
// less than half of the mix too.
func (r *Reading) aheadSentence() string {
	more := "more"
	if !r.outweighs() {
		more = "not more"
	}
	s := fmt.Sprintf("It has %s of the mix, %s than all others together", percent(r.Roles[0].Share), more)
	if len(r.Roles) > 1 && r.Roles[1].Points > 0 {
		s += fmt.Sprintf("; %s comes next with %s", r.Roles[1].Title, percent(r.Roles[1].Share))
	}
	return s + "."
}

// titleSentence says what the title claims, where that is worth a word.
func (r *Reading) titleSentence() string {
	claims := wording.And(r.titles(r.Title.Claims))
	switch {
	case claims == "":
		return ""
	case r.Title.Differs && slices.Contains(r.Notes, Short):
		return fmt.Sprintf("Its title, “%s”, names %s; the text is too short to tell whether the work does.", r.Title.Text, claims)
	case r.Title.Differs && r.Verdict == None:
		return fmt.Sprintf("Its title, “%s”, names %s; the text does not describe that.", r.Title.Text, claims)
	case r.Title.Differs:
		return fmt.Sprintf("Its title, “%s”, names %s; the day-to-day work in the text is that of %s.", r.Title.Text, claims, wording.And(r.titles(r.Named)))
	}
	return fmt.Sprintf("Its title, “%s”, %s.", r.Title.Text, r.agreement())
}

// agreement says how far a title that names a role of the verdict goes with
// it: it may leave one out, and name another.
func (r *Reading) agreement() string {
	var both, also []string
	for _, id := range r.Title.Claims {
		if slices.Contains(r.Named, id) {
			both = append(both, id)
		} else {
			also = append(also, id)
		}
	}
	s := "says so too"
	if len(both) < len(r.Named) {
		s = fmt.Sprintf("names only %s of the two", wording.And(r.titles(both)))
	}
	if len(also) > 0 {
		s += ", but it also names " + wording.And(r.titles(also))
	}
	return s
}
