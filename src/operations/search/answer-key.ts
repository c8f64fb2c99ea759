import { createHash } from 'node:crypto'
import type { AskView } from './ask-views.ts'

/**
 * The key of a written answer: the question with earlier ones it depends on, the scope, and the passages. New passages make a new key,
 * so an outdated answer is not shown.
 */
export function answerKey({ answer, scope }: AskView): string {
  const { text, follows = '' } = answer.asked
  const points = answer.kind === 'answered' ? answer.groups.flatMap((group) => group.points) : answer.nearest
  const places = points.map(({ citation: { documentId, span } }) => [documentId, span.start, span.end])
  const { storyId, entityId, from, until } = scope
  const all = JSON.stringify([text, follows, storyId, entityId, from, until, places])
  return createHash('sha256').update(all).digest('base64url')
}
