package ask

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pace"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/steptext"
	"github.com/rolefit/rolefit/internal/wording"
)

// page returns the current page.
func (f *flow) page() page {
	p := f.currentPage()
	if notes := f.notes(); len(notes) > 0 && !f.plain {
		p.notes = notes
	}
	if f.overlay >= skipOverlay && f.behind == noOverlay && f.Quiz != nil && !f.plain && !f.atEnd() {
		p.progress, p.bar, p.timeLeft = f.place(), f.bar(), pace.Left(f.Quiz, f.Answers, f.step)
	}
	return p
}

func (f *flow) currentPage() page {
	switch f.overlay {
	case promptOverlay:
		return f.promptPage()
	case notesOverlay:
		return f.notesPage()
	case welcomeOverlay:
		return f.welcomePage()
	case skipOverlay:
		return f.skipPage()
	case quitOverlay:
		return f.quitPage()
	case finishOverlay:
		return f.finishPage()
	case part2Overlay:
		return f.part2Page()
	case helpOverlay:
		return f.helpPage()
	case readOverlay:
		return f.readPage()
	}
	return f.stepPage()
}

func (f *flow) stepPage() page {
	if f.atEnd() {
		return f.endPage()
	}
	p := page{progress: f.place(), bar: f.bar(), timeLeft: pace.Left(f.Quiz, f.Answers, f.step)}
	switch f.step.Kind {
	case fit.AskQuestion:
		f.question(&p)
	case fit.AskCard:
		f.card(&p)
	case fit.AskStart:
		f.startStep(&p)
	case fit.AskCondition:
		f.condition(&p)
	case fit.AskSkill:
		f.skill(&p)
	case fit.AskOffer:
		f.offer(&p)
	}
	p.commands = f.commands()
	return p
}

// notes returns the notes that every page must show.
func (f *flow) notes() []string {
	var notes []string
	if f.saveError != "" && !f.saveErrorShown {
		notes = append(notes, "Not saved: "+f.saveError+". The quiz continues without saving.")
	} else if f.saveError != "" {
		notes = append(notes, textUnsaved)
	}
	if f.notice != "" {
		notes = append(notes, f.notice)
	}
	return notes
}

// question asks for the best option of a question, then for the worst.
func (f *flow) question(p *page) {
	p.title = safetext.Sanitize(f.step.Prompt)
	p.mode, p.instruction, p.shortPrompt = bestMode, steptext.Best, "Best"
	if f.step.NewRound {
		p.notes = append(p.notes, steptext.NewRound)
	}
	switch {
	case len(f.step.Options) == 2:
		p.instruction, p.shortPrompt = steptext.Better, "The better one"
	case f.best != "":
		p.mode, p.instruction, p.shortPrompt = worstMode, steptext.Worst, "Worst"
	}
	for i, c := range f.step.Options {
		x := choice{key: fmt.Sprint(i + 1), text: safetext.Sanitize(c.Text), mark: f.mark(c.Key), choose: func() { f.choose(c.Key) }}
		if c.Key == f.best {
			x.disabled, x.choose = true, func() { f.notice = fmt.Sprintf(textIsBest, x.key) }
		}
		p.choices = append(p.choices, x)
	}
	f.showPrevious(p)
}

// number returns the number of the current question, counting from 1.
func (f *flow) number() int { return f.Answers.Number(&f.step) }

func (f *flow) mark(key string) mark {
	before := f.step.Previous
	switch {
	case key == f.best:
		return markBest
	case key == f.takenBack && f.best == "":
		return markWasBest
	case before == nil:
		return noMark
	case key == before.Worst:
		return markWasWorst
	case key == before.Best && f.best == "" && f.takenBack == "":
		return markWasBest
	}
	return noMark
}

// showPrevious places the cursor on the previous answer, so that Enter keeps
// it. Without a previous answer, the cursor stays on the best option. That
// can't be the worst, so pressing Enter again doesn't answer the question. If a
// single choice is the answer, there is no cursor at first.
func (f *flow) showPrevious(p *page) {
	before := f.step.Previous
	switch {
	case f.best != "":
		p.cursor = slices.IndexFunc(p.choices, func(c choice) bool { return c.disabled })
	case before == nil && len(p.choices) == 2:
		p.cursor = -1
	}
	wanted := f.takenBack
	switch {
	case f.best == "" && wanted != "":
	case before == nil:
		return
	case before.Skip != "" && f.best == "":
		f.keepSkip(p)
		return
	case f.best != "":
		wanted = before.Worst
	default:
		wanted = before.Best
	}
	for i, c := range f.step.Options {
		if c.Key == wanted && !p.choices[i].disabled {
			p.cursor, p.keepPrevious, p.keepLabel = i, p.choices[i].choose, p.choices[i].key
		}
	}
}

// picks adds the choices of a step with a single choice. The previous answer is
// marked and under the cursor.
func (f *flow) picks(p *page) {
	before := f.step.Previous
	for i, o := range f.step.Options {
		c := choice{key: f.key(i), text: safetext.Sanitize(o.Text), choose: func() { f.pick(o.Key) }}
		if before != nil && before.Pick == o.Key {
			c.mark = markPrevious
			p.cursor, p.keepPrevious, p.keepLabel = i, c.choose, c.key
		}
		p.choices = append(p.choices, c)
	}
	f.keepSkip(p)
}

