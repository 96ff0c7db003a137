package page

import "strings"

// The characters of pictures, each one column wide.
const (
	barFull  = "━"
	barEmpty = "╌"
	barMark  = "┿" // a mark on a full part
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

// asciiOf replaces characters of pictures and punctuation where there is no
// UTF-8. A picture keeps its width.
var asciiOf = strings.NewReplacer(
	barFull, "#", barEmpty, "-", barMark, "+", barTick, ":", dot, "O",
	boxFull, "#", boxEmpty, "-", boxNone, ".", rule, "-", border, "|", bullet, "*", checked, "x", pointer, "^",
	"▼", "v", "◄", "<", "►", ">", "❯", ">", "→", "->", "“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...", "±", "+/-", "−", "-", "×", "x",
)

// toASCII replaces what pictures and punctuation are made of. Letters stay:
// there is nothing to write a name with but its own.
func toASCII(s string) string { return asciiOf.Replace(s) }
