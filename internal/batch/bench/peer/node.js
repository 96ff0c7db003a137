const fs = require('fs'), readline = require('readline')
const [, , tableFile, people, outFile] = process.argv
const table = JSON.parse(fs.readFileSync(tableFile)), roles = Object.keys(table.roles)
const out = fs.createWriteStream(outFile)
let lines = []
readline.createInterface({ input: fs.createReadStream(people, { highWaterMark: 1 << 20 }) }).on('line', line => {
  const person = JSON.parse(line), sum = {}, shown = {}, fits = { id: person.id }
  for (const r of roles) sum[r] = shown[r] = 0
  for (const [id, a] of Object.entries(person.answers)) {
    const of = table.questions[id]
    for (const key in of) shown[of[key]]++
    sum[of[a.best]]++
    sum[of[a.worst]]--
  }
  for (const r of roles) fits[r] = shown[r] ? 50 * (1 + sum[r] / shown[r]) : null
  lines.push(JSON.stringify(fits))
  if (lines.length === 1000) { out.write(lines.join('\n') + '\n'); lines = [] }
}).on('close', () => out.end(lines.length ? lines.join('\n') + '\n' : ''))
