//go:build !js

package pack

import "syscall"

// nonblock keeps opening a pipe from blocking until somebody writes into it.
const nonblock = syscall.O_NONBLOCK
