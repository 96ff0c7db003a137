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

// collected returns a source for each file in a folder or ZIP file that can
// contain answers. It returns nil if the name is neither.
func collected(name string) ([]batch.Source, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return sourcesIn(os.DirFS(name), name, false)
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
	return sourcesIn(z, name, true)
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

// sourcesIn returns a source for each file that can contain answers, sorted by
// name. It skips hidden files and, unless deep is true, folders.
func sourcesIn(files fs.FS, name string, deep bool) (sources []batch.Source, err error) {
	err = fs.WalkDir(files, ".", func(file string, d fs.DirEntry, err error) error {
		hidden := file != "." && strings.HasPrefix(d.Name(), ".") || d.Name() == "__MACOSX"
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && (hidden || !deep):
			return fs.SkipDir
		case hidden, !d.Type().IsRegular(), !slices.Contains(answerFiles, strings.ToLower(path.Ext(strings.TrimSuffix(file, ".gz")))):
			return nil
		case len(sources) == maxCollected:
			return fmt.Errorf("it contains more than %d files with answers, the maximum", maxCollected)
		}
		label := safetext.Sanitize(strings.TrimRight(name, `/\`) + "/" + file)
		sources = append(sources, batch.Source{Name: label, Open: func() (io.ReadCloser, error) { return files.Open(file) }})
		return nil
	})
	if err == nil && len(sources) == 0 {
		err = fmt.Errorf("it contains no file with answers, expected names that end in one of %s", wording.Or(answerFiles))
	}
	return sources, err
}
