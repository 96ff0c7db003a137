package cli

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/rolefit/rolefit/internal/batch"
	"github.com/rolefit/rolefit/internal/safetext"
	"github.com/rolefit/rolefit/internal/wording"
)

// This file reads folders and ZIP files, in which the answers of a group are
// collected and in which survey tools export them.

// maxCollected is the maximum number of files read from a folder or ZIP file.
const maxCollected = 10_000

// answerFiles lists the extensions of files that can contain answers.
var answerFiles = []string{".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".yaml", ".yml"}

// A collection is the files in a folder or ZIP file.
type collection struct {
	name    string
	deep    bool // whether folders in it are read
	sources []batch.Source
	skipped []string // names of other files
}

// collected returns the files in a folder or ZIP file. It returns nil if the
// name is neither.
func collected(name string) (*collection, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	c := &collection{name: strings.TrimRight(name, `/\`)}
	if info.IsDir() {
		return c, c.read(os.DirFS(name))
	}
	if !info.Mode().IsRegular() || !isZIP(name) {
		return nil, nil
	}
	z, err := zip.OpenReader(name) // stays open for the sources
	if err != nil {
		return nil, fmt.Errorf("it is not a complete ZIP file: %w", err)
	}
	for _, f := range z.File {
		switch {
		case f.Name == "xl/workbook.xml", f.Name == "content.xml":
			return nil, errors.New("it is a spreadsheet, expected CSV: in the spreadsheet program, save or download it as CSV")
		case f.Flags&encrypted != 0:
			return nil, errors.New("it is an encrypted ZIP file, expected the files in it: unpack it first")
		}
	}
	c.deep = true
	return c, c.read(z)
}

// encrypted is the flag of an encrypted file in a ZIP file.
const encrypted = 1

// isZIP reports whether a file begins like a ZIP file.
func isZIP(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	start := make([]byte, 4)
	_, err = io.ReadFull(f, start)
	return err == nil && string(start) == "PK\x03\x04"
}

// read adds the files, sorted by name. Those that can't contain answers are
// only named, and hidden ones aren't even that.
func (c *collection) read(files fs.FS) error {
	err := fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		hidden := file != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "__MACOSX"
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() && file != "." && !c.deep:
			c.skipped = append(c.skipped, file+"/")
			return fs.SkipDir
		case hidden, !d.Type().IsRegular():
			return nil
		case !slices.Contains(answerFiles, strings.ToLower(path.Ext(strings.TrimSuffix(file, ".gz")))):
			c.skipped = append(c.skipped, file)
			return nil
		case len(c.sources) == maxCollected:
			return fmt.Errorf("it contains more than %d files with answers, the maximum", maxCollected)
		}
		label := safetext.Sanitize(c.name + "/" + file)
		c.sources = append(c.sources, batch.Source{Name: label, Optional: true, Open: func() (io.ReadCloser, error) { return files.Open(file) }})
		return nil
	})
	if err == nil && len(c.sources) == 0 {
		err = fmt.Errorf("it contains no file with answers, expected names that end in one of %s", wording.Or(answerFiles))
		if pages := c.pages(); pages != "" {
			err = fmt.Errorf("%w; %s", err, pages)
		}
	}
	return err
}

// maxSkipped is the maximum number of files that a note names.
const maxSkipped = 8

// note returns a message that names the files that can't contain answers, or
// "".
func (c *collection) note() string {
	if len(c.skipped) == 0 {
		return ""
	}
	names := slices.Clone(c.skipped[:min(len(c.skipped), maxSkipped)])
	if more := len(c.skipped) - maxSkipped; more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	note := fmt.Sprintf("%s: skipped: %s", c.name, commas(names))
	if pages := c.pages(); pages != "" {
		note += "; " + pages
	}
	if slices.ContainsFunc(c.skipped, isSpreadsheet) {
		note += "; to read a spreadsheet, save its sheet as CSV"
	}
	return safetext.Sanitize(note)
}

// isSpreadsheet reports whether a file with this name is a spreadsheet.
func isSpreadsheet(name string) bool {
	return slices.Contains([]string{".xlsx", ".xls", ".ods", ".numbers"}, strings.ToLower(path.Ext(name)))
}

// pages explains that saved web pages contain no answers. It returns "" if there
// are none.
func (c *collection) pages() string {
	i := slices.IndexFunc(c.skipped, func(name string) bool { return strings.HasPrefix(strings.ToLower(path.Ext(name)), ".htm") })
	if i < 0 {
		return ""
	}
	return fmt.Sprintf("a saved result such as %s contains no answers: ask for the file that %q saves (rolefit-web-....json)", safetext.Sanitize(c.skipped[i]), "Download my answers")
}
