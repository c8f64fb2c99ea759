import { DatabaseSync } from 'node:sqlite'
import { zstdCompressSync } from 'node:zlib'

/** Values that a copy can trip over; each is in texts of the first or second row of every table. */
const oddTexts = ['é\n"\\ ’ \u2028 \ud83d\ude00', 'a\u0000b \ufffd']
const bytes = [new Uint8Array([0, 255, 10, 92]), new Uint8Array(0)]
/** Longer than what SQLite keeps uncompressed. */
const longHtml = `<p>${'A long paragraph of a page. '.repeat(400)}</p>`

/**
 * Puts two rows into every table of a file, with a value in every column, so that a new table or column is tried before anybody
 * thinks of it. Numbers are small, so that what refers to another row finds it. With `onlyEmpty`, tables that have rows are left
 * alone. Answers the tables.
 */
export function fillEveryTable(path: string, onlyEmpty = false): readonly string[] {
  using db = new DatabaseSync(path)
  db.exec('pragma foreign_keys = off')
  const tables = db
    .prepare(
      `select name, sql from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'
        and name not like 'entry\\_search%' escape '\\' and name not like 'quote\\_search%' escape '\\'
        and name not in ('schema_version', 'node')`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name, sql } of tables) {
    if (onlyEmpty && db.prepare(`select 1 from "${name}" limit 1`).get()) continue
    db.exec(`delete from "${name}"`)
    const columns = db.prepare(`select * from pragma_table_info('${name}')`).all() as unknown as readonly Column[]
    const insert = db.prepare(
      `insert into "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`,
    )
    for (const row of [1, 2]) insert.run(...columns.map((column) => seededValue(name, column, row)))
    // A number that was given once and is free again must not be given a second time.
    if (/autoincrement/i.test(sql)) db.exec(`update sqlite_sequence set seq = 1000 where name = '${name}'`)
  }
  const broken = db.prepare('pragma foreign_key_check').all()
  if (broken.length > 0) throw new Error(`Rows refer to nothing: ${JSON.stringify(broken)}`)
  return tables.map(({ name }) => name)
}

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number }

function seededValue(table: string, column: Column, row: number) {
  const type = column.type.toLowerCase()
  if (column.name === 'packed') return row === 2 || table === 'entry_content' ? null : zstdCompressSync('Packed words.')
  if (table === 'entry_content' && column.name === 'content_html' && row === 1) return longHtml
  if (row === 2 && column.notnull === 0 && column.pk === 0) return null
  if (type === 'integer') return row === 1 ? 1 : 2
  if (type === 'real') return row === 1 ? 0.1 : -1e-7
  if (type === 'blob') return bytes[row - 1]!
  if (column.pk > 0 || column.name.endsWith('_id')) return `id ${row}`
  if (column.name.endsWith('_at')) return `${table} ${column.name} ${row}`
  return `${table} ${column.name} ${row} ${oddTexts[row - 1]}`
}
