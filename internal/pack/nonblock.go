//go:build !js

package pack

import "syscall"

// nonblock keeps opening a pipe from waiting for somebody to write into it.
const nonblock = syscall.O_NONBLOCK
