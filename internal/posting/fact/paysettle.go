package fact

import "slices"

// settlePay joins a minimum and a maximum on separate lines, and drops single
// amounts that are an end of a stated range.
func settlePay(facts []Fact) []Fact {
	joinEnds(facts)
	ends := map[float64]bool{}
	for _, f := range facts {
		if f.Pay.ranged() {
			for _, n := range []float64{f.Pay.Min, f.Pay.Max} {
				ends[n] = true
			}
		}
	}
	return slices.DeleteFunc(facts, func(f Fact) bool {
		return f.Pay != nil && (f.Pay.Per == "" || !f.Pay.ranged() && ends[max(f.Pay.Min, f.Pay.Max)])
	})
}

// ranged reports whether a salary has two different ends.
func (p *Pay) ranged() bool { return p != nil && p.Min > 0 && p.Max > p.Min }

// joinEnds makes one range of a minimum and the maximum that follows within a
// few lines. A middle between them loses its period.
func joinEnds(facts []Fact) {
	const reach = 3
	for i := range facts {
		low := facts[i].Pay
		if low == nil || !lowEnd.MatchString(lower(facts[i].Quote)) {
			continue
		}
		for k := i + 1; k < len(facts) && facts[k].Line-facts[i].Line <= reach; k++ {
			high := facts[k].Pay
			if high == nil || !highEnd.MatchString(lower(facts[k].Quote)) || high.Max < low.Min || high.Currency != low.Currency {
				continue
			}
			joined := Pay{Currency: low.Currency, Min: max(low.Min, low.Max), Max: high.Max, Per: low.Per}
			facts[i].Pay, facts[i].Value = &joined, joined.String()
			for j := i + 1; j < k; j++ {
				if facts[j].Pay != nil {
					facts[j].Pay.Per = ""
				}
			}
			break
		}
	}
}

var (
	lowEnd  = re(`^\W*(min(imum)?|low|from)\b[^.]{0,20}\d`)
	highEnd = re(`^\W*(max(imum)?|high|to)\b[^.]{0,20}\d`)
)
