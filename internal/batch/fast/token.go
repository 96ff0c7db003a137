package fast

import (
	"math"

	"github.com/rolefit/rolefit/internal/fit"
)

// The methods in this file read JSON tokens. No token contains a line break, so
// none of them reads past the end of the line.

func (r *Reader) space() {
	for r.b[r.i] == ' ' || r.b[r.i] == '\t' {
		r.i++
	}
}

// has reports whether the rest of the line begins with text.
func (r *Reader) has(text string) bool {
	return len(r.b)-r.i >= len(text) && string(r.b[r.i:r.i+len(text)]) == text
}

func (r *Reader) eat(c byte) bool {
	r.space()
	if r.b[r.i] != c {
		return false
	}
	r.i++
	return true
}

// comma moves past the comma between two members of an object, or past the end
// of the object.
func (r *Reader) comma() (more, ok bool) {
	r.space()
	switch r.b[r.i] {
	case ',':
		r.i++
		return true, true
	case '}':
		r.i++
		return false, true
	}
	return false, false
}

func (r *Reader) key() ([]byte, bool) {
	key, ok := r.text()
	return key, ok && r.eat(':')
}

// text reads a string of printable ASCII without escapes.
func (r *Reader) text() ([]byte, bool) {
	r.space()
	if r.b[r.i] != '"' {
		return nil, false
	}
	from := r.i + 1
	for i := from; i < len(r.b) && i <= from+maxText; i++ {
		switch c := r.b[i]; {
		case c == '"':
			r.i = i + 1
			return r.b[from:i], true
		case c < ' ' || c > '~' || c == '\\':
			return nil, false
		}
	}
	return nil, false
}

func (r *Reader) letter() (byte, bool) {
	text, ok := r.text()
	if !ok || len(text) != 1 {
		return 0, false
	}
	return text[0], true
}

func (r *Reader) skip(known []fit.Skip) (fit.Skip, bool) {
	text, ok := r.text()
	for _, k := range known {
		if ok && string(k) == string(text) {
			return k, true
		}
	}
	return "", false
}

// integer reads a number with at most this many digits and no leading zero.
func (r *Reader) integer(most int) (n uint64, ok bool) {
	r.space()
	from := r.i
	for r.b[r.i] >= '0' && r.b[r.i] <= '9' && r.i-from <= most {
		n = 10*n + uint64(r.b[r.i]-'0')
		r.i++
	}
	digits := r.i - from
	return n, digits > 0 && digits <= most && (digits == 1 || r.b[from] != '0')
}

// decimal reads a number without an exponent. It accepts only numbers whose
// digits and power of ten are both exact as a float64, so that their quotient
// is the nearest float64.
func (r *Reader) decimal() (float64, bool) {
	n, ok := r.integer(maxSecDigits)
	if !ok || r.b[r.i] != '.' {
		return float64(n), ok
	}
	r.i++
	from := r.i
	for r.b[r.i] >= '0' && r.b[r.i] <= '9' && r.i-from < maxSeedDigits-maxSecDigits {
		n = 10*n + uint64(r.b[r.i]-'0')
		r.i++
	}
	return float64(n) / math.Pow10(r.i-from), r.i > from
}

// atEnd reports whether only the line break is left.
func (r *Reader) atEnd() bool {
	r.space()
	if r.b[r.i] == '\r' {
		r.i++
	}
	return r.i == len(r.b)-1 && r.b[r.i] == '\n'
}
