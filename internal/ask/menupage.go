package ask

import (
	"fmt"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/steptext"
)

// This file defines the pages that aren't steps of the interview.

func (f *flow) promptPage() page {
	o := f.options.Prompt
	p := page{title: safetext.Sanitize(o.Title), shortPrompt: "Choose", cursor: o.Usual}
	for _, text := range o.Text {
		p.text = append(p.text, safetext.Sanitize(text))
	}
	for i, c := range o.Choices {
		p.choices = append(p.choices, choice{key: fmt.Sprint(i + 1), text: safetext.Sanitize(c.Text), choose: func() { f.open(c) }})
	}
	p.keepPrevious, p.keepLabel = p.choices[o.Usual].choose, p.choices[o.Usual].key
	p.commands = f.always()
	return p
}

func (f *flow) notesPage() page {
	p := page{title: "Before you continue", continues: true, commands: append([]command{{"enter", "continue", f.leaveNotes}}, f.always()...)}
	for _, text := range f.Notes {
		p.text = append(p.text, safetext.Sanitize(text))
	}
	return p
}

func (f *flow) welcomePage() page {
	title := safetext.Sanitize(f.Quiz.Pack.Title)
	if title == "" {
		title = "Which role suits you?"
	}
	what, parts, how := welcome(f.Quiz, f.step)
	return page{
		title: title, text: []string{what}, terms: parts, instruction: how, continues: true,
		commands: append([]command{{"enter", "start", f.start}}, f.always()...),
	}
}

// helpPage explains the keys of the page that it was opened from.
func (f *flow) helpPage() page {
	about := *f
	about.overlay = f.explained
	of := about.currentPage()
	p := page{title: "Help", terms: f.keyTerms(&of), continues: true, commands: []command{{"enter", "continue", f.close}}}
	switch {
	case of.tag != "" && f.plain:
		p.instruction = textFits
	case of.tag != "":
		p.instruction = textBars
	case of.mode != noMode || f.explained == welcomeOverlay:
		p.instruction = textWhyBestWorst
	}
	return p
}

func (f *flow) skipPage() page {
	p := page{title: "Skip this question?", text: []string{textSkip}, shortPrompt: "Why", commands: append([]command{{"b", "back", f.close}}, f.always()...)}
	for i, s := range fit.Skips {
		c := choice{key: fmt.Sprint(i + 1), text: steptext.Skip(s), choose: func() { f.skip(s) }}
		if before := f.step.Previous; before != nil && before.Skip == s {
			p.cursor, c.mark = i, markPrevious
		}
		p.choices = append(p.choices, c)
	}
	return p
}

func (f *flow) quitPage() page {
	p := page{title: "Quit the quiz?", shortPrompt: "Choose", commands: []command{{"b", "back", f.close}}}
	always := f.always()
	p.commands = append(p.commands, always[:len(always)-1]...) // without q
	if f.best != "" && f.step.Answered > 0 && f.SaveHalf != nil && f.saveError == "" {
		p.text = []string{textHalf}
	}
	add := func(text string, choose func()) {
		p.choices = append(p.choices, choice{key: fmt.Sprint(len(p.choices) + 1), text: text, choose: choose})
	}
	add("Continue the quiz", f.close)
	switch {
	case f.step.Part == 1 && f.step.Answered == 0:
		add("Quit", func() { f.end(Quit) })
	default:
		add(quitText(f.ResumeHint, f.saveError != ""), func() { f.end(Quit) })
	}
	if f.behind == noOverlay && f.canFinish() {
		add("Finish now and see your result", func() { f.overlay = finishOverlay })
	}
	return p
}

// part2Page returns the page that confirms part 2 in plain mode, where a person
// who types ahead may mean another 2.
func (f *flow) part2Page() page {
	p := page{title: "Start part 2?", text: []string{steptext.Offer(fit.OfferPart2)}, shortPrompt: "Choose", commands: append([]command{{"b", "back", f.close}}, f.always()...)}
	p.choices = []choice{{key: "n", text: "No, back to the result", choose: f.close}, {key: "y", text: "Yes, start part 2", choose: func() { f.close(); f.part2() }}}
	return p
}

// finishPage returns the page that confirms finishing. Its keys differ from the
// one that opens it.
func (f *flow) finishPage() page {
	p := page{title: "Finish now?", text: []string{steptext.FinishCost(f.step)}, shortPrompt: "Choose", commands: append([]command{{"b", "back", f.close}}, f.always()...)}
	if !f.step.VerdictReady && f.step.AtMost > 0 {
		p.text = append(p.text, "You can still answer the rest afterward.")
	}
	p.choices = []choice{{key: "n", text: "No, continue the quiz", choose: f.close}, {key: "y", text: "Yes, show my result", choose: f.finish}}
	return p
}
