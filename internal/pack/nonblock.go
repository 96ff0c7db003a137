//go:build !js

package pack

import "syscall"

// nonblock keeps opening a pipe from blocking until another process writes to it.
const nonblock = syscall.O_NONBLOCK
