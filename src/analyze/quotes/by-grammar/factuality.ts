import { englishFactuality as words } from '../../../languages/en/factuality.ts'
import { cueOf, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import type { Subject } from '../../grammar/subjects.ts'
import type { Factuality } from '../attribution.ts'
import type { CuePlace } from './cue-places.ts'
import { isNegated } from './reports.ts'

/** Whether a saying took place, by the words around its verb. */
export function factualityOf({ sentence, at }: CuePlace, subject: Subject): Factuality | undefined {
  const { tokens } = sentence
  const { first, last } = subject
  const outside = unquoted(tokens)
  if (isNegated(tokens, at) || isDenied(tokens, at, subject) || isModal(tokens, at) || isByNobody(tokens, subject))
    return 'denied'
  if (isAsked(outside) || isInverted(tokens, at, subject)) return 'denied'
  const verb = tokens[at]?.lower ?? ''
  const tokensBefore = outside.filter((token) => token.at < at)
  const before = wordsOf(tokensBefore)
  const after = wordsOf(outside.filter((token) => token.at > at))
  const beforeSubject = wordsOf(upToSubject(tokensBefore, tokens, subject))
  const isNonFinite = verb.endsWith('ing') || isInfinitive(tokens, at) || tokens[at - 1]?.lower === 'having'
  const lead = isNonFinite ? before : beforeSubject
  if (words.staged.test(before) || words.supposed.test(beforeSubject)) return 'denied'
  if (words.denying.test(lead) || words.forged.test(before)) return 'denied'
  if (words.claimThat.test(lead) && words.untrue.test(after)) return 'denied'
  if (words.misquoted.test(`${lead} ${verb}`) || isUnreal(tokens, at, subject, lead)) return 'denied'
  if (isUnsure(sentence, at, subject, lead) || words.alleged.test(lead)) return 'alleged'
  if (isLedByAccordingTo(tokensBefore, first) || isAccordingTo(outside, at)) return 'alleged'
  if (words.allegedly.test(before) || words.filmed.test(before)) return 'alleged'
  return first < at && tokens[last]?.pos === 'PROPN' && words.reports.test(lead) ? 'reported' : undefined
}

function unquoted(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens.map(({ lower }) => lower).join(' ')
}

/** Up to the subject; `that` before a name may be taken for its article. */
function upToSubject(before: readonly Token[], tokens: readonly Token[], { first, last }: Subject): Token[] {
  const that = tokens.findLastIndex(({ lower }, i) => i >= first && i < last && lower === 'that')
  return before.filter((token) => token.at < Math.max(first, that + 1))
}

/** `might say`, `should have said`. */
function isModal(tokens: readonly Token[], at: number): boolean {
  return /^(?:might|may|could|should|must)$/.test(helperOf(tokens, at))
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' || tokens[at - 2]?.lower === 'to'
}

/** `will say`, `thought about saying`, `hoped Ms Roe would say`, `was expected to say`. */
function isUnreal(tokens: readonly Token[], at: number, { first }: Subject, lead: string): boolean {
  if (helperOf(tokens, at) === 'will') return true
  const isIng = tokens[at]?.lower.endsWith('ing')
  if (isInfinitive(tokens, at) && !isIng) return words.yetToCome.test(lead)
  if (isIng) return /(?:^|\s)(?:about|against|than|near|close to)(?: ever)?$/.test(lead)
  return first < at && words.hoped.test(lead) && /^(?:would|could|should|might|to)$/.test(helperOf(tokens, at))
}

/** Reported in another's clause, on which it depends: `to say`, `dreams of saying`, `… that Ms Roe said`. */
function isUnsure(sentence: ParsedSentence, at: number, { first, last }: Subject, lead: string): boolean {
  const { tokens } = sentence
  if (tokens[at]?.lower.endsWith('ing')) return tokens[at - 1]?.lower === 'of' && !words.habit.test(lead)
  if (isInfinitive(tokens, at)) return !words.didSay.test(lead)
  // `the worst thing Ms Roe ever said`
  if (first < at && tokens[at - 1]?.lower === 'ever') return true
  if (first > at || tokens[last]?.pos === 'PRON') return false
  // `that` before a name may be taken for its article
  return words.believed.test(lead) || isComplement(sentence, tokens[first]?.lower === 'that' ? first : first - 1)
}

/** `insists that`, but not `a plan that`, `so high that`, `noted that`. */
function isComplement(sentence: ParsedSentence, that: number): boolean {
  const { tokens } = sentence
  const [before, opener] = [tokens[that - 1], tokens[that]]
  if (opener?.lower !== 'that' || !before || before.isQuoted) return false
  if (!/^(?:VERB|ADJ)$/.test(before.pos) && !cueOf(sentence, before)) return false
  return !words.keepsTrue.test(before.lower) && !tokens.slice(0, that).some(({ lower }) => /^(?:so|such)$/.test(lower))
}

/** `…, Mr Poe said, according to Ms Roe`: by somebody else's word, not by a record. */
function isAccordingTo(outside: readonly Token[], at: number): boolean {
  const to = outside.findIndex(
    ({ lower, at: place }, i) => place > at && lower === 'according' && outside[i + 1]?.lower === 'to',
  )
  if (to < 0) return false
  const source = outside.slice(to + 2, to + 9)
  return source[0]?.pos === 'PROPN' && !source.some(({ lower }) => words.record.test(lower))
}

/** `According to neighbors, Ms Roe said`: by somebody's word, not by a record. */
function isLedByAccordingTo(before: readonly Token[], first: number): boolean {
  const [opener, to] = before
  if (opener?.lower !== 'according' || to?.lower !== 'to') return false
  const comma = before.findIndex(({ text }) => text === ',')
  if (comma < 3 || (before[comma]?.at ?? first) >= first) return false
  return !before.slice(2, comma).some(({ lower }) => words.record.test(lower))
}

/** The auxiliary before a verb, adverbs skipped. */
function helperOf(tokens: readonly Token[], at: number): string {
  let before = at - 1
  while (tokens[before]?.pos === 'ADV' || /^(?:have|also|be|been)$/.test(tokens[before]?.lower ?? '')) before--
  return tokens[before]?.lower ?? ''
}

/** `did not at any time call`, `has yet to say`: between subject and verb, in one clause. */
function isDenied(tokens: readonly Token[], at: number, { first, last }: Subject): boolean {
  if (first > at) return false
  const all = tokens.slice(last + 1, at)
  if (tokens[at]?.lower.endsWith('ing') && all.some(({ text }) => text === ',')) return false
  // `Ms Roe — never one to whisper — called`
  const aside = all.findLastIndex(({ text }) => /^(?:–|—|--+)$/.test(text))
  const between = all.slice(aside + 1).filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
  const text = wordsOf(between)
  return (
    words.negated.test(text) && !words.stillSaid.test(text) && !between.some(({ lower }) => OTHER_CLAUSE.test(lower))
  )
}

const OTHER_CLAUSE = /^(?:and|but|then|or|who|which|that|because|as|when|while|so|;)$/

/** `At no point did Ms Roe say`, `Had Ms Roe said`, `Were she to say`: the auxiliary comes before its subject. */
function isInverted(tokens: readonly Token[], at: number, { first }: Subject): boolean {
  if (first > at || !TURNS.test(tokens[first - 1]?.lower ?? '')) return false
  const before = tokens.slice(0, first - 1).filter(({ isQuoted, pos }) => !isQuoted && pos !== 'MARK')
  const auxiliary = tokens[first - 1]?.lower ?? ''
  const opensClause = before.length === 0 || /^(?:[,;:–—]|and|but)$/.test(before.at(-1)?.lower ?? '')
  if (opensClause) return /^(?:had|were|should)$/.test(auxiliary)
  return words.neverDid.test(wordsOf(before))
}

const TURNS = /^(?:had|were|should|is|are|was|did|does|do|has|have|would|will|could|can|may|might)$/

/** `no one said`, `neither Ms Roe nor Mr Poe said`, `not Ms Roe but Mr Poe said` of the first. */
function isByNobody(tokens: readonly Token[], { first }: Subject): boolean {
  const [opener, before] = [tokens[first]?.lower ?? '', tokens[first - 1]?.lower ?? '']
  return /^(?:no|nobody|none|neither|nor)$/.test(opener) || /^(?:not|nor|neither)$/.test(before)
}

/** `Did she say “…”?` */
function isAsked(outside: readonly Token[]): boolean {
  return outside.at(-1)?.text === '?' && ASKS.test(outside[0]?.lower ?? '')
}

const ASKS = /^(?:did|does|do|has|have|had|would|could|will|can|is|are|was|were)$/
