package document

// partWords is the minimum number of words in each posting of a file that is
// split.
const partWords = 40

// split splits the lines of a file into postings. A new posting starts at a
// title that is labeled, marked as a heading, or below a horizontal rule. A
// heading directly above a list isn't one. If some parts are too short, split
// leaves the lines together and returns true for several.
func (r *Reader) split(lines []Line) (parts [][]Line, several bool) {
	var starts []int
	for i := range lines {
		if r.begins(lines, i) {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 || words(lines[:starts[0]]) >= partWords {
		return [][]Line{lines}, false
	}
	starts[0] = 0
	for i, from := range starts {
		to := len(lines)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		if words(lines[from:to]) < partWords {
			several = true
		}
		parts = append(parts, lines[from:to])
	}
	if several {
		return [][]Line{lines}, true
	}
	return parts, false
}

// begins reports whether a posting begins at line i.
func (r *Reader) begins(lines []Line, i int) bool {
	l := &lines[i]
	if l.Bullet {
		return false
	}
	if t := labeled(l.Text); t != "" {
		return r.namesRole(t)
	}
	if i > 0 && (!l.Heading && !l.ruled || i+1 < len(lines) && lines[i+1].Bullet) {
		return false // a heading above a list is a part of a posting
	}
	return r.namesRole(l.Text) && sectionOf(l.Text) == Unknown
}

func words(lines []Line) int {
	n := 0
	for _, l := range lines {
		n += wordCount(l.Text)
	}
	return n
}

func wordCount(s string) int {
	n, in := 0, false
	for i := range len(s) {
		space := s[i] <= ' '
		if !space && !in {
			n++
		}
		in = !space
	}
	return n
}
