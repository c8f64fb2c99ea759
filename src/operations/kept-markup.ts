import { createHash } from 'node:crypto'
import type { StoredEntry } from '../store/store.ts'
import { safeMarkup } from './entry-pictures.ts'

/** How many characters are kept of what was made safe: some thousand entries. */
const mostKept = 8_000_000

/** By what it was made from; those asked for last stand last. */
const kept = new Map<string, string>()
let keptLength = 0

/**
 * The markup of an entry made safe, kept for the next who asks: the same text for the same markup, whoever asks. Making it
 * costs a thousand times what reading it does, and programs ask for hundreds at once.
 */
export async function keptMarkup({ entry }: Pick<StoredEntry, 'entry'>): Promise<string> {
  const given = `${entry.url ?? ''}\n${entry.contentHtml ?? entry.summaryHtml ?? ''}`
  const key = createHash('sha256').update(given).digest('base64')
  const known = kept.get(key)
  if (known !== undefined) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const safe = await safeMarkup({ entry })
  keptLength += safe.length
  kept.set(key, safe)
  for (const [oldest, markup] of kept) {
    if (keptLength <= mostKept) break
    kept.delete(oldest)
    keptLength -= markup.length
  }
  return safe
}
