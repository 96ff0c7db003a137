// Package fast is the fast path of a batch: it reads and scores the lines that
// make up nearly all of a large one, without allocating memory.
//
// # Why it exists
//
// The slow path is package pack, which turns a line into a tree of nodes with
// their positions so that it can report everything that is wrong with it, and
// fit.Score, which works out all that a report says. Both serve one person
// well. For millions of people they cost far more than the arithmetic, which
// is a few additions per answer. This package does only that arithmetic, in
// one pass over the bytes; make bench measures the difference.
//
// # What it does
//
// A Reader reads a line of the usual shape: one JSON object with an id and any
// of pack, seed, taken, answers, skills and cards, for all roles of the pack,
// with white space anywhere, all text printable ASCII without escapes, every
// answer complete. It refuses every other line, right or wrong, and reports no
// errors: that is left to the slow path.
//
// A Writer scores what a Reader has read, or answers that were read elsewhere,
// as brief output: id, verdict, named roles and fits, as JSON or CSV.
//
// # What it must not do
//
// It decides nothing. What a Reader accepts, pack.Reader accepts too and reads
// as the same answers; what a Writer writes are the bytes that follow from
// fit.Score. TestMutatedLines and FuzzLine check this on lines with random
// changes. When the grammar of answers grows, a Reader that doesn't know about
// it refuses the line, and the result is right, only slower.
//
// # How to delete it
//
// Delete this folder, batch/fastpath.go and the call of withFastPath in run.go.
// Nothing else refers to it, and all tests of package batch still pass.
package fast
