package page

import "github.com/rolefit/rolefit/internal/wrap"

// Commands lists commands to type and the purpose of each.
type Commands []Command

// A Command is a shell command and a description of it.
type Command struct {
	Text string
	Line Verbatim
}

// PackFlag selects a pack in a command. A page doesn't know the pack's folder,
// so the flag contains a placeholder.
const PackFlag = " --pack DIR"

// InPack returns a command that uses the built-in pack or, if builtin is false,
// another pack.
func InPack(line string, builtin bool) Verbatim {
	if !builtin {
		line += PackFlag
	}
	return Verbatim(line)
}

// WithPack returns a copy of a page whose commands contain a flag with the
// pack's folder, or no flag, instead of PackFlag.
func (p *Page) WithPack(flag string) *Page {
	return cleaner{pack: &flag}.page(p)
}

func (c Commands) margins() (above, below int) { return 0, 0 }
func (c Commands) spoken(w *textWriter)        { c.text(w) }

// text puts a command on a line of its own if it fits there, but not next to
// its description. A command in two lines can't be copied.
func (c Commands) text(w *textWriter) {
	for _, x := range c {
		label, line := "  "+x.Text+": ", string(x.Line)
		if n := wrap.Width(line); wrap.Width(label)+n > w.proseWidth() && 4+n <= w.proseWidth() {
			w.lines("  ", x.Text+":", plain)
			label = "    "
		}
		w.hanging(label, line)
	}
}

func (c Commands) markdown(w *markdownWriter) {
	for _, x := range c {
		w.line("- ", escape(x.Text), ": ", code(string(x.Line)))
	}
}

// html writes the commands. After the first ones of a page, it says where to
// type them, because a page may be read on a phone.
func (c Commands) html(w *htmlWriter) {
	w.draw(commandsHTML, c)
	if !w.explained && len(c) > 0 {
		w.explained = true
		Note("These commands and those below are for a terminal on a computer with rolefit.").html(w)
	}
}

const commandsHTML = `
<ul class="commands">
{{- range .}}
<li>{{.Text}}: <code>{{.Line}}</code></li>
{{- end}}
</ul>`
