// Rolefit says which of several engineering roles fits a person, how confident
// the result is, and why. See the package comment of internal/fit for the method.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/rolefit/rolefit/internal/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	status := cli.Run(ctx, cli.OS(), os.Args[1:])
	stop()
	os.Exit(status)
}
