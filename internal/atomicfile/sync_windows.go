package atomicfile

import "os"

// SyncFolder does nothing: Windows has no such call, and keeps its names.
func SyncFolder(*os.Root, string) error { return nil }
