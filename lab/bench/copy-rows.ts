import { toHashes } from '../../src/store/engine/vectors.ts'
import type { RawDatabase } from './raw-database.ts'

/** What of a table is a number that ascends, and what is an id: a copy gets others. */
type Kind = {
  readonly numbers?: Readonly<Record<string, 'entry' | 'document' | 'quote'>>
  readonly ids?: readonly string[]
}

/** Every table that grows with articles. Names, outlets and feeds are few, and stay as they are. */
const growing: Readonly<Record<string, Kind>> = {
  entry: { numbers: { sequence: 'entry' }, ids: ['key', 'article_id'] },
  entry_content: { numbers: { sequence: 'entry' } },
  article: { numbers: { entry_sequence: 'entry' }, ids: ['id', 'document_id', 'url'] },
  document: { numbers: { sequence: 'document' }, ids: ['id', 'article_id'] },
  annotation: { ids: ['document_id'] },
  fingerprint: { numbers: { document_sequence: 'document' } },
  vector: { numbers: { sequence: 'document' } },
  syndication: { ids: ['document_id', 'other_id'] },
  quote: { numbers: { sequence: 'quote' }, ids: ['document_id', 'article_id'] },
  text_account: { ids: ['document_id'] },
  story: { ids: ['id'] },
  story_dossier: { ids: ['story_id'] },
  membership: { ids: ['article_id', 'story_id', 'document_id'] },
  story_entity: { ids: ['story_id'] },
  story_source: { ids: ['story_id'] },
}

/** The tables above, and the search index of entries and quotations. */
export const growingTables: readonly string[] = [...Object.keys(growing), 'entry_search', 'quote_search']

/** The highest numbers before anything was copied: the rows up to them are the originals. */
export type Originals = { readonly entry: number; readonly document: number; readonly quote: number }

/** What there is to copy from. */
export async function originalsOf(database: RawDatabase): Promise<Originals> {
  await indexFingerprints(database)
  const highest = async (table: string) => {
    const [row] = await database.rows<{ last: number | string | null }>(`select max(sequence) as last from ${table}`)
    return Number(row?.last ?? 0)
  }
  return { entry: await highest('entry'), document: await highest('document'), quote: await highest('quote') }
}

/** Most of a large store are in the index; of these few all would still be in rows of their own. */
async function indexFingerprints(database: RawDatabase): Promise<void> {
  type Row = { readonly document_sequence: number | string; readonly hashes: Uint8Array }
  for (const { document_sequence, hashes } of await database.rows<Row>('select * from fingerprint_set')) {
    const each = [...toHashes(hashes)].map((hash) => `(${hash}, ${document_sequence})`)
    if (each.length > 0) await database.run(`insert into fingerprint values ${each.join(', ')} on conflict do nothing`)
  }
  await database.run('delete from fingerprint_set')
}

/**
 * Copies all rows that hang on the original articles, under other ids, once for each number from `from` up to `to`: a store as
 * large as wanted without reading as many articles. Texts of copies are equal, so that an index of words is a little smaller
 * than of real ones.
 */
export async function copyRows(database: RawDatabase, originals: Originals, from: number, to: number): Promise<void> {
  const stride = (of: keyof Originals) => originals[of]
  const columns = new Map<string, readonly string[]>()
  for (const table of Object.keys(growing)) columns.set(table, await columnsOf(database, table))
  for (let copy = from; copy <= to; copy++) {
    await database.run('begin')
    for (const [table, kind] of Object.entries(growing)) {
      const names = columns.get(table)!
      const chosen = names.map((name) => {
        const number = kind.numbers?.[name]
        if (number) return `${name} + ${copy * stride(number)}`
        return kind.ids?.includes(name) ? `${name} || '~${copy}'` : name
      })
      const own = kind.numbers?.sequence
        ? `sequence <= ${stride(kind.numbers.sequence)}`
        : kind.numbers?.document_sequence
          ? `document_sequence <= ${stride('document')}`
          : `${kind.ids?.[0]} not like '%~%'`
      await database.run(
        `insert into ${table} (${names.join(', ')}) select ${chosen.join(', ')} from ${table} where ${own}`,
      )
    }
    await copyWords(database, copy * stride('entry'), copy * stride('quote'), stride('entry'), stride('quote'))
    await database.run('commit')
  }
}

async function columnsOf(database: RawDatabase, table: string): Promise<readonly string[]> {
  const rows = await database.rows<{ name: string }>(
    database.dialect === 'sqlite'
      ? `select name from pragma_table_info('${table}')`
      : `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
  )
  return rows.map(({ name }) => name)
}

/** SQLite keeps no text that the index could be copied from: it is indexed again. */
async function copyWords(
  database: RawDatabase,
  byEntry: number,
  byQuote: number,
  entries: number,
  quotes: number,
): Promise<void> {
  if (database.dialect === 'postgres') {
    await database.run(
      `insert into entry_search select sequence + ${byEntry}, words from entry_search where sequence <= ${entries};
      insert into quote_search select sequence + ${byQuote}, words, speaker from quote_search where sequence <= ${quotes}`,
    )
    return
  }
  await database.run(
    `insert into entry_search (rowid, title, body) select entry.sequence + ${byEntry}, document.title, document.text
      from entry join article on article.id = entry.article_id join document on document.id = article.document_id
      where entry.sequence <= ${entries};
    insert into quote_search (rowid, body, speaker) select quote.sequence + ${byQuote},
      substr(document.text, span_start + 1, span_end - span_start), coalesce(speaker_name, '')
      from quote join document on document.id = quote.document_id where quote.sequence <= ${quotes}`,
  )
}
