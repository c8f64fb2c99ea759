import { nth } from '../../core/nth.ts'
import { nameTitles, roleNouns } from '../names/role-words.ts'
import { ADJUNCT, BETWEEN } from './adjuncts.ts'
import { isNominal, type Phrase, phraseEndingAt } from './noun-phrases.ts'
import type { Token } from './parse.ts'

/** What is before a part set off by commas; `appositive` is the name inside it. */
export type BeforeInset = Phrase & { readonly appositive?: Phrase }

/** `X, the mayor of Y, said` and `X, meanwhile, said`: the subject is before the part set off by commas. */
export function subjectOverComma(tokens: readonly Token[], comma: number): BeforeInset | undefined {
  let open = comma - 1
  for (let steps = 0; open >= 0 && steps < 22; steps++, open--) {
    const { text, pos, isQuoted } = nth(tokens, open)
    if ((text === ',' && !isQuoted) || pos === 'MARK' || /^[:;!?]$/.test(text)) break
  }
  const opener = tokens[open]
  if (opener?.text !== ',' || opener.isQuoted || isClause(tokens.slice(open + 1, comma))) return undefined
  let head = pastParty(tokens, open - 1)
  if (head > 2 && BETWEEN.has(nth(tokens, head).lower) && tokens[head - 1]?.text === ',') head -= 2 // `, meanwhile,`
  for (let steps = 0; steps < 3 && head > 1 && endsInset(tokens, head); steps++) head = commaBefore(tokens, head) - 1
  if (head > 1 && tokens[head]?.text === '.' && isShortened(tokens[head - 1])) head-- // `Tom Poe Jr., …`
  if (head > 1 && tokens[head]?.text === ')') head = tokens.findLastIndex((one, i) => i < head && one.text === '(') - 1
  if (head > 0 && isPossessiveName(tokens, head)) head-- // `Harrow's, the maker, said`
  head = pastAge(tokens, head)
  const token = tokens[head]
  if (!token || token.pos === 'MARK' || token.isQuoted) return undefined
  if (!isNominal(token) && !(/^(?:ADJ|VERB|ADV)$/.test(token.pos) && /^\p{Lu}\p{Ll}/u.test(token.text)))
    return undefined
  const phrase = phraseEndingAt(tokens, head)
  // `After the vote, Ms Roe (R-Ohio), said`: a loose comma; the name between them is the subject.
  const named = nameAlone(tokens, open + 1, comma, token)
  if (named) return named
  return isAppositive(tokens.slice(open + 1, comma), token)
    ? { ...phrase, appositive: { first: open + 1, last: comma - 1 } }
    : phrase
}

/** `Jane Roe, 70, who sells bread, said`: the name before the age. */
export function pastAge(tokens: readonly Token[], at: number): number {
  const isAge = tokens[at]?.text !== undefined && /^\d{1,3}$/.test(nth(tokens, at).text)
  return isAge && tokens[at - 1]?.text === ',' && tokens[at - 2]?.pos === 'PROPN' ? at - 2 : at
}

/** `Ms Roe (R-Ohio) said`: what is before the bracket that closes at `close`. */
export function phraseOverBracket(tokens: readonly Token[], close: number): Phrase | undefined {
  return phraseBefore(
    tokens,
    tokens.findLastIndex(({ text }, i) => i < close && text === '('),
  )
}

/** `Ms Roe — never one to whisper — said`: what is before the aside whose second dash is at `close`. */
export function phraseOverDash(tokens: readonly Token[], close: number): Phrase | undefined {
  if (!isDash(tokens, close)) return undefined
  for (let open = close - 2; open > 0 && close - open < 22; open--) {
    const { text, pos, isQuoted } = nth(tokens, open)
    if (pos === 'MARK' || isQuoted || /^[:;!?]$/.test(text)) return undefined
    if (isDash(tokens, open)) return phraseBefore(tokens, open)
  }
  return undefined
}

/** `Jane Roe, author of “Mills,” said`: what is before the part whose title ends with the mark at `close`. */
export function phraseOverTitle(tokens: readonly Token[], close: number): Phrase | undefined {
  const open = tokens.findLastIndex(({ pos }, i) => i < close && pos === 'MARK')
  const comma = tokens.findLastIndex(({ text }, i) => i < open && text === ',')
  if (comma < 1 || open - comma > 10) return undefined
  const isMaker = tokens.slice(comma + 1, open).some(({ lower }) => MAKER.test(lower))
  return isMaker && tokens[comma - 1]?.pos === 'PROPN' ? phraseBefore(tokens, comma) : undefined
}

const MAKER = /^(?:co-)?(?:authors?|hosts?|editor|creator|director|producer|writer|star)$/

