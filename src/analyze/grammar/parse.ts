import type { Sentence } from '../../core/annotation.ts'
import type { Document } from '../../core/document.ts'
import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import { linkWords } from '../../languages/en/link-words.ts'
import { roleNouns } from '../names/role-words.ts'
import { type Cue, cueForm, isNounLike } from '../quotes/by-grammar/cue-verbs.ts'
import { linkListsIn } from '../sentences/link-lists.ts'
import { findQuotations, type Quotation } from '../sentences/quotations.ts'
import { type Turn, turnsIn } from '../sentences/turns.ts'
import { tokenize } from '../tokens.ts'
import { englishTagger } from './english-tagger.ts'
import { type PartOfSpeech, tagWords } from './tagger.ts'

/** A word with its tag and its place relative to the quotation marks. */
export type Token = {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
  /** Place within the sentence. */
  readonly at: number
  /** `MARK` is a quotation mark, which an apostrophe of the same sign is not. */
  readonly pos: PartOfSpeech | 'MARK'
  /** True between the marks of a quotation. */
  readonly isQuoted: boolean
}

export type ParsedSentence = {
  readonly index: number
  readonly block: number
  /** A headline or subhead: verbs stand in the present and articles are left out. */
  readonly isHeading: boolean
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
}

export type ParsedDocument = {
  readonly text: string
  readonly sentences: readonly ParsedSentence[]
  /** Quotations that aren't inside another. */
  readonly quotations: readonly Quotation[]
  readonly turns: ReadonlyMap<number, Turn>
  /** The transcript of a recording: a turn has the very words that were said. */
  readonly isSpoken: boolean
}

/**
 * A run of more words than this without a full stop isn't a sentence (a list, a table, an attack): no verb in it is tied
 * to a subject, which keeps the time linear in the length of the text.
 */
export const LONGEST_SENTENCE = 300

const parsed = new WeakMap<Document, ParsedDocument>()

/** Words, tags and quotations of an English document. Kept while the document is, since two analyzers need it. */
export function parseDocument(doc: Document, sentences: readonly Sentence[]): ParsedDocument {
  const known = parsed.get(doc)
  if (known && known.sentences.length === sentences.length) return known
  const lists = linkListsIn(doc.text)
  const isInList = ({ start }: { start: number }): boolean =>
    lists.some((list) => list.start <= start && start < list.end)
  const quotations = findQuotations(doc.text, doc.blocks).filter(
    (quotation) => !quotation.isNested && !(lists.length > 0 && isInList(quotation)),
  )
  const cursor = { at: 0 }
  const made: ParsedDocument = {
    text: doc.text,
    quotations,
    turns: turnsIn(doc.text, doc.blocks),
    isSpoken: doc.cues !== undefined,
    sentences: sentences.map((sentence) => parseSentence(doc, sentence, { quotations, lists }, cursor)),
  }
  parsed.set(doc, made)
  return made
}

/** `cursor` is the first quotation that may still reach the words to come; it only moves on. */
function parseSentence(
  doc: Document,
  sentence: Sentence,
  { quotations, lists }: { readonly quotations: readonly Quotation[]; readonly lists: readonly Span[] },
  cursor: { at: number },
): ParsedSentence {
  const { start, end } = sentence.span
  const here = lists.length === 0 ? lists : lists.filter((list) => list.start < end && list.end > start)
  const all = tokenize(doc.text.slice(start, end), start)
  const raw =
    here.length === 0
      ? all
      : all.filter((token) => !here.some((list) => list.start <= token.start && token.start < list.end))
  const tags = tagWords(
    englishTagger(),
    raw.map(({ text }) => straight(text)),
  )
  const tokens: Token[] = raw.map((token, at) => {
    while (cursor.at < quotations.length && nth(quotations, cursor.at).end <= token.start) cursor.at++
    const quotation = quotations[cursor.at]
    const isMark = isQuotationMark(token.text, token.start, quotation)
    return {
      text: token.text,
      start: token.start,
      end: token.end,
      at,
      lower: token.text.toLowerCase().replace('’', "'"),
      pos: isMark ? 'MARK' : nth(tags, at),
      isQuoted: quotation !== undefined && token.start >= quotation.inner.start && token.start < quotation.inner.end,
    }
  })
  const isHeading = doc.blocks[sentence.block]?.kind === 'heading'
  return { index: sentence.index, block: sentence.block, isHeading, start, end, tokens: mendNames(tokens, isHeading) }
}

