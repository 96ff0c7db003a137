// Package quietterm keeps the terminal library from querying the terminal
// when a program starts.
//
// Bubbletea v1 asks the terminal for its background color while its packages
// are initialised, whatever the command, and then waits up to five seconds for
// a terminal that does not answer, eating what is typed meanwhile. It does not
// ask when CI is set. So CI is set while packages are initialised, and put back
// as soon as they are. A library that it brings along looks for programs of the
// clipboard then, in every folder of PATH and to no use of ours; PATH is empty
// meanwhile.
//
// It must import nothing but os. Packages are initialised in the order of
// their import paths, as soon as all that they import is; one that needs only
// os comes before the terminal library, which needs more. Nothing in main
// could be early enough.
package quietterm

import "os"

var (
	ci, hadCI     = os.LookupEnv("CI")
	path, hadPath = os.LookupEnv("PATH")
)

func init() {
	os.Setenv("CI", "1")
	os.Setenv("PATH", "")
}

// Restore restores CI and PATH. The package that imports the terminal library
// calls it from its init function, which runs after the library's.
func Restore() {
	restore("CI", ci, hadCI)
	restore("PATH", path, hadPath)
}

func restore(name, value string, had bool) {
	if had {
		os.Setenv(name, value)
	} else {
		os.Unsetenv(name)
	}
}
