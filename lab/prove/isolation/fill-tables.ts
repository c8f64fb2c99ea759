import { canary } from './canary.ts'
import type { readerRows } from './reader-rows.ts'
import { readerA } from './seed.ts'

/** What everybody may read of a reader, by table: why. A row put in here bears no canary. */
export const openTables: Readonly<Record<string, string>> = {
  moderation_entry: 'the log of what was decided is open to every reader',
}

/** What is kept as JSON, by table and column: a canary within it, so that it can be read. */
const jsonValues: Readonly<Record<string, (text: string) => unknown>> = {
  'ranking.body': (text) => ({ seeded: text }),
  'brief_choice.body': (text) => ({ seeded: text }),
  'awaited_reading.body': (text) => ({ read: [text], places: [] }),
  'kept_list.attributes': (text) => [['xmlns:kept', text]],
  'kept_list.head': () => [],
  'kept_outline.body': (text) => ({ attributes: [['text', text]], text: '', elements: [] }),
}

/**
 * Puts a row under reader A into every table with a `reader_id` that has none: a canary in each text, an id of its own in each
 * id. So a table that is new is watched before anybody thinks of it. Answers the tables that take no such row.
 */
export async function fillTables(
  rows: Awaited<ReturnType<typeof readerRows>>,
  execute: (statement: string) => Promise<void>,
): Promise<{ readonly filled: readonly string[]; readonly refused: readonly string[] }> {
  const filled: string[] = []
  const refused: string[] = []
  for (const [table, list] of await rows.rowsOf(readerA.id)) {
    if (list.length > 0) continue
    const columns = await rows.columns(table)
    const values = columns.map(({ name, isText }) =>
      name === 'reader_id' ? `'${readerA.id}'` : seededValue(table, name, isText),
    )
    const names = columns.map(({ name }) => `"${name}"`).join(', ')
    const isIn = await execute(`insert into ${rows.place(table)} (${names}) values (${values.join(', ')})`).then(
      () => true,
      () => false,
    )
    ;(isIn ? filled : refused).push(table)
  }
  return { filled, refused }
}

function seededValue(table: string, column: string, isText: boolean): string {
  if (!isText) return '1'
  // What is over may be swept away by anybody's request.
  if (column === 'expires_at') return `'2099-01-01T00:00:00.000Z'`
  if (/(?:^|_)at$/.test(column)) return `'2026-03-12T12:00:00.000Z'`
  if (/(?:^|_)(?:id|hash|key|token)$/.test(column)) return `'seeded-${table}-${column}'`
  const text = Object.hasOwn(openTables, table) ? 'open' : canary(`${table}${column}`)
  const asJson = jsonValues[`${table}.${column}`]
  return `'${asJson ? JSON.stringify(asJson(text)) : text}'`
}
