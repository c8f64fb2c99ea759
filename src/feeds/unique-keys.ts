import type { FeedEntry } from '../core/entry.ts'
import { hashOf } from './content-hash.ts'

/**
 * Sees to it that no two entries of a feed share a key. Entries of one guid, address and title are the same entry, of
 * which the first stands (feeds put the newest first). Different entries under one guid, a common slip, are told apart
 * by address and title, all of them, so that no key depends on which of them comes first.
 */
export function uniqueKeys(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (new Set(entries.map((entry) => entry.key)).size === entries.length) return entries
  const identities = new Map<string, Set<string>>()
  for (const entry of entries) {
    const known = identities.get(entry.key)
    if (known) known.add(identityOf(entry))
    else identities.set(entry.key, new Set([identityOf(entry)]))
  }
  const unique = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const isShared = identities.get(entry.key)!.size > 1
    const key = isShared ? `${entry.key}#${identityOf(entry)}` : entry.key
    if (!unique.has(key)) unique.set(key, isShared ? { ...entry, key } : entry)
  }
  return [...unique.values()]
}

function identityOf(entry: FeedEntry): string {
  return hashOf([entry.url ?? '', entry.title])
}
