//go:build js && wasm

// Rolefit-web is the scoring engine compiled to WebAssembly. The page that
// package web writes runs it and calls the JavaScript function rolefit that it
// defines. See package browser.
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
