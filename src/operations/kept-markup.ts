import type { StoredEntry } from '../store/store.ts'
import { safeMarkup } from './entry-pictures.ts'

/** How many characters are kept, of what was made safe and of what it was made from. */
const mostKept = 24_000_000

/** By what it was made from; those asked for last stand last. */
const kept = new Map<string, string>()
let keptLength = 0

/**
 * The markup of an entry made safe, kept for the next who asks: the same text for the same markup, whoever asks. Making it
 * costs a thousand times what reading it does, and programs ask for hundreds at once.
 */
export function keptMarkup({ entry }: Pick<StoredEntry, 'entry'>): string {
  const key = `${entry.url ?? ''}\n${entry.contentHtml ?? entry.summaryHtml ?? ''}`
  const known = kept.get(key)
  if (known !== undefined) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const safe = safeMarkup({ entry })
  keptLength += key.length + safe.length
  kept.set(key, safe)
  for (const [oldest, markup] of kept) {
    if (keptLength <= mostKept) break
    kept.delete(oldest)
    keptLength -= oldest.length + markup.length
  }
  return safe
}
