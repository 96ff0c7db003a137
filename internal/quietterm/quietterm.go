// Package quietterm keeps the terminal library from querying the terminal
// when a program starts.
//
// Bubbletea v1 asks the terminal for its background colour while its packages
// are initialised, whatever the command, and then waits up to five seconds for
// a terminal that does not answer, eating what is typed meanwhile. It does not
// ask when CI is set. So CI is set while packages are initialised, and put back
// as soon as they are.
//
// It must import nothing but os. Packages are initialised in the order of
// their import paths, as soon as all that they import is; one that needs only
// os comes before the terminal library, which needs more. Nothing in main
// could be early enough.
package quietterm

import "os"

var old, had = os.LookupEnv("CI")

func init() { os.Setenv("CI", "1") }

// Restore puts CI back as it was. The package that imports the terminal
// library calls it from its own init, which runs after that of the library.
func Restore() {
	if had {
		os.Setenv("CI", old)
	} else {
		os.Unsetenv("CI")
	}
}
