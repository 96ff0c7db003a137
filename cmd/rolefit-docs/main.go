// Rolefit-docs writes what an archive of rolefit holds beside the program into a
// folder: manual pages, completion scripts, and the licenses of everything in the
// program. It is not part of the program.
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
	return os.WriteFile(filepath.Join(dir, "LICENSES.txt"), licenses, 0o644)
}
