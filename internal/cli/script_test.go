package cli

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/rolefit/rolefit/internal/web"
)

// TestMain makes the program available to scripts as rolefit.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"rolefit": func() {
			env := OS()
			if env.Engine = testEngine; os.Getenv("ENGINE") == "none" {
				env.Engine = func() (web.Engine, error) { return web.Engine{}, web.ErrNoEngine }
			}
			ctx, stop := signal.NotifyContext(context.Background(), Signals()...)
			status := Run(ctx, env, os.Args[1:])
			stop()
			os.Exit(status)
		},
	})
}

// testEngine returns an engine that does nothing, whether or not the tests were
// built with the real one, which package web tests.
func testEngine() (web.Engine, error) {
	return web.Engine{WASM: []byte("engine"), Runtime: []byte("// runtime\n")}, nil
}

// TestScripts runs every script in testdata/script. Each script has its own
// home folder. With UPDATE_SCRIPTS=1, scripts are updated to match the output.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status},
		Setup: func(env *testscript.Env) error {
			packs, err := filepath.Abs("../../testdata/packs")
			env.Setenv("PACKS", packs)
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("LocalAppData", filepath.Join(env.WorkDir, "home", ".local", "state")) // the folder on Windows
			return err
		},
	})
}

// status runs a program and checks its exit status, as in: status 130 rolefit
// quiz.
func status(ts *testscript.TestScript, not bool, args []string) {
	if len(args) < 2 || not {
		ts.Fatalf("usage: status N program [argument...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got, failed := 0, (*exec.ExitError)(nil)
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		got = failed.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status is %d, expected %d", got, want)
	}
}
