// Package survey reads the tables that survey tools export: it finds the
// columns that answer a question and determines what their cells say.
//
// # Columns
//
// Columns are found by their labels (label.go). A label names a question, by its
// id, its prompt, or its number in the form, and a part of its answer:
//
//   - best, worst, skip or seconds, as in free-week.best, "free-week[best]", or
//     "You have a free week at work. What do you do? (best)";
//   - an option, by its text, letter or number, for grids whose cells say best or
//     worst, and for rankings whose cells are places;
//   - nothing, when its cell ranks the options.
//
// Case makes no difference, and lines with instructions may surround the one that
// names something. Two header rows, as Qualtrics writes, are two labels for each
// column. A Map names columns that have other labels.
//
// # Cells
//
// A cell that names an option holds its letter in either case, its number in
// file order, a code that ends in its number, or its text, exactly or
// unmistakably near. Cells like "N/A" count as empty, and what is empty is not
// answered. A time stamp that can't be read is left out; it never costs a
// person's answers.
package survey
