package fit

import (
	"hash/fnv"
	"math/rand/v2"
)

// Shuffle returns the order in which to show n items: a permutation of 0 to n-1
// that depends only on the seed and the name.
func Shuffle(seed uint64, name string, n int) []int {
	order := make([]int, n)
	shuffle(order, seed, hash(0, name))
	return order
}

// shuffle fills order with the permutation that a seed and the hash of a name
// determine.
func shuffle(order []int, seed, name uint64) {
	var source rand.PCG
	source.Seed(seed, name)
	for i := range order {
		order[i] = i
	}
	for i := len(order) - 1; i > 0; i-- {
		j := int(source.Uint64() % uint64(i+1)) // order has at most 64 items, so the bias is below 1e-17
		order[i], order[j] = order[j], order[i]
	}
}

// rank returns a sort key for a name, so that the order of names depends only
// on the seed. All orders are about equally likely, however similar the names
// are. A plain hash isn't enough: it differs little for names that differ in
// the last letter, so such names would be neighbors for every seed.
func rank(seed uint64, name string) uint64 {
	h := hash(seed, name)
	for _, factor := range [...]uint64{0xff51afd7ed558ccd, 0xc4ceb9fe1a85ec53} { // the finalizer of MurmurHash3
		h = (h ^ h>>33) * factor
	}
	return h ^ h>>33
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
