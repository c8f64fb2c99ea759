import { nth } from '../../core/nth.ts'
import type { Mark } from './marks.ts'

/** What the single marks after one say of it, up to the next that surely opens or the end of the block. */
export type Ahead = {
  /** Marks that can only close. */
  readonly closers: number
  /** The first of them comes after punctuation, as at the end of speech. */
  readonly endsSpeech: boolean
}

const NOTHING: Ahead = { closers: 0, endsSpeech: false }

/** For each mark, what the single marks after it say. One pass from the end. */
export function lookAhead(marks: readonly Mark[]): Ahead[] {
  const ahead: Ahead[] = new Array(marks.length)
  let next = NOTHING
  for (let i = marks.length - 1; i >= 0; i--) {
    ahead[i] = next
    const mark = nth(marks, i)
    if (mark.family !== 'single' || mark.apostrophe) continue
    next = mark.opens ? NOTHING : { closers: next.closers + 1, endsSpeech: mark.followsPunctuation }
  }
  return ahead
}

/** Words that continue after a quotation has closed, and hardly ever follow a plural possessive. */
const AFTER_QUOTATION =
  /^(?:he|she|they|it|we|i|said|says|the|a|an|from|in|on|at|to|of|for|and|but|or|with|by|as|that|which|who|if|after|before|while|when|was|were|is|are|has|had|have|will|would|could|should|may|might|told|added|adding|because|among|between|during|against|over|under|than|into|about|not|rather|despite|since|until|though|although|mr|mrs|ms|sir|dr)$/i

/**
 * Whether a mark that could close a quotation is an apostrophe: `'the leaders' talks went well'`, `'bread an' butter'`.
 * It is when a later mark closes, before another opens.
 */
export function isApostrophe(text: string, mark: Mark, ahead: Ahead | undefined): boolean {
  if (!mark.apostrophe || mark.followsPunctuation || !ahead?.closers) return false
  if (mark.apostrophe === 'clipped') return true
  const word = /^\s+(\p{L}+)/u.exec(text.slice(mark.at + 1, mark.at + 30))?.[1] ?? ''
  return !AFTER_QUOTATION.test(word)
}
