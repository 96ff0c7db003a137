package posting

// A Key is a stem, or a pair of consecutive stems in a sentence.
type Key uint64

func keyOf(first, second int32) Key {
	return Key(uint64(uint32(first+1))<<32 | uint64(uint32(second+1)))
}

func (k Key) stems() (first, second int32) { return int32(k>>32) - 1, int32(uint32(k)) - 1 }

// An index assigns consecutive numbers to keys, starting at base.
type index struct {
	number map[Key]int32
	keys   []Key
	base   int32
}

func newIndex(base int32) *index { return &index{number: map[Key]int32{}, base: base} }

func (x *index) add(k Key) int32 {
	id, ok := x.number[k]
	if !ok {
		id = x.base + int32(len(x.keys))
		x.number[k] = id
		x.keys = append(x.keys, k)
	}
	return id
}

// eachKey calls f for the stems and pairs in the tokens of a sentence, with the
// indexes of the first and last token of each. Words with unknown stems are
// skipped, along with the pairs that contain them.
func eachKey(tokens []token, f func(k Key, first, last int)) {
	for i, t := range tokens {
		if t.stem == unknown {
			continue
		}
		f(keyOf(t.stem, unknown), i, i)
		if i+1 < len(tokens) && tokens[i+1].stem != unknown {
			f(keyOf(t.stem, tokens[i+1].stem), i, i+1)
		}
	}
}

// A counter collects the distinct features of a text. It must be reset before
// use.
type counter struct {
	seen  []uint32 // for each feature, the round in which it was last seen
	round uint32
	ids   []int32
}

func (c *counter) reset() {
	c.round++
	c.ids = c.ids[:0]
}

func (c *counter) add(id int32) {
	for int(id) >= len(c.seen) {
		c.seen = append(c.seen, make([]uint32, 1+len(c.seen))...)
	}
	if c.seen[id] != c.round {
		c.seen[id] = c.round
		c.ids = append(c.ids, id)
	}
}

// features returns the collected features, each with the same value.
func (c *counter) features(value float64) []Feature {
	out := make([]Feature, len(c.ids))
	for i, id := range c.ids {
		out[i] = Feature{id, value}
	}
	return out
}
