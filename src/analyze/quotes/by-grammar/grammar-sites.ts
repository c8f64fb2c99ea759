import type { QuotePattern } from '../../../core/quote.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Quotation } from '../../sentences/quotations.ts'
import type { Attribution } from '../attribution.ts'
import { speakerConfidence } from '../confidence.ts'
import type { QuotationSite } from '../quotation-sites.ts'
import type { CuePlace } from './cue-places.ts'
import type { CueStrength } from './cue-verbs.ts'

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

/** An attribution without its confidence. */
export type Unrated = Omit<Attribution, 'isDirect' | 'confidence'>

/** The attribution with its confidence, of which the strength of its cue is part, and whether the words are whole clauses. */
export function rated(site: GrammarSite, found: Unrated, strength?: CueStrength): Attribution {
  const { quotation, text } = site
  const { inner } = quotation
  const { pattern, isPronoun, cue, speaker } = found
  const isDirect = isWhole(site, pattern)
  const confidence = speakerConfidence({
    pattern,
    isDirect,
    strength,
    gap: cue ? Math.max(inner.start - cue.end, cue.start - inner.end) : 0,
    words: text.slice(inner.start, inner.end).trim().split(/\s+/).length,
    isKnown: speaker !== undefined || isPronoun,
    isPronoun,
  })
  return { ...found, isDirect, confidence }
}

/** Whole clauses are direct; words inside the reporter's own sentence are mixed. */
function isWhole({ text, quotation, begins, ends }: GrammarSite, pattern: QuotePattern): boolean {
  if (pattern === 'none') return false
  if (pattern === 'colon' || pattern === 'continued' || pattern === 'run-on') return true
  const before = wordsBefore(begins, quotation)
  const startsSpeech = before.length === 0 || /^[,:]$/.test(before.at(-1)?.text ?? '')
  if (before.length > 0 && !startsSpeech) return false
  const inside = text.slice(quotation.inner.start, quotation.inner.end)
  if (before.length > 0 && !/[.!?…,]$/.test(inside) && !/^\p{Lu}/u.test(inside)) return inside.split(/\s+/).length > 6
  const after = wordsAfter(ends, quotation)
  return after.length === 0 || /[,.!?…—–-]$/.test(inside) || /^[,.]$/.test(after[0]?.text ?? '')
}
