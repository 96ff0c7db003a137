package ask

import (
	"fmt"
	"strings"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/pace"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/steptext"
	"github.com/rolefit/rolefit/internal/wording"
)

// Instructions on pages.
const (
	textSkip         = "A skipped question doesn't count. Another question replaces it, if one is left, but not after three skips."
	textLastSection  = "This is the last section."
	textIsBest       = "%s is your best. Now pick the worst."
	textHeld         = "Holding %s counts once."
	textMoveFirst    = "Press 1 or 2, or move to one first."
	textBestCleared  = "Back to the best, which was"
	textFirst        = "This is the first question."
	textNothingYet   = "Answer a question before you finish."
	textHalf         = "The best that you picked here is saved, too. You can pick the worst when you come back."
	textQuitTwice    = "Press 2 to quit, or 1 to continue."
	textBars         = "A bar shows a fit from 0 to 100. The mark at 50 means no preference."
	textFits         = "A fit is a number from 0 to 100, and 50 means no preference."
	textUnsaved      = "Your answers are not being saved."
	textWhyBestWorst = "Why best and worst? What counts is which options you prefer to others. If you like them all, no role gets ahead."
	textPrivate      = "Nothing leaves your machine. This isn't a validated test. Use it to think, not to decide."
)

// previousSkip describes that the step was skipped earlier.
func previousSkip(kind fit.Kind, s fit.Skip) string {
	if kind != fit.AskQuestion {
		return "You skipped this. Enter keeps that."
	}
	return "You skipped this: " + strings.Replace(steptext.Skip(s), "I ", "you ", 1) + ". Enter keeps that."
}

// place returns the part and the step.
func (f *flow) place() string {
	s, place := f.step, f.stepName()
	if f.hasPart2() && !f.Answers.SkillsOnly {
		place = fmt.Sprintf("Part %d of 2, %s", s.Part, place)
	}
	if s.Kind == fit.AskQuestion && s.AtMost > 0 {
		place += fmt.Sprintf(", at most %d", s.Answered+s.AtMost)
	}
	return wording.Capitalize(place)
}

// stepName returns the kind of the step and its number.
func (f *flow) stepName() string {
	s := f.step
	switch s.Kind {
	case fit.AskQuestion:
		return fmt.Sprintf("question %d", f.number())
	case fit.AskCard:
		return fmt.Sprintf("job %d of %d", s.Index, s.Total)
	case fit.AskStart:
		return "last step"
	case fit.AskCondition:
		return fmt.Sprintf("condition %d of %d", s.Index, s.Total)
	case fit.AskSkill:
		return fmt.Sprintf("skill %d of %d", s.Index, s.Total)
	}
	return "more skills"
}

// returned describes the jump to the step that the person was at before going
// back.
func (f *flow) returned() string {
	if f.atEnd() {
		return "Back at your result."
	}
	return fmt.Sprintf("Back to %s, where you were.", f.stepName())
}

// atLeastAtMost formats a range of numbers.
func atLeastAtMost(least, most int) string {
	if least == most {
		return wording.Number(most)
	}
	return fmt.Sprintf("%d to %d", least, most)
}

// welcome returns the text of the first screen: what the quiz is, its parts and
// their lengths, and how to answer.
func welcome(q *fit.Quiz, first fit.Step) (what string, parts []term, note string) {
	what = fmt.Sprintf("At the end you see which of %s roles fits you best, and how confident the result is.", wording.Number(len(q.Roles)))
	parts = []term{{"Part 1", fmt.Sprintf("%s questions and %s without titles, %s. Then your result.",
		wording.Capitalize(atLeastAtMost(first.AtLeast, first.AtMost)), steptext.Count(q.Cards(), "job"), pace.Minutes(pace.Part1(q, first)))}}
	if conditions, skills := len(q.Pack.Conditions), len(q.NeededSkills()); conditions+skills > 0 {
		parts = append(parts, term{"Part 2", part2Text(conditions, skills) + ". Optional."})
	}
	how := fmt.Sprintf("Of %s things, pick the best for you, then the worst: what you'd rather do, not what you already know.", wording.Number(min(fit.MaxShown, len(q.Roles))))
	if len(q.Roles) == 2 {
		how = "Of two things, pick the one you'd rather do, not the one you already know."
	}
	return what, append(parts, term{"How", how}), textPrivate
}

