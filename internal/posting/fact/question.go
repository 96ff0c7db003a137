package fact

// questions are what to ask when a posting leaves a kind of fact open.
var questions = []struct {
	about Kind
	text  string
}{
	{OnCall, "Is there an on-call rotation? How many people share it, how often did it page someone outside working hours last month, and what does it pay?"},
}

func open(facts []Fact) []Question {
	var out []Question
	known := map[Kind]bool{}
	for _, f := range facts {
		known[f.Kind] = true
	}
	for _, q := range questions {
		if !known[q.about] {
			out = append(out, Question{q.about, q.text})
		}
	}
	return out
}
