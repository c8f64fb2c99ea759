import type { PollMark } from './outlets.ts'
import type { PollOutcome } from './polls.ts'

/** Two days of a feed that is polled each hour. */
const mostPolls = 48

/** Adds what came of a poll to the marks of those before: `3 = = ! 1`, the newest last; the oldest fall off. */
export function withPoll(marks: string | null, result: PollOutcome['result'], newCount: number): string {
  const kept = marks ? marks.split(' ') : []
  return [...kept, markOf(result, newCount)].slice(-mostPolls).join(' ')
}

/** The marks of a row as what they mean; anything else is left out. */
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
