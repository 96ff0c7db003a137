package cli

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Only a program that 'go run' has built says how to install it.
func TestSayInstall(t *testing.T) {
	for program, want := range map[string]bool{
		"/tmp/go-build3812345678/b001/exe/rolefit":                                                               true,
		`C:\Users\jo\AppData\Local\Temp\go-build3812345678\b001\exe\rolefit.exe`:                                 true,
		"/home/jo/.cache/go-build/98/984b568fd8d299e97f5767cb266b4e62eb94bec7831ccb739d67781474a178ff-d/rolefit": true,
		"/home/jo/go/bin/rolefit":   false,
		"/home/jo/go-build/rolefit": false,
		"":                          false,
	} {
		var said strings.Builder
		(&app{env: Env{Err: &said, Program: program}}).sayInstall()
		require.Equal(t, want, strings.Contains(said.String(), "make install"), program)
	}
}
