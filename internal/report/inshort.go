package report

import "github.com/rolefit/rolefit/internal/fit"

// InShort is the verdict of a result in a line or two, for where there is no
// room for a page.
func InShort(r *fit.Result) []string {
	w := result{r}
	callout := w.callout()
	lines := []string{callout.Title + ": " + callout.Tag + "."}
	if lead := w.leadSentence(); lead != "" && len(r.Named) > 0 {
		lines = append(lines, lead)
	} else {
		lines = append(lines, callout.Text)
	}
	if note := doubt(r.Flags); note != "" {
		lines = append(lines, note)
	}
	return lines
}
