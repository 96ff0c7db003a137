//go:build unix

package state

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDir(t *testing.T) {
	for _, c := range []struct {
		env          map[string]string
		system, home string
		want, err    string
	}{
		{map[string]string{"ROLEFIT_HOME": "/x/y/"}, "linux", "/home/me", "/x/y", ""},
		{map[string]string{"ROLEFIT_HOME": "x", "XDG_STATE_HOME": "/s"}, "linux", "/home/me", "", `ROLEFIT_HOME is "x", expected an absolute path`},
		{map[string]string{"XDG_STATE_HOME": "/s"}, "linux", "/home/me", "/s/rolefit", ""},
		{map[string]string{"XDG_STATE_HOME": "s"}, "darwin", "/home/me", "/home/me/.local/state/rolefit", ""},
		{nil, "linux", "/home/me", "/home/me/.local/state/rolefit", ""},
		{nil, "linux", "", "", "there is no home folder; set ROLEFIT_HOME to a folder to save answers in"},
		{map[string]string{"LocalAppData": "/l", "XDG_STATE_HOME": "/s"}, "windows", "/home/me", "/l/rolefit", ""},
		{nil, "windows", "/home/me", "/home/me/AppData/Local/rolefit", ""},
	} {
		dir, err := Dir(func(name string) string { return c.env[name] }, c.system, c.home)
		require.Equal(t, c.want, dir)
		if c.err != "" {
			require.EqualError(t, err, c.err)
		} else {
			require.NoError(t, err)
		}
	}
}
