package ask

import (
	"fmt"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/safetext"
)

// page is what is shown now.
func (f *flow) page() page {
	var p page
	switch f.menu {
	case welcomeMenu:
		p = f.welcomePage()
	case skipMenu:
		p = f.skipPage()
	case leaveMenu, finishMenu:
		p = f.leavePage()
	case helpMenu:
		p = page{title: "Help", text: help(f.lines), passing: true, commands: []command{
			{"enter", "goes on", f.close}, {"q", "leave", func() { f.open(leaveMenu) }},
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
	case fit.AskSkill:
		return f.skillPage()
	case fit.Done:
		return f.offerPage()
	}
	return f.pickPage()
}

// notes are what has to be said whatever is shown.
func (f *flow) notes() []string {
	var notes []string
	if f.unsaved != "" && !f.told {
		notes = append(notes, "Not saved: "+f.unsaved+". The quiz goes on without.")
	} else if f.unsaved != "" {
		notes = append(notes, sayUnsaved)
	}
	if f.said != "" {
		notes = append(notes, f.said)
	}
	return notes
}

// pickPage asks for the best of a question or of the cards, then for the
// worst.
func (f *flow) pickPage() page {
	p := page{title: safetext.Sanitize(f.step.Prompt), ask: sayBest, short: "Best"}
	if f.step.Kind == fit.AskCards {
		p.where = "The questions are over"
		p.title = upper(number(len(f.step.Options))) + " ways to work, without their titles. Which suits you?"
		p.text = []string{sayCards}
	} else {
		p.where, p.left = progress(f.number(), f.step), timeLeft(f.quiz, f.given, f.step, !f.options.NoSkills)
		p.bar = bar{f.step.Answered, f.step.AtLeast, f.step.AtMost - f.step.AtLeast}
	}
	if f.step.NewRound {
		p.notes = append(p.notes, why(f.step.AtLeast))
	}
	switch {
	case len(f.step.Options) == 2:
		p.ask, p.short = sayOnly, "The better one"
	case f.best != "":
		p.ask, p.short = sayWorst, "Worst"
	}
	for i, c := range f.step.Options {
		x := choice{key: fmt.Sprint(i + 1), text: safetext.Sanitize(c.Text), mark: f.mark(c.Key), do: func() { f.pick(c.Key) }}
		if c.Key == f.best {
			x.off, x.do = true, func() { f.said = x.key + sayOff }
		}
		p.choices = append(p.choices, x)
	}
	f.before(&p)
	return p
}

// number is the number of the question shown, from 1.
func (f *flow) number() int {
	if i := slices.IndexFunc(f.given.All, func(a fit.Answer) bool { return a.Question == f.step.ID }); i >= 0 {
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

// before puts the cursor on the answer given before, which Enter keeps.
func (f *flow) before(p *page) {
	p.start = slices.IndexFunc(p.choices, func(c choice) bool { return !c.off })
	before := f.step.Previous
	if before == nil {
		return
	}
	if before.Skip != "" && f.best == "" {
		p.notes = append(p.notes, skippedBefore(f.step.Kind, before.Skip))
		p.keep, p.keeps = func() { f.skip(before.Skip) }, "the skip"
		return
	}
	wanted := before.Best
	if f.best != "" {
		wanted = before.Worst
	}
	for i, c := range f.step.Options {
		if c.Key == wanted && !p.choices[i].off {
			p.start, p.keep, p.keeps = i, p.choices[i].do, p.choices[i].key
		}
	}
}

func (f *flow) skillPage() page {
	p := page{
		where: fmt.Sprintf("Skill %d of %d", f.step.Index, f.step.Total),
		title: safetext.Sanitize(f.step.Skill.Name),
		text:  []string{safetext.Sanitize(f.step.Skill.Covers), sayLevel},
		short: "Level",
	}
	before := f.step.Previous
	for level, c := range f.step.Options {
		x := choice{key: c.Key, text: safetext.Sanitize(c.Text), do: func() { f.rate(level) }}
		if before != nil && before.Level != nil && *before.Level == level {
			x.mark = markBefore
			p.start, p.keep, p.keeps = level, x.do, x.key
		}
		p.choices = append(p.choices, x)
	}
	if before != nil && before.Skip != "" {
		p.notes = append(p.notes, skippedBefore(f.step.Kind, before.Skip))
		p.keep, p.keeps = func() { f.skip(before.Skip) }, "the skip"
	}
	return p
}

func (f *flow) offerPage() page {
	much := time.Duration(f.step.SkillsLeft) * perSkill
	return page{
		title: "Rate " + count(f.step.SkillsLeft, "more skill") + "?",
		text:  []string{sayMore},
		short: "Choose",
		choices: []choice{
			{key: "1", text: "Yes, " + minutes(much, much), do: func() { f.record(fit.Event{More: true}) }},
			{key: "2", text: "No, the result now", do: func() { f.end(Finished) }},
		},
	}
}

func (f *flow) skipPage() page {
	p := page{title: "Skip this question", text: []string{sayReason}, short: "Why", commands: []command{
		{"b", "back", f.close}, {"q", "leave", func() { f.open(leaveMenu) }}, {"?", "help", func() { f.open(helpMenu) }},
	}}
	for i, s := range fit.Skips {
		p.choices = append(p.choices, choice{key: fmt.Sprint(i + 1), text: reason(s), do: func() { f.skip(s) }})
	}
	return p
}

func (f *flow) leavePage() page {
	p := page{title: "Leave the quiz?", short: "Choose", commands: []command{{"b", "back", f.close}}}
	p.choices = []choice{
		{key: "1", text: "Go on", do: f.close},
		{key: "2", text: leaving(f.options.Kept, f.unsaved != ""), do: func() { f.end(Left) }},
	}
	if f.under == welcomeMenu || !f.canFinish() {
		return p
	}
	text := "Finish now: no more questions"
	if f.step.AtMost == 0 {
		text = "Finish now: the result"
	}
	p.choices = append(p.choices, choice{key: "3", text: text, do: f.finish})
	if f.menu == finishMenu {
		p.title, p.start = "Finish now?", 2
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
		title: title, text: welcome(f.quiz, f.step, f.options), passing: true,
		commands: []command{
			{"enter", "starts", f.begin}, {"q", "leave", func() { f.open(leaveMenu) }}, {"?", "help", func() { f.open(helpMenu) }},
		},
	}
}

// commands are the keys beside the picks that work at a step.
func (f *flow) commands() []command {
	var all []command
	if f.step.CanBack || f.best != "" {
		all = append(all, command{"b", "back", f.back})
	}
	switch f.step.Kind {
	case fit.AskQuestion:
		all = append(all, command{"s", "skip", func() { f.open(skipMenu) }})
	case fit.AskCards, fit.AskSkill:
		all = append(all, command{"s", "skip", func() { f.skip(fit.Unsure) }})
	}
	if f.canFinish() {
		all = append(all, command{"f", "finish", f.finishKey})
	}
	return append(all, command{"q", "leave", func() { f.open(leaveMenu) }}, command{"?", "help", func() { f.open(helpMenu) }})
}

// finishKey asks first, because a finished quiz asks no further questions, and
// going back does not bring them; not in lines once the questions are over,
// where Enter follows the key anyway.
func (f *flow) finishKey() {
	if f.lines && f.step.AtMost == 0 {
		f.finish()
		return
	}
	f.open(finishMenu)
}
