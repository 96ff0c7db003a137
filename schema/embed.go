// Package schema holds the JSON Schemas (draft 2020-12) of the files that
// people write and read: role, questions and skills of a pack, answers, and a
// result. It stands beside roles and quiz, as it does in a pack that 'rolefit
// pack init' has made, so that the first line of a YAML file there can name its
// schema for editors. A test of package pack holds each to the code that reads
// or writes such a file.
package schema

import "embed"

// Files are the schemas, by name: role.json and so on.
//
//go:embed *.json
var Files embed.FS
