const pl = require('nodejs-polars')
const fs = require('fs')
const [, , tableFile, people, out] = process.argv
const table = JSON.parse(fs.readFileSync(tableFile, 'utf8'))
const answer = (question, side) => pl.col('answers').struct.field(question).struct.field(side)
const fits = Object.keys(table.roles).map(role => {
  let sum = null, shown = null
  for (const [question, options] of Object.entries(table.questions)) {
    const key = Object.keys(options).find(k => options[k] === role)
    if (!key || !table.asked[question]) continue
    const score = answer(question, 'best').eq(pl.lit(key)).cast(pl.Int32).sub(answer(question, 'worst').eq(pl.lit(key)).cast(pl.Int32)).fillNull(0)
    const is = answer(question, 'best').isNotNull().cast(pl.Int32)
    sum = sum ? sum.add(score) : score
    shown = shown ? shown.add(is) : is
  }
  return sum.cast(pl.Float64).div(shown).add(1).mul(50).alias(role)
})
const frame = pl.scanJson(people, { inferSchemaLength: 100 })
frame.select(pl.col('id'), ...fits).collectSync().writeJSON(out, { format: 'lines' })
