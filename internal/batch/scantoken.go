package batch

import (
	"math"

	"github.com/rolefit/rolefit/internal/fit"
)

// The tokens of JSON, as the scanner reads them. The line break at the end of
// the line is in none of them, so that none runs past it.

func (s *scanner) space() {
	for s.b[s.i] == ' ' || s.b[s.i] == '\t' {
		s.i++
	}
}

// has says whether the line goes on with this text.
func (s *scanner) has(text string) bool {
	return len(s.b)-s.i >= len(text) && string(s.b[s.i:s.i+len(text)]) == text
}

func (s *scanner) eat(c byte) bool {
	s.space()
	if s.b[s.i] != c {
		return false
	}
	s.i++
	return true
}

// comma goes past what stands between two members of an object, or past its
// end.
func (s *scanner) comma(end byte) (more, ok bool) {
	s.space()
	switch s.b[s.i] {
	case ',':
		s.i++
		return true, true
	case end:
		s.i++
		return false, true
	}
	return false, false
}

func (s *scanner) key() ([]byte, bool) {
	key, ok := s.text()
	return key, ok && s.eat(':')
}

// text reads a string of printable ASCII without escapes.
func (s *scanner) text() ([]byte, bool) {
	s.space()
	if s.b[s.i] != '"' {
		return nil, false
	}
	from := s.i + 1
	for i := from; i < len(s.b) && i <= from+maxText; i++ {
		switch c := s.b[i]; {
		case c == '"':
			s.i = i + 1
			return s.b[from:i], true
		case c < ' ' || c > '~' || c == '\\':
			return nil, false
		}
	}
	return nil, false
}

func (s *scanner) letter() (byte, bool) {
	text, ok := s.text()
	if !ok || len(text) != 1 {
		return 0, false
	}
	return text[0], true
}

func (s *scanner) skip(known []fit.Skip) (fit.Skip, bool) {
	text, ok := s.text()
	for _, k := range known {
		if ok && string(k) == string(text) {
			return k, true
		}
	}
	return "", false
}

// whole reads digits as JSON has them, at most so many.
func (s *scanner) whole(most int) (n uint64, ok bool) {
	s.space()
	from := s.i
	for s.b[s.i] >= '0' && s.b[s.i] <= '9' && s.i-from <= most {
		n = 10*n + uint64(s.b[s.i]-'0')
		s.i++
	}
	digits := s.i - from
	return n, digits > 0 && digits <= most && (digits == 1 || s.b[from] != '0')
}

// decimal reads a number of seconds without an exponent. Digits that fit into
// a float64 divided by a power of ten that does is the nearest float64.
func (s *scanner) decimal() (float64, bool) {
	n, ok := s.whole(maxSecDigits)
	if !ok || s.b[s.i] != '.' {
		return float64(n), ok
	}
	s.i++
	from := s.i
	for s.b[s.i] >= '0' && s.b[s.i] <= '9' && s.i-from < maxSeedDigits-maxSecDigits {
		n = 10*n + uint64(s.b[s.i]-'0')
		s.i++
	}
	return float64(n) / math.Pow10(s.i-from), s.i > from
}

// ended says whether nothing but the line break is left.
func (s *scanner) ended() bool {
	s.space()
	if s.b[s.i] == '\r' {
		s.i++
	}
	return s.i == len(s.b)-1 && s.b[s.i] == '\n'
}
