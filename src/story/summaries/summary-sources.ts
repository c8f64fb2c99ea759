import { type Citation, citationKey } from '../../core/citation.ts'
import type { Dossier } from '../../core/story.ts'
import { longSummary, shortSummaryOf } from './long-summary.ts'

const mostSources = 40

/**
 * The passages of a story given to a model for a summary, without repeats: its summaries, points in several outlets, and statements.
 * Depends on the dossier only, not on the time.
 */
export function summarySources(dossier: Dossier): readonly Citation[] {
  const lastAt =
    dossier.members
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1) ?? ''
  const all = [
    ...shortSummaryOf(dossier),
    ...dossier.brief,
    ...longSummary(dossier, lastAt).flatMap(({ lines }) => lines),
    ...(dossier.coverage?.points ?? []),
  ].map(({ citations: [citation] }) => citation)
  const distinct = new Map(all.map((citation) => [citationKey(citation), citation]))
  return [...distinct.values()].slice(0, mostSources)
}
