package atomicfile

import "os"

// SyncFolder does nothing, because Windows has no such call and doesn't need
// one.
func SyncFolder(*os.Root, string) error { return nil }
