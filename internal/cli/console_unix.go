//go:build !windows

package cli

import "os"

// enableEscapes makes a terminal interpret escape sequences, and reports whether
// it does. On Unix every terminal does, unless TERM is dumb; see dumb.
func enableEscapes(*os.File) bool { return true }
