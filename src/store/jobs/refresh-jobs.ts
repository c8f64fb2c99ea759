import type { Engine, NewJob, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'

/** The delay of a story's refresh per article, so that changes within it are combined: ten times the cost of one more article. */
const PAUSE_MS_PER_ARTICLE = 100
/** The longest such delay. */
export const LONGEST_PAUSE_MS = 15 * 60_000

/** The jobs that refresh changed stories: larger stories later, since all of a story is read again. */
export async function refreshJobs(
  engine: Engine,
  tx: Tx,
  changes: readonly { readonly storyId: string; readonly at: string }[],
  refreshDelayMs: number,
): Promise<readonly NewJob[]> {
  const ids = [...new Set(changes.map(({ storyId }) => storyId))]
  if (ids.length === 0) return []
  const rows = await engine.findMany(
    tx,
    'story',
    ids.map((id) => ({ id })),
    ['id', 'article_count'],
  )
  const sizes = new Map(rows.map((row) => [row.id, row.article_count]))
  return changes.map(({ storyId, at }) => {
    const pauseMs = Math.min(LONGEST_PAUSE_MS, (sizes.get(storyId) ?? 0) * PAUSE_MS_PER_ARTICLE)
    return { kind: 'refresh-story', key: storyId, runAt: addMs(at, Math.max(refreshDelayMs, pauseMs)) }
  })
}
