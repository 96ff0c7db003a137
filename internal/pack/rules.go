package pack

// A Rule describes a rule that Check enforces. Each problem names the rule that
// it violates.
type Rule struct {
	Name  string
	Level string // error, warning or note
	What  string // what the rule requires
	Why   string
}

// Rules lists the rules in the order in which they are best fixed.
func Rules() []Rule {
	return []Rule{
		{"files", "error or warning", "A pack needs two or more roles in roles/, in files named <id>.yaml, and no file can be too large.", "rolefit can't ask about roles that it can't read."},
		{"yaml", "error", "Each file must be valid YAML. Indent with spaces, not tabs, and put straight quotes around any text that contains a colon and a space.", "If a file isn't valid, rolefit can't read anything in it. It reports up to ten problems at once."},
		{"format", "error", "A file can have only the fields that its schema lists, with values of the right type.", "Otherwise, rolefit would silently ignore a misspelled field."},
		{"ids", "error", "Each id must be unique, and no title or alias can name two roles.", "Answers and saved results refer to ids."},
		{"references", "error", "Every skill, condition, start and role that a file refers to must exist. A need has one level, or one for each grade. The source of a start can list fields only by their names.", "Otherwise, reports couldn't explain it, or would show a guess as a fact."},
		{"questions", "error or warning", "In a written question, all options must be facets of the same dimension and of different roles. Rounds must show each role equally often.", "If a role is shown less often than the others, fewer answers decide about it."},
		{"wording", "error or warning", "Texts must be short, and options must be similar in length. They can't contain a role's name or a banned word. An option can't be a copy of another role's option.", "People should choose between kinds of work, not titles or the longest text."},
		{"start", "error or warning", "A role's options should begin with different words. It's an error if all of them begin with the same word, and other roles' options usually don't. It's a warning if more than half do.", "People recognize the role after three questions."},
		{"phrase", "warning", "Options should be plain verb phrases. Don't start with a pronoun, and don't use questions, periods or quotation marks.", "An option in a different form stands out, no matter what it says."},
		{"names", "warning", "Options shouldn't contain names of products or job titles. rolefit treats two kinds of words as names: capitalized words inside an option, and capitalized terms of the pack's skills.", "People choose names that they know."},
		{"own-words", "warning or note", "No word should be in three or more options of a role, but in no option of another role. The plural counts as the same word. It's a warning if more than a third of the role's options use the word, and otherwise a note. Careful packs have such words, too. The built-in pack has some for every role.", "People notice the word and follow it."},
		{"length", "warning", "A role's options shouldn't be more than two words longer, on average, than all other options.", "Longer options look more important."},
		{"seniority", "warning", "Words such as lead, own and define shouldn't be in only one role's options.", "People choose the better position instead of the work."},
		{"appeal", "warning", "Words such as great, elegant and modern shouldn't be in only one role's options.", "People choose the nicer words instead of the work."},
		{"leftover", "warning or note", "The roles, the title and the list of banned words should be your own, not the ones from the starter pack. It's a note if no role refers to a skill, a condition or a start.", "The starter pack's words don't fit your roles, and what no role refers to is easily left behind."},
		{"postings", "error", "If there's a quiz/postings.yaml or a quiz/lexicon.yaml, rolefit must be able to read it.", "match and the counts of postings need these files."},
	}
}
