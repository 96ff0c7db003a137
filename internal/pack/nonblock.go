//go:build !js

package pack

import "syscall"

// nonblock keeps the opening of a pipe from blocking until another process
// opens it for writing.
const nonblock = syscall.O_NONBLOCK
