package fit_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets short runs, as make mutate has them, say that a property fails
// without half a minute's search for the smallest case.
func TestMain(m *testing.M) {
	flag.Parse()
	if testing.Short() {
		flag.Set("rapid.shrinktime", "0s")
		flag.Set("rapid.nofailfile", "true")
	}
	os.Exit(m.Run())
}
