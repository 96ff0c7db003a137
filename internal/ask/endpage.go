package ask

import (
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// endPage returns the page with the result: the verdict, and what the person
// can do next.
func (f *flow) endPage() page {
	e := f.ending
	p := page{
		progress: "Your result", title: safetext.Sanitize(e.Title), tag: safetext.Sanitize(e.Tag), text: []string{safetext.Sanitize(e.Text)},
		textOptional: e.Optional, body: e.Body, shortPrompt: "What next?",
	}
	if e.Note != "" {
		p.notes = append(p.notes, safetext.Sanitize(e.Note))
	}
	if f.canSettle() {
		name := "more questions"
		if f.Answers.Finished {
			name = "answer the rest"
		}
		p.commands = append(p.commands, command{"s", name, f.settle})
		if e.Odds != "" {
			p.notes = append(p.notes, safetext.Sanitize(e.Odds))
		}
	}
	if f.part2Left() {
		c := command{"2", "conditions and skills", f.part2}
		if f.plain { // "2 conditions" sounds like a number of them
			c = command{"2", "for part 2", func() { f.show(part2Overlay) }}
		}
		p.commands = append(p.commands, c)
	}
	p.shortNames = map[string]string{"2": "part 2", "s": "settle"}
	for _, a := range e.Actions {
		p.shortNames[a.Key] = a.Short
		p.commands = append(p.commands, command{a.Key, a.Name, func() { f.do(a) }})
	}
	if f.step.CanBack {
		p.commands = append(p.commands, command{"b", "back", f.back})
	}
	p.commands = append(p.commands, f.always()...)
	return p
}

// do performs an action of the ending.
func (f *flow) do(a Action) {
	if a.Read != nil {
		f.text = a.Read
		f.show(readOverlay)
		return
	}
	f.notice = safetext.Sanitize(a.Do())
}

// canSettle reports whether more questions may settle the verdict, because they
// are offered or were declined.
func (f *flow) canSettle() bool {
	declined := slices.Contains(f.Answers.Offers, fit.OfferAnswer{Offer: fit.OfferQuestions})
	return f.step.ID == fit.OfferQuestions || declined && f.Quiz.CanSettle(f.Answers)
}

// settle accepts the offer of more questions. If it was declined, the flow
// first goes back to it.
func (f *flow) settle() {
	for f.step.CanBack && f.step.ID != fit.OfferQuestions {
		f.record(fit.Event{Back: true})
	}
	f.pick(fit.Yes)
}

// part2Left reports whether part 2 is offered now, or would be offered or
// resumed after declining more questions.
func (f *flow) part2Left() bool {
	if f.step.ID != fit.OfferQuestions {
		return f.step.ID == fit.OfferPart2
	}
	declined := *f.Answers
	declined.Offers = slices.Clone(declined.Offers)
	err := f.Quiz.Record(&declined, fit.Event{Kind: fit.AskOffer, ID: fit.OfferQuestions, Pick: fit.No})
	return err == nil && f.Quiz.Next(&declined).Kind != fit.Done
}

// part2 accepts part 2. If more questions are offered first, it declines them.
func (f *flow) part2() {
	if f.step.ID == fit.OfferQuestions {
		f.pick(fit.No)
	}
	if f.step.ID == fit.OfferPart2 {
		f.pick(fit.Yes)
	}
}
