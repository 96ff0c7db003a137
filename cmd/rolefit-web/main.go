//go:build js && wasm

// Rolefit-web is the method compiled for a browser. The page of package web runs
// it and calls the function rolefit that it defines; see package browser.
package main

import (
	"syscall/js"
	"time"

	"github.com/rolefit/rolefit/internal/web/browser"
)

func main() {
	s := &browser.Session{Now: time.Now}
	js.Global().Set("rolefit", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return s.Call(args[0].String(), args[1].String())
	}))
	select {}
}
