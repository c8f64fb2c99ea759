import type { PollMark } from './outlets.ts'
import type { PollOutcome } from './polls.ts'

/** Two days of a feed that is polled hourly. */
const mostPolls = 48

/** Adds a poll's result to the earlier marks: `3 = = ! 1`, newest last; the oldest are dropped. */
export function withPoll(marks: string | null, result: PollOutcome['result'], newCount: number): string {
  const kept = marks ? marks.split(' ') : []
  return [...kept, markOf(result, newCount)].slice(-mostPolls).join(' ')
}

/** Parses a row's marks, skipping invalid ones. */
export function readPolls(marks: string | null): readonly PollMark[] {
  return (marks ?? '').split(' ').flatMap((mark): PollMark[] => {
    if (mark === '=') return ['unchanged']
    if (mark === '!') return ['failed']
    return /^\d{1,9}$/.test(mark) ? [Number(mark)] : []
  })
}

function markOf({ kind }: PollOutcome['result'], newCount: number): string {
  switch (kind) {
    case 'failed':
      return '!'
    case 'unchanged':
      return '='
    case 'parsed':
      return String(newCount)
  }
}
