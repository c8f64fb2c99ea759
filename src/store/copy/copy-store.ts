import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Engine, Tx } from '../engine/engine.ts'
import { migrations } from '../migrations/all.ts'
import { compareSearches, type OtherAnswer } from './compare-searches.ts'
import { type TableSum, tableSummer } from './copied-row.ts'
import { indexEntries, indexQuotes, type TextOf } from './copied-search.ts'
import { copyRows, readBatches } from './copy-rows.ts'
import type { CopySource } from './copy-source.ts'
import { beginState, endState, isUnfinishedCopy, sourceOfCopy } from './copy-state.ts'
import { type CopiedTable, listTables } from './copy-tables.ts'

/** The progress of a copy: the current table, and how many of its rows are done. */
export type CopyProgress = {
  readonly stage: 'copying' | 'indexing' | 'comparing'
  readonly table: string
  readonly done: number
  readonly total: number
}

export type CopyOptions = {
  /** The text that an entry is indexed with until it has an article. */
  readonly textOf: TextOf
  /** Delete what an earlier copy wrote, and start over. */
  readonly startOver?: boolean
  readonly onProgress?: (progress: CopyProgress) => void
  /** Called after each step; a stopped copy can be continued later. */
  readonly isStopped?: () => boolean
}

export type CopyResult =
  /** Both have the same rows and find the same. */
  | {
      readonly kind: 'done'
      readonly tables: readonly Compared[]
      readonly searches: number
      readonly changedTexts: number
    }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly message: string }
  /** They differ: the source was written to meanwhile, or something is wrong. The target stays unfinished. */
  | { readonly kind: 'differs'; readonly tables: readonly Compared[]; readonly searches: readonly OtherAnswer[] }

/**
 * Copies a store into another, migrated database, table by table, rebuilds the search indexes there, and compares both. Progress is
 * stored in the target: run again after any end, it continues.
 */
export async function copyStore(source: CopySource, target: Engine, options: CopyOptions): Promise<CopyResult> {
  const refusal = (await whyNotThisSource(source)) ?? (await whyNotThisTarget(source, target, options))
  if (refusal !== undefined) return { kind: 'refused', message: refusal }
  const tables = await listTables(source.reader, source.dialect)
  if (options.startOver || !(await isUnfinishedCopy(target))) await begin(source, target, tables)

  const counts = new Map<string, number>()
  for (const { name } of tables) counts.set(name, await countOf(source.reader, name))
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const isStopped = options.isStopped ?? (() => false)
  const tell = (stage: CopyProgress['stage'], table: string, done: number, total: number) => {
    options.onProgress?.({ stage, table, done, total })
    return !isStopped()
  }

  let before = 0
  for (const table of tables) {
    const goesOn = await copyRows(source, target, table, (done) => tell('copying', table.name, before + done, rows))
    if (!goesOn) return { kind: 'stopped' }
    before += counts.get(table.name) ?? 0
  }
  const texts = { entry: counts.get('entry') ?? 0, quote: counts.get('quote') ?? 0 }
  const all = texts.entry + texts.quote
  const isIndexed =
    (await indexEntries(target, options.textOf, (done) => tell('indexing', 'entry', done, all))) &&
    (await indexQuotes(target, (done) => tell('indexing', 'quote', texts.entry + done, all)))
  if (!isIndexed) return { kind: 'stopped' }

  const numbers = await readNumbers(source.reader, source.dialect, tables)
  await target.write((tx) => writeNumbers(tx, target.dialect, tables, numbers))
  let compared = 0
  const sums = await compareTables(source, target, tables, (table, read) => {
    compared += read
    tell('comparing', table, compared, 2 * rows)
  })
  const searches = await compareSearches(source, target)
  if (sums.some(({ isSame }) => !isSame) || searches.others.length > 0)
    return { kind: 'differs', tables: sums.filter(({ isSame }) => !isSame), searches: searches.others }
  await target.write(endState)
  await settle(target, tables)
  const changedTexts = sums.reduce((sum, { source }) => sum + source.changedTexts, 0)
  return { kind: 'done', tables: sums, searches: searches.asked, changedTexts }
}

async function whyNotThisSource({ reader, dialect }: CopySource): Promise<string | undefined> {
  const isStore =
    dialect === 'sqlite'
      ? await sql`select 1 from sqlite_master where name = 'schema_version'`.execute(reader)
      : await sql`select 1 from pg_class where relname = 'schema_version' and pg_table_is_visible(oid)`.execute(reader)
  if (isStore.rows.length === 0) return 'The source isn’t a Twosource database.'
  if (await isUnfinishedCopy({ dialect, reader })) return 'The source is an unfinished copy.'
  const version = await versionOf(reader)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest)
    return `The source was written by a newer program (version ${version}, this one knows ${newest}).`
  if (version < newest)
    return `The source was written by an older program (version ${version}, this one writes ${newest}). Start this program on it once, for example with “doctor”, and try again.`
  return undefined
}

/** Tables that aren't empty in a new database: the owner's account, and records of migrations. */
const filledAtStart: ReadonlySet<string> = new Set(['account', 'lane', 'repair_mark'])

async function whyNotThisTarget(
  source: CopySource,
  target: Engine,
  { startOver }: CopyOptions,
): Promise<string | undefined> {
  if (await isUnfinishedCopy(target)) {
    if (startOver || (await sourceOfCopy(target.reader)) === (await nameOf(source.reader))) return undefined
    return 'The target is an unfinished copy of another database. Choose another target, or replace it with --start-over.'
  }
  for (const { name } of await listTables(target.reader, target.dialect)) {
    const allowed = filledAtStart.has(name) ? 1 : 0
    if ((await countOf(target.reader, name, allowed + 1)) > allowed)
      return `The target isn’t empty: “${name}” has rows. Nothing was changed; choose an empty database or another file.`
  }
  return undefined
}

