import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { openSqliteSource } from '../../src/store/copy/copy-source.ts'
import { type Compared, compareTables } from '../../src/store/copy/copy-store.ts'
import { listTables } from '../../src/store/copy/copy-tables.ts'
import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { fillStore } from './copy/fill-store.ts'
import { type CopyRun, runCopy, type Standing } from './copy/run-copy.ts'
import type { Proof } from './proof.ts'

const usualEntries = 3_000
const killsOnTheWay = 5

/** A store goes from SQLite to PostgreSQL and back, killed on the way again and again; what comes back is what went. */
export const prove: Proof = async ({ entries = usualEntries } = {}) => {
  if (whyNoServer) throw new Error(whyNoServer)
  const folder = mkdtempSync(join(tmpdir(), 'prove-copy-'))
  try {
    const first = join(folder, 'first.db')
    const last = join(folder, 'last.db')
    const server = await startServer()
    await fillStore(first, entries)
    const before = await compareFiles(first, first)
    const rows = before.reduce((sum, { source }) => sum + source.count, 0)
    const over = await runCopy(first, server, rows, killsOnTheWay, () => standingOfServer(server))
    const serverMb = await sizeOfServer(server)
    const back = await runCopy(server, last, rows, killsOnTheWay, async () => standingOfFile(last))
    const tables = await compareFiles(first, last)
    const kills = over.killedAt.length + back.killedAt.length
    const others = tables.filter(({ isSame }) => !isSame).map(({ table }) => table)
    const empty = tables.filter(({ source }) => source.count === 0).map(({ table }) => table)
    return {
      name: `copy-store, ${entries} entries`,
      checks: [
        check('the command to PostgreSQL', endOf(over), 'ended with 0'),
        check('the command back to SQLite', endOf(back), 'ended with 0'),
        { what: 'killed on the way', measured: kills, wanted: 'at least 10', isMet: kills >= 10 },
        check('tables without a row', empty.join(', ') || 'none', 'none'),
        check(`of ${tables.length} tables, not the same after both ways`, others.join(', ') || 'none', 'none'),
      ],
      table: [
        rowOf('SQLite to PostgreSQL', over, rows, serverMb),
        rowOf('PostgreSQL to SQLite', back, rows, megabytesOf(last)),
        { what: 'the first file', rows, mb: megabytesOf(first) },
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function compareFiles(one: string, other: string): Promise<readonly Compared[]> {
  const source = openSqliteSource(one, true)
  const target = openSqliteSource(other, true)
  if ('refused' in source || 'refused' in target) throw new Error('The copies cannot be read.')
  try {
    return await compareTables(source, target, await listTables(source.reader, 'sqlite'), () => {}, true)
  } finally {
    await source.close()
    await target.close()
  }
}

type StateRow = { readonly name: string; readonly row_count: number | string; readonly is_done: number | string }

function standingOf(rows: readonly StateRow[]): Standing {
  const index = (name: string) => rows.find((row) => row.name === name)
  const copied = rows.filter(({ name }) => !name.endsWith('_search'))
  const stage =
    Number(index('quote_search')?.is_done ?? 0) === 1 ? 'comparing' : index('entry_search') ? 'indexing' : 'copying'
  return { rows: copied.reduce((sum, row) => sum + Number(row.row_count), 0), stage }
}

const nothing: Standing = { rows: 0, stage: 'none' }
const query = 'select name, row_count, is_done from'

async function standingOfServer(server: string): Promise<Standing> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return standingOf((await client.query<StateRow>(`${query} twosource.store_copy`)).rows)
  } catch {
    return nothing
  } finally {
    await client.end()
  }
}

function standingOfFile(path: string): Standing {
  try {
    using db = new DatabaseSync(path, { readOnly: true })
    return standingOf(db.prepare(`${query} store_copy`).all() as StateRow[])
  } catch {
    return nothing
  }
}

async function sizeOfServer(server: string): Promise<number> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rows } = await client.query('select pg_database_size(current_database()) as size')
  await client.end()
  return Math.round(Number(rows[0]?.size) / 1e6)
}

function megabytesOf(path: string): number {
  return Math.round(statSync(path).size / 1e6)
}

function endOf({ code, output }: CopyRun): string {
  return code === 0 ? 'ended with 0' : `ended with ${code}: ${output.slice(-500)}`
}

function rowOf(what: string, { wallSeconds, cpuSeconds, killedAt }: CopyRun, rows: number, mb: number) {
  return {
    what,
    rows,
    mb,
    wall_s: Math.round(wallSeconds * 10) / 10,
    cpu_s: Math.round(cpuSeconds * 10) / 10,
    rows_per_s: Math.round(rows / wallSeconds),
    kills: killedAt.length,
    killed_while: [...new Set(killedAt)].join(', '),
  }
}

function check(what: string, measured: string, wanted: string) {
  return { what, measured, wanted, isMet: measured === wanted }
}
