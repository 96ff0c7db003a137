package main

import (
	"encoding/json"
	"strings"
)

// A bom is a software bill of materials in the CycloneDX format. It contains no
// serial number and no time, so that the same commit gives the same bytes.
type bom struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   bomMetadata `json:"metadata"`
	Components []component `json:"components"`
}

type bomMetadata struct {
	Component component `json:"component"`
}

type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version,omitempty"`
	PURL    string `json:"purl,omitempty"` // package URL
}

// billOfMaterials returns the modules linked into the program for any operating
// system.
func billOfMaterials() ([]byte, error) {
	list, err := modules()
	if err != nil {
		return nil, err
	}
	b := bom{Format: "CycloneDX", Spec: "1.5", Version: 1, Metadata: bomMetadata{component{Type: "application", Name: "rolefit"}}}
	for _, m := range list {
		b.Components = append(b.Components, component{"library", m.Path, m.Version, "pkg:golang/" + strings.ToLower(m.Path) + "@" + m.Version})
	}
	data, err := json.MarshalIndent(b, "", "  ")
	return append(data, '\n'), err
}
