package web

import (
	"embed"
	"errors"
)

// An Engine is the method compiled for browsers.
type Engine struct {
	WASM    []byte // compressed with gzip
	Runtime []byte // the script of the Go toolchain that runs it
}

// The names of the files that the command internal/web/build writes.
const (
	WASMName    = "rolefit.wasm.gz"
	RuntimeName = "wasm_exec.js"
)

// built has the files of an engine if there was one when the program was built.
//
//go:embed engine
var built embed.FS

// ErrNoEngine means that the program was built without an engine.
var ErrNoEngine = errors.New("this rolefit was built without the browser engine")

// Embedded returns the engine in the program, or ErrNoEngine.
func Embedded() (Engine, error) {
	wasm, err := built.ReadFile("engine/" + WASMName)
	if err != nil {
		return Engine{}, ErrNoEngine
	}
	runtime, err := built.ReadFile("engine/" + RuntimeName)
	if err != nil {
		return Engine{}, ErrNoEngine
	}
	return Engine{wasm, runtime}, nil
}
