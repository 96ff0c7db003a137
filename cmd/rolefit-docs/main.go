// Rolefit-docs writes the manual pages and the completion scripts of rolefit
// into a folder, for packages: rolefit-docs DIR. It is no part of the program.
package main

import (
	"fmt"
	"os"

	"github.com/rolefit/rolefit/internal/cli"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: rolefit-docs DIR")
		os.Exit(2)
	}
	if err := cli.WriteDocs(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "rolefit-docs:", err)
		os.Exit(1)
	}
}
