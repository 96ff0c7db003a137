package page

import "strings"

// Characters for pictures, each one column wide.
const (
	barFull  = "━"
	barEmpty = "╌"
	barMark  = "┿" // mark on the filled part
	barTick  = "┊" // mark on the empty part
	dot      = "●"
	boxFull  = "■"
	boxEmpty = "□"
	boxNone  = "·"
	rule     = "─"
	border   = "┃"
	bullet   = "•"
	checked  = "✓"
	pointer  = "▲"
)

// asciiOf maps the characters of pictures and typographic punctuation to ASCII.
// The replacements have the same width in pictures.
var asciiOf = strings.NewReplacer(
	barFull, "#", barEmpty, "-", barMark, "+", barTick, ":", dot, "O",
	boxFull, "#", boxEmpty, "-", boxNone, ".", rule, "-", border, "|", bullet, "*", checked, "x", pointer, "^",
	"▼", "v", "◄", "<", "►", ">", "❯", ">", "→", "->", "“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "±", "+/-", "−", "-", "×", "x",
)

// ASCII replaces the characters of pictures and typographic punctuation by
// ASCII, for terminals without UTF-8. It keeps letters, because names can't be
// written without them.
func ASCII(s string) string { return asciiOf.Replace(s) }
