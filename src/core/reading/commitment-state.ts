import type { Commitment, CommitmentChange, Difference } from '../story.ts'

/** State of a commitment: what the latest article says, or open, or past its day with no news. */
export type CommitmentState = 'open' | 'due-passed' | CommitmentChange['kind']

/** A commitment's state at a time (ISO 8601): the latest news about it, else whether its day is past. */
export function stateOf({ changes = [], dueDate }: Commitment, now: string): CommitmentState {
  const last = changes.at(-1)
  if (last && last.kind !== 'changed') return last.kind
  const due = last ? last.dueDate : dueDate
  const end = due === undefined ? undefined : lastDayOf(due)
  if (end !== undefined && end < now.slice(0, 10)) return 'due-passed'
  return last ? 'changed' : 'open'
}

/** The last calendar day of a TIMEX3 date: `2025-09` ends on the 30th. Undefined if it isn't a date. */
export function lastDayOf(value: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return `${year}-12-31`
  if (day !== undefined) return `${year}-${month}-${day}`
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** True when the person the story calls by this name makes the commitment, alone or with others. */
export function isPromisedBy({ by }: Pick<Commitment, 'by'>, name: string): boolean {
  return by === name || by.split(/, | and /).includes(name)
}

/** True when a reporter says that two statements of this speaker conflict. */
export function isReversalOf({ kind, a, b }: Pick<Difference, 'kind' | 'a' | 'b'>, name: string): boolean {
  return kind === 'reversal' && a.speaker === name && b.speaker === name
}
