package document

import (
	"net/url"
	"regexp"
	"sync"
	"time"
)

const minSlug, maxText = 2, 1000 // characters

// MaxSlug is how many characters an id may have.
const MaxSlug = 40

// A form is what a text must look like.
type form struct {
	expected string
	pattern  string // of JSON Schema, where it can say so
	format   string // of JSON Schema
	fits     func(string) bool
}

// forms are what the tag "is" may say.
func forms(name string) form {
	switch name {
	case "slug":
		return form{"2 to 40 lowercase letters, digits and single hyphens", slugPattern, "", IsSlug}
	case "ref":
		return form{"ROLE/FACET", "^[^/]+/.", "", func(s string) bool { return refForm().MatchString(s) }}
	case "address":
		return form{"an address that begins with https:// or http://", "^https?://.", "", isAddress}
	case "moment":
		return form{"a moment such as 2026-01-02T15:04:05Z", "", "date-time", func(s string) bool {
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

// lazily is a pattern that is compiled when it is first needed: most runs of
// the program read no file.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// IsSlug reports whether a text can be an id: 2 to 40 lowercase letters, digits
// and single hyphens.
func IsSlug(s string) bool {
	return len(s) >= minSlug && len(s) <= MaxSlug && slugForm().MatchString(s)
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.User == nil
}
