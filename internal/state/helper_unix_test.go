//go:build unix

package state

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/rolefit/rolefit/internal/fit"
)

// helpFull simulates a disk that is full for a while: it prevents files from
// growing, answers, lets files grow again, and answers once more.
func helpFull(dir string) int {
	signal.Ignore(syscall.SIGXFSZ)
	s, err := Open(dir, time.Now)
	if err != nil {
		return fail(err)
	}
	q := quiz(testPack())
	x, err := s.Begin(q, newAnswers(q))
	if err != nil {
		return fail(err)
	}
	keep := func() error {
		r := nextEvent(q.Next(x.Answers), 3)
		if err := q.Record(x.Answers, r); err != nil {
			return err
		}
		return x.Append(r)
	}
	if err := keep(); err != nil {
		return fail(err)
	}
	info, _ := os.Stat(s.path(x.name()))
	var limit syscall.Rlimit
	syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit)
	syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: uint64(info.Size()) + 7, Max: limit.Max})
	fmt.Println(keep())
	fmt.Println(keep())
	fmt.Println(s.write(&fit.Result{ID: NewID(time.Now())}))
	now, _ := os.Stat(s.path(x.name()))
	fmt.Println(now.Size() == info.Size())
	fmt.Println((&Session{ID: x.ID, store: s, file: must(os.OpenFile(s.path(x.name()), os.O_RDWR, 0)), end: x.end, pending: x.pending}).Close())
	syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit)
	fmt.Println(keep())
	return 0
}

func must(f *os.File, err error) *os.File {
	if err != nil {
		panic(err)
	}
	return f
}
