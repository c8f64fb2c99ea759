import { nth } from '../../../core/nth.ts'
import type { ParsedSentence, Token } from '../../grammar/parse.ts'
import type { Quotation } from '../../sentences/quotations.ts'
import type { CuePlace } from './cue-places.ts'
import { type GrammarSite, wordsAfter, wordsBefore } from './grammar-sites.ts'

/**
 * Words between marks that are nobody's speech: a term (`so-called “…”`, `known as “…”`), the title of a work
 * (`the film “…”`, `on NBC's “…”`), a name put in marks, or the value of an attribute in left-over markup.
 */
export function isTerm(site: GrammarSite): boolean {
  const { quotation, begins, text } = site
  const inside = text.slice(quotation.inner.start, quotation.inner.end)
  const before = wordsBefore(begins, quotation)
  return (
    isAttribute(text, quotation, inside) ||
    isNamedTerm(begins, before) ||
    isTitleOfWork(inside, before) ||
    isLaw(site, inside) ||
    isNickname(site, inside, before) ||
    isNameInMarks(site, inside, before)
  )
}

/** `id="747986"`, and a row of digits alone. */
function isAttribute(text: string, { start }: Quotation, inside: string): boolean {
  return text[start - 1] === '=' || /^[\d-]{4,}$/.test(inside)
}

const NAMING =
  /^(?:so-called|self-(?:described|styled|proclaimed)|known|termed|titled|entitled|billed|nicknamed|codenamed|word|words|phrase|term|slogan|motto|hashtag|pseudonym|alias)$/
const CALLED = /^(?:called|dubbed|named|labeled|labelled)$/

/** `so-called “…”`, `known as “…”`, `a class called “…”`; but `she called “…”` and `which he dubbed “…”` are hers and his. */
function isNamedTerm({ tokens }: ParsedSentence, before: readonly Token[]): boolean {
  const words = before.at(-1)?.text === ',' ? before.slice(0, -1) : before
  const last = words.at(-1)?.lower === 'as' ? words.at(-2) : words.at(-1)
  if (!last) return false
  if (NAMING.test(last.lower)) return true
  if (!CALLED.test(last.lower)) return last.lower === 'line' && words.at(-2)?.lower === 'subject'
  const owner = tokens[last.at - 1]
  return owner !== undefined && (owner.pos === 'NOUN' || /^(?:is|are|was|were|be|been|being|what's)$/.test(owner.lower))
}

const BEFORE_TITLE =
  /^(?:'s|on|film|movie|show|series|programme|program|podcast|book|novel|memoir|biography|autobiography|song|album|single|anthem|track|play|musical|epic|poem|opera|painting|essay|op-ed|magazine|newspaper|column|blog|newsletter|sitcom|comedy|drama|documentary|report|study|memo|ad|video|hit|starred|starring|watched|sang|read|perform|performed|its|his|her)$/
/** `author of “…”`, `a host of “…”` */
const MAKER =
  /^(?:author|co-author|authors|editor|co-editor|host|hosts|co-host|co-hosts|creator|star|stars|director|producer|writer|cast|episode|edition|season|charge|version|copy|remake|sequel)$/

/** `on ABC's “This Week,”`, `the film “Scandal”`: every word has a capital, and a medium or its owner comes before. */
function isTitleOfWork(inside: string, before: readonly Token[]): boolean {
  if (!isTitleCase(inside)) return false
  const words = before.at(-1)?.text === ',' ? before.slice(0, -1) : before
  const last = words.at(-1)?.lower ?? ''
  if (words.length < before.length)
    return /^(?:film|movie|series|podcast|book|novel|memoir|biography|autobiography|song|album|play|musical|sitcom|comedy|drama|documentary|program|programme|show|project|ad|newsletter|sheet)$/.test(
      last,
    )
  const isShow = /^(?:speaking|spoke|talking)$/.test(words.at(-2)?.lower ?? '') && last === 'to' // `Speaking to “This Hour”`
  if (/\s/.test(inside) && (isShow || last === 'told')) return true
  return BEFORE_TITLE.test(last) || (last === 'of' && MAKER.test(words.at(-2)?.lower ?? ''))
}

/** `Thaddeus “Tad” Brill` */
function isNickname({ ends, quotation }: GrammarSite, inside: string, before: readonly Token[]): boolean {
  const [first, last] = [before.at(-1), wordsAfter(ends, quotation)[0]]
  const isBeside = first?.pos === 'PROPN' && last?.pos === 'PROPN' && quotation.start - first.end < 2
  return isBeside && last.start - quotation.end < 2 && /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}\p{L}*)?$/u.test(inside)
}

/** `the “Clean Water Act of 2017”`, `a “Green New Deal”`; but `called the bill a “Bankers’ Deal”` is what somebody called it. */
function isLaw({ begins, quotation, cuesBegin }: GrammarSite, inside: string): boolean {
  const place = cuesBegin.findLast(({ at }) => nth(begins.tokens, at).end <= quotation.start)
  if (place && NAMES.test(place.cue.lemma) && begins.tokens[place.at + 1]?.lower !== 'for') return false
  return isTitleCase(inside) && /\s(?:Act|Bill|Amendment|Treaty|Accords?|Deal)(?: of \d{4})?[,.]?$/.test(inside)
}

function isTitleCase(inside: string): boolean {
  if (inside.length > LONGEST_TITLE) return false
  const words = inside.replace(/[,.:;!]+$/, '').split(/\s+/)
  return words.length <= 12 && words.every((word, i) => /^[\p{Lu}\d&@]/u.test(word) || (i > 0 && SMALL.test(word)))
}

const LONGEST_TITLE = 100
const SMALL = /^(?:of|the|and|a|an|in|on|to|for|with|at|by|or|from)$/

/** Verbs whose quoted words may be a name: `called her “Aunt Jane”`. */
const NAMES = /^(?:call|describe|label|brand|dub|refer|mock|chant|shout|yell|scream|title|question)$/

/** Two or more words in capitals inside a sentence that is not all in capitals, and no verb of naming near before. */
function isNameInMarks(site: GrammarSite, inside: string, before: readonly Token[]): boolean {
  const { begins, quotation, cuesBegin, ends } = site
  if (
    begins.isHeading ||
    !/^\p{Lu}/u.test(inside) ||
    !/\s/.test(inside) ||
    !isTitleCase(inside) ||
    /^[A-Z\s,.!'’-]+$/.test(inside)
  )
    return false
  const last = before.at(-1)
  if (last && /^[,:]$/.test(last.text)) return false
  if (before.length === 0 && /[,.!?]$/.test(inside)) return false
  const after = wordsAfter(ends, quotation)
  const around = [...before, ...after].filter(({ text }) => /^\p{L}{3,}/u.test(text))
  if (around.filter(({ text }) => /^\p{Lu}/u.test(text)).length > around.length * 0.7) return false
  return !isNamed(begins, quotation, cuesBegin)
}

function isNamed({ tokens }: ParsedSentence, { start }: Quotation, cues: readonly CuePlace[]): boolean {
  const place = cues.findLast(({ at }) => nth(tokens, at).end <= start)
  if (!place) return false
  const between = tokens.filter((one) => one.at > place.at && one.end <= start && !one.isQuoted).length
  return between <= (NAMES.test(place.cue.lemma) ? 6 : 1)
}