// part2Text describes what part 2 asks and how long it takes.
func part2Text(conditions, skills int) string {
	var asks []string
	if conditions > 0 {
		asks = append(asks, wording.Count(conditions, "condition"))
	}
	if skills > 0 {
		asks = append(asks, "up to "+wording.Count(skills, "skill"))
	}
	return wording.Capitalize(wording.And(asks)) + ", " + pace.Minutes(pace.Steps(conditions+skills/2), pace.Steps(conditions+skills))
}

func (f *flow) hasPart2() bool { return len(f.Quiz.Pack.Conditions)+len(f.Quiz.NeededSkills()) > 0 }

// keyTerms explains the keys of a page.
func (f *flow) keyTerms(p *page) (terms []term) {
	if len(p.choices) > 0 {
		terms = append(terms, term{p.pickKeys(), "Pick that option at once. Arrow keys and Enter pick one, too."})
		if f.plain {
			terms = p.choiceTerms()
		}
	}
	switch {
	case f.plain:
	case p.read != nil:
		terms = append(terms, term{"Space", "Show the next page. Up, Down and PageUp scroll, too."},
			term{"n, N", "Go to the next section, or the previous one."}, term{"g, G", "Go to the start, or the end. So do Home and End."})
	case p.body != nil:
		terms = append(terms, term{"Space", "Show the next page. Up, Down, Home and End scroll."})
	case len(p.choices) > 9:
		terms = append(terms, term{"Space", "Go down by a screen. PageUp goes up."})
	}
	for _, c := range p.commands {
		key := strings.Replace(c.key, "enter", "Enter", 1)
		if p.read != nil && c.key == "enter" {
			key = "q"
		}
		terms = append(terms, term{key, f.keyText(c, p)})
	}
	if f.plain && f.explained == noOverlay && f.lastToJumpTo() > 0 {
		terms = append(terms, term{"g and a number", "Go back to that question, as in g 1."})
	}
	if f.plain {
		terms = append(terms, term{"Words", "You can type words instead, such as repeat, help, or the first words of an option."})
	}
	return terms
}

// choiceTerms explains the keys of the choices. The options of a question are
// long and were just printed.
func (p *page) choiceTerms() (terms []term) {
	if p.mode != noMode {
		return []term{{wording.Capitalize(p.keys()), "Pick that option."}}
	}
	for _, c := range p.choices {
		terms = append(terms, term{c.key, ended(c.label())})
	}
	return terms
}

// keyText explains a key of a page.
func (f *flow) keyText(c command, p *page) string {
	switch {
	case c.key == "q" && f.plain:
		return "Quit. " + quitKeysInLines
	case c.key == "q":
		return "Quit. " + quitKeys
	case c.key == "r" && f.plain:
		return "Repeat what you were asked."
	case c.key == "?":
		return "Show the keys of this screen."
	case c.key == "b" && f.explained != noOverlay:
		return "Go back and change nothing."
	case c.key == "b":
		return "Go back to the last choice. Enter alone keeps your answer."
	case c.key == "s" && p.tag == "":
		return "Skip this. A skip doesn't count."
	case c.key == "f":
		return "Finish this part early and see your result. It asks first."
	}
	for _, a := range f.ending.Actions {
		if a.Key == c.key && p.tag != "" {
			return safetext.Sanitize(a.Help)
		}
	}
	return wording.Capitalize(c.name) + "."
}

// quitText describes what happens to the answers if the person quits.
func quitText(kept string, unsaved bool) string {
	switch {
	case kept == "":
		return "Quit: nothing is saved"
	case unsaved:
		return "Quit: the last answers could not be saved"
	}
	return "Quit: " + safetext.Sanitize(kept)
}
