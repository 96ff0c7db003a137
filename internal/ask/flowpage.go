package ask

import (
	"fmt"
	"slices"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// page returns the current page.
func (f *flow) page() page {
	var p page
	switch f.overlay {
	case welcomeOverlay:
		p = f.welcomePage()
	case skipOverlay:
		p = f.skipPage()
	case quitOverlay, finishOverlay:
		p = f.quitPage()
	case helpOverlay:
		p = page{title: "Help", text: help(f.plain), continues: true, commands: []command{
			{"enter", "goes on", f.close}, {"q", "leave", func() { f.open(quitOverlay) }},
		}}
	default:
		p = f.stepPage()
		p.commands = f.commands()
	}
	p.notes = append(f.notes(), p.notes...)
	return p
}

func (f *flow) stepPage() page {
	switch f.step.Kind {
	case fit.AskCard:
		return f.cardPage()
	case fit.AskStart:
		return f.startPage()
	case fit.AskCondition:
		return f.conditionPage()
	case fit.AskSkill:
		return f.skillPage()
	case fit.AskOffer:
		return f.offerPage()
	}
	return f.questionPage()
}

// notes returns the notes that every page must show.
func (f *flow) notes() []string {
	var notes []string
	if f.saveError != "" && !f.saveErrorShown {
		notes = append(notes, "Not saved: "+f.saveError+". The quiz goes on without.")
	} else if f.saveError != "" {
		notes = append(notes, textUnsaved)
	}
	if f.notice != "" {
		notes = append(notes, f.notice)
	}
	return notes
}

// questionPage asks for the best option of a question, then for the worst.
func (f *flow) questionPage() page {
	p := page{title: safetext.Sanitize(f.step.Prompt), instruction: textBest, shortPrompt: "Best"}
	p.progress, p.timeLeft = progress(f.number(), f.step), timeLeft(f.quiz, f.answers, f.step)
	p.bar = bar{f.step.Answered, f.step.AtLeast, f.step.AtMost - f.step.AtLeast}
	if f.step.NewRound {
		p.notes = append(p.notes, newRoundText(f.step.AtLeast))
	}
	switch {
	case len(f.step.Options) == 2:
		p.instruction, p.shortPrompt = textBetter, "The better one"
	case f.best != "":
		p.instruction, p.shortPrompt = textWorst, "Worst"
	}
	for i, c := range f.step.Options {
		x := choice{key: fmt.Sprint(i + 1), text: safetext.Sanitize(c.Text), mark: f.mark(c.Key), choose: func() { f.choose(c.Key) }}
		if c.Key == f.best {
			x.disabled, x.choose = true, func() { f.notice = x.key + textIsBest }
		}
		p.choices = append(p.choices, x)
	}
	f.showPrevious(&p)
	return p
}

// number returns the number of the current question, counting from 1.
func (f *flow) number() int {
	if i := slices.IndexFunc(f.answers.All, func(a fit.Answer) bool { return a.Question == f.step.ID }); i >= 0 {
		return i + 1
	}
	return f.step.Answered + 1
}

func (f *flow) mark(key string) string {
	before := f.step.Previous
	switch {
	case key == f.best:
		return markBest
	case before == nil:
		return ""
	case key == before.Worst:
		return markWorstBefore
	case key == before.Best && f.best == "":
		return markBestBefore
	}
	return ""
}

// showPrevious puts the cursor on the previous answer, so that Enter keeps it.
func (f *flow) showPrevious(p *page) {
	p.cursor = slices.IndexFunc(p.choices, func(c choice) bool { return !c.disabled })
	before := f.step.Previous
	if before == nil {
		return
	}
	if before.Skip != "" && f.best == "" {
		p.notes = append(p.notes, previousSkip(f.step.Kind, before.Skip))
		p.keepPrevious, p.keepLabel = func() { f.skip(before.Skip) }, "the skip"
		return
	}
	wanted := before.Best
	if f.best != "" {
		wanted = before.Worst
	}
	for i, c := range f.step.Options {
		if c.Key == wanted && !p.choices[i].disabled {
			p.cursor, p.keepPrevious, p.keepLabel = i, p.choices[i].choose, p.choices[i].key
		}
	}
}

// picks are the options of a step that takes one of them, with the previous
// answer marked and under the cursor.
func (f *flow) picks(p *page) {
	before := f.step.Previous
	for i, o := range f.step.Options {
		c := choice{key: f.key(i), text: safetext.Sanitize(o.Text), choose: func() { f.pick(o.Key) }}
		if before != nil && before.Pick == o.Key {
			c.mark = markBefore
			p.cursor, p.keepPrevious, p.keepLabel = i, c.choose, c.key
		}
		p.choices = append(p.choices, c)
	}
	f.keepSkip(p)
}

// pickKeys are the keys of more choices than there are digits, without those
// that do something else.
const pickKeys = "123456789acdegilmnoprtuvwxyz"

// key is the key of the choice at an index: in lines its number; on a terminal,
// where one key must do, a digit or letter; "" when there is none left.
func (f *flow) key(i int) string {
	switch {
	case f.plain:
		return fmt.Sprint(i + 1)
	case i < len(pickKeys):
		return pickKeys[i : i+1]
	}
	return ""
}

// keepSkip offers to keep a skip, after going back.
func (f *flow) keepSkip(p *page) {
	if before := f.step.Previous; before != nil && before.Skip != "" {
		p.notes = append(p.notes, previousSkip(f.step.Kind, before.Skip))
		p.keepPrevious, p.keepLabel = func() { f.skip(before.Skip) }, "the skip"
	}
}

func (f *flow) cardPage() page {
	p := page{
		progress:    fmt.Sprintf("Job %d of %d", f.step.Index, f.step.Total),
		title:       safetext.Sanitize(f.step.Prompt),
		text:        []string{safetext.Sanitize(f.step.Text)},
		shortPrompt: "Would you want it",
	}
	if f.step.Index == 1 {
		p.progress = fmt.Sprintf("The questions are over. Now %s without titles: job 1 of %d", count(f.step.Total, "job"), f.step.Total)
	}
	f.picks(&p)
	return p
}

func (f *flow) startPage() page {
	p := page{progress: "The last step of part 1", title: safetext.Sanitize(f.step.Prompt), instruction: textStart, shortPrompt: "Choose"}
	f.picks(&p)
	return p
}

func (f *flow) conditionPage() page {
	p := page{
		progress:    fmt.Sprintf("Part 2: condition %d of %d", f.step.Index, f.step.Total),
		title:       safetext.Sanitize(f.step.Text),
		instruction: safetext.Sanitize(f.step.Prompt),
		shortPrompt: "Would that work",
	}
	f.picks(&p)
	return p
}

func (f *flow) offerPage() page {
	p := page{shortPrompt: "Choose"}
	for _, line := range f.verdict {
		p.text = append(p.text, safetext.Sanitize(line))
	}
	p.text = append(p.text, safetext.Sanitize(f.step.Prompt), offerText(f.quiz, f.step))
	p.title, p.text = p.text[0], p.text[1:]
	f.picks(&p)
	return p
}

func (f *flow) skillPage() page {
	p := page{
		progress:    fmt.Sprintf("Part 2: skill %d of %d", f.step.Index, f.step.Total),
		title:       safetext.Sanitize(f.step.Skill.Name),
		text:        []string{safetext.Sanitize(f.step.Skill.Covers), textLevel},
		shortPrompt: "Level",
	}
	before := f.step.Previous
	for level, c := range f.step.Options {
		x := choice{key: c.Key, text: safetext.Sanitize(c.Text), choose: func() { f.rate(level) }}
		if before != nil && before.Level != nil && *before.Level == level {
			x.mark = markBefore
			p.cursor, p.keepPrevious, p.keepLabel = level, x.choose, x.key
		}
		p.choices = append(p.choices, x)
	}
	f.keepSkip(&p)
	return p
}

func (f *flow) skipPage() page {
	p := page{title: "Skip this question", text: []string{textSkip}, shortPrompt: "Why", commands: []command{
		{"b", "back", f.close}, {"q", "leave", func() { f.open(quitOverlay) }}, {"?", "help", func() { f.open(helpOverlay) }},
	}}
	for i, s := range fit.Skips {
		p.choices = append(p.choices, choice{key: fmt.Sprint(i + 1), text: skipReason(s), choose: func() { f.skip(s) }})
	}
	return p
}

func (f *flow) quitPage() page {
	p := page{title: "Leave the quiz?", shortPrompt: "Choose", commands: []command{{"b", "back", f.close}}}
	p.choices = []choice{
		{key: "1", text: "Go on", choose: f.close},
		{key: "2", text: quitText(f.options.ResumeHint, f.saveError != ""), choose: func() { f.end(Quit) }},
	}
	if f.behind == welcomeOverlay || !f.canFinish() {
		return p
	}
	text := "Finish now: no more questions"
	if f.step.AtMost == 0 {
		text = "Finish now: the result"
	}
	if f.step.VerdictReady {
		p.choices = p.choices[:1] // leaving is finishing: the result is there
	}
	p.choices = append(p.choices, choice{key: fmt.Sprint(len(p.choices) + 1), text: text, choose: f.finish})
	if f.overlay == finishOverlay {
		p.title, p.text, p.cursor = "Finish now?", []string{finishCost(f.step)}, len(p.choices)-1
		p.commands = append(p.commands, command{"f", "finish", f.finish})
	}
	return p
}

func (f *flow) welcomePage() page {
	title := safetext.Sanitize(f.quiz.Pack.Title)
	if title == "" {
		title = "Which role suits you?"
	}
	return page{
		title: title, text: welcome(f.quiz, f.step), continues: true,
		commands: []command{
			{"enter", "starts", f.start}, {"q", "leave", func() { f.open(quitOverlay) }}, {"?", "help", func() { f.open(helpOverlay) }},
		},
	}
}

// commands returns the keys, other than those of the options, that work at a
// step.
func (f *flow) commands() []command {
	var all []command
	if f.step.CanBack || f.best != "" {
		all = append(all, command{"b", "back", f.back})
	}
	switch f.step.Kind {
	case fit.AskQuestion:
		all = append(all, command{"s", "skip", func() { f.open(skipOverlay) }})
	case fit.AskStart, fit.AskSkill:
		all = append(all, command{"s", "skip", func() { f.skip(fit.Unsure) }})
	}
	if f.canFinish() {
		all = append(all, command{"f", "finish", f.finishKey})
	}
	return append(all, command{"q", "leave", func() { f.open(quitOverlay) }}, command{"?", "help", func() { f.open(helpOverlay) }})
}

// finishKey asks for confirmation, because a finished quiz asks no more
// questions and going back doesn't bring them back. In plain mode, where Enter
// must follow the key anyway, it doesn't ask once the questions are over.
func (f *flow) finishKey() {
	if f.plain && f.step.AtMost == 0 {
		f.finish()
		return
	}
	f.open(finishOverlay)
}
