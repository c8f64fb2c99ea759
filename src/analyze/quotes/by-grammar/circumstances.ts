import type { Span } from '../../../core/span.ts'
import type { ParsedSentence } from '../../grammar/parse.ts'
import { whenOf } from '../../grammar/when.ts'
import { addresseeOf } from './addressee.ts'
import { channelOf } from './channels.ts'
import { placeOfSaying } from './place-of-saying.ts'

/** On what, when, to whom and where something was said, as written around its verb. */
export type Circumstances = {
  readonly channel: Span | undefined
  readonly when: Span | undefined
  readonly addressee: Span | undefined
  readonly place: Span | undefined
}

/** The circumstances of the verb at `cue`, which is on that `side` of the words. */
export function circumstancesOf(
  text: string,
  sentence: ParsedSentence,
  cue: number,
  side: 'left' | 'right',
): Circumstances {
  return {
    channel: channelOf(text, sentence, cue),
    when: whenOf(text, sentence, cue, side),
    addressee: addresseeOf(sentence, cue),
    place: placeOfSaying(text, sentence, cue),
  }
}