function straight(text: string): string {
  if (text === '“' || text === '”' || text === "''" || text === '``') return '"'
  return text === '’' || text === '‘' ? "'" : text
}

function isQuotationMark(text: string, start: number, quotation: Quotation | undefined): boolean {
  if (/^(?:["“”„«»]|''|``)$/.test(text)) return true
  if (!/^['’‘]$/.test(text) || !quotation) return false
  if (start < quotation.start || start >= quotation.end) return false
  return start < quotation.inner.start || (quotation.isClosed && start >= quotation.inner.end)
}

const ALWAYS_TRUSTED: ReadonlySet<string> = new Set([
  'PROPN',
  'PRON',
  'DET',
  'ADP',
  'CCONJ',
  'SCONJ',
  'PUNCT',
  'NUM',
  'MARK',
])
const NEVER_NAMES =
  /^(?:also|then|later|asked|speaking|others|some|many|critics|officials|police|sources|experts|supporters)$/

/**
 * The tagger misses names it never saw. A capital inside a sentence makes a name (but `the Ukrainian` stays an
 * adjective); at its start, or in a headline where all words have one, only a reporting verb right after does.
 */
function mendNames(tokens: readonly Token[], isHeading: boolean): Token[] {
  const isHeadline = isHeading || hasHeadlineCase(tokens)
  return tokens.map((token, i) => {
    if (tokens[i + 1]?.pos === 'PROPN' && isPastBeforeName(tokens, i)) return { ...token, pos: 'ADJ' as const }
    if (
      (token.pos === 'VERB' && isNounOfOne(tokens, i)) ||
      isTrade(token, tokens[i + 1]) ||
      isRole(token, tokens[i + 1]) ||
      isObject(token, tokens[i - 1]) ||
      isPerson(token, tokens[i + 1]) ||
      isBeforeName(token, tokens[i - 1], tokens[i + 1])
    )
      return { ...token, pos: 'NOUN' as const }
    if (isSmall(token.text)) return isFormerTitle(token.text) ? { ...token, pos: 'PROPN' as const } : token
    if (isNameBeforeCue(tokens, i)) return { ...token, pos: 'PROPN' as const }
    if (!/^\p{Lu}[\p{Ll}'’-]/u.test(token.text)) return token
    const isUnknown = isUnknownLink(token)
    if (ALWAYS_TRUSTED.has(token.pos) && !isUnknown) return token
    const previous = tokens[i - 1]
    const isFirst = !previous || previous.pos === 'MARK' || /^[.:!?–—-]$/.test(previous.text)
    if (!isFirst && !isHeadline) {
      const isDemonym = token.pos === 'ADJ' && /(?:ian|ish|ese|can|ean|ch|i)$/.test(token.lower)
      return isDemonym ? token : { ...token, pos: 'PROPN' as const }
    }
    const next = isPlainBetween(tokens[i + 1]) ? tokens[i + 2] : tokens[i + 1]
    const cue = cueForm(next?.lower ?? '')
    const mayBeName = (isUnknown || /^(?:VERB|ADJ|ADV|X|INTJ|AUX)$/.test(token.pos)) && !NEVER_NAMES.test(token.lower)
    const isVerbForm = cue !== undefined && (cue.strength >= 2 || /(?:ed|s)$/.test(next?.lower ?? ''))
    return isVerbForm && !cue.isParticiple && mayBeName ? { ...token, pos: 'PROPN' as const } : token
  })
}

/** `a Marl Post report on`, `the Roe claim just`: after one, a verb in the present has an `s`. */
function isNounOfOne(tokens: readonly Token[], i: number): boolean {
  const { lower } = nth(tokens, i)
  if (!isNounLike(lower) || cueForm(lower)?.lemma !== lower) return false
  let before = i - 1
  while (before > i - 6 && /^(?:PROPN|NOUN|ADJ)$/.test(tokens[before]?.pos ?? '')) before--
  if (before === i - 1) return false
  const article = tokens[before]?.lower ?? ''
  if (/^an?$/.test(article)) return true
  const [owner, next] = [tokens[i - 1], tokens[i + 1]]
  const isOne =
    owner?.pos === 'PROPN' && !owner.lower.endsWith('s') && !/^(?:police|house|staff|team)$/.test(owner.lower)
  return (
    article === 'the' &&
    isOne &&
    /^(?:ADV|ADP|VERB|AUX|PUNCT)$/.test(next?.pos ?? '') &&
    !/^[:,]$/.test(next?.text ?? '')
  )
}

/** `acting Parks Director Jane Roe`, `said retired Army Col. Jane Roe`: no finite verb follows another. */
function isPastBeforeName(tokens: readonly Token[], i: number): boolean {
  const { pos, lower, text } = nth(tokens, i)
  if (lower === 'acting') return text === lower
  if (pos !== 'VERB' || text !== lower || !lower.endsWith('ed')) return false
  const before = tokens[i - 1]
  return before?.pos === 'VERB' && cueForm(before.lower)?.strength === 3 && tokens[i - 2]?.pos === 'MARK'
}

const knownLinks: ReadonlySet<string> = new Set(linkWords.trim().split(/\s+/))

/** `Jane Okafor said`: prepositions, pronouns and their like are few and known; the tagger takes an ending for one. */
function isUnknownLink({ pos, lower }: Token): boolean {
  if (!/^(?:ADP|SCONJ|CCONJ|DET|PRON)$/.test(pos)) return false
  return !knownLinks.has(lower) && !lower.includes("'") && !lower.includes('-')
}

/** `suggested measures`: no verb in the present follows one in the past. */
function isObject({ pos, lower, text }: Token, previous: Token | undefined): boolean {
  if (pos !== 'VERB' || previous?.pos !== 'VERB' || text !== lower) return false
  return previous.lower.endsWith('ed') && lower.endsWith('s') && !lower.endsWith('ss')
}

const NEVER_VERBS: ReadonlySet<string> = new Set(['advocates', 'associates', 'insiders', 'loyalists'])

/** `aides said`, `executives say`: nouns for people that the tagger takes for verbs or adverbs. */
function isPerson({ pos, lower, text }: Token, next: Token | undefined): boolean {
  if ((pos !== 'VERB' && pos !== 'ADV' && pos !== 'AUX') || text !== lower) return false
  if (roleNouns.has(lower) && /(?:aides?|officials?|[ei]rs?|ors?|ists?)$/.test(lower)) return true
  if (!lower.endsWith('s') || !(roleNouns.has(lower.slice(0, -1)) || NEVER_VERBS.has(lower))) return false
  const cue = cueForm(next?.lower ?? '')
  return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
}

/** `Climate envoy Jane Roe`: a calling between a noun and a name, which the tagger takes for a verb. */
function isBeforeName({ pos, lower, text }: Token, previous: Token | undefined, next: Token | undefined): boolean {
  if (pos !== 'VERB' || text !== lower || next?.pos !== 'PROPN') return false
  if (lower === 'state') return true
  return roleNouns.has(lower) && /^(?:NOUN|ADJ|PROPN)$/.test(previous?.pos ?? '') && !previous?.lower.endsWith('s')
}

/** `Roe also said`, `Roe has said`. */
function isPlainBetween(token: Token | undefined): boolean {
  return token !== undefined && /^(?:also|has|had|have|later|then|now|once)$/.test(token.lower)
}

/** `said builder Tom Poe`: a trade the tagger does not know, taken for a preposition. */
function isTrade({ pos, lower, text }: Token, next: Token | undefined): boolean {
  if (pos !== 'ADP' || text !== lower || next?.pos !== 'PROPN') return false
  return /.{3}(?:er|or|ist|man)$/.test(lower) && !/^(?:after|under|over|hereafter|thereafter)$/.test(lower)
}

/** `a senior official said`, `the developer, who …`: an adjective that no noun follows is the person. */
function isRole({ pos, lower, text }: Token, next: Token | undefined): boolean {
  if (pos !== 'ADJ' || (next && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos) && !cueForm(next.lower))) return false
  return (
    roleNouns.has(lower) ||
    lower === 'representative' ||
    (text === lower && /.{4}(?:er|or|ist)$/.test(lower) && (cueForm(next?.lower ?? '')?.strength ?? 0) >= 2)
  )
}

const CLOSED =
  /^(?:the|an?|this|that|these|those|some|any|each|every|no|all|both|many|most|few|several|another|other|such|what|which|either|neither|half|one|he|she|it|they|we|i|you|who|there|here|as|but|and|so|or)$/

/** `…,” From said`: a word in capitals between the mark and a reporting verb is a name, whatever it means elsewhere. */
function isNameBeforeCue(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.pos !== 'MARK' || !tokens[i - 2]?.isQuoted) return false
  const { text, lower } = nth(tokens, i)
  if (!/^\p{Lu}\p{Ll}+$/u.test(text) || CLOSED.test(lower)) return false
  const cue = cueForm(tokens[i + 1]?.lower ?? '')
  return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
}

function hasHeadlineCase(tokens: readonly Token[]): boolean {
  let long = 0
  let capital = 0
  for (const { text } of tokens) {
    if (text.length < 3 || !/^\p{L}{3}/u.test(text)) continue
    long++
    if (!isSmall(text) && /^\p{Lu}/u.test(text)) capital++
  }
  return capital > long * 0.7
}

/** `then-Gov. Jane Roe` */
function isFormerTitle(text: string): boolean {
  return text.startsWith('then-') && /^then-\p{Lu}/u.test(text)
}

/** Begins with a small letter, by the letters most words begin with. */
function isSmall(text: string): boolean {
  const code = text.charCodeAt(0)
  return code >= 97 && code <= 122
}

/** The cue that a token is here, judged by its tag and its neighbors; a word inside a quotation is none. */
export function cueOf(sentence: ParsedSentence, token: Token): Cue | undefined {
  if (token.isQuoted) return undefined
  const cue = cueForm(token.lower)
  if (!cue) return undefined
  if (token.pos === 'VERB' || token.pos === 'AUX' || cue.strength === 3) return cue
  const previous = sentence.tokens[token.at - 1]
  const next = sentence.tokens[token.at + 1]
  const isStrong = cue.strength >= 2
  if (isStrong && !isNounLike(token.lower) && !/^(?:NOUN|PROPN|ADJ)$/.test(token.pos)) return cue
  // Headlines: `Starmer hails …`. The tagger takes the verb for a plural.
  const startsHeadline = sentence.isHeading && token.at <= 3
  if (token.lower.endsWith('s') && startsHeadline && previous && /^\p{Lu}\p{Ll}/u.test(previous.text)) return cue
  // `'…,' warned Ms Roe`: right after the closing mark the tagger sees no subject before and takes an adjective.
  if (isStrong && previous?.pos === 'MARK' && !isNounLike(token.lower) && token.pos !== 'PROPN') return cue
  // `The advert claims "…"`
  if (isStrong && token.lower.endsWith('s') && next?.pos === 'MARK' && previous?.pos === 'NOUN') return cue
  // `'…,' Cross wrote.`: a name between the mark and the verb, and nothing behind it that a noun could belong to.
  if (isStrong && !isNounLike(token.lower) && isNameBehindMark(sentence, token.at - 1) && endsClause(next)) return cue
  if (previous?.pos !== 'PROPN') return undefined
  if (token.pos === 'ADJ' && token.lower.endsWith('ed')) return cue
  if (token.pos === 'NOUN' && isStrong && token.lower.endsWith('s') && /^(?:that|["“:,])$/.test(next?.text ?? ''))
    return cue
  return undefined
}

/** The words up to `last` are a name that follows a closing mark, or begins the sentence. */
function isNameBehindMark({ tokens }: ParsedSentence, last: number): boolean {
  let first = last
  while (first > last - 4 && /^\p{Lu}/u.test(tokens[first]?.text ?? '')) first--
  return first < last && (first < 0 || tokens[first]?.pos === 'MARK')
}

function endsClause(next: Token | undefined): boolean {
  return !next || /^[.,:;]$/.test(next.text) || next.pos === 'MARK' || next.pos === 'ADP'
}
