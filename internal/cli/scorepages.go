package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/rolefit/rolefit/internal/atomicfile"
	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/fit"
	"github.com/rolefit/rolefit/internal/report"
	"github.com/rolefit/rolefit/internal/wording"
)

// scorePages writes one page per person into the folder that --pages names.
func (a *app) scorePages(ctx context.Context, options *batch.Options, o scoreOptions) error {
	root, err := openFolder(o.pages)
	if err != nil {
		return fmt.Errorf("writing to %s: %w", wording.Quote(o.pages), wording.Cause(err))
	}
	defer root.Close()
	folder, names := atomicfile.In(root, "."), pageNames{}
	bar := a.showBatch(options, "writing", o.files)
	sum, err := batch.Results(ctx, options, func(id string, r *fit.Result) error {
		name := names.next(id)
		data, err := report.Result(r).HTML()
		if err == nil {
			err = atomicfile.Write(folder, name, data, 0o600)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", wording.Quote(filepath.Join(o.pages, name)), wording.Cause(err))
		}
		return nil
	})
	bar.clear()
	if err != nil {
		return a.batchStopped(err, sum)
	}
	if sum.People > 0 {
		a.say("wrote %s to %s, named by id; give each person only their own", wording.Count(sum.People, "page"), wording.Quote(o.pages))
	}
	return a.batchEnded("scored", o.maxErrors, sum)
}

// openFolder opens a folder and creates it if it doesn't exist. Only its owner
// can read a new folder.
func openFolder(name string) (*os.Root, error) {
	if err := os.MkdirAll(name, 0o700); err != nil {
		return nil, err
	}
	return os.OpenRoot(name)
}

// pageNames contains the names of the files written so far, in lower case,
// because some systems ignore case.
type pageNames map[string]bool

// maxPageName is the maximum length in bytes of a file's name without its
// extension. It leaves room for the name of a temporary file.
const maxPageName = 100

// next returns a file name for a person's page that isn't used yet.
func (n pageNames) next(id string) string {
	base := pageName(id)
	name := base
	for i := 2; n[strings.ToLower(name)]; i++ {
		name = fmt.Sprintf("%s-%d", base, i)
	}
	n[strings.ToLower(name)] = true
	return name + ".html"
}

// pageName returns an id as the beginning of a file name that is valid on every
// system: it isn't hidden, is not an option or a device, and has no separators.
func pageName(id string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@._-+", r) {
			return r
		}
		return '-'
	}, strings.ToValidUTF8(id, "-"))
	name = strings.Trim(name, ".-")
	for len(name) > maxPageName {
		runes := []rune(name)
		name = string(runes[:len(runes)-1])
	}
	if name == "" || device().MatchString(name) {
		return "person-" + name
	}
	return name
}

// device matches the names that Windows reserves.
var device = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\.|$)`)
})
