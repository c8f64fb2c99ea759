import { createHash } from 'node:crypto'
import type { AskView } from './ask-views.ts'

/**
 * What a written answer is known by: the question with what it leans on, what it was asked of, and the passages. Where new ones
 * have come, what was written of the others is not shown.
 */
export function answerKey({ answer, scope }: AskView): string {
  const { text, follows = '' } = answer.asked
  const points = answer.kind === 'answered' ? answer.groups.flatMap((group) => group.points) : answer.nearest
  const places = points.map(({ citation: { documentId, span } }) => [documentId, span.start, span.end])
  const { storyId, entityId, from, until } = scope
  const all = JSON.stringify([text, follows, storyId, entityId, from, until, places])
  return createHash('sha256').update(all).digest('base64url')
}
