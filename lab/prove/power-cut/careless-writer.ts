import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

// The same disk for who is careless, to see that it takes something away: a log of writes that is not told to last at each commit.
const [folder = '', commits = '0', manner = 'normal'] = process.argv.slice(2)
mkdirSync(join(folder, 'data'))
using db = new DatabaseSync(join(folder, 'data', 'careless.db'))
db.exec(`pragma journal_mode = wal; pragma synchronous = ${manner}; create table kept (number integer)`)
for (let number = 0; number < Number(commits); number++) {
  db.exec(`insert into kept values (${number})`)
  process.stdout.write(`kept ${number}\n`)
}
