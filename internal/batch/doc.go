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
// A chunk goes to the writer and to a worker at the same time, and the writer
// waits for its parts. The order of the output is therefore that of the input,
// whichever worker is faster. Everything is bounded: the chunks in progress by
// the capacity of the channels, their output by the one part that a worker may
// be ahead of the writer. A slow reader of the output stops the workers, and
// they stop the cutter.
//
// Errors of a line travel in its part and are reported in order too. A run that
// stops at the n-th bad line stops at the same line, with the same bytes
// written, for any number of workers, any size of chunks and any way in which
// the input arrives.
//
// # What is read
//
// text.go turns a file into UTF-8 text with LF line ends, start.go recognizes
// a file of the wrong kind by its first line, and then
//
//   - a line of JSON is read by pack.Reader (line.go), which is the authority on
//     what answers may say, or by the fast path (fastpath.go), which is a
//     shortcut to the same result;
//   - a row of CSV is read by the columns of its header (header.go, record.go,
//     row.go), with the same rules as JSON, directly into fit.Answers;
//   - for a team, a line may be a result (team.go).
//
// # What is written
//
// What a run does with a person is its task: Score writes a line in a Format,
// Team counts, and Each calls a function.
package batch
