package state

// helpFull has no counterpart here: Windows has no limit on the size of files.
func helpFull(string) int { return 2 }
