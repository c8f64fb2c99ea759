import type { TimeExpression } from '../../core/annotation.ts'
import type { StatedCommitment } from '../../core/commitment.ts'
import { textOf } from '../../core/document.ts'
import { overlaps } from '../../core/span.ts'
import type { MemberText } from '../story-text.ts'

/** TIMEX3 value of a commitment's due time if it is a date. */
export function dueDateOf({ deadline }: StatedCommitment, text: MemberText): string | undefined {
  if (!deadline) return undefined
  if (deadline.value !== undefined) return /^\d{4}/.test(deadline.value) ? deadline.value : undefined
  const time = text.times.find(({ span, kind }) => kind === 'date' && overlaps(span, deadline.span))
  return time && aheadOf(time, text)
}

/**
 * The value of a time expression. Within a due time, the next one: `by 24 March` in a November article is next year, which resolving dates
 * alone does not know.
 */
export function dueValue(time: TimeExpression, text: MemberText): string {
  const isDue = text.commitments.some(({ deadline }) => deadline !== undefined && overlaps(deadline.span, time.span))
  return isDue ? (aheadOf(time, text) ?? time.value) : time.value
}

function aheadOf({ value, span }: TimeExpression, { input }: MemberText): string | undefined {
  const { document } = input
  const [day, year] = /^(\d{4})-\d{2}-\d{2}/.exec(value) ?? []
  if (day === undefined) return undefined
  if (day >= document.publishedAt.slice(0, 10)) return value
  const words = textOf(document, span)
  // Only a day and month without year recurs; weekdays were resolved when the promise was read.
  if (/\d{4}/.test(words) || !/\p{L}{3,}/u.test(words) || !/\d/.test(words)) return undefined
  return `${Number(year) + 1}${value.slice(4)}`
}
