import type { Commitment, Difference } from '../story.ts'

/** True when the person the story calls by this name makes the commitment, alone or with others. */
export function isPromisedBy({ by }: Pick<Commitment, 'by'>, name: string): boolean {
  return by === name || by.split(/, | and /).includes(name)
}

/** True when a reporter says that two statements of this speaker conflict. */
export function isReversalOf({ kind, a, b }: Pick<Difference, 'kind' | 'a' | 'b'>, name: string): boolean {
  return kind === 'reversal' && a.speaker === name && b.speaker === name
}
