package ask

import (
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// Color profiles of lipgloss, as plain numbers. Importing the package that
// names them would query the terminal.
const (
	sixteenColors = 2
	noColors      = 3 // also without bold text
)

// Colors of the terminal by their meaning. They suit light and dark
// backgrounds, and only marks use them. Text has the terminal's own color.
// Without color, marks are bold or reversed.
const (
	colorBlack  = lipgloss.Color("0")
	colorWorst  = lipgloss.Color("1")
	colorBest   = lipgloss.Color("2")
	colorNote   = lipgloss.Color("5")
	colorAccent = lipgloss.Color("6")
	colorWhite  = lipgloss.Color("15")
)

// styles contains the styles of the screen. Color is never the only way in
// which something is shown.
type styles struct {
	title, soft, note, key, accent lipgloss.Style
	name                           lipgloss.Style          // name of the program
	mark, badge                    map[mode]lipgloss.Style // marks of best and worst
	glyphs                         glyphs
	theme                          *huh.Theme
	keys                           *huh.KeyMap
}

// glyphs contains the characters that aren't letters.
type glyphs struct {
	cursor, best, worst, border string
	done, left                  string // parts of the progress bar
	between                     string // separator between keys
	box                         lipgloss.Border
}

var (
	unicodeGlyphs = glyphs{"❯", "▲", "▼", "┃", "━", "╌", " · ", lipgloss.RoundedBorder()}
	asciiGlyphs   = glyphs{">", "+", "-", "|", "#", ".", " | ", lipgloss.ASCIIBorder()}
)

func newStyles(o Options) *styles {
	r := lipgloss.NewRenderer(o.Out)
	r.SetColorProfile(sixteenColors)
	if !o.Color && !o.Bold {
		r.SetColorProfile(noColors)
	}
	style := func(c lipgloss.Color) lipgloss.Style { return r.NewStyle().Foreground(c).Bold(true) }
	badge := func(fg, bg lipgloss.Color) lipgloss.Style { return style(fg).Background(bg).Padding(0, 1) }
	if !o.Color {
		style = func(lipgloss.Color) lipgloss.Style { return r.NewStyle().Bold(true) }
		badge = func(_, _ lipgloss.Color) lipgloss.Style { return r.NewStyle().Bold(true).Reverse(true).Padding(0, 1) }
	}
	s := &styles{
		title:  r.NewStyle().Bold(true),
		soft:   r.NewStyle().Faint(true),
		note:   style(colorNote),
		key:    r.NewStyle().Bold(true),
		accent: style(colorAccent),
		name:   badge(colorBlack, colorAccent),
		mark:   map[mode]lipgloss.Style{noMode: style(colorAccent), bestMode: style(colorBest), worstMode: style(colorWorst)},
		badge:  map[mode]lipgloss.Style{bestMode: badge(colorBlack, colorBest), worstMode: badge(colorWhite, colorWorst)},
		glyphs: unicodeGlyphs,
		theme:  huh.ThemeBase(),
		keys:   huh.NewDefaultKeyMap(),
	}
	if o.ASCII {
		s.glyphs = asciiGlyphs
	}
	s.theme.Focused.Base = r.NewStyle()
	s.theme.Focused.SelectSelector = r.NewStyle()
	s.theme.Focused.SelectedOption = r.NewStyle()
	s.theme.Focused.UnselectedOption = r.NewStyle()
	s.keys.Select.Filter = key.NewBinding() // a binding without keys, because a disabled one would be enabled again
	return s
}

// mode returns whether a mark is for a best or a worst option.
func (m mark) mode() mode {
	switch m {
	case markBest, markWasBest:
		return bestMode
	case markWasWorst:
		return worstMode
	}
	return noMode
}

// of returns the character for a mode's mark.
func (g *glyphs) of(m mode) string {
	switch m {
	case bestMode:
		return g.best
	case worstMode:
		return g.worst
	}
	return g.cursor
}
