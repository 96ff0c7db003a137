//go:build !js

package pack

import "syscall"

// nonblock makes opening a pipe return at once, even if no process has it open
// for writing.
const nonblock = syscall.O_NONBLOCK
