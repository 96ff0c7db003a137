package document

import (
	"net/url"
	"regexp"
	"sync"
	"time"
)

// Length limits for strings, in characters.
const (
	MinSlug = 2 // minimum length of an id
	MaxSlug = 40
	MaxText = 1000
)

// A form is a format that strings must have.
type form struct {
	Expected string // description of the form, for messages
	Pattern  string // pattern for a JSON Schema; empty if no pattern can express the form
	fits     func(string) bool
}

// FormOf returns the form with the name used in an "is" tag.
func FormOf(name string) form {
	switch name {
	case "slug":
		return form{"2 to 40 lowercase letters, digits and single hyphens", slugPattern, IsSlug}
	case "ref":
		return form{"ROLE/FACET", "^[^/]+/.", func(s string) bool { return refForm().MatchString(s) }}
	case "address":
		return form{"an address that begins with https:// or http://", "^https?://.", isAddress}
	case "moment":
		return form{"a time such as 2026-01-02T15:04:05Z", "", func(s string) bool {
			return new(time.Time).UnmarshalText([]byte(s)) == nil
		}}
	}
	return form{fits: func(string) bool { return true }}
}

const slugPattern = `^[a-z0-9]+(-[a-z0-9]+)*$`

var (
	slugForm   = lazily(slugPattern)
	refForm    = lazily(`^[^/]+/.`)
	wholeForm  = lazily(`^-?(0|[1-9][0-9]*)$`)
	numberForm = lazily(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)
)

// lazily returns a function that compiles the pattern on its first call,
// because most runs of the program read no files.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// IsSlug reports whether s is a valid id: 2 to 40 lowercase letters, digits and
// single hyphens.
func IsSlug(s string) bool {
	return len(s) >= MinSlug && len(s) <= MaxSlug && slugForm().MatchString(s)
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}
