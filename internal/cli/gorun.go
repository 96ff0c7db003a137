package cli

import (
	"regexp"
	"sync"
)

// goRunFolder matches the path of a program that 'go run' has built: in a
// temporary folder or, if it was built before, in the build cache.
var goRunFolder = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[/\\](go-build\d+[/\\]b\d+[/\\]exe|[0-9a-f]{2}[/\\][0-9a-f]{64}-d)[/\\][^/\\]+$`)
})

// sayInstall prints how to install the program if it was started with 'go run',
// because the commands that it suggests aren't found then.
func (a *app) sayInstall() {
	if goRunFolder().MatchString(a.env.Program) {
		a.say("rolefit isn't installed: type make install, or go run ./cmd/rolefit instead of rolefit")
	}
}
