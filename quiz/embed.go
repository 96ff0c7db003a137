// Package quiz holds the questions and skills of the built-in pack.
package quiz

import "embed"

// Files are questions.yaml and skills.yaml.
//
//go:embed *.yaml
var Files embed.FS
