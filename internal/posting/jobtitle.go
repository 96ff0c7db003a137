package posting

import (
	"slices"
	"strings"
)

// A titleWord is a word of a job title in lower case.
type titleWord struct {
	text string
	part int  // index of the part of the title that contains it: 'Recruiter, DevOps' has two
	role bool // whether it is part of a role's name
}

// titleWords splits a title into words and parts. Parts are separated by
// punctuation, but not by a hyphen within a word, and by short words.
func titleWords(text string) []titleWord {
	var out []titleWord
	part := 0
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && letter[text[i]] {
			i++
		}
		word := strings.ToLower(text[start:i])
		if s := synonyms[word]; s != "" {
			word = s
		}
		switch {
		case i == start:
			inside := text[i] == '-' && i > 0 && text[i-1] != ' ' && i+1 < len(text) && text[i+1] != ' '
			if text[i] != ' ' && !inside {
				part++
			}
			i++
		case slices.Contains(partWords, word):
			part++
			fallthrough
		default:
			out = append(out, titleWord{text: word, part: part})
		}
	}
	return out
}

// synonyms contains other words for a role. The model reads a title with them,
// too.
var synonyms = map[string]string{"devsecops": "devops", "secdevops": "devops"}

// withSynonyms returns a title with the usual words for roles.
func withSynonyms(title string) string {
	for word, usual := range synonyms {
		low := strings.ToLower(title)
		if i := strings.Index(low, word); i >= 0 && len(low) == len(title) {
			title = title[:i] + usual + title[i+len(word):]
		}
	}
	return title
}

var partWords = []string{"and", "at", "for", "in", "of", "to", "with"}

// gradeWords may precede a role's id in a title without making it the name of a
// product, as in 'Data Platform'.
var gradeWords = []string{"senior", "sr", "junior", "jr", "lead", "principal", "staff", "head", "chief", "associate", "engineer"}

// Words for professions outside engineering. A word in professionFields may
// also say who or what an engineer works for, as in 'Sales Platform Engineer'.
var (
	professionNames = []string{"advocate", "accountant", "attorney", "bookkeeper", "copywriter", "editor", "evangelist", "instructor", "journalist",
		"lawyer", "lecturer", "marketer", "nurse", "paralegal", "receptionist", "recruiter", "representative", "seller", "sourcer", "teacher",
		"trainer", "translator", "tutor", "writer"}
	professionFields = []string{"account", "accounts", "business", "customer", "marketing", "presales", "recruiting", "recruitment", "sales",
		"success", "support", "talent"}
	engineers = []string{"administrator", "architect", "developer", "engineer", "engineering", "programmer", "sysadmin"}
)

// title returns the roles that a title names. If the title is for another
// profession ('Recruiter, DevOps'), the names of roles in it are no evidence for
// them, so it names none. The second result is the title that the model reads.
func (r *reader) title(text string) (Title, string) {
	t := Title{Text: text, Claims: []string{}}
	words := titleWords(text)
	for i, role := range r.pack.Roles {
		named := false
		for _, name := range r.names[i] {
			named = markName(words, name, false) || named
		}
		if named = markName(words, []string{strings.ToLower(role.ID)}, true) || named; named {
			t.Claims = append(t.Claims, role.ID)
		}
	}
	if t.Other = otherProfession(words); !t.Other {
		slices.Sort(t.Claims)
		return t, withSynonyms(text)
	}
	t.Claims = []string{}
	var rest []string
	for _, w := range words {
		if !w.role && !slices.ContainsFunc(r.pack.Roles, func(role packRole) bool { return role.ID == w.text }) {
			rest = append(rest, w.text)
		}
	}
	return t, strings.Join(rest, " ")
}

// markName marks the words of a role's name, and reports whether the title
// contains it. An id isn't a name at the end of a part, after a word that makes
// it a product ('Data Platform').
func markName(words []titleWord, name []string, isID bool) bool {
	found := false
	for i := 0; i+len(name) <= len(words) && len(name) > 0; i++ {
		if !slices.EqualFunc(words[i:i+len(name)], name, func(w titleWord, s string) bool { return w.text == s }) {
			continue
		}
		if isID && i > 0 && words[i-1].part == words[i].part && !slices.Contains(gradeWords, words[i-1].text) &&
			(i+1 == len(words) || words[i+1].part != words[i].part) {
			continue
		}
		found = true
		for k := range name {
			words[i+k].role = true
		}
	}
	return found
}

// otherProfession reports whether a title is for another profession. The first
// part that names a profession decides, so it isn't for 'SRE, Sales Platform'.
func otherProfession(words []titleWord) bool {
	for i := 0; i < len(words); {
		end, field, engineer, role := i, false, false, false
		for ; end < len(words) && words[end].part == words[i].part; end++ {
			w := words[end]
			switch {
			case w.role:
				field, role = false, true
			case slices.Contains(professionNames, strings.TrimSuffix(w.text, "s")):
				return true
			case slices.Contains(professionFields, w.text):
				field = true
			case slices.Contains(engineers, w.text):
				engineer = true
			}
		}
		if field || role || engineer {
			return field
		}
		i = end
	}
	return false
}
