package web

import (
	"embed"
	"errors"
	"io/fs"
	"path"
)

// An Engine is the method compiled for browsers, and what is needed to run it.
type Engine struct {
	WASM     []byte // WebAssembly, compressed with gzip
	Runtime  []byte // script of the Go toolchain that runs WASM
	Licenses []byte // license notices for both, which must be distributed with them
}

// Names of the files that the command internal/web/build writes.
const (
	WASMName     = "rolefit.wasm.gz"
	RuntimeName  = "wasm_exec.js"
	LicensesName = "LICENSES.txt"
)

// built contains the engine's files, if there were any when the program was
// built.
//
//go:embed engine
var built embed.FS

// ErrNoEngine means that the program was built without an engine.
var ErrNoEngine = errors.New("this rolefit was built without the browser engine")

// Embedded returns the engine that is embedded in the program. If there is
// none, the error is ErrNoEngine.
func Embedded() (Engine, error) {
	e, err := ReadEngine(built, "engine")
	if err != nil {
		return Engine{}, ErrNoEngine
	}
	return e, nil
}

// ReadEngine reads the files of an engine from a folder.
func ReadEngine(files fs.FS, dir string) (e Engine, err error) {
	for name, to := range map[string]*[]byte{WASMName: &e.WASM, RuntimeName: &e.Runtime, LicensesName: &e.Licenses} {
		if *to, err = fs.ReadFile(files, path.Join(dir, name)); err != nil {
			return Engine{}, err
		}
	}
	return e, nil
}
