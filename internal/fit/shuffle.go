package fit

import (
	"hash/fnv"
	"math/rand/v2"
)

// Shuffle returns the order in which to show n items: a permutation of 0 to n-1
// that depends only on the seed and the name.
func Shuffle(seed uint64, name string, n int) []int {
	source := rand.NewPCG(seed, hash(0, name))
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := int(source.Uint64() % uint64(i+1)) // n is at most 64, so the bias is below 1e-17
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// hash returns a pseudorandom number that depends only on seed and name.
func hash(seed uint64, name string) uint64 {
	h := fnv.New64a()
	var b [8]byte
	for i := range b {
		b[i] = byte(seed >> (8 * i))
	}
	h.Write(b[:])
	h.Write([]byte(name))
	return h.Sum64()
}
