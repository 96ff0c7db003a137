// Rolefit-docs writes the files that a release archive contains alongside the
// program: manual pages, completion scripts, and the licenses of everything
// linked into the program. It isn't itself released.
//
// Usage: rolefit-docs DIR
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/rolefit/rolefit/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: rolefit-docs DIR")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "rolefit-docs:", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	if err := cli.WriteDocs(dir); err != nil {
		return err
	}
	licenses, err := notices()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "LICENSES.txt"), licenses, 0o644); err != nil {
		return err
	}
	bill, err := billOfMaterials()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "rolefit.cdx.json"), bill, 0o644)
}
