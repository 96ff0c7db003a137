// Package fast implements the fast path of a batch. It reads and scores the
// lines that make up nearly all of a large batch without allocating memory.
//
// # Why it exists
//
// On the slow path, package pack turns a line into a tree of nodes with
// positions, so that it can report every problem in it, and fit.Score computes
// everything that a report says. Both work well for one person. For millions of
// people, they cost far more than the necessary arithmetic, which is a few
// additions per answer. This package does only that arithmetic, in one pass
// over the bytes. To measure the difference, run make bench.
//
// # What it does
//
// A Reader reads a line of the usual form: a JSON object with an id and any of
// pack, seed, taken, answers, cards, start, conditions, skills and holds. The
// answers must be for all roles of the pack and complete, and all strings must
// be printable ASCII without escapes. White space is allowed anywhere. In
// tables, a Reader reads rows that contain only an id and letters. It refuses
// every other line or row, whether it is valid or not, and the slow path then
// reads it or reports its errors.
//
// Lines that answer the same questions and contain nothing else differ only in
// the id and in letters at the same positions. A Reader remembers the rest of
// such a line as a form. It compares a new line with the form in one step, and
// adds up the scores at the same time.
//
// A Writer scores the answers that a Reader has read, or answers from
// elsewhere. It writes brief output (id, verdict, named roles and fits, as JSON
// or CSV), scores, or full results. In brief output and scores, most of a line
// depends only on the questions answered and the sums of scores, so the Writer
// caches it as a memo.
//
// # What it must not do
//
// The fast path must not decide anything. If a Reader accepts a line,
// pack.Reader accepts it too and returns the same answers, and a Writer writes
// exactly the bytes that follow from fit.Score. TestMutatedLines and FuzzLine
// check this on lines with random changes, and TestRowsWithQuotes on rows. If
// answers get a new field that a Reader doesn't know, it refuses lines with
// that field, and the output is still correct, only slower.
//
// # How to delete it
//
// Delete this folder, batch/fastpath.go and the call of withFastPath in
// batch/run.go, and in batch/bench, delete stages.go and its line in main.go.
// The program then writes the same output, and all tests of package batch still
// pass.
//
// Then delete what only the fast path uses: the fields fast and fastRow of task
// in package batch, survey.Columns.Parts, and in package fit, scorerdetail.go
// and the methods Form, Skip, Card, AddAll and Sum of Scorer.
package fast
