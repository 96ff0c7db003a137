// Package batch scores the answers of many people. It reads one person per line
// or row, and writes one line or row per person, in the same order and in
// constant memory.
//
// # The pipeline
//
// Each worker in turn takes a chunk of whole lines from the cutter, which reads
// the sources. It then turns the chunk into output while another worker takes
// the next chunk.
//
//	cutter --+--> worker --+--> writer
//	         +--> worker --+
//
// Cutter and writer have no goroutines of their own. A worker calls the cutter,
// so that it finds the chunk in its processor's cache. A worker that has
// finished a chunk gives it to the writer, which writes the chunks in the order
// of the input, whichever worker is faster. If an earlier chunk is unfinished,
// the writer keeps the chunk until that one is written too.
//
// Memory is bounded. If the writer keeps too many chunks, workers wait. If the
// output of a chunk is large, the worker waits until it is the chunk's turn,
// and writes the chunk in parts.
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
//   - a file may hold documents of several lines, or a JSON array, instead, with
//     one person's answers each (start.go);
//   - for a team, any of these may be a result or scores (team.go, table.go).
//
// What was skipped in a person's row is counted per file (input in table.go), and
// people who may be there twice are found by hashes (repeat.go). Both are
// reported at the end of the run.
//
// A file in a folder or ZIP file that contains no answers is named and skipped
// (Source.Optional). In tables, positions are the numbers of rows, as a spreadsheet
// shows them. If a map says who is who, only a person's last row counts (again.go).
//
// # Output
//
// The task of a run determines what it does for each person: Score writes a
// line in a Format, Team counts, and Each calls a function.
package batch