/** Empties the target and records the source of the copy. */
async function begin(source: CopySource, target: Engine, tables: readonly CopiedTable[]): Promise<void> {
  const name = await nameOf(source.reader)
  const isBegun = await isUnfinishedCopy(target)
  await target.write(async (tx) => {
    if (isBegun) await endState(tx)
    for (const table of ['entry_search', 'quote_search', ...tables.map((each) => each.name).reverse()])
      await sql`delete from ${sql.table(table)}`.execute(tx)
    await beginState(tx, name)
  })
}

/** A store's identity: when its tables were created, to the millisecond. */
async function nameOf(reader: Db): Promise<string> {
  const rows = await reader.selectFrom('schema_version').select(['version', 'at']).orderBy('version').execute()
  return createHash('sha256')
    .update(JSON.stringify(rows.map(({ version, at }) => [version, at])))
    .digest('hex')
}

async function versionOf(reader: Db): Promise<number> {
  const { version } = await reader
    .selectFrom('schema_version')
    .select((select) => select.fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  return version ?? 0
}

async function countOf(reader: Db, table: string, most?: number): Promise<number> {
  const rows = most === undefined ? sql.table(table) : sql`(select 1 from ${sql.table(table)} limit ${most}) as first`
  const found = await sql<{ count: number }>`select count(*) as count from ${rows}`.execute(reader)
  return found.rows[0]?.count ?? 0
}

/** Upkeep a server would do later after this many rows; until then its queries would be slow. */
async function settle(target: Engine, tables: readonly CopiedTable[]): Promise<void> {
  if (target.dialect !== 'postgres') return
  const names = [...tables.map((table) => table.name), 'entry_search', 'quote_search']
  await target.scrub(names)
  await target.write(async (tx) => {
    for (const name of names) await sql`analyze ${sql.table(name)}`.execute(tx)
  })
}

/** One table in both databases: the number of rows and the sum of their hashes. */
export type Compared = {
  readonly table: string
  readonly source: TableSum
  readonly target: TableSum
  readonly isSame: boolean
}

/**
 * Reads every row of every table in both databases and compares them. `step` gets the number of rows read. With `onlySafe`, for a
 * copy to or from PostgreSQL, texts are compared as it can store them.
 */
export async function compareTables(
  source: CopySource,
  target: Pick<Engine, 'dialect' | 'reader'>,
  tables: readonly CopiedTable[],
  step: (table: string, rows: number) => void,
  onlySafe = source.dialect === 'postgres' || target.dialect === 'postgres',
): Promise<readonly Compared[]> {
  const numbers = {
    source: await readNumbers(source.reader, source.dialect, tables),
    target: await readNumbers(target.reader, target.dialect, tables),
  }
  const compared: Compared[] = []
  for (const table of tables) {
    const read = (reader: Db) => sumOf(reader, table, onlySafe, (rows) => step(table.name, rows))
    const sums = { source: await read(source.reader), target: await read(target.reader) }
    const isSame =
      sums.source.count === sums.target.count &&
      sums.source.hash === sums.target.hash &&
      numbers.source.get(table.name) === numbers.target.get(table.name)
    compared.push({ table: table.name, ...sums, isSame })
  }
  return compared
}

/** Count and hash of all rows of a table. */
export async function sumOf(
  reader: Db,
  table: CopiedTable,
  onlySafe: boolean,
  step: (rows: number) => void = () => {},
): Promise<TableSum> {
  const summer = tableSummer(table, onlySafe)
  for await (const { rows } of readBatches(reader, table)) {
    for (const row of rows) summer.add(row)
    step(rows.length)
  }
  return summer.sum()
}

/** The highest number each table ever assigned to a row: no later row may get one again. */
async function readNumbers(
  reader: Db,
  dialect: Engine['dialect'],
  tables: readonly CopiedTable[],
): Promise<ReadonlyMap<string, number>> {
  const numbered = tables.filter(({ isNumbered }) => isNumbered)
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ name: string; seq: number }>`select name, seq from sqlite_sequence`.execute(reader)
    const given = new Map(rows.map(({ name, seq }) => [name, seq]))
    return new Map(numbered.map(({ name }) => [name, given.get(name) ?? 0]))
  }
  const numbers = new Map<string, number>()
  for (const { name, key } of numbered) {
    const [sequence] = (
      await sql<{ name: string }>`select pg_get_serial_sequence(${name}, ${key[0]}) as name`.execute(reader)
    ).rows
    const [at] = (
      await sql<{ last: number; is_called: boolean }>`
        select last_value as last, is_called from ${sql.raw(sequence?.name ?? '')}`.execute(reader)
    ).rows
    numbers.set(name, at?.is_called ? at.last : 0)
  }
  return numbers
}

/** Makes the tables continue numbering where the source's are. */
async function writeNumbers(
  tx: Tx,
  dialect: Engine['dialect'],
  tables: readonly CopiedTable[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { name, key, isNumbered } of tables) {
    const number = numbers.get(name) ?? 0
    if (!isNumbered) continue
    if (dialect === 'postgres') {
      await sql`select setval(pg_get_serial_sequence(${name}, ${key[0]}), ${Math.max(1, number)}, ${number > 0})`.execute(
        tx,
      )
      continue
    }
    await sql`delete from sqlite_sequence where name = ${name}`.execute(tx)
    if (number > 0) await sql`insert into sqlite_sequence (name, seq) values (${name}, ${number})`.execute(tx)
  }
}
