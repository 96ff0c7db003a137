package advert

import (
	"strings"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	r := New(builtin(b))
	adverts := labelled(b, "adverts")
	bytes := 0
	for i := 0; b.Loop(); i++ {
		a := adverts[i%len(adverts)]
		r.Read(a.text, Options{})
		bytes += len(a.text)
	}
	b.SetBytes(int64(bytes / b.N))
}

func BenchmarkNew(b *testing.B) {
	p := builtin(b)
	for b.Loop() {
		New(p)
	}
}

// BenchmarkWorst reads the dearest text found: nothing but words of terms, no
// full stop, as long as anything is read.
func BenchmarkWorst(b *testing.B) {
	r := New(builtin(b))
	var words strings.Builder
	for words.Len() < maxBytes {
		words.WriteString("cloud teams build deploy automate production release platform network service developers monitor ")
	}
	text := []byte(words.String())
	for b.Loop() {
		r.Read(text, Options{})
	}
}
