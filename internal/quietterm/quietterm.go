// Package quietterm keeps the terminal library from querying the terminal when
// a program starts.
//
// While its packages are initialized, Bubbletea v1 queries the terminal for its
// background color, whatever the command. It then waits up to five seconds for
// a terminal that doesn't respond, and swallows what is typed in the meantime.
// It sends no query if CI is set, so this package sets CI during initialization
// and restores it right afterward.
//
// This package must import only os. Go initializes packages in the order of
// their import paths, each as soon as its imports are initialized. A package
// that needs only os therefore comes before the terminal library, which needs
// more. Code in main would run too late.
package quietterm

import "os"

var ci, hadCI = os.LookupEnv("CI")

func init() { os.Setenv("CI", "1") }

// Restore restores CI. The package that imports the terminal library calls it
// from its init function, which runs after the library's.
func Restore() {
	if hadCI {
		os.Setenv("CI", ci)
	} else {
		os.Unsetenv("CI")
	}
}
