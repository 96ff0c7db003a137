package page

import "strings"

// Characters for pictures, each one column wide.
const (
	barFull  = "━"
	barEmpty = "╌"
	barMark  = "┿" // a mark on a filled part
	barTick  = "┊" // a mark on an empty part
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

// asciiOf maps the characters of pictures and typographic punctuation to ASCII,
// for terminals without UTF-8. The width of pictures doesn't change.
var asciiOf = strings.NewReplacer(
	barFull, "#", barEmpty, "-", barMark, "+", barTick, ":", dot, "O",
	boxFull, "#", boxEmpty, "-", boxNone, ".", rule, "-", border, "|", bullet, "*", checked, "x", pointer, "^",
	"▼", "v", "◄", "<", "►", ">", "❯", ">", "→", "->", "“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "±", "+/-", "−", "-", "×", "x",
)

// ASCII replaces the characters of pictures and typographic punctuation, for
// terminals without UTF-8.
func ASCII(s string) string { return toASCII(s) }

// toASCII replaces pictures and punctuation. Letters stay, since names can't be
// written without them.
func toASCII(s string) string { return asciiOf.Replace(s) }
