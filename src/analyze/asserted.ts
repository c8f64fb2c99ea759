import type { StatementScene } from './grammar/statement-scenes.ts'

/** True between the marks of somebody's quotation: not the reporter's words. */
export function isInOwnWords({ quotes }: StatementScene, place: number): boolean {
  return quotes.some(({ kind, span }) => kind === 'direct' && span.start <= place && place < span.end)
}

/** Words before a cue that take the assertion away: negated, asked, possible, ordered, told of as a plan. */
const unasserted =
  /(?:\b(?:not|never|neither|nor|to|may|might|could|would|will|should|can|must|if|whether|without|cannot|been|be|being|refus\w+|declin\w+|fail\w+)|n['’]t)(?: (?:\w+ly|also|publicly))?$/i

/** True when the words before a cue take the assertion away; they end without a space. */
export function isUnasserted(before: string): boolean {
  return unasserted.test(before.slice(-80))
}
