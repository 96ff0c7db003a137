// Rolefit determines which of several engineering roles fits a person, how
// confident that result is, and why. See the package comment of internal/fit
// for the method.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"

	"github.com/rolefit/rolefit/internal/cli"
)

// The program runs for seconds and uses little memory, so collecting garbage as
// often as Go does by default costs more than it saves.
const (
	gcPercent   = 400
	memoryLimit = 512 << 20 // number of bytes above which garbage is collected more often
)

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	os.Exit(cli.Run(untilSignal(), cli.OS(), os.Args[1:]))
}

// A signalContext ends when the program is interrupted. It starts catching
// signals when it is first used, because that starts threads, which takes
// longer than most commands. Before that, a signal ends the program at once.
type signalContext struct {
	context.Context
	caught func() context.Context
}

func untilSignal() context.Context {
	return signalContext{context.Background(), sync.OnceValue(func() context.Context {
		ctx, stop := signal.NotifyContext(context.Background(), cli.Signals()...)
		context.AfterFunc(ctx, stop) // a second signal ends the program
		return ctx
	})}
}

func (c signalContext) Done() <-chan struct{} { return c.caught().Done() }
func (c signalContext) Err() error            { return c.caught().Err() }
