package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rolefit/rolefit/internal/wording"
)

// watchInterval is how often --watch looks for changed files. A pack is checked
// when they have stayed the same for one interval, because editors may write a
// file in several steps.
const watchInterval = 300 * time.Millisecond

// A fileState shows whether a file has changed.
type fileState struct {
	modified int64 // in nanoseconds
	size     int64
}

// watchCheck checks the pack now and whenever a file changes. It returns nil
// when the context ends, which is the normal way to stop.
func (a *app) watchCheck(ctx context.Context, o packCheckOptions, ticks <-chan time.Time) error {
	if err := a.usePack(o.dir); err != nil {
		return err
	}
	switch dir := a.packDir(); {
	case dir == "":
		return usagef("the built-in pack doesn't change").hint("name the folder of a pack, as in: rolefit pack check my-roles --watch")
	case o.format == formatJSON:
		return usagef("--watch prints text, so you can't use --format json with it")
	case !isFolder(dir):
		return failedf("%s is not a folder, expected the folder of a pack", wording.Quote(dir)).hint("create one: rolefit pack init %s", a.shellWord(dir))
	}
	for {
		seen := packFiles(a.packDir()) // taken before the check, so that no later change is missed
		if err := a.checkOnce(ctx, o); err != nil && !errors.Is(err, errSaid) {
			return err
		}
		a.saySeparately("Watching the pack for changes. Press Ctrl-C to stop.")
		changed := a.awaitChange(ctx, seen, ticks)
		if changed == nil {
			return nil
		}
		a.saySeparately("%s: %s changed. Checking again.", a.env.Now().Format(time.TimeOnly), strings.Join(changed, ", "))
	}
}

// saySeparately prints a message after a blank line.
func (a *app) saySeparately(format string, args ...any) {
	fmt.Fprintln(a.env.Err)
	a.say(format, args...)
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// awaitChange waits until files differ from seen and have stopped changing. It
// returns their names, or nil if the context ends first.
func (a *app) awaitChange(ctx context.Context, seen map[string]fileState, ticks <-chan time.Time) []string {
	last := seen
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks:
			now := packFiles(a.packDir())
			if changed := changes(seen, now); len(changed) > 0 && maps.Equal(now, last) {
				return changed
			}
			last = now
		}
	}
}

// packFiles returns the state of a pack's files. It omits files that can't be
// read, because the check reports them.
func packFiles(dir string) map[string]fileState {
	files := map[string]fileState{}
	for _, folder := range []string{"roles", "quiz"} {
		entries, _ := os.ReadDir(filepath.Join(dir, folder))
		for _, e := range entries {
			info, err := os.Stat(filepath.Join(dir, folder, e.Name()))
			if err == nil && info.Mode().IsRegular() && !strings.HasPrefix(e.Name(), ".") { // editors create hidden files
				files[folder+"/"+e.Name()] = fileState{info.ModTime().UnixNano(), info.Size()}
			}
		}
	}
	return files
}

// changes returns the sorted names of files that were added, changed or
// removed.
func changes(before, after map[string]fileState) []string {
	changed := map[string]bool{}
	for name, state := range after {
		if before[name] != state {
			changed[name] = true
		}
	}
	for name := range before {
		if _, still := after[name]; !still {
			changed[name] = true
		}
	}
	return slices.Sorted(maps.Keys(changed))
}
