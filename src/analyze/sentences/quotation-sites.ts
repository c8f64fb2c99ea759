import type { ParsedSentence, Token } from '../grammar/parse.ts'
import type { CuePlace } from '../quotes/cue-places.ts'
import type { Quotation } from './quotations.ts'

/** Where a quotation stands: the sentences it begins and ends in, and their cues. */
export type QuotationSite = {
  readonly quotation: Quotation
  readonly text: string
  readonly begins: ParsedSentence
  readonly ends: ParsedSentence
  readonly cuesBegin: readonly CuePlace[]
  readonly cuesEnd: readonly CuePlace[]
  /** The sentence right behind a quotation that ends its own: `“Why?” Ms Roe asked.` is split in two. */
  readonly behind?: { readonly sentence: ParsedSentence; readonly cues: readonly CuePlace[] }
  /** Where the next quotation starts: a cue beyond it is not ours. */
  readonly nextStart: number
}

/** Words of the sentence before a quotation, outside all quotations. */
export function wordsBefore(sentence: ParsedSentence, { start }: Quotation): Token[] {
  return sentence.tokens.filter((one) => one.end <= start && !one.isQuoted && isWord(one))
}

/** Words and signs of the sentence after a quotation, outside all quotations. */
export function wordsAfter(sentence: ParsedSentence, { end }: Quotation): Token[] {
  return sentence.tokens.filter((one) => one.start >= end && !one.isQuoted && isWord(one))
}

function isWord({ pos, text }: Token): boolean {
  return pos !== 'MARK' && !/^['’`"]+$/.test(text)
}
