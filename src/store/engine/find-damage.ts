import { DatabaseSync } from 'node:sqlite'

/** A damaged table, index (its data is also in its table), search index (rebuilt from texts), or the file as a whole. */
type DamagedPart = { readonly kind: 'table' | 'index' | 'search' | 'file'; readonly name: string }

export type Damage = {
  /** Empty as long as the damaged part is unknown. */
  readonly parts: readonly DamagedPart[]
  /** The beginning of SQLite's own message. */
  readonly said: string
  /** True when the whole file was checked: everything not named is sound. */
  readonly isWhole: boolean
}

type Named = {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly root: number
  readonly sql: string | null
}

const mostSaid = 600

/**
 * Checks an SQLite file table by table, first its page structure, then its contents, and names what is damaged; `parts` is empty for
 * a sound file. Stops after the first table that ends past `untilMs` (of `performance.now()`). Writes nothing.
 */
export function findDamage(path: string, untilMs: number): Damage {
  const parts = new Map<string, DamagedPart>()
  const said: string[] = []
  let isWhole = true
  const note = (part: DamagedPart, words: string) => {
    parts.set(`${part.kind} ${part.name}`, part)
    said.push(words)
  }
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(path, { readOnly: true })
    db.exec('pragma busy_timeout = 10000')
    db.exec('pragma trusted_schema = 0')
    const all = db
      .prepare('select type, name, tbl_name as "table", rootpage as root, sql from sqlite_schema')
      .all() as Named[]
    for (const pragma of ['quick_check', 'integrity_check'] as const) {
      for (const table of all) {
        if (table.type !== 'table') continue
        if (performance.now() > untilMs) {
          isWhole = false
          break
        }
        for (const words of checkTable(db, pragma, table.name)) note(partOf(words, table, all), words)
      }
      if (parts.size > 0 || !isWhole) break
    }
    // Pages that belong to no table: free ones, or those claimed by two.
    if (parts.size === 0 && isWhole)
      for (const words of rowsOf(db, 'pragma quick_check(5)')) note({ kind: 'file', name: '' }, words)
  } catch (error) {
    note({ kind: 'file', name: '' }, messageOf(error))
  } finally {
    db?.close()
  }
  return { parts: [...parts.values()], said: said.join('; ').slice(0, mostSaid), isWhole }
}

function checkTable(db: DatabaseSync, pragma: 'quick_check' | 'integrity_check', table: string): readonly string[] {
  try {
    return rowsOf(db, `pragma ${pragma}("${table.replaceAll('"', '""')}")`)
  } catch (error) {
    return [messageOf(error)]
  }
}

function rowsOf(db: DatabaseSync, sql: string): readonly string[] {
  const rows = db.prepare(sql).all()
  // For a broken tree, SQLite returns all findings in one row under a heading.
  const lines = rows.flatMap((row) => String(Object.values(row)[0]).split('\n'))
  return lines.filter((words) => words !== 'ok' && !words.startsWith('*** in '))
}

/** The part a line is about: it names a tree by its first page or an index by its name; otherwise it is the table. */
function partOf(words: string, table: Named, all: readonly Named[]): DamagedPart {
  const root = Number(/\bTree (\d+) /.exec(words)?.[1])
  const index = / index (\S+)$/.exec(words)?.[1]
  const found =
    all.find((each) => each.root > 0 && each.root === root) ??
    all.find((each) => each.type === 'index' && each.name === index) ??
    table
  const search = searchOf(found.table, all)
  if (search !== undefined) return { kind: 'search', name: search }
  return { kind: found.type === 'index' && found.sql !== null ? 'index' : 'table', name: nameOf(found) }
}

/** An index that SQLite makes for a key is part of its table and can't be made without it. */
function nameOf({ type, name, table, sql }: Named): string {
  return type === 'index' && sql === null ? table : name
}

/** The search index that a table belongs to. */
function searchOf(table: string, all: readonly Named[]): string | undefined {
  return all.find(({ name, sql }) => /using fts5/i.test(sql ?? '') && (table === name || table.startsWith(`${name}_`)))
    ?.name
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The damage in words: `the table story and the index entry_by_feed`. */
export function nameDamage({ parts }: Damage): string {
  const names = parts.map(({ kind, name }) =>
    kind === 'file' ? 'the file as a whole' : kind === 'search' ? `the search index ${name}` : `the ${kind} ${name}`,
  )
  return names.length === 0 ? 'part of it' : names.join(', ').replace(/, ([^,]*)$/, ' and $1')
}
