//go:build linux

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// These are the programs a user would write instead: for each role, they sum
// the scores over the questions that show it, with a table that maps options to
// roles.

const nodeProgram = `
const fs = require('fs'), readline = require('readline')
const table = JSON.parse(fs.readFileSync(process.argv[2])), roles = Object.keys(table.roles)
const out = fs.createWriteStream('/dev/null')
let lines = []
readline.createInterface({input: fs.createReadStream(process.argv[3], {highWaterMark: 1 << 20})}).on('line', line => {
  const person = JSON.parse(line), sum = {}, shown = {}, fits = {}
  for (const r of roles) sum[r] = shown[r] = 0
  for (const [id, a] of Object.entries(person.answers)) {
    const of = table.questions[id]
    for (const key in of) shown[of[key]]++
    sum[of[a.best]]++
    sum[of[a.worst]]--
  }
  for (const r of roles) fits[r] = shown[r] ? 50 * (1 + sum[r] / shown[r]) : null
  lines.push(JSON.stringify({id: person.id, fits}))
  if (lines.length === 1000) { out.write(lines.join('\n') + '\n'); lines = [] }
}).on('close', () => out.end(lines.join('\n')))
`

const pythonProgram = `
import json, sys
table = json.load(open(sys.argv[1]))
questions, roles = table['questions'], list(table['roles'])
with open(sys.argv[2]) as people, open('/dev/null', 'w') as out:
    for line in people:
        person = json.loads(line)
        total, shown = dict.fromkeys(roles, 0), dict.fromkeys(roles, 0)
        for id, a in person['answers'].items():
            of = questions[id]
            for role in of.values():
                shown[role] += 1
            total[of[a['best']]] += 1
            total[of[a['worst']]] -= 1
        fits = {r: 50 * (1 + total[r] / shown[r]) if shown[r] else None for r in roles}
        out.write(json.dumps({'id': person['id'], 'fits': fits}) + '\n')
`

const duckProgram = `copy (with answer as (select id, unnest(map_entries(answers)) as a from read_json('PEOPLE', format='newline_delimited',
  columns={id: 'varchar', answers: 'map(varchar, struct(best varchar, worst varchar))'})),
  shown as (select id, role, case when o.key = a.value.best then 1 when o.key = a.value.worst then -1 else 0 end as score
  from answer join read_csv('TABLE', columns={question: 'varchar', key: 'varchar', role: 'varchar'}, header=true) o on o.question = a.key)
  select id, role, 50 * (1 + avg(score)) as fit from shown group by id, role) to '/dev/null' (format json)`

// peers returns the programs that are installed, for a file with enough people
// that their startup time doesn't matter.
func (b *bench) peers(people string) ([]*contender, error) {
	type table = map[string]map[string]any
	questions := table{"questions": {}, "roles": {}}
	rows := "question,key,role\n"
	for _, x := range b.quiz.Questions {
		options := map[string]string{}
		for _, o := range x.Options {
			options[o.Key] = o.Role
			questions["roles"][o.Role] = true
			rows += fmt.Sprintf("%s,%s,%s\n", x.ID, o.Key, o.Role)
		}
		questions["questions"][x.ID] = options
	}
	data, err := json.Marshal(questions)
	if err != nil {
		return nil, err
	}
	file := func(name string) string { return filepath.Join(b.dir, name) }
	for name, text := range map[string]string{"table.json": string(data), "table.csv": rows, "sums.js": nodeProgram, "sums.py": pythonProgram} {
		if err := os.WriteFile(file(name), []byte(text), 0o644); err != nil {
			return nil, err
		}
	}
	var found []*contender
	for _, args := range [][]string{
		{"node", file("sums.js"), file("table.json"), people},
		{"python3", file("sums.py"), file("table.json"), people},
		{"duckdb", "-c", strings.NewReplacer("PEOPLE", people, "TABLE", file("table.csv")).Replace(duckProgram)},
	} {
		if _, err := exec.LookPath(args[0]); err == nil {
			found = append(found, command(b.people/20, args[0], args[1:]...))
		}
	}
	return found, nil
}
