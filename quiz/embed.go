// Package quiz holds the questions, skills, conditions and starts of the built-in
// pack, what was learned from job postings for it, and the JSON Schemas of what
// people write and read.
package quiz

import "embed"

// Files are the YAML files of the quiz folder, by name.
//
//go:embed *.yaml
var Files embed.FS

// Schemas are the JSON Schemas (draft 2020-12) of the files of a pack, of
// answers and of a result: schema/role.json and so on. Every
// pack has them in its quiz folder, where the first line of a YAML file names its own for
// editors. A test of package pack holds each to the code that reads or writes
// such a file.
//
//go:embed schema
var Schemas embed.FS
