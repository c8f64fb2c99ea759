import { setTimeout as sleep } from 'node:timers/promises'
import { openPostgresSource, openSqliteSource } from '../../../src/store/copy/copy-source.ts'
import { sumOf } from '../../../src/store/copy/copy-store.ts'
import { listTables } from '../../../src/store/copy/copy-tables.ts'
import { isPostgresUrl, openStore } from '../../../src/store/open-store.ts'
import { at, ingested, withEntries } from '../../../test/integration/store-fixtures.ts'

/** Adds a feed with entries, of which one is read as an article, and stars one. */
export async function addNews(url: string, name: string): Promise<void> {
  const store = await openStore(url)
  const entries = await withEntries(
    store,
    Array.from({ length: 40 }, (_, index) => ({
      key: `${name}-${index}`,
      text: `Words of ${name} in entry ${index}.`,
    })),
    `https://${name}.example/feed`,
  )
  const text = `What ${name} says stands here in full.`
  await store.articles.saveIngested([ingested({ entry: entries[0]!, text, quotes: [] })])
  await store.entries.search(name, 1)
  await store.entries.setStarred('owner', entries[1]!.id, true, at(1))
  await store.close()
}

/** Every row of every table of a store, as counts and hashes. */
export async function standing(url: string): Promise<string> {
  const source = isPostgresUrl(url) ? await openPostgresSource(url, 'twosource', true) : openSqliteSource(url, true)
  if ('refused' in source) throw new Error(source.refused)
  try {
    const sums: string[] = []
    for (const table of await listTables(source.reader, source.dialect)) {
      const { count, hash } = await sumOf(source.reader, table, true)
      sums.push(`${table.name} ${count} ${hash}`)
    }
    return sums.join('\n')
  } finally {
    await source.close()
  }
}

/** How many entries of a feed are found by its name, and whether the store is sound to the last page. */
export async function lookAt(
  url: string,
  name: string,
): Promise<{ readonly found: number; readonly isSound: boolean }> {
  const store = await openStore(url)
  const { rows } = await store.entries.search(name, 100)
  const { isOk } = await store.check({ isDeep: true })
  await store.close()
  return { found: rows.length, isSound: isOk }
}

/** Tries again until `isSo`, half a minute at most. */
export async function waitUntil(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 150; tries++) {
    if (await isSo()) return true
    await sleep(200)
  }
  return false
}
