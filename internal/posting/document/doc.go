// Package document turns the bytes of a saved job posting into its logical
// lines. It knows about files, markup, wrapping and the usual headings of a
// posting, but nothing about jobs.
//
// # Files
//
// A file is plain text, Markdown, HTML, MHTML or mail, in UTF-8, UTF-16, UTF-32
// or Windows-1252. The format is determined from the content. Anything else is
// an Unreadable error, which says what to do instead. Examples are a PDF or
// Word file, an image, a page whose content is loaded by a script, and a web
// address.
//
// Only the main text of a page is read. Navigation, headers, footers, sidebars,
// forms, cookie notices and lists of other jobs are removed (content.go). If
// the page has a schema.org JobPosting in JSON-LD, its data become the Facts,
// and its description becomes the text unless it is only an excerpt
// (jobposting.go). In a mail, the part with the most text is read. The package
// parses mail itself (mail.go), because net/mail and mime/multipart import net,
// which the program must not contain.
//
// # From rows to lines
//
// A row is the text between two line breaks in a file. A logical line is a
// paragraph, a list item or a heading. Quote marks, signatures, page numbers
// and repeated headers and footers are removed first. Then rows are joined.
//
// A program that wraps text starts a new row when the next word doesn't fit on
// the current one. If the text is wrapped at width W, a row can continue the
// previous one only if
//
//	width(previous row) + 1 + width(first word of the row) > W
//
// and if neither a blank row nor the mark of an item or heading separates them.
// W is the width of the widest row that doesn't end with a full stop and is
// followed by a row in lower case (wrap.go, width.go). Widths are measured in
// columns or, if that explains too few rows, by the widths of printed letters.
// The text isn't wrapped if most rows that seem to be continued aren't full, or
// if rows wider than W outnumber the continued ones.
//
// This condition is necessary but not sufficient, because the last row of a
// paragraph may happen to be full. If paragraphs or items follow each other
// without a mark, the more frequent case is assumed, using the rates in
// wrap.go.
//
// A hyphen at the end of a row is removed unless the word has a hyphen
// elsewhere in the text ("on-call"). See hyphen.go for the rules.
package document