// pickKeys lists the keys for steps with more choices than digits. It omits
// keys that have another function.
const pickKeys = "123456789tuvwxyzacdegilmnopr"

// key returns the key of the choice at an index. In plain mode it is the number
// of the choice. On a terminal it is a single digit or letter, or "" if none is
// left.
func (f *flow) key(i int) string {
	switch {
	case f.plain:
		return fmt.Sprint(i + 1)
	case i < len(pickKeys):
		return pickKeys[i : i+1]
	}
	return ""
}

// keepSkip offers to keep a skip after going back.
func (f *flow) keepSkip(p *page) {
	if before := f.step.Previous; before != nil && before.Skip != "" {
		p.cursor, p.notes = -1, append(p.notes, previousSkip(f.step.Kind, before.Skip))
		p.keepPrevious, p.keepLabel = func() { f.skip(before.Skip) }, "the skip"
	}
}

func (f *flow) card(p *page) {
	p.title, p.text, p.shortPrompt = safetext.Sanitize(f.step.Prompt), []string{safetext.Sanitize(f.step.Text)}, "Would you want it"
	if f.step.Index == 1 {
		p.notes = append(p.notes, fmt.Sprintf("Now %s, described without titles.", steptext.Count(f.step.Total, "job")))
	}
	if f.plain && f.step.Index > 1 {
		p.title = "" // already in the prompt
	}
	f.picks(p)
}

func (f *flow) startStep(p *page) {
	p.title, p.instruction, p.shortPrompt = safetext.Sanitize(f.step.Prompt), steptext.Start, "Choose"
	f.picks(p)
}

func (f *flow) condition(p *page) {
	p.title, p.instruction = safetext.Sanitize(f.step.Text), safetext.Sanitize(f.step.Prompt)
	if p.shortPrompt = "Would that work"; f.plain {
		p.instruction = "" // already in the prompt
	}
	f.picks(p)
}

func (f *flow) offer(p *page) {
	length := pace.Minutes(pace.Steps(f.step.Offered), pace.Steps(f.step.Offered))
	p.title, p.shortPrompt = safetext.Sanitize(f.step.Prompt), "Choose"
	p.text = []string{wording.Capitalize(length) + ". " + steptext.Offer(f.step.ID)}
	f.picks(p)
}

func (f *flow) skill(p *page) {
	p.title, p.text = safetext.Sanitize(f.step.Skill.Name), []string{safetext.Sanitize(f.step.Skill.Covers)}
	if p.shortPrompt = "Level"; !f.plain || f.step.Index == 1 {
		p.instruction = steptext.Level
	}
	before := f.step.Previous
	for level, c := range f.step.Options {
		x := choice{key: c.Key, text: safetext.Sanitize(c.Text), choose: func() { f.rate(level) }}
		if before != nil && before.Level != nil && *before.Level == level {
			x.mark = markPrevious
			p.cursor, p.keepPrevious, p.keepLabel = level, x.choose, x.key
		}
		p.choices = append(p.choices, x)
	}
	f.keepSkip(p)
}

// commands returns the keys for anything other than the options of a step. On a
// terminal they are the same for every question, so that none moves.
func (f *flow) commands() []command {
	var all []command
	if f.step.CanBack || f.best != "" || !f.plain && f.step.Kind == fit.AskQuestion {
		all = append(all, command{"b", "back", f.back})
	}
	switch f.step.Kind {
	case fit.AskQuestion:
		all = append(all, command{"s", "skip", func() { f.show(skipOverlay) }})
	case fit.AskStart, fit.AskSkill:
		all = append(all, command{"s", "skip", func() { f.skip(fit.Unsure) }})
	}
	if f.canFinish() || !f.plain && f.step.Kind == fit.AskQuestion {
		all = append(all, command{"f", "finish", f.askFinish})
	}
	return append(all, f.always()...)
}

// always returns the commands of every page.
func (f *flow) always() []command {
	if f.plain {
		return []command{{"r", "repeat", func() { f.repeated, f.notice = true, "" }}, f.help(), f.quitCommand()}
	}
	return []command{f.help(), f.quitCommand()}
}

func (f *flow) help() command { return command{"?", "help", func() { f.show(helpOverlay) }} }

func (f *flow) quitCommand() command {
	run := func() { f.show(quitOverlay) }
	switch {
	case f.Quiz == nil:
		run = func() { f.end(Quit) }
	case f.atEnd():
		run = func() { f.end(Finished) }
	}
	return command{"q", "quit", run}
}

// askFinish asks for confirmation and describes the consequence of finishing.
func (f *flow) askFinish() {
	if !f.canFinish() {
		f.notice = textNothingYet
		return
	}
	f.show(finishOverlay)
}

// bar returns the progress of this part.
func (f *flow) bar() bar {
	s, a := f.step, f.Answers
	if s.Part == 2 {
		return bar{len(a.Conditions) + len(a.Skills), s.Remaining}
	}
	done := s.Answered + len(a.Cards)
	if a.Start != (fit.StartAnswer{}) {
		done++
	}
	return bar{done, s.AtMost + s.Remaining}
}
