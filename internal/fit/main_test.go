package fit_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain disables the search for a smaller failing case in short runs, as in
// make mutate, where it would take half a minute per failure.
func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		flag.Set("rapid.shrinktime", "0s")
		flag.Set("rapid.nofailfile", "true")
	}
	os.Exit(m.Run())
}
