package document_test

import (
	"testing"

	"github.com/rolefit/rolefit/internal/posting/document"
	"github.com/rolefit/rolefit/internal/posting/document/documenttest"
)

// BenchmarkRead reads a posting of typical length in every format.
func BenchmarkRead(b *testing.B) {
	for _, t := range documenttest.Transforms() {
		b.Run(t.Name, func(b *testing.B) {
			data := []byte(t.Do(title, sample))
			r := document.NewReader(nil)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := r.Read(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
