// Rolefit says which of several engineering roles fits a person, how confident
// the result is, and why. See the package comment of internal/fit for the method.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/rolefit/rolefit/internal/cli"
)

// The program lives for seconds at most and holds little, so collecting garbage
// as often as Go does by default costs more than it saves.
const (
	gcPercent   = 400
	memoryLimit = 512 << 20 // bytes from which garbage is collected more often
)

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	status := cli.Run(ctx, cli.OS(), os.Args[1:])
	stop()
	os.Exit(status)
}
