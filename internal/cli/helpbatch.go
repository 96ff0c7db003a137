package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/rolefit/rolefit/internal/batch"
)

// batchTopic is rolefit help batch.
func batchTopic() *cobra.Command {
	return topic("batch", "Recipes for scoring many people: pipes, many files, many machines", batchText)
}

func batchText() (string, error) { return fmt.Sprintf(batchPage, batch.MaxLine>>10), nil }

const batchPage = `Scoring many people. 'rolefit score' is a plain filter: one person's answers a
line in, one result a line out, in the same order, in constant memory. It keeps
no state and reads nothing but its input and the pack, so that a shard can be
scored anywhere, and again. A line has at most %d KB.

TRIED HERE
  A pipe; the reader may go away at any time:

    rolefit score --brief people.jsonl | head -n 3

  Packed input is known by its content. Output is packed by who wants it:

    rolefit score --brief people.jsonl.gz | gzip > brief.jsonl.gz

  A table from a survey tool, and a table out:

    rolefit score --from csv --format csv survey.csv -o scores.csv

  Only some fields, and more of them:

    rolefit score --fields id,verdict,named,lead people.jsonl

  A group at a glance, from answers or from results:

    rolefit score people.jsonl | rolefit team

  Stop at the first bad line, and write all or nothing:

    rolefit score --max-errors 0 people.jsonl -o results.jsonl

  GNU parallel, with the same bytes out as without it (-k keeps the order). One
  process uses all processors already, so this is for other machines (--sshlogin),
  with one worker each:

    parallel --pipe --block 10M -k rolefit score -j 1 --brief < people.jsonl

  xargs, a process for each of many files:

    ls *.jsonl | xargs -P 4 -I {} rolefit score --brief -o {}.out {}

NOT TRIED HERE
  What follows is how these engines are known to run a filter; nobody ran it
  here. They fail a task whose program exits with another status than 0: with
  --max-errors N a task lives through N bad lines. Let the program be where the
  tasks run, with --pack DIR if the pack is your own.

  Hadoop Streaming, map only:

    hadoop jar hadoop-streaming.jar -D mapreduce.job.reduces=0 -files rolefit \
      -input people -output results -mapper './rolefit score -j 1 --max-errors 1000'

  Spark, each partition through a process:

    sc.textFile("people").pipe("rolefit score -j 1 --max-errors 1000")
      .saveAsTextFile("results")

  Beam: start 'rolefit score -j 1' in @StartBundle of a DoFn, write the bundle's
  lines, close its input, read as many results as there were good lines.

  Kubernetes: an indexed Job over shards in an object store; each of its pods runs

    FETCH "people/$JOB_COMPLETION_INDEX.jsonl.gz" | rolefit score --brief |
      STORE "results/$JOB_COMPLETION_INDEX.jsonl"

  with your store's own program for FETCH and STORE, and a shell that
  fails the pod when any part fails (set -o pipefail).

WHAT IT COSTS
  Brief output (--brief) takes far less time per person than whole results, and
  memory stays the same for any number of people. In a copy of the repository,
  'make bench' measures both on your machine.
`
