package cli

import (
	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/render"
)

// The formats that commands print, the default first.
var (
	pageFormats   = []render.Format{render.Text, render.Markdown, render.JSON}
	reportFormats = []render.Format{render.Text, render.Markdown, render.JSON, render.HTML}
	checkFormats  = []render.Format{render.Text, render.JSON}
	batchFormats  = []render.Format{render.JSON, "csv"}
)

// formatOf is the format that was asked for, if the command can print it.
func (a *app) formatOf(allowed []render.Format) (render.Format, error) {
	f, err := render.ParseFormat(a.format, allowed...)
	if err != nil {
		return "", usagef("%v", err)
	}
	return f, nil
}

// page is the format and the style that were asked for.
func (a *app) page(allowed []render.Format) (render.Format, render.Style, error) {
	format, err := a.formatOf(allowed)
	if err != nil {
		return "", render.Style{}, err
	}
	style, err := a.style()
	return format, style, err
}

// completeFormats completes what the command can print.
func completeFormats(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	var formats []render.Format
	switch cmd.Name() {
	case "quiz", "result", "team":
		formats = reportFormats
	case "explain", "compare", "roles", "plan", "match", "audit":
		formats = pageFormats
	case "check":
		formats = checkFormats
	case "score":
		formats = batchFormats
	case "next":
		formats = []render.Format{render.JSON}
	}
	var names []string
	for _, f := range formats {
		names = append(names, string(f))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
