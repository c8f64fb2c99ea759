import type { Engine, Job, Tx } from '../engine/engine.ts'
import { addMs } from '../engine/times.ts'

/** What comes to a story within so long for each of its articles is told together: ten times what telling one more of them takes. */
const PAUSE_MS_PER_ARTICLE = 100
/** What came to a story is told so much later at most. */
export const LONGEST_PAUSE_MS = 15 * 60_000

/** The jobs by which stories that something came to are told anew: the larger a story the later, since all of it is read again. */
export async function tellingJobs(
  engine: Engine,
  tx: Tx,
  changes: readonly { readonly storyId: string; readonly at: string }[],
  refreshDelayMs: number,
): Promise<readonly Job[]> {
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
