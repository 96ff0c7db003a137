// Package document turns the bytes of a saved job posting into its logical
// lines. It knows files, markup, wrapping and the usual headings of a posting,
// and nothing about jobs.
//
// # Files
//
// A file is plain text, Markdown, HTML, MHTML or mail, in UTF-8, UTF-16,
// UTF-32 or Windows-1252. What it is follows from its content. Anything else is
// an Unreadable error, which says what to do instead: a PDF or Word file, an
// image, a page that a script fills, a web address.
//
// Of a page only the main text counts: navigation, headers, footers, sidebars,
// forms, cookie notices and lists of other jobs are removed (content.go). If
// the page has a JobPosting of schema.org in JSON-LD, its description is the
// text unless it is a mere excerpt, and its data are the Facts (jobposting.go).
// Of a mail the part with the most text counts. Mail is parsed here, by mail.go,
// because net/mail and mime/multipart import net, which the program must not
// contain.
//
// # From rows to lines
//
// A row is what a file has between two line breaks; a logical line is a
// paragraph, an item of a list or a heading. First the marks of quoting,
// signatures, page numbers and repeated headers and footers are removed. Then
// rows are joined:
//
// A program that wraps text begins a row when the next word has no place in the
// row before. So if the text has a width W, a row continues the one before only
// if
//
//	width(row before) + 1 + width(its first word) > W
//
// and neither a blank row nor the mark of an item or heading is between them.
// W is the width of the widest row that is followed by one in lower case,
// without a full stop between them (wrap.go, width.go). Widths are counted in
// columns, or, if that explains too few rows, by the widths of letters in print.
// A text is not wrapped if most rows that seem to be continued are not full, or
// if it has more rows that are wider than W than such that are continued.
//
// The test is necessary but not sufficient, since a paragraph may end with a
// full row by chance. Where paragraphs or items follow each other without a
// mark, the more frequent of both is assumed, by the rates in wrap.go.
//
// A hyphen at the end of a row is removed unless the word has it elsewhere
// ("on-call"); hyphen.go has the rules.
//
// The command in the folder measure counts on real postings how many lines
// survive each of the transformations in documenttest.
package document
