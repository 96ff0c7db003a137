package pack

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// builtin.txt has the same content as the files in roles/ and quiz/, which
// authors copy and from which the hash is computed.
func TestBuiltinIsItsFiles(t *testing.T) {
	p, problems := Check("")
	require.Empty(t, problems.Serious())
	if *update {
		var out strings.Builder
		write(&out, reflect.ValueOf(p).Elem())
		require.NoError(t, os.WriteFile("builtin.txt", []byte(out.String()), 0o644))
		return
	}
	require.Equal(t, p, Builtin(), "make update writes builtin.txt from roles/ and quiz/")
}

// write writes the lines that package pack decodes.
func write(out *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Float64:
		fmt.Fprintf(out, "%.0f\n", v.Float()*100)
	case reflect.Bool:
		fmt.Fprintln(out, map[bool]int{true: 1}[v.Bool()])
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice {
			fmt.Fprintln(out, v.Len())
		}
		for i := range v.Len() {
			write(out, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				write(out, v.Field(i))
			}
		}
	case reflect.Int: // a Dimension would print its name
		fmt.Fprintln(out, v.Int())
	default:
		fmt.Fprintln(out, v.String())
	}
}