/** A dash, or a hyphen with space around it. */
function isDash(tokens: readonly Token[], at: number): boolean {
  const [before, sign, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || !sign || !after) return false
  return /^(?:–|—|--+)$/.test(sign.text) || (sign.text === '-' && before.end < sign.start && sign.end < after.start)
}

function phraseBefore(tokens: readonly Token[], open: number): Phrase | undefined {
  const head = tokens[open - 1]
  return head && isNominal(head) && !head.isQuoted ? phraseEndingAt(tokens, open - 1) : undefined
}

/** `Ms Roe, who lives in Cambridge, Mass., said`: `in Cambridge` ends the part set off, and does not speak. */
function endsInset(tokens: readonly Token[], head: number): boolean {
  if (isPossessiveName(tokens, head)) return endsInset(tokens, head - 1)
  if (tokens[head]?.pos !== 'PROPN') return false
  const { first } = phraseEndingAt(tokens, head)
  const link = tokens[first - 1]
  if (link?.lower === 'of' && tokens[first - 2]?.text === ',') return first > 3
  return link?.pos === 'ADP' && ADJUNCT.test(link.lower) && commaBefore(tokens, first) > 1
}

/** `Harrow's`, `St Osyth’s`: a name in the form of an owner. */
function isPossessiveName(tokens: readonly Token[], at: number): boolean {
  return /^['’]s$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.pos === 'PROPN'
}

function commaBefore(tokens: readonly Token[], at: number): number {
  let comma = at - 1
  while (comma >= 0 && at - comma < 22 && tokens[comma]?.text !== ',' && tokens[comma]?.pos !== 'MARK') comma--
  return tokens[comma]?.text === ',' && !tokens[comma]?.isQuoted ? comma : -1
}

/** `Ms Roe, R-Ohio, said`, `D-N.Y.`: the place before the party of a member of Congress, else the one given. */
export function pastParty(tokens: readonly Token[], at: number): number {
  let first = at
  while (first > at - 4 && /^(?:\.|\p{Lu})$/u.test(tokens[first]?.text ?? '')) first--
  return /^[RDI]-\p{Lu}/u.test(tokens[first]?.text ?? '') && tokens[first - 1]?.text === ',' ? first - 2 : at
}

/** `Mr`, `J`, `Sen`: the full stop behind belongs to the word. */
function isShortened(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{L}{0,3}$/u.test(token.text)
}

function nameAlone(tokens: readonly Token[], first: number, comma: number, before: Token): Phrase | undefined {
  const close =
    tokens[comma - 1]?.text === ')' ? tokens.findLastIndex((one, i) => i < comma && one.text === '(') : comma
  const inset = tokens.slice(first, close)
  const isName =
    inset.length > 0 && inset.length <= 6 && inset.every(({ pos, text }) => pos === 'PROPN' || text === '.')
  if (!isName || before.pos === 'PROPN' || roleNouns.has(before.lower)) return undefined
  return close < comma || inset.some(({ lower }) => nameTitles.has(lower)) ? { first, last: close - 1 } : undefined
}

/** `In Brussels, Ms Roe rejected it, saying …`: what is between the commas is the main clause, no inset. */
function isClause(inset: readonly Token[]): boolean {
  const first = inset[0]
  if (!first || !(isNominal(first) || first.pos === 'DET')) return false
  if (inset.some(({ lower }) => /^(?:who|whom|whose|which|that|where)$/.test(lower))) return false
  return inset.some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')))
}

const LINK = /^(?:of|for|from|with|in|at)$/

function isAppositive(inset: readonly Token[], head: Token): boolean {
  if (inset.length === 0 || LINK.test(nth(inset, 0).lower)) return false // `Ms Roe, of the union,`
  const isOnlyName = inset.every(({ pos, lower }) => pos === 'PROPN' || /^(?:the|a|an|of|mr|sir)$/.test(lower))
  if (isOnlyName && inset.length <= 6 && head.pos !== 'PROPN') return true
  const hasName = inset.some(({ pos }) => pos === 'PROPN')
  return head.pos === 'NOUN' && inset.length < 8 && hasName && !inset.some(({ pos }) => pos === 'VERB')
}

/** `said the envoy, Steve Witkoff` */
export function nameAfterComma(tokens: readonly Token[], last: number): Phrase | undefined {
  if (tokens[last]?.pos !== 'NOUN' || tokens[last + 1]?.text !== ',') return undefined
  let end = last + 2
  while (tokens[end]?.pos === 'PROPN') end++
  return end > last + 3 ? { first: last + 2, last: end - 1 } : undefined
}
