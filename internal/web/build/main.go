// Build compiles the browser engine that package web embeds: cmd/rolefit-web as
// compressed WebAssembly, the script of the Go toolchain that runs it, and the
// licenses of both. The same commit gives the same bytes.
//
// Usage: build [DIR]
//
// The default for DIR is the folder internal/web/engine of the module.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/rolefit/rolefit/internal/web"
)

const program = "github.com/rolefit/rolefit/cmd/rolefit-web"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	root, err := ask("GOROOT")
	if err != nil {
		return err
	}
	runtime, err := os.ReadFile(filepath.Join(root, "lib", "wasm", web.RuntimeName))
	if err != nil {
		return err
	}
	wasm, err := compile()
	if err != nil {
		return err
	}
	notices, err := licenses(root)
	if err != nil {
		return err
	}
	dir, err := target(args)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{web.WASMName: wasm, web.RuntimeName: runtime, web.LicensesName: notices} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// target returns the folder to write to.
func target(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	mod, err := ask("GOMOD")
	return filepath.Join(filepath.Dir(mod), "internal", "web", "engine"), err
}

// ask returns the value of a variable from go env.
func ask(variable string) (string, error) {
	out, err := exec.Command("go", "env", variable).Output()
	return strings.TrimSpace(string(out)), err
}

// goCommand returns a go command that builds for browsers. It ignores flags in
// the environment, which would change the bytes.
func goCommand(args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
	cmd.Stderr = os.Stderr
	return cmd
}

// compile returns the program as compressed WebAssembly.
func compile() ([]byte, error) {
	dir, err := os.MkdirTemp("", "rolefit-web")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "rolefit.wasm")
	if err := goCommand("build", "-buildvcs=false", "-trimpath", "-ldflags=-s -w", "-o", file, program).Run(); err != nil {
		return nil, fmt.Errorf("compiling %s: %w", program, err)
	}
	wasm, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(wasm); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
