package atomicfile

import "os"

// syncFolder does nothing, because Windows has no such call and doesn't need
// one.
func syncFolder(*os.Root, string) error { return nil }
