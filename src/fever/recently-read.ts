import type { EntryId } from '../core/ids.ts'

type Marked = { readonly atMs: number } & (
  | { readonly kind: 'items'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'all'; readonly undoId: string }
)

/** What apps marked read of late, so that `unread_recently_read` can take it back. Kept in memory: it ends with the process. */
export type RecentlyRead = {
  note(readerId: string, marked: Marked): void
  /** What is recent, the latest first; it is forgotten then. */
  take(readerId: string, nowMs: number): readonly Marked[]
}

const recentMs = 15 * 60_000
const mostReaders = 100
const mostMarks = 200

/** An empty memory of what was marked. */
export function recentlyRead(): RecentlyRead {
  const kept = new Map<string, readonly Marked[]>()
  return {
    note(readerId, marked) {
      const before = kept.get(readerId) ?? []
      kept.delete(readerId)
      kept.set(readerId, [marked, ...before].slice(0, mostMarks))
      for (const [oldest] of kept) {
        if (kept.size <= mostReaders) break
        kept.delete(oldest)
      }
    },
    take(readerId, nowMs) {
      const found = kept.get(readerId) ?? []
      kept.delete(readerId)
      return found.filter(({ atMs }) => nowMs - atMs <= recentMs)
    },
  }
}
