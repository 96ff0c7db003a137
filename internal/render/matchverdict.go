package render

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/advert"
)

// matchVerdict is what an advert describes, how far that goes, and what its
// title says of it.
func matchVerdict(r *advert.Reading) []block {
	out := []block{para{verdict, matchSentence(r)}}
	if r.Verdict == advert.One {
		out = append(out, para{body, aheadSentence(r)})
	}
	if t := titleSentence(r); t != "" {
		out = append(out, para{body, t})
	}
	for _, n := range r.Notes {
		switch n {
		case advert.Foreign:
			out = append(out, para{note, fmt.Sprintf("Only %s of its words are known to this pack, which reads English adverts if it is written in English. Nothing was made of the names of tools alone.", share(r.Known))})
		case advert.Short:
			if r.Words == 0 {
				continue
			}
			out = append(out, para{note, fmt.Sprintf("It has only %s, so take this as a guess.", count(r.Words, "word"))})
		case advert.Bare:
			out = append(out, para{note, "This pack lists no terms, by which adverts are read; its texts alone were held against this one, so take it as a guess."})
		case advert.Cut:
			out = append(out, para{note, "It is longer than any advert; only its beginning was read."})
		}
	}
	return out
}

func matchSentence(r *advert.Reading) string {
	named := titlesOf(r, r.Named)
	switch {
	case r.Words == 0:
		return "There are no words in it that could be read."
	case slices.Contains(r.Notes, advert.Foreign):
		return "Nothing was recognised: this text is in another language than the pack, or no advert."
	case r.Verdict == advert.One && !outweighs(r):
		return fmt.Sprintf("One role more than any other: %s.", and(named))
	case r.Verdict == advert.One:
		return fmt.Sprintf("One role: %s.", and(named))
	case r.Verdict == advert.Mixed:
		return fmt.Sprintf("Two roles mixed: %s.", and(named))
	case !faint(r):
		return fmt.Sprintf("None of these roles; the little that speaks for one is nearest to %s.", r.Roles[0].Title)
	}
	return "None of these roles."
}

// outweighs says whether the first role has more of the mix than all others
// together.
func outweighs(r *advert.Reading) bool { return r.Roles[0].Share > 0.5 }

// aheadSentence says how far ahead the one role is: the verdict names it at
// less than half of the mix too.
func aheadSentence(r *advert.Reading) string {
	more := "more"
	if !outweighs(r) {
		more = "not more"
	}
	s := fmt.Sprintf("It has %s of the mix, %s than all others together", share(r.Roles[0].Share), more)
	if len(r.Roles) > 1 && r.Roles[1].Points > 0 {
		s += fmt.Sprintf("; %s comes next with %s", r.Roles[1].Title, share(r.Roles[1].Share))
	}
	return s + "."
}

// titleSentence says what the title claims, where that is worth a word.
func titleSentence(r *advert.Reading) string {
	claims := and(titlesOf(r, r.Title.Claims))
	switch {
	case claims == "":
		return ""
	case r.Title.Differs && slices.Contains(r.Notes, advert.Short):
		return fmt.Sprintf("Its title, “%s”, names %s; the text is too short to tell whether the work does.", r.Title.Text, claims)
	case r.Title.Differs && r.Verdict == advert.None:
		return fmt.Sprintf("Its title, “%s”, names %s; the text does not describe that.", r.Title.Text, claims)
	case r.Title.Differs:
		return fmt.Sprintf("Its title, “%s”, names %s; the day-to-day work in the text is that of %s.", r.Title.Text, claims, and(titlesOf(r, r.Named)))
	}
	return fmt.Sprintf("Its title, “%s”, %s.", r.Title.Text, agreement(r))
}

// agreement says how far a title that names a role of the verdict goes with
// it: it may leave one out, and name another.
func agreement(r *advert.Reading) string {
	var told, also []string
	for _, id := range r.Title.Claims {
		if slices.Contains(r.Named, id) {
			told = append(told, id)
		} else {
			also = append(also, id)
		}
	}
	s := "says so too"
	if len(told) < len(r.Named) {
		s = fmt.Sprintf("names only %s of the two", and(titlesOf(r, told)))
	}
	if len(also) > 0 {
		s += ", but it also names " + and(titlesOf(r, also))
	}
	return s
}
