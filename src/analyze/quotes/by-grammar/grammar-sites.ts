import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Quotation } from '../../sentences/quotations.ts'
import type { QuotationSite } from '../quotation-sites.ts'
import type { CuePlace } from './cue-places.ts'

/** The site of a quotation with the cues of its sentences. */
export type GrammarSite = QuotationSite<ParsedSentence> & {
  readonly cuesBegin: readonly CuePlace[]
  readonly cuesEnd: readonly CuePlace[]
  /** The sentence right behind a quotation that ends its own: `“Why?” Ms Roe asked.` is split in two. */
  readonly behind: { readonly sentence: ParsedSentence; readonly cues: readonly CuePlace[] } | undefined
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
