import { defined } from '../core/defined.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import { createPartition, type Partition } from './partition.ts'
import { languageKey } from './vectorize.ts'
import type { WindowEntry, WindowMatch, WindowQuery } from './window-entry.ts'

type WindowOptions = {
  /** How long after its last document a story may still be joined, in milliseconds. Four days. */
  readonly windowMs?: number
  /** This many of the latest arrivals stay regardless of age, so that a backlog of old entries clusters too. */
  readonly keepNewest?: number
  /** How many features of a document are compared. 80, by ablation. */
  readonly topFeatures?: number
}

/** The recent documents of the stream, by language, indexed to answer "which story is this?". */
export type Window = {
  readonly size: number
  has(documentId: DocumentId): boolean
  /** The story of a document; undefined when it has none or is not in the window. */
  storyOf(documentId: DocumentId): StoryId | undefined
  /** Adds a document, replacing an earlier version. */
  add(entry: WindowEntry): void
  /** Moves a document to another story, or to none; ignored when it is not in the window. */
  move(documentId: DocumentId, storyId: StoryId | undefined): void
  remove(documentId: DocumentId): void
  /** Drops what is older than the window at `now` (ISO 8601) and not among the latest arrivals. */
  expire(now: string): void
  /** The stories nearest to a document that is not in the window yet. */
  assign(query: WindowQuery): WindowMatch
  /** Everything in the window, in order of arrival, for `proposeRepairs`. The window must not change meanwhile. */
  entries(): Iterable<WindowEntry>
  /** The story of every document, without vectors. */
  places(): Pick<WindowEntry, 'documentId' | 'storyId'>[]
}

const dayMs = 86_400_000

/** Makes an empty window. It has no clock and no store. */
export function createWindow(options: WindowOptions = {}): Window {
  const settings = {
    windowMs: options.windowMs ?? 4 * dayMs,
    keepNewest: options.keepNewest ?? 2000,
    topFeatures: options.topFeatures ?? 80,
  }
  const partitions = new Map<string, Partition>()
  /** In order of arrival, which a document keeps when it is replaced. */
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
    // Expiring on every arrival is slow: a thousand times per window, every six minutes of four days, is enough.
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
