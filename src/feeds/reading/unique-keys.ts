import type { FeedEntry } from '../../core/entry.ts'
import { hashOf } from '../content-hash.ts'

/**
 * Makes the keys of a feed's entries unique. Entries with one guid, URL and title are the same entry, and the first is used (feeds put the
 * newest first). Different entries under one guid, a common mistake, all get a key that includes URL and title, so that no key depends on
 * their order.
 */
export function uniqueKeys(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  if (new Set(entries.map((entry) => entry.key)).size === entries.length) return entries
  const identities = identitiesByKey(entries)
  const unique = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const isShared = identities.get(entry.key)!.size > 1
    const key = isShared ? `${entry.key}#${identityOf(entry)}` : entry.key
    if (!unique.has(key)) unique.set(key, isShared ? { ...entry, key } : entry)
  }
  return [...unique.values()]
}

/**
 * The first `most` of `uniqueKeys`, for entries created one by one. Later entries are still examined, since they may share a key with one
 * of the first, and then discarded.
 */
export function firstUnique(entries: Iterable<FeedEntry>, most: number): readonly FeedEntry[] {
  const held: FeedEntry[] = []
  let identities: Map<string, Set<string>> | undefined
  let different = 0
  for (const entry of entries) {
    if (held.length < most) {
      held.push(entry)
      continue
    }
    if (!identities) {
      identities = identitiesByKey(held)
      for (const known of identities.values()) different += known.size
    }
    const known = identities.get(entry.key)
    if (different < most) {
      if (known?.has(identityOf(entry))) continue
      different++
    } else if (known?.size !== 1 || known.has(identityOf(entry))) continue
    held.push(entry)
    addIdentity(identities, entry)
  }
  return uniqueKeys(held).slice(0, most)
}

function identitiesByKey(entries: readonly FeedEntry[]): Map<string, Set<string>> {
  const identities = new Map<string, Set<string>>()
  for (const entry of entries) addIdentity(identities, entry)
  return identities
}

function addIdentity(identities: Map<string, Set<string>>, entry: FeedEntry): void {
  const known = identities.get(entry.key)
  if (known) known.add(identityOf(entry))
  else identities.set(entry.key, new Set([identityOf(entry)]))
}

function identityOf(entry: FeedEntry): string {
  return hashOf([entry.url ?? '', entry.title])
}
