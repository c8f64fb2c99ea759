import type { Span } from '../core/span.ts'
import type { ParsedSentence, Token } from './parse.ts'
import { isAddressee } from './subjects.ts'

const TELLS = /^(?:told|tells?|telling|assured|informed|reminded)$/
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight|last|this|earlier|later|late|early|again|repeatedly)$/

/** Whom words are told, as written (`reporters`, `the chamber of trade`), when `cue` is the place of a verb that tells. */
export function addresseeOf({ tokens }: ParsedSentence, cue: number): Span | undefined {
  if (!TELLS.test((tokens[cue] as Token).lower)) return undefined
  const goesOn = (at: number): boolean => {
    const token = tokens[at]
    return token !== undefined && isAddressee(token) && !(TIME.test(token.lower) && at > cue + 1)
  }
  let last = cue
  while (goesOn(last + 1) || (last > cue && tokens[last + 1]?.lower === 'of' && goesOn(last + 2))) last++
  if (last === cue || (last === cue + 1 && TIME.test((tokens[last] as Token).lower))) return undefined
  return { start: (tokens[cue + 1] as Token).start, end: (tokens[last] as Token).end }
}
