package cli

import (
	"reflect"
	"slices"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/state"
)

// A result that replaces another one is a later version of it.

// withoutReplaced returns the results that no other result replaces.
func withoutReplaced(results []*fit.Result) []*fit.Result {
	replaced := map[string]bool{}
	for _, r := range results {
		replaced[r.Replaces] = true
	}
	return slices.DeleteFunc(results, func(r *fit.Result) bool { return replaced[r.ID] })
}

// before returns the result that r is compared with. This is the newest one that
// isn't an earlier version of r.
func before(s *state.Store, r *fit.Result) (earlier *fit.Result, problems []error, err error) {
	for later := r; ; later = earlier {
		earlier, problems, err = s.Before(later)
		if err != nil || !sameResult(earlier, later) {
			return earlier, problems, err
		}
	}
}

// revision is the time within which a result that replaces another one counts as
// a version of it.
const revision = time.Hour

// sameResult reports whether a later result is a version of an earlier one: it
// replaces it soon after, or only adds part 2.
func sameResult(earlier, later *fit.Result) bool {
	if earlier.ID != later.Replaces {
		return false
	}
	then, err := time.Parse(time.RFC3339, earlier.Taken)
	now, err2 := time.Parse(time.RFC3339, later.Taken)
	soon := err == nil && err2 == nil && now.Sub(then) < revision
	return soon || len(earlier.Skills) == 0 && reflect.DeepEqual(earlier.Answers, later.Answers)
}
