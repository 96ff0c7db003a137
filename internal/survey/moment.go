package survey

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// layouts lists the formats of time stamps after normalize.
var layouts = []string{
	time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02 3:04:05 PM", "2006-01-02 3:04 PM", "2006-01-02",
	"2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 3:04:05 PM -07:00",
	"Jan 2, 2006, 15:04", "Jan 2, 2006, 3:04 PM", "Jan 2, 2006, 3:04:05 PM", "Jan 2, 2006 3:04 PM", "Jan 2, 2006 15:04", "Jan 2, 2006", "January 2, 2006, 3:04 PM", "January 2, 2006",
	"2 Jan 2006 15:04", "2 Jan 2006", "2 January 2006", time.RFC1123, time.RFC1123Z, time.ANSIC, time.UnixDate,
}

// numeric matches a date in digits, with the year first or last.
var numeric = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:,?\s+|T|$)`)
})

// zone matches an offset from GMT or UTC, as in time stamps from Google Forms.
var zone = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(` (?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$`) })

// moment converts a time stamp to RFC 3339. It returns "" if it can't be parsed
// or if the day and month are ambiguous. A time stamp without a zone is assumed
// to be UTC.
func moment(stamp string) string {
	stamp = normalize(strings.TrimSpace(stamp))
	if stamp == "" {
		return ""
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, stamp); err == nil && t.Year() > 1900 && t.Year() < 10000 {
			return t.Format(time.RFC3339)
		}
	}
	return ""
}

// normalize rewrites a date in digits as year, month and day, and a named zone
// as an offset.
func normalize(stamp string) string {
	stamp = strings.Join(strings.Fields(stamp), " ")
	if m := zone().FindStringSubmatch(stamp); m != nil {
		minutes := m[3]
		if minutes == "" {
			minutes = "00"
		}
		stamp = strings.TrimSuffix(stamp, m[0]) + " " + m[1] + strings.Repeat("0", 2-len(m[2])) + m[2] + ":" + minutes
	}
	for _, utc := range []string{" UTC", " GMT"} {
		stamp = strings.TrimSuffix(stamp, utc)
	}
	m := numeric().FindStringSubmatch(stamp)
	if m == nil {
		return stamp
	}
	year, month, day := m[1], m[2], m[3]
	if len(m[3]) == 4 {
		year, month, day = m[3], m[2], m[1] // 28.11.2026
		switch first, second := whole(m[1]), whole(m[2]); {
		case strings.Contains(m[0], "."), first > 12:
		case second > 12, first == second:
			month, day = m[1], m[2] // 11/28/2026
		default:
			return ""
		}
	}
	rest := stamp[len(m[0]):]
	separator := " "
	if strings.HasSuffix(m[0], "T") {
		separator = "T"
	}
	date := year + "-" + twoDigits(month) + "-" + twoDigits(day)
	if rest == "" {
		return date
	}
	return date + separator + rest
}

func whole(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
