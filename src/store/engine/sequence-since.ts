import type { Engine } from './engine.ts'

/** A store with fewer documents is read whole: there the order of its times need not be relied on. */
const smallStore = 20_000
/** A bound that was found serves times up to so much later: it only lets more be looked at. */
const servesMs = 86_400_000

const found = new WeakMap<Engine, { readonly sinceMs: number; readonly sequence: number }>()

/**
 * A place in the order in which documents were kept, before which none was kept since `since` (ISO 8601): what has to do with recent
 * ones alone does not grow with all that ever was. Looked for by halves, about once a day: the times of documents have no index.
 */
export async function sequenceSince(engine: Engine, since: string): Promise<number> {
  const sinceMs = Date.parse(since)
  if (Number.isNaN(sinceMs)) return 0
  const known = found.get(engine)
  if (known !== undefined && known.sinceMs <= sinceMs && sinceMs - known.sinceMs < servesMs) return known.sequence
  const sequence = await searchFor(engine, new Date(sinceMs).toISOString())
  found.set(engine, { sinceMs, sequence })
  return sequence
}

async function searchFor({ reader }: Engine, since: string): Promise<number> {
  const last = await reader
    .selectFrom('document')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last === undefined || last.sequence < smallStore) return 0
  let low = 0
  let high = last.sequence
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const row = await reader
      .selectFrom('document')
      .select(['sequence', 'at'])
      .where('sequence', '>=', middle)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst()
    if (row === undefined || row.at >= since) high = middle
    else low = Math.max(middle + 1, row.sequence)
  }
  return low
}
