import type { FeedEntry } from '../../core/entry.ts'
import { hashOf } from '../content-hash.ts'

/**
 * Sees to it that no two entries of a feed share a key. Entries of one guid, address and title are the same entry, of
 * which the first stands (feeds put the newest first). Different entries under one guid, a common slip, are told apart
 * by address and title, all of them, so that no key depends on which of them comes first.
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
 * The first `most` of `uniqueKeys`, of entries that are made one by one: what comes behind them is looked at, since it may share a key with
 * one of them, and let go.
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
