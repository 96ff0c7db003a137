// Package batch scores the answers of many people. It reads one person per line
// or row, and writes one line or row per person, in the same order and in
// constant memory.
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
// order, whichever worker is faster. Memory is bounded: channel capacities
// limit the number of chunks in progress, and a worker can be at most one part
// ahead of the writer. If the output is read slowly, the workers block, and
// then the cutter does.
//
// A line's error is part of the output of its chunk, so errors are reported in
// order too. A run that stops at the n-th bad line stops at the same line, with
// the same bytes written, for any number of workers, any chunk size, and
// however the input arrives.
//
// # Input
//
// text.go converts a file to UTF-8 text with LF line endings. start.go uses the
// first lines to recognize whether it is JSON, CSV or an unsupported file. Then
//
//   - a line of JSON is read by pack.Reader (line.go), which defines the
//     format of answers, or by the fast path (fastpath.go), which is a shortcut
//     to the same result;
//   - a line of JSON in another format may come from SurveyJS, and is read by
//     package survey;
//   - a row of CSV is read directly into fit.Answers, according to its header
//     (header.go, record.go, row.go), which package survey interprets;
//   - for a team, a line or row may be a result or scores (team.go, table.go),
//     and a file may hold documents of several lines.
//
// What was skipped in a person's row is counted per file (input in table.go), and
// people who may be there twice are found by hashes (repeat.go). Both are
// reported at the end of the run.
//
// # Output
//
// The task of a run determines what it does for each person: Score writes a
// line in a Format, Team counts, and Each calls a function.
package batch
