package cli

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

// WriteDocs writes the program's manual pages and completion scripts to dir/man
// and dir/completions, for packaging. They are generated from the commands, so
// the same program always writes the same bytes.
func WriteDocs(dir string) error {
	for name, data := range docs() {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// scriptNames maps each shell to the file name that it expects for a completion
// script.
var scriptNames = map[string]string{"bash": "rolefit.bash", "zsh": "_rolefit", "fish": "rolefit.fish", "powershell": "rolefit.ps1"}

// docs returns the contents of the files by name.
func docs() map[string][]byte {
	// The environment is empty, so that nothing about this machine ends up in
	// the files.
	a := &app{env: Env{Getenv: func(string) string { return "" }, System: "linux", Home: "/home/you"}}
	root := a.root()
	root.InitDefaultHelpCmd()
	files := make(map[string][]byte)
	walk(root, func(cmd *cobra.Command) {
		name, page := manual(cmd)
		files["man/"+name] = page
	})
	for _, shell := range shells {
		var script bytes.Buffer
		if err := writeCompletion(root, shell, &script); err != nil {
			panic(err) // writing to a buffer can't fail
		}
		files["completions/"+scriptNames[shell]] = script.Bytes()
	}
	return files
}

// walk calls visit for a command and for its visible subcommands and help
// topics.
func walk(cmd *cobra.Command, visit func(*cobra.Command)) {
	visit(cmd)
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() || c.IsAdditionalHelpTopicCommand() {
			walk(c, visit)
		}
	}
}
