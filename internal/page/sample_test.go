package page

// samples returns blocks of every type with all fields set. A type without a
// sample fails TestEveryBlockHasASample, and a field without a value fails
// TestSamplesAreFull.
func samples() []Block {
	fit, low, have := 83.0, 25.0, 1
	return []Block{
		Headline("Your answers lean toward Site Reliability Engineer."),
		Paragraph("The lead is 16 points; 24 would make it clear."),
		Note("A fit of 50 is what no preference gives."),
		Subheading("What you said"),
		List{
			{Mark: "+", Label: "Why", Text: "You'd rather follow a puzzling failure through logs and metrics than build tools", Note: "three answers", Links: Links{{"Site book", "https://example.org/list", "2 hours"}}},
			{Text: "An item without a label"},
		},
		Numbered{{Mark: "-", Label: "Error", Text: "Two options are longer than the others", Note: "by 6 words", Links: Links{{"Rules", "https://example.org/rules", "free"}}}},
		Checklist{
			{Done: true, Item: Item{Mark: "+", Label: "Linux", Text: "Read a process from proc", Note: "2 hours", Links: Links{{"Manual", "https://example.org/man", "docs"}}}},
			{Item: Item{Text: "Break a small service on purpose"}},
		},
		Terms{{"A week", "Two days of reliability projects, one of reviews and dashboards, the rest interrupts."}, {"But", "You carry the pager."}},
		Commands{{"Side by side", "rolefit compare sre platform"}},
		Links{{"Tour", "https://example.org/tour?a=b&c=(d)_e", "course, 6 hours"}, {"Local", "file:///etc/passwd", "no link"}},
		Callout{"Site Reliability Engineer", "leaning", "You keep live systems fast, observable and hard to break."},
		Quotes{{"+", "A new service goes live next month. Which part do you reach for?", []QuoteLine{
			{"best", "Agree on how fast it has to be", "SRE", true}, {"worst", "Design the private network", "Cloud", false}}}},
		Table{Head: []string{"Role", "Move", "Threshold"}, TextColumns: 1, Rows: [][]string{{"DevOps Engineer", "-8", "24"}, {"Cloud Engineer", "–", "27"}}},
		Grid{Heads: []string{"Platform", "Cloud"}, Rows: []GridRow{{"A day's work", []string{"Build tools that other teams use every day", "Design a system's network, compute and access"}}}},
		Bars{Head: []string{"Role", "fit", "focus"}, Max: 100, Mark: 50, Missing: "not judged", Rows: []Bar{
			{Label: "Site Reliability Engineer", Figure: Figure{&fit, "83"}, Parts: []Figure{{&low, "25"}}, Note: "wanted", Strong: true},
			{Label: "DevOps Engineer", Parts: []Figure{{}}},
			{Label: "Platform Engineer", Figure: Figure{Text: "56 (42 to 72)"}, Spread: &Spread{42, 56, 72}, Spoken: "half of them from 42 to 72", Parts: []Figure{{&low, "25"}}},
		}},
		Gauge{Label: "Lead of SRE over Platform", Figure: Figure{&low, "16 points"}, Max: 40, Caption: "Half of it is a lean.", Marks: []GaugeMark{{12, "12", "a lean"}, {24, "24", "clear"}}},
		Levels{Head: []string{"Skill", "Have and need"}, Rows: []Level{{"Observability", &have, 3, "have 1, needs 3"}, {"Containers", nil, 2, "not rated, needs 2"}}},
		Columns{
			{"For SRE", []Block{Paragraph("Inside a column."), Levels{Rows: []Level{{"Linux", &have, 1, "have 1, needs 1"}}}}},
			{"For Platform", []Block{List{{Text: "Inside another column"}}}},
		},
		Details{"The method", Command{"Show it", "rolefit help method"}, []Block{Paragraph("Folded away."), Subheading("More of it")}},
	}
}

// samplePage returns a page with every block.
func samplePage() *Page {
	p := &Page{Title: "Every block", Subtitle: "22 November 2026 · 24 answers"}
	all := samples()
	p.Add("", all[:3]...)
	p.Add("Prose and lists", all[3:10]...)
	p.Add("What stands out", all[10:12]...)
	p.Add("Cells and pictures", all[12:17]...)
	p.Add("Blocks in blocks", all[17:]...)
	return p
}
