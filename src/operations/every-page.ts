import type { Page } from '../store/store.ts'

/** All rows of a paged list. */
export async function everyPage<Row>(read: (cursor?: string) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await read(cursor)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined)
  return rows
}
