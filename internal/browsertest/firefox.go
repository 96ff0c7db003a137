package browsertest

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A Firefox is a running Firefox with one page. It is driven over Marionette,
// the protocol behind geckodriver, which sends JSON messages that are preceded
// by their length.
type Firefox struct {
	t    testing.TB
	conn net.Conn
	in   *bufio.Reader
	last int
}

// preferences prevent Firefox from connecting to anything, and let it choose a
// port for Marionette.
const preferences = `user_pref("marionette.port", 0);
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("remote.prefs.recommended", true);
user_pref("toolkit.telemetry.enabled", false);
`

// StartFirefox starts Firefox and opens a file. If Firefox isn't installed, the
// test is skipped.
func StartFirefox(t testing.TB, path string) *Firefox {
	t.Helper()
	program, err := exec.LookPath("firefox-esr")
	if err != nil {
		program, err = exec.LookPath("firefox")
	}
	if err != nil {
		t.Skip("no Firefox to open pages in: ", err)
	}
	dir, err := os.MkdirTemp("", "browsertest")
	f := &Firefox{t: t}
	f.must(err)
	f.must(os.WriteFile(filepath.Join(dir, "user.js"), []byte(preferences), 0o600))
	cmd := exec.Command(program, "--headless", "--no-remote", "--marionette", "--profile", dir)
	cmd.Env = append(os.Environ(), "HOME="+dir, "MOZ_CRASHREPORTER_DISABLE=1")
	f.must(cmd.Start())
	t.Cleanup(func() {
		kill := time.AfterFunc(closeWithin, func() { cmd.Process.Kill() })
		f.send("Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}})
		cmd.Wait()
		kill.Stop()
		if f.conn != nil {
			f.conn.Close()
		}
		os.RemoveAll(dir) // a process that outlives the browser may still write to it
	})
	f.connect(filepath.Join(dir, "MarionetteActivePort"))
	f.call("WebDriver:NewSession", map[string]any{"capabilities": map[string]any{}}, nil)
	f.call("WebDriver:Navigate", map[string]any{"url": fileURL(path)}, nil)
	return f
}

func (f *Firefox) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal("Firefox: ", err)
	}
}

// connect waits for the port that Firefox writes to a file, and connects to it.
func (f *Firefox) connect(portFile string) {
	f.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		port, err := os.ReadFile(portFile)
		if err == nil && len(port) > 0 {
			f.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port)))
		}
		if err == nil && f.conn != nil {
			break
		}
		if time.Now().After(end) {
			f.t.Fatal("Firefox does not start")
		}
	}
	f.in = bufio.NewReader(f.conn)
	f.receive() // the server's greeting
}

func (f *Firefox) receive() []byte {
	f.t.Helper()
	f.must(f.conn.SetReadDeadline(time.Now().Add(patience)))
	var length int
	_, err := fmt.Fscanf(f.in, "%d:", &length)
	f.must(err)
	data := make([]byte, length)
	_, err = io.ReadFull(f.in, data)
	f.must(err)
	return data
}

func (f *Firefox) send(command string, params any) error {
	f.last++
	data, err := json.Marshal([]any{0, f.last, command, params})
	if err != nil || f.conn == nil {
		return err
	}
	_, err = fmt.Fprintf(f.conn, "%d:%s", len(data), data)
	return err
}

// call sends a command and waits for its result.
func (f *Firefox) call(command string, params, result any) {
	f.t.Helper()
	f.must(f.send(command, params))
	var answer [4]json.RawMessage
	f.must(json.Unmarshal(f.receive(), &answer))
	if string(answer[2]) != "null" {
		f.t.Fatalf("Firefox: %s: %.500s", command, answer[2])
	}
	if result != nil {
		f.must(json.Unmarshal(answer[3], result))
	}
}

// Eval evaluates a JavaScript expression and decodes its value.
func (f *Firefox) Eval(expression string, value any) {
	f.t.Helper()
	out := struct{ Value any }{value}
	f.call("WebDriver:ExecuteScript", map[string]any{"script": "return " + expression, "args": []any{}, "sandbox": nil}, &out)
}

// Await waits until a JavaScript expression is truthy, or fails the test after
// a minute.
func (f *Firefox) Await(expression string) {
	f.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		found := false
		f.Eval("Boolean("+expression+")", &found)
		if found {
			return
		}
	}
	f.t.Fatalf("not so after a minute: %s", expression)
}

// Press presses and releases keys, one per rune.
func (f *Firefox) Press(keys string) {
	f.t.Helper()
	var actions []map[string]string
	for _, r := range keys {
		actions = append(actions, map[string]string{"type": "keyDown", "value": string(r)}, map[string]string{"type": "keyUp", "value": string(r)})
	}
	f.call("WebDriver:PerformActions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keyboard", "actions": actions}}}, nil)
}

// Reload reloads the page.
func (f *Firefox) Reload() {
	f.t.Helper()
	f.call("WebDriver:Refresh", map[string]any{}, nil)
}
