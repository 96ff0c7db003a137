// Package browsertest opens pages in headless Chromium for tests of HTML. Tests
// can check what a page requests and logs, its document after parsing, and how
// it prints.
//
// A test starts one browser and opens every page in it, because starting the
// browser takes much longer than opening a page. The package talks to the
// browser over a pipe, using the DevTools protocol. It serves or refuses every
// request itself, so nothing reaches the network.
package browsertest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// patience is how long a command may take before the test fails. It only needs
// to be longer than a heavily loaded machine takes.
const patience = time.Minute

// A Browser is a running Chromium.
type Browser struct {
	commands *os.File // pipe to the browser: JSON objects, each followed by a zero byte

	mu      sync.Mutex
	last    int                       // id of the last command
	waiting map[int]chan message      // pending commands by id
	pages   map[string]func(*message) // handlers of page events, by session
	err     error                     // reason that no more messages arrive
}

// A message is a message from the browser: the result of a command or, if it
// has no id, an event.
type message struct {
	ID      int
	Session string `json:"sessionId"`
	Method  string
	Params  json.RawMessage
	Result  json.RawMessage
	Error   *struct{ Message string }
}

// Start starts Chromium and stops it when the test ends. If Chromium isn't
// installed, the test is skipped, or fails if CI is set.
func Start(t testing.TB) *Browser {
	t.Helper()
	path, err := find()
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("no browser to open pages in: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("", "browsertest")
	if err != nil {
		t.Fatal(err)
	}
	b := &Browser{waiting: map[int]chan message{}, pages: map[string]func(*message){}}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--user-data-dir="+dir, "--remote-debugging-pipe", "about:blank")
	messages, err := b.connect(cmd)
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatalf("starting %s: %v", path, err)
	}
	for _, theirs := range cmd.ExtraFiles {
		theirs.Close()
	}
	go b.receive(messages)
	t.Cleanup(func() {
		b.call("", "Browser.close", nil, nil)
		kill := time.AfterFunc(closeWithin, func() { cmd.Process.Kill() })
		cmd.Wait()
		kill.Stop()
		b.commands.Close()
		messages.Close()
		os.RemoveAll(dir) // a process that outlives the browser may still write to it
	})
	return b
}

// closeWithin is how long the browser may take to close.
const closeWithin = 5 * time.Second

func find() (path string, err error) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err = exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", err
}

// connect makes the pipes that Chromium expects as file descriptors 3 and 4.
func (b *Browser) connect(cmd *exec.Cmd) (messages *os.File, err error) {
	theirIn, ourOut, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	ourIn, theirOut, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	b.commands, cmd.ExtraFiles = ourOut, []*os.File{theirIn, theirOut}
	return ourIn, nil
}

// receive dispatches each message to the command or the page that it belongs
// to.
func (b *Browser) receive(from io.Reader) {
	r := bufio.NewReader(from)
	for {
		data, err := r.ReadBytes(0)
		var x message
		if err == nil {
			err = json.Unmarshal(data[:len(data)-1], &x)
		}
		b.mu.Lock()
		if err != nil {
			b.err = fmt.Errorf("the browser has ended: %w", err)
			for _, c := range b.waiting {
				close(c)
			}
			b.mu.Unlock()
			return
		}
		waiting, page := b.waiting[x.ID], b.pages[x.Session]
		delete(b.waiting, x.ID)
		b.mu.Unlock()
		switch {
		case waiting != nil:
			waiting <- x
		case x.ID == 0 && page != nil:
			page(&x)
		}
	}
}

// send sends a command and returns the channel for its result.
func (b *Browser) send(session, method string, params any) (<-chan message, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err != nil {
		return nil, b.err
	}
	b.last++
	command := map[string]any{"id": b.last, "method": method}
	if params != nil {
		command["params"] = params
	}
	if session != "" {
		command["sessionId"] = session
	}
	data, err := json.Marshal(command)
	if err != nil {
		return nil, err
	}
	c := make(chan message, 1)
	b.waiting[b.last] = c
	_, err = b.commands.Write(append(data, 0))
	return c, err
}

// call sends a command and waits for its result.
func (b *Browser) call(session, method string, params, result any) error {
	c, err := b.send(session, method, params)
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case x, ok := <-c:
		switch {
		case !ok:
			return fmt.Errorf("%s: %w", method, b.err)
		case x.Error != nil:
			return fmt.Errorf("%s: %s", method, x.Error.Message)
		case result != nil:
			return json.Unmarshal(x.Result, result)
		}
		return nil
	case <-time.After(patience):
		return fmt.Errorf("%s: %w", method, errors.New("no message"))
	}
}
