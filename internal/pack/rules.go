package pack

// A Rule is what a problem of a pack is reported under.
type Rule struct {
	Name  string
	Level string // error, warning or note
	What  string // what it expects
	Why   string
}

// Rules lists the rules in the order in which they are best fixed.
func Rules() []Rule {
	return []Rule{
		{"files", "error", "Two or more roles in roles/, in files named <id>.yaml, of limited size.", "What isn't read can't be asked about."},
		{"yaml", "error", "Valid YAML: spaces, no tabs; straight quotes around a text with a colon and a space.", "Nothing in the file can be read otherwise. Up to ten places are reported at once."},
		{"format", "error", "The fields that a file may have, with values of their kind.", "A misspelled field would be ignored without a word."},
		{"ids", "error", "Each id once, and no title or alias that names two roles.", "Answers and saved results refer to ids."},
		{"references", "error", "Skills, conditions, starts and roles that exist.", "A report couldn't explain them."},
		{"questions", "error or warning", "Written questions with facets of different roles and one dimension; rounds that show each role equally often.", "A role that is shown less often than others is judged by fewer answers."},
		{"wording", "error or warning", "Short texts, options of similar length, no role's name, no banned word, no option copied from another role.", "People should choose work, not a title or the longest text."},
		{"start", "error or warning", "Options of a role that begin differently. It's an error if all of them begin with the same word and no other role's usually do, and a warning if more than half do.", "People recognize the role after three questions."},
		{"phrase", "warning", "Plain verb phrases: no pronoun first, no question, no full stop, no quotation marks.", "A different form draws the eye, whatever it says."},
		{"names", "warning", "No names of products and no job titles. Names are words with a capital inside an option, and capitalized terms of the pack's skills.", "People choose names that they know."},
		{"own-words", "warning or note", "No word that three or more options of one role use, and no other role's; a plural counts as its singular. It's a warning if more than a third of them use it, and a note otherwise: careful packs have such words too, and the built-in one has some for every role.", "People notice the word and follow it."},
		{"length", "warning", "No role whose options are on average more than two words longer than all others'.", "Longer options look more important."},
		{"seniority", "warning", "No role whose options alone lead, own and define.", "People choose the better position instead of the work."},
		{"appeal", "warning", "No role whose options alone are great, elegant or modern.", "People choose the nicer words instead of the work."},
		{"leftover", "warning", "A title and a banned list of the pack's own, not those of the starter.", "The starter's words don't fit your roles."},
		{"postings", "error", "A quiz/postings.yaml and a quiz/lexicon.yaml that can be read.", "match and the counts of postings need them."},
	}
}
