// Package batch scores the answers of many people: one person per line or row
// in, one line or row out, in the same order, in constant memory.
//
// # The pipeline
//
// A cutter reads each source and cuts it into chunks of whole lines. Workers
// turn each chunk into parts of the output. One writer writes the parts in the
// order of the input.
//
//	         +--> worker --+
//	cutter --+--> worker --+--> writer
//	   |                          ^
//	   +-------- in order --------+
//
// The cutter sends each chunk to the writer and to a worker at the same time,
// and the writer waits for the chunk's parts. The output is therefore in input
// order, whichever worker is faster. Memory is bounded: channel capacities limit
// the number of chunks in progress, and a worker can be at most one part ahead
// of the writer. If the output is read slowly, the workers block, and then the
// cutter does.
//
// A line's error is part of the output of its chunk, so errors are reported in
// order too. A run that stops at the n-th bad line stops at the same line, with
// the same bytes written, for any number of workers, any chunk size, and however
// the input arrives.
//
// # Input
//
// text.go turns a file into UTF-8 text with LF line endings, start.go recognizes
// by the first lines whether it is JSON, CSV or of the wrong kind, and then
//
//   - a line of JSON is read by pack.Reader (line.go), which defines the
//     format of answers, or by the fast path (fastpath.go), which is a shortcut
//     to the same result;
//   - another line of JSON may be what SurveyJS returns, read by package survey;
//   - a row of CSV is read by the columns of its header (header.go, record.go,
//     row.go), which package survey understands, directly into fit.Answers;
//   - for a team, a line or row may be a result or scores (team.go, table.go).
//
// # Output
//
// The task of a run determines what it does for each person: Score writes a line
// in a Format, Team counts, and Each calls a function.
package batch
