import { DatabaseSync } from 'node:sqlite'

/** What is damaged: a table, an index (all that is in it is in its table too), a search index (made of the texts), or the file as a whole. */
export type DamagedPart = { readonly kind: 'table' | 'index' | 'search' | 'file'; readonly name: string }

export type Damage = {
  /** Empty as long as it is not known which. */
  readonly parts: readonly DamagedPart[]
  /** What SQLite says, the beginning of it. */
  readonly said: string
  /** True when there was time for all of the file: what is not named is sound. */
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
 * Reads an SQLite file table by table, first how its pages hang together, then what stands in them, and names what is damaged; `parts` is
 * empty for a file that is sound. Ends at the first table after `untilMs` (of `performance.now()`). It writes nothing.
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
    // What belongs to no table: pages that are free, or belong to two.
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
  const rows = db.prepare(sql).all() as Record<string, unknown>[]
  // Of a tree that is broken it says all that it found in one row, under a heading.
  const lines = rows.flatMap((row) => String(Object.values(row)[0]).split('\n'))
  return lines.filter((words) => words !== 'ok' && !words.startsWith('*** in '))
}

/** What a line is about: it names the tree by its first page, or an index by its name; else it is the table. */
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

/** What SQLite makes of itself for a key is part of its table: it cannot be made without it. */
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

/** What is damaged, in words: `the table story and the index entry_by_feed`. */
export function nameDamage({ parts }: Damage): string {
  const names = parts.map(({ kind, name }) =>
    kind === 'file' ? 'the file as a whole' : kind === 'search' ? `the search index ${name}` : `the ${kind} ${name}`,
  )
  return names.length === 0 ? 'part of it' : names.join(', ').replace(/, ([^,]*)$/, ' and $1')
}
