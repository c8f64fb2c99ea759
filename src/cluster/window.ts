import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import { createPartition, type Partition } from './partition.ts'
import { languageKey } from './vectorize.ts'
import type { WindowEntry, WindowMatch, WindowQuery } from './window-entry.ts'

export type WindowOptions = {
  /** How long after its last document a story may still be joined, in milliseconds. Four days. */
  readonly windowMs?: number
  /** This many of the latest arrivals stay however old they are, so that a backlog of old entries clusters too. */
  readonly keepNewest?: number
  /** How many features of a document are compared. 80, by ablation. */
  readonly topFeatures?: number
}

/** The recent documents of the stream, by language, indexed for "which story is this?". */
export type Window = {
  readonly size: number
  has(documentId: DocumentId): boolean
  /** The story a document stands in; undefined when it is held or not in the window. */
  storyOf(documentId: DocumentId): StoryId | undefined
  /** Adds a document; one that is there already is replaced. */
  add(entry: WindowEntry): void
  /** Puts a document in another story, or in none; does nothing when it is not in the window. */
  move(documentId: DocumentId, storyId: StoryId | undefined): void
  remove(documentId: DocumentId): void
  /** Drops what is older than the window at `now` (ISO 8601) and not among the latest arrivals. */
  expire(now: string): void
  /** The stories nearest to a document that is not in the window yet. */
  assign(query: WindowQuery): WindowMatch
  /** Everything in the window, in order of arrival: what `proposeRepairs` takes. The window must not change meanwhile. */
  entries(): Iterable<WindowEntry>
  /** Where every document stands, without its vector. */
  places(): Pick<WindowEntry, 'documentId' | 'storyId'>[]
}

const dayMs = 86_400_000

/** Makes an empty window. It holds state and nothing else: no clock, no store. */
export function createWindow(options: WindowOptions = {}): Window {
  const settings = {
    windowMs: options.windowMs ?? 4 * dayMs,
    keepNewest: options.keepNewest ?? 2000,
    topFeatures: options.topFeatures ?? 80,
  }
  const partitions = new Map<string, Partition>()
  /** In the order of arrival, which a document keeps when it is replaced. */
  const homes = new Map<DocumentId, { readonly partition: Partition; readonly atMs: number }>()
  let lastExpiry = Number.NEGATIVE_INFINITY

  function partitionOf(language: string): Partition {
    const key = languageKey(language)
    const known = partitions.get(key)
    if (known) return known
    const made = createPartition(key, settings)
    partitions.set(key, made)
    return made
  }

  function remove(documentId: DocumentId): void {
    homes.get(documentId)?.partition.remove(documentId)
    homes.delete(documentId)
  }

  function expire(now: string): void {
    const nowMs = Date.parse(now)
    // Looking at every arrival costs a little: a thousand times in the length of the window, six minutes of four days, is often enough.
    if (Number.isNaN(nowMs) || (nowMs - lastExpiry < settings.windowMs / 1000 && nowMs >= lastExpiry)) return
    lastExpiry = nowMs
    let mayGo = homes.size - settings.keepNewest
    for (const [documentId, { atMs }] of homes) {
      if (mayGo <= 0) return
      mayGo -= 1
      if (atMs < nowMs - settings.windowMs) remove(documentId)
    }
  }

  return {
    get size() {
      return homes.size
    },
    has: (documentId) => homes.has(documentId),
    storyOf: (documentId) => homes.get(documentId)?.partition.storyOf(documentId),
    add(entry) {
      homes.get(entry.documentId)?.partition.remove(entry.documentId)
      const partition = partitionOf(entry.language)
      partition.add(entry)
      homes.set(entry.documentId, { partition, atMs: Date.parse(entry.at) })
    },
    move: (documentId, storyId) => homes.get(documentId)?.partition.move(documentId, storyId),
    remove,
    expire,
    assign: (query) => partitionOf(query.language).match(query),
    *entries() {
      for (const [documentId, { partition }] of homes) yield partition.entry(documentId)
    },
    places: () =>
      Array.from(homes, ([documentId, { partition }]) => {
        const storyId = partition.storyOf(documentId)
        return { documentId, ...defined({ storyId }) }
      }),
  }
}
