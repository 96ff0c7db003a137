// Package roles holds the roles of the built-in pack: one YAML file each.
package roles

import "embed"

// Files holds the role files, by name.
//
//go:embed *.yaml
var Files embed.FS
