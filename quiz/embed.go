// Package quiz holds the questions, skills, conditions and starts of the built-in
// pack, what was learned from job postings for it, and the JSON Schemas of what
// people write and read.
package quiz

import "embed"

// Files holds the YAML files of the quiz folder, by name.
//
//go:embed *.yaml
var Files embed.FS

// Schemas holds the JSON Schemas (draft 2020-12) of the files of a pack, of
// answers and of a result, such as schema/role.json. Every pack has them in its
// quiz folder, and the first line of each YAML file names the schema for
// editors. A test in package pack checks each schema against the code that
// reads or writes such files.
//
//go:embed schema
var Schemas embed.FS
