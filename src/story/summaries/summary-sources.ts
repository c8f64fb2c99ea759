import { type Citation, citationKey } from '../../core/citation.ts'
import type { Dossier } from '../../core/story.ts'
import { longSummary, shortOf } from './long-summary.ts'

const mostSources = 40

/**
 * The passages of a story that a writer is given to sum it up, each once: its summaries, what several outlets have, and what was
 * said. The same dossier gives the same, whatever the time.
 */
export function summarySources(dossier: Dossier): readonly Citation[] {
  const lastAt =
    dossier.members
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? ''
  const all = [
    ...shortOf(dossier),
    ...dossier.brief,
    ...longSummary(dossier, lastAt).flatMap(({ lines }) => lines),
    ...(dossier.coverage?.points ?? []),
  ].map(({ citations: [citation] }) => citation)
  const distinct = new Map(all.map((citation) => [citationKey(citation), citation]))
  return [...distinct.values()].slice(0, mostSources)
}
