package web

import (
	"fmt"
	"html/template"
	"regexp"
	"strings"
	"sync"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pace"
	"github.com/rolefit/rolefit/internal/page"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// An intro is the text before the first question.
type intro struct {
	What, Length, How, Privacy string
	Picks                      string // keys that choose an option
}

func newIntro(q *fit.Quiz, o Options) intro {
	shown := min(fit.MaxShown, len(q.Roles))
	x := intro{
		What: fmt.Sprintf("What would you rather do, get better at, and be proud of? This quiz compares %s roles. "+
			"At the end you see which one fits you best, how confident that is, and which of your answers led there.", wording.Number(len(q.Roles))),
		Length:  length(q),
		How:     fmt.Sprintf("Each question shows %s things. Pick the one that suits you best, then the one that suits you least. It's about what you'd rather do, not what you already know.", wording.Number(shown)),
		Privacy: "This page can't connect to anything. Your answers stay in its address until you see your result, and after that only in this tab.",
		Picks:   fmt.Sprintf("1 to %d", shown),
	}
	if shown == 2 {
		x.How = "Each question shows two things. Pick the one that suits you better. It's about what you'd rather do, not what you already know."
	}
	if o.Collect != "" {
		x.Privacy += " At the end you can hand them in, if you want to. The page never sends them by itself."
	}
	return x
}

// length describes the number of questions and how long part 1 takes.
func length(q *fit.Quiz) string {
	first := q.Next(&fit.Answers{Pack: q.Pack.ID, Roles: q.Chosen()})
	questions := fmt.Sprintf("%d to %d questions", first.AtLeast, first.AtMost)
	if first.AtLeast == first.AtMost {
		questions = wording.Count(first.AtLeast, "question")
	}
	text := questions + ", " + pace.Minutes(pace.Part1(q, first)) + "."
	if len(q.Pack.Conditions)+len(q.Pack.Skills) > 0 {
		text += " A second part about conditions and skills is up to you."
	}
	return text
}

// A job is a role that the page offers when it asks for the person's current
// role.
type job struct{ ID, Title string }

// jobs returns the roles that the page offers when it asks for the person's
// current role, or none if it doesn't ask.
func jobs(q *fit.Quiz, o Options) (all []job) {
	if !o.AskJob {
		return nil
	}
	for _, r := range q.Roles {
		all = append(all, job{r.ID, safetext.Sanitize(r.Title)})
	}
	return all
}

// addresses matches the addresses in the organizer's text that become links. It
// is compiled only by commands that write a page.
var addresses = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`https?://[^\s<>"']*[^\s<>"'.,;:!?)]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`)
})

// A piece is part of a text, with an address if it is a link.
type piece struct {
	Text   string
	Target template.URL
}

// linked splits the organizer's text into paragraphs, and each paragraph at its
// links.
func linked(text string) (paragraphs [][]piece) {
	for line := range strings.Lines(text) {
		line = safetext.Sanitize(strings.TrimSpace(line))
		var pieces []piece
		at := 0
		for _, m := range addresses().FindAllStringIndex(line, -1) {
			address := line[m[0]:m[1]]
			pieces = append(pieces, piece{Text: line[at:m[0]]}, piece{address, template.URL(targetOf(address))})
			at = m[1]
		}
		if pieces = append(pieces, piece{Text: line[at:]}); line != "" {
			paragraphs = append(paragraphs, pieces)
		}
	}
	return paragraphs
}

// targetOf returns the target of a link to a web or mail address. It returns ""
// if the address has a user name or an odd host, which can hide where it leads.
func targetOf(address string) string {
	if strings.Contains(address, "://") {
		return page.Link{Address: page.Verbatim(address)}.Target()
	}
	return "mailto:" + address
}
