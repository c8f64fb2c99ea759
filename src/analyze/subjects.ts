import { isModifier, isNominal, type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from './parse.ts'
import { nameTitles, roleNouns } from './role-words.ts'

/** The subject of a verb; `appositive` is the name beside it: `the envoy, Steve Witkoff,`. */
export type Subject = Phrase & { readonly isInverted?: boolean; readonly appositive?: Phrase }

/** Words between a subject and its verb. */
const BETWEEN: ReadonlySet<string> = new Set(
  `also later then now again further initially originally previously earlier recently reportedly repeatedly once even still
  just simply flatly bluntly only finally eventually famously never always often probably himself herself themselves not
  since long privately publicly surveyed polled interviewed overall alike
  meanwhile however has have had 's 've 'd was is were been be being would will could should may might must can did does do
  to`
    .split(/\s+/)
    .filter(Boolean),
)
/** `went on to say`, `declined to comment`. */
const LEADS_TO =
  /^(?:goes|went|go|going|gone|on|seemed|seems|appeared|appears|continued|continues|refused|refuses|declined|declines|wants|wanted|tried|tries|used|happened|happens)$/
/** Shared subjects are looked for through so many verbs and no further. */
const DEEPEST = 4

/** The subject of the verb at `verb`: before it, over commas and relative pronouns, shared with a verb before, or after it. */
export function subjectOf(sentence: ParsedSentence, verb: number, depth = 0): Subject | undefined {
  if (depth > DEEPEST) return undefined
  const { tokens } = sentence
  const cue = tokens[verb] as Token
  const at = skipBetween(tokens, verb - 1)
  const before = tokens[at]
  if (before && !before.isQuoted) {
    const subject = subjectBefore(sentence, at, cue, depth)
    if (subject) return subject
  }
  if (mayBeInverted(tokens, verb, at)) {
    const subject = subjectAfter(tokens, verb)
    if (subject) return subject
  }
  if (!cue.lower.endsWith('ing')) return undefined
  return sharedSubject(sentence, verb, depth) ?? (depth < 2 ? mainSubject(sentence, verb, depth + 2) : undefined)
}

function skipBetween(tokens: readonly Token[], from: number): number {
  let at = from
  let isInfinitive = false
  while (at >= 0) {
    const { pos, lower, isQuoted } = tokens[at] as Token
    isInfinitive ||= lower === 'to'
    if (isInfinitive && !isQuoted && LEADS_TO.test(lower)) {
      at--
      continue
    }
    const isPossessive = lower === "'s" && pos === 'PART'
    const isBetween =
      pos === 'ADV' ||
      (pos === 'ADJ' && lower.endsWith('ly')) ||
      pos === 'AUX' ||
      (pos === 'PART' && lower !== "'s") ||
      BETWEEN.has(lower)
    if (isQuoted || isPossessive || !isBetween) break
    at--
  }
  return at
}

function subjectBefore(sentence: ParsedSentence, at: number, cue: Token, depth: number): Subject | undefined {
  const { tokens } = sentence
  const token = tokens[at] as Token
  if (token.lower === 'who' || token.lower === 'which' || (token.lower === 'that' && token.pos === 'PRON')) {
    const antecedent = antecedentOf(tokens, at)
    if (antecedent) return antecedent
  }
  const isNounlikeAdjective = token.pos === 'ADJ' && (tokens[at - 1]?.pos === 'DET' || roleNouns.has(token.lower))
  if (isNominal(token) || isNounlikeAdjective) return phraseEndingAt(tokens, at)
  if (token.text === ',') {
    const subject = subjectOverComma(tokens, at)
    if (subject) return subject
  }
  if (token.text === ')') {
    const open = tokens.findLastIndex((one, i) => i < at && one.text === '(')
    const head = tokens[open - 1]
    if (head && isNominal(head)) return phraseEndingAt(tokens, open - 1)
  }
  return sharesSubject(token, cue) ? sharedSubject(sentence, at, depth) : undefined
}

/** `Mr Witkoff, who told …` */
function antecedentOf(tokens: readonly Token[], pronoun: number): Subject | undefined {
  let head = pronoun - 1
  if (tokens[head]?.text === ',') head--
  while (tokens[head]?.pos === 'ADP') head--
  const token = tokens[head]
  return token && isNominal(token) ? phraseEndingAt(tokens, head) : undefined
}

/** `X, the mayor of Y, said` and `X, meanwhile, said`: the subject stands before the part set off by commas. */
function subjectOverComma(tokens: readonly Token[], comma: number): Subject | undefined {
  let open = comma - 1
  for (let steps = 0; open >= 0 && steps < 22; steps++, open--) {
    const { text, pos, isQuoted } = tokens[open] as Token
    if ((text === ',' && !isQuoted) || pos === 'MARK' || /^[:;!?]$/.test(text)) break
  }
  const opener = tokens[open]
  if (opener?.text !== ',' || opener.isQuoted || isClause(tokens.slice(open + 1, comma))) return undefined
  let head = pastParty(tokens, open - 1)
  if (head > 1 && tokens[head]?.text === ')') head = tokens.findLastIndex((one, i) => i < head && one.text === '(') - 1
  const token = tokens[head]
  if (!token || token.pos === 'MARK' || !isNominal(token) || token.isQuoted) return undefined
  const phrase = phraseEndingAt(tokens, head)
  // `After the vote, Ms Roe (R-Ohio), said`: a loose comma; the name between them is the subject.
  const named = nameAlone(tokens, open + 1, comma, token)
  if (named) return named
  return isAppositive(tokens.slice(open + 1, comma), token)
    ? { ...phrase, appositive: { first: open + 1, last: comma - 1 } }
    : phrase
}

/** `Ms Roe, R-Ohio, said`: the place before the party of a member of Congress, else the one given. */
function pastParty(tokens: readonly Token[], at: number): number {
  const last = tokens[at]?.text === '.' ? at - 1 : at
  return /^[RDI]-\p{Lu}/u.test(tokens[last]?.text ?? '') && tokens[last - 1]?.text === ',' ? last - 2 : at
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

/** `In Brussels, Ms Roe rejected it, saying …`: what stands between the commas is the main clause, no inset. */
function isClause(inset: readonly Token[]): boolean {
  const first = inset[0]
  if (!first || !(isNominal(first) || first.pos === 'DET')) return false
  if (inset.some(({ lower }) => /^(?:who|whom|whose|which|that|where)$/.test(lower))) return false
  return inset.some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')))
}

function isAppositive(inset: readonly Token[], head: Token): boolean {
  if (inset.length === 0) return false
  const isOnlyName = inset.every(({ pos, lower }) => pos === 'PROPN' || /^(?:the|a|an|of|mr|sir)$/.test(lower))
  if (isOnlyName && inset.length <= 6 && head.pos !== 'PROPN') return true
  const hasName = inset.some(({ pos }) => pos === 'PROPN')
  return head.pos === 'NOUN' && inset.length < 8 && hasName && !inset.some(({ pos }) => pos === 'VERB')
}

function sharesSubject(token: Token, cue: Token): boolean {
  if (/^(?:and|but|then|or|as|–|—)$/.test(token.lower) || token.pos === 'CCONJ' || token.text === ',') return true
  return cue.lower.endsWith('ing') && /^(?:before|after|while|when|by|in)$/.test(token.lower)
}

/** Before a verb that tells of no saying that took place: `would ask`, `to say`. */
const MODAL = /^(?:to|would|will|could|should|might|may|must|can|not|n't)$/

/** The subject of the reporting verb before, else of the nearest verb before: `X welcomed the plan and added`. */
function sharedSubject(sentence: ParsedSentence, before: number, depth: number): Subject | undefined {
  const { tokens } = sentence
  for (let at = before - 1; at >= 0; at--) {
    const token = tokens[at] as Token
    const cue = cueOf(sentence, token)
    if (!cue || cue.strength < 2 || cue.isParticiple || MODAL.test(tokens[at - 1]?.lower ?? '')) continue
    const subject = subjectOf(sentence, at, depth + 1)
    if (subject) return subject
  }
  for (let at = before - 1; at >= 0; at--) {
    if (!isFiniteVerb(sentence, at)) continue
    const subject = subjectOf(sentence, at, depth + 1)
    if (subject) return subject
  }
  return undefined
}

function isFiniteVerb(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence
  const token = tokens[at] as Token
  if (token.isQuoted) return false
  const isVerb = token.pos === 'VERB' || token.pos === 'AUX' || cueOf(sentence, token)?.strength === 3
  if (!isVerb) return false
  const previous = tokens[at - 1]
  if (previous?.lower === 'to') return false
  const isLooseParticiple =
    token.lower.endsWith('ing') &&
    token.pos === 'VERB' &&
    previous !== undefined &&
    (previous.text === ',' || previous.pos === 'ADP' || previous.pos === 'SCONJ')
  return !isLooseParticiple
}

/** `'…,' said the mayor`: nothing but a mark, a comma or the quoted words stands before the verb. */
function mayBeInverted(tokens: readonly Token[], verb: number, at: number): boolean {
  const previous = tokens[verb - 1]
  if (at < 0 || !previous) return true
  return previous.pos === 'MARK' || previous.isQuoted || /^[,?!.:–—]$/.test(previous.text) || tokens[at]?.pos === 'MARK'
}

function subjectAfter(tokens: readonly Token[], verb: number): Subject | undefined {
  if (tokens[verb]?.lower.endsWith('ing')) return undefined
  const phrase = phraseStartingAt(tokens, verb + 1)
  if (!phrase || /^(?:him|her|them|me|us|you)$/.test((tokens[phrase.last] as Token).lower)) return undefined
  const next = tokens[phrase.last + 1]
  if (next && (next.pos === 'VERB' || next.pos === 'AUX') && next.lower !== 'who') return undefined
  const appositive = nameAfterComma(tokens, phrase.last)
  return { ...phrase, isInverted: true, ...(appositive ? { appositive } : {}) }
}

/** `said the envoy, Steve Witkoff` */
function nameAfterComma(tokens: readonly Token[], last: number): Phrase | undefined {
  if (tokens[last]?.pos !== 'NOUN' || tokens[last + 1]?.text !== ',') return undefined
  let end = last + 2
  while (tokens[end]?.pos === 'PROPN') end++
  return end > last + 3 ? { first: last + 2, last: end - 1 } : undefined
}

const OPENS_SUBORDINATE = /^(?:as|when|while|if|after|before|although|though|because|since|once|asked|until|given)$/

/**
 * The main subject of a sentence: that of its first finite verb outside quotations and outside a clause in front
 * (`When X arrived, …`). It is whom `he` means in the next sentence.
 */
export function mainSubject(sentence: ParsedSentence, stop = Number.POSITIVE_INFINITY, depth = 0): Subject | undefined {
  const { tokens } = sentence
  if (depth > DEEPEST || tokens.length > LONGEST_SENTENCE) return undefined
  const hasClauseInFront = OPENS_SUBORDINATE.test(tokens[0]?.lower ?? '')
  for (let at = 0; at < tokens.length && at < stop + 60; at++) {
    if (!isMainVerb(sentence, at)) continue
    if (hasClauseInFront) {
      const comma = tokens.findIndex((one, i) => i > at && one.text === ',' && !one.isQuoted)
      const isFirstClause = !tokens.slice(0, at).some((one) => one.text === ',')
      if (comma > 0 && comma < tokens.length - 4 && isFirstClause) {
        at = comma
        continue
      }
    }
    const subject = subjectOf(sentence, at, depth)
    if (subject) return subject
  }
  return undefined
}

function isMainVerb(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence
  const token = tokens[at] as Token
  if (token.isQuoted || tokens[at - 1]?.lower === 'to') return false
  if (token.pos === 'VERB' && token.lower.endsWith('ing')) return false
  if (at === 0 && /(?:ed|en|own|ade)$/.test(token.lower)) return false // `Asked about …`, `Given …`
  return token.pos === 'VERB' || token.pos === 'AUX' || cueOf(sentence, token) !== undefined
}

/** True for words that can follow a verb as the person spoken to: `told reporters`, `told the BBC`. */
export function isAddressee(token: Token): boolean {
  return (
    !token.isQuoted && token.lower !== 'that' && (isModifier(token) || token.pos === 'PRON' || token.lower === "'s")
  )
}
