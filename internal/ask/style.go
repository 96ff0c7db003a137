package ask

import (
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
)

// These are the color profiles of lipgloss. They are plain numbers because
// importing the package that names them would query the terminal.
const (
	sixteenColors = 2
	noColors      = 3
)

// The terminal's own colors, by their meaning. They are chosen to suit light and
// dark backgrounds, and only marks have them: text has the terminal's color.
const (
	colorBlack  = lipgloss.Color("0")
	colorWorst  = lipgloss.Color("1")
	colorBest   = lipgloss.Color("2")
	colorNote   = lipgloss.Color("5")
	colorAccent = lipgloss.Color("6")
	colorWhite  = lipgloss.Color("15")
)

// styles holds the styles of the screen. Color is never the only sign of
// anything.
type styles struct {
	title, soft, note, key, accent lipgloss.Style
	name                           lipgloss.Style          // the name of the program
	mark, badge                    map[mode]lipgloss.Style // of best and worst
	glyphs                         glyphs
	theme                          *huh.Theme
	keys                           *huh.KeyMap
}

// glyphs are the characters that aren't letters.
type glyphs struct {
	cursor, best, worst, border string
	done, left                  string // of the bar
	between                     string // keys
	box                         lipgloss.Border
}

var (
	unicodeGlyphs = glyphs{"❯", "▲", "▼", "┃", "━", "╌", " · ", lipgloss.RoundedBorder()}
	asciiGlyphs   = glyphs{">", "+", "-", "|", "#", ".", " | ", lipgloss.ASCIIBorder()}
)

func newStyles(o Options) *styles {
	r := lipgloss.NewRenderer(o.Out)
	r.SetColorProfile(noColors)
	if o.Color {
		r.SetColorProfile(sixteenColors)
	}
	style := func(c lipgloss.Color) lipgloss.Style { return r.NewStyle().Foreground(c).Bold(true) }
	badge := func(fg, bg lipgloss.Color) lipgloss.Style { return style(fg).Background(bg).Padding(0, 1) }
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
	s.keys.Select.Filter = key.NewBinding() // A binding without keys; a merely disabled one would be enabled again.
	return s
}

// mode returns whether a mark is of a best or a worst option.
func (m mark) mode() mode {
	switch m {
	case markBest, markWasBest:
		return bestMode
	case markWasWorst:
		return worstMode
	}
	return noMode
}

// of returns the character of a mode's mark.
func (g *glyphs) of(m mode) string {
	switch m {
	case bestMode:
		return g.best
	case worstMode:
		return g.worst
	}
	return g.cursor
}
