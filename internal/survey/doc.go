// Package survey reads tables that survey tools export. It finds the columns
// that answer a question and interprets their cells.
//
// # Columns
//
// Columns are found by their labels (label.go). A label names a question, by
// its id, its prompt, or its number in the form, and a part of the answer:
//
//   - best, worst, skip or seconds, as in free-week.best, "free-week[best]", or
//     "You have a free week at work. What do you do? (best)";
//   - an option, by its text, letter or number, for grids whose cells contain best
//     or worst, and for rankings whose cells contain places;
//   - nothing, if its cells rank all options.
//
// Case is ignored, and lines with instructions may surround the line that names
// something. If there are two header rows, as in files from Qualtrics, each column
// has two labels. A Map names columns that have other labels.
//
// # Cells
//
// A cell can name an option by its letter in either case, by its number in file
// order, by a code that ends in that number, or by its text, exactly or with
// small differences. Other choices can be numbers, too. The first rows show
// whether numbers start at 0 or 1 (number.go). If they don't, numbers are skipped.
// Cells like "N/A" count as empty, and an empty cell is no
// answer.
//
// If a question or a cell can't be used, it is skipped and counted (slip.go), and
// the person's other answers are kept. A person is refused only if none of their
// questions can be used, if the id is missing or invalid, or if the answers
// belong to another pack.
package survey
