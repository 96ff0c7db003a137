// Package document turns the bytes of a saved job posting into its logical
// lines: it knows files, markup and wrapping, and nothing about jobs beyond
// the usual headings of a posting.
package document
