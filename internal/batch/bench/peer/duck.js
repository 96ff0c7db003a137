const { DuckDBInstance } = require('@duckdb/node-api')
const fs = require('fs')
const [, , sql, people, out, threads] = process.argv
const query = fs.readFileSync(sql, 'utf8').replace('PEOPLE', people).replace('OUT', out)
;(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads })
  const connection = await instance.connect()
  await connection.run('set preserve_insertion_order = false')
  await connection.run(query)
})().catch(e => { console.error(String(e)); process.exit(1) })
