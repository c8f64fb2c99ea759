import type { Engine } from './engine.ts'

/** A smaller store is read whole: there the order of its times needn't be reliable. */
const smallStore = 20_000
/** A known bound is reused for times up to this much later: it only lets more be read. */
const servesMs = 86_400_000

const found = new WeakMap<Engine, { readonly sinceMs: number; readonly sequence: number }>()

/**
 * A sequence number before which no document was stored since `since` (ISO 8601), so that work on recent documents doesn't grow with
 * the archive. Found by binary search about once a day, since document times have no index.
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
