import { defined } from '../../core/defined.ts'
import { nth } from '../../core/nth.ts'
import { isPersonNoun, roleNouns } from '../names/role-words.ts'
import { ADJUNCT, BETWEEN, clauseBehindLeadIn, isTime, isTimeWord, opensSubordinate } from './adjuncts.ts'
import { nameAfterComma, phraseOverBracket, phraseOverDash, phraseOverTitle, subjectOverComma } from './insets.ts'
import { isNominal, isStopOfShortened, type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrases.ts'
import { cueOf, LONGEST_SENTENCE, type ParsedSentence, type Token } from './parse.ts'
import { antecedentOf, beforeRelative, beforeWho, whoActsOn, withinWho } from './relative-clauses.ts'

/** The subject of a verb; `appositive` is the name beside it: `the envoy, Steve Witkoff,`. */
export type Subject = Phrase & { readonly isInverted?: boolean; readonly appositive?: Phrase }

/** `went on to say`, `declined to comment`, `liked to say`. */
const LEADS_TO =
  /^(?:goes|went|go|going|gone|on|seemed|seems|appeared|appears|continued|continues|refused|refuses|declined|declines|wants|wanted|tried|tries|used|likes|liked|loves|loved|happened|happens|managed|manages|hesitate|hesitated|dared|dares|began|begins|proceeded|rushed|chose)$/
/** Shared subjects are looked for through so many verbs and no further. */
const DEEPEST = 4

/** The subject of the verb at `verb`: before it, over commas and relative pronouns, shared with a verb before, or after it. */
export function subjectOf(sentence: ParsedSentence, verb: number, depth = 0): Subject | undefined {
  if (depth > DEEPEST) return undefined
  const { tokens } = sentence
  const cue = nth(tokens, verb)
  const at = skipBetween(tokens, verb - 1)
  const before = tokens[at]
  const quoted = before?.lower === 'as' && cue.lower.endsWith('ing') ? quotedBy(tokens, at) : undefined
  if (quoted) return quoted
  const last = before?.text === ',' && OPENS_LAST.test(cue.lower) ? subjectAfter(tokens, verb) : undefined
  if (last && ((/^sa(?:id|ys)$/.test(cue.lower) && endsSentence(tokens, last)) || isLastClause(tokens, verb, last)))
    return last
  if (before && !before.isQuoted) {
    const subject = isLoose(tokens, verb, at)
      ? (subjectOfClause(sentence, verb, depth) ?? subjectBefore(sentence, at, cue, depth))
      : subjectBefore(sentence, at, cue, depth)
    if (subject) return beforeWho(sentence, subject)
  }
  if (mayBeInverted(tokens, verb, at)) {
    const subject = subjectAfter(tokens, verb)
    if (subject) return subject
  }
  if (!cue.lower.endsWith('ing') || before?.text === ';') return undefined
  return sharedSubject(sentence, verb, depth) ?? (depth < 2 ? mainSubject(sentence, verb, depth + 2) : undefined)
}

/** `Ms Roe quoted her father as saying`: his words. Of `Ms Roe was quoted as saying` the subject is found as ever. */
function quotedBy(tokens: readonly Token[], as: number): Subject | undefined {
  const object = tokens[as - 1]
  if (!object || object.isQuoted || !isNominal(object)) return undefined
  const phrase = phraseEndingAt(tokens, as - 1)
  return /^(?:quot|cit|describ|remember|recall|report|record)(?:es?|ed|ing|s)?$/.test(
    tokens[phrase.first - 1]?.lower ?? '',
  )
    ? phrase
    : undefined
}

/**
 * A participle after a comma or a thing (`…, saying`, `a statement saying`), and an infinitive after a noun
 * (`took to the stage to say`), belong to the subject of the clause; `with Ms Roe saying` to the name before.
 */
function isLoose(tokens: readonly Token[], verb: number, at: number): boolean {
  const cue = nth(tokens, verb)
  const before = nth(tokens, at)
  const isThing =
    (before.pos === 'NOUN' && !roleNouns.has(before.lower)) ||
    isIssued(tokens, at) ||
    before.pos === 'NUM' ||
    isTime(before)
  // `with her supporters joking`
  if (isThing && tokens[phraseEndingAt(tokens, at).first - 1]?.lower === 'with') return false
  if (cue.lower.endsWith('ing')) return before.text === ',' || isThing
  // `Officials declined to say` is theirs
  const isInfinitive = tokens.slice(at + 1, verb).find(({ pos }) => pos !== 'ADV')?.lower === 'to'
  return isInfinitive && isNominal(before)
}

/** `…, said Jane Roe.`, `…, said Jane Roe, who …`: a name or a role and no more than what says who that is. */
function endsSentence(tokens: readonly Token[], { last, appositive }: Subject): boolean {
  const head = nth(tokens, last)
  const end = appositive?.last ?? last
  const [next, after] = [tokens[end + 1], tokens[end + 2]]
  const isSpeaker = head.pos === 'PROPN' || roleNouns.has(head.lower) || tokens[last - 1]?.lower === 'the'
  if (!isSpeaker || !next) return isSpeaker
  return (
    next.text === '.' ||
    (next.text === ',' &&
      (head.pos === 'PROPN' || appositive !== undefined) &&
      (/^(?:who|whose|an?|the)$/.test(after?.lower ?? '') || isRole(tokens, end + 2)))
  )
}

/** `…, predicted Jane Roe, once the mayor`, `…, said a person in the room`: no verb behind, so nothing else can be what is said. */
function isLastClause(tokens: readonly Token[], verb: number, { last }: Subject): boolean {
  const head = nth(tokens, last)
  // `…, recalled a father who …` has him for its object.
  const isPerson =
    /^sa(?:id|ys)$/.test(nth(tokens, verb).lower) && (isPersonNoun(head.lower) || head.lower === 'person')
  if (head.pos !== 'PROPN' && !isPerson) return false
  if (tokens[last + 1]?.pos === 'VERB') return false
  return !tokens
    .slice(last + 1)
    .some(({ pos, lower }) => pos === 'AUX' || (pos === 'VERB' && !/(?:ing|ed)$/.test(lower)))
}

const OPENS_LAST =
  /^(?:sa(?:id|ys)|predict(?:ed|s)|explain(?:ed|s)|insist(?:ed|s)|recall(?:ed|s)|argu(?:ed|es)|not(?:ed|es))$/

/** `executive director of …`: a role without an article, right behind a comma. */
function isRole(tokens: readonly Token[], from: number): boolean {
  const words = tokens.slice(from, from + 4)
  const head = words.findIndex(({ pos, lower }) => pos === 'NOUN' && roleNouns.has(lower))
  return head >= 0 && words.slice(0, head).every(({ pos }) => /^(?:NOUN|ADJ|PROPN)$/.test(pos))
}

/** `issued a statement saying`: what is put out speaks for whoever puts it out. */
function isIssued(tokens: readonly Token[], at: number): boolean {
  if (
    !/^(?:statement|report|letter|e?-?mail|release|memo|message|tweet|ad|note|article|study)$/.test(
      tokens[at]?.lower ?? '',
    )
  )
    return false
  const { first } = phraseEndingAt(tokens, at)
  return (
    first > 1 &&
    /^an?$/.test(nth(tokens, first).lower) &&
    (tokens[first - 1]?.pos === 'VERB' || tokens[first - 1]?.lower === 'out')
  )
}

/** The subject of the reporting verb before, else the main subject of the clause that a participle or infinitive is in. */
function subjectOfClause(sentence: ParsedSentence, verb: number, depth: number): Subject | undefined {
  const reporting = withinWho(sentence.tokens, verb) ?? reportingSubject(sentence, verb, depth)
  if (reporting || depth >= 2) return reporting
  const start = clauseStart(sentence, verb)
  return mainSubject(sentence, verb, depth + 2, start) ?? nameAt(sentence, start)
}

/** The name that begins a clause, where the tagger has seen no verb. */
function nameAt({ tokens }: ParsedSentence, start: number): Subject | undefined {
  const phrase = phraseStartingAt(tokens, start)
  return phrase && nth(tokens, phrase.last).pos === 'PROPN' ? phrase : undefined
}

/** Where the last main clause before a place begins: after `;`, or after `, and` with a subject and a verb of its own. */
function clauseStart({ tokens }: ParsedSentence, verb: number): number {
  for (let at = verb - 4; at > 2; at--) {
    const { text, lower, isQuoted } = nth(tokens, at)
    if (isQuoted) continue
    if (text === ';') return at + 1
    if (!/^(?:and|but|while|though|although)$/.test(lower) || tokens[at - 1]?.text !== ',') continue
    const phrase = phraseStartingAt(tokens, at + 1)
    const next = phrase && tokens[phrase.last + 1]
    if (next && phrase.last < verb && /^(?:VERB|AUX|ADV)$/.test(next.pos)) return at + 1
  }
  return 0
}

function skipBetween(tokens: readonly Token[], from: number): number {
  let at = from
  let isInfinitive = false
  while (at >= 0) {
    const { pos, lower, isQuoted } = nth(tokens, at)
    if (isStopOfShortened(tokens, at)) return at - 1
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
  const token = nth(tokens, at)
  if (token.lower === 'who' || token.lower === 'which' || (token.lower === 'that' && token.pos === 'PRON')) {
    const antecedent = antecedentOf(tokens, at)
    if (antecedent) return antecedent
  }
  if (isNominal(token) || isNounlikeAdjective(tokens, at)) {
    const phrase = whoActsOn(sentence, phraseEndingAt(tokens, at))
    // `in a letter to Mr Poe saying …`
    if (cue.lower.endsWith('ing') && tokens[phrase.first - 1]?.lower === 'to' && depth < 2) {
      const writer = subjectOfClause(sentence, cue.at, depth + 1)
      if (writer) return writer
    }
    return subjectBeforeAdjunct(sentence, phrase, cue, depth) ?? phrase
  }
  const whom = token.pos === 'VERB' && !token.isQuoted ? beforeRelative(tokens, at) : undefined
  if (whom) return whom
  if (token.text === ',') {
    const subject = subjectOverComma(tokens, at)
    if (subject) return subject
  }
  const overAside =
    token.pos === 'MARK'
      ? phraseOverTitle(tokens, at)
      : token.text === ')'
        ? phraseOverBracket(tokens, at)
        : phraseOverDash(tokens, at)
  if (overAside) return overAside
  return sharesSubject(token, cue) ? sharedSubject(sentence, at, depth) : undefined
}

/** `the injured said`, `the chief constable said`, `the 52-year-old said`, and a name that the tagger takes for an adjective. */
function isNounlikeAdjective(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = nth(tokens, at)
  if (pos !== 'ADJ') return false
  if (roleNouns.has(lower)) return true
  const before = tokens[at - 1]
  const isClauseStart = !before || before.pos === 'MARK' || before.text === ','
  if (isClauseStart && /^\p{Lu}\p{Ll}/u.test(text)) return true
  let first = at - 1
  while (first > at - 4 && (/^(?:ADJ|NUM)$/.test(tokens[first]?.pos ?? '') || tokens[first]?.text === '-')) first--
  return tokens[first]?.pos === 'DET'
}

/** `Ms Roe in an interview said`, `Ms Roe last week said`: what is right before the verb isn't a subject. */
function subjectBeforeAdjunct(
  sentence: ParsedSentence,
  phrase: Phrase,
  cue: Token,
  depth: number,
): Subject | undefined {
  const { tokens } = sentence
  if (depth > DEEPEST) return undefined
  let at = phrase.first - 1
  if (isTime(nth(tokens, phrase.last))) {
    at = phrase.last - 1
    while (at >= 0 && isTimeWord(nth(tokens, at))) at--
  } else if (tokens[at]?.pos !== 'ADP' || !ADJUNCT.test(nth(tokens, at).lower)) return undefined
  else if (cue.lower.endsWith('ing') && tokens[at]?.lower === 'with') return undefined
  else at--
  at = skipBetween(tokens, at)
  const before = tokens[at]
  const whom = before?.pos === 'VERB' ? beforeRelative(tokens, at) : undefined
  if (whom) return whom
  if (before?.pos === 'VERB' && /(?:ed|ing)$/.test(before.lower) && at > 0 && isNominal(nth(tokens, at - 1))) at--
  const found = tokens[at]
  if (!found || found.isQuoted || !(isNominal(found) || found.text === ',' || found.pos === 'CCONJ')) return undefined
  return subjectBefore(sentence, at, cue, depth + 1)
}

function sharesSubject(token: Token, cue: Token): boolean {
  if (/^(?:and|but|then|or|as|–|—)$/.test(token.lower) || token.pos === 'CCONJ' || token.text === ',') return true
  return cue.lower.endsWith('ing') && /^(?:before|after|while|when|by|in)$/.test(token.lower)
}

/** Before a verb that tells of no saying that took place: `would ask`, `to say`. */
const MODAL = /^(?:to|would|will|could|should|might|may|must|can|not|n't)$/

/** The subject of the reporting verb before, else of the nearest verb before: `X welcomed the plan and added`. */
function sharedSubject(sentence: ParsedSentence, before: number, depth: number): Subject | undefined {
  const reporting = reportingSubject(sentence, before, depth)
  if (reporting) return reporting
  for (let at = before - 1; at >= 0; at--) {
    if (!isFiniteVerb(sentence, at) || withinWho(sentence.tokens, at)) continue
    const subject = subjectOf(sentence, at, depth + 1)
    if (subject) return subject
  }
  return undefined
}

function reportingSubject(sentence: ParsedSentence, before: number, depth: number): Subject | undefined {
  const { tokens } = sentence
  for (let at = before - 1; at >= 0; at--) {
    const token = nth(tokens, at)
    const cue = cueOf(sentence, token)
    if (!cue || cue.strength < 2 || cue.isParticiple || MODAL.test(tokens[at - 1]?.lower ?? '')) continue
    const subject = subjectOf(sentence, at, depth + 1)
    if (subject && !isInFront(tokens, subject, at, before)) return subject
  }
  return undefined
}

/** `After Mr Poe said so, Ms Roe answered him, adding …`: the clause in front is over. */
function isInFront(tokens: readonly Token[], { first }: Subject, verb: number, before: number): boolean {
  if (!/^(?:after|when|as|while|before|since|because|although|though|once)$/.test(tokens[first - 1]?.lower ?? ''))
    return false
  const comma = tokens.findIndex(
    ({ text, isQuoted }, at) => at > verb && text === ',' && (!isQuoted || tokens[at + 1]?.pos === 'MARK'),
  )
  return comma > 0 && comma < before - 1
}

function isFiniteVerb(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence
  const token = nth(tokens, at)
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

/** `'…,' said the mayor`: nothing but a mark, a comma or the quoted words is before the verb. */
function mayBeInverted(tokens: readonly Token[], verb: number, at: number): boolean {
  const previous = tokens[verb - 1]
  if (at < 0 || !previous) return true
  return (
    previous.pos === 'MARK' || previous.isQuoted || /^[,?!.:–—]$/.test(previous.text) || isAdverbial(tokens, at, verb)
  )
}

/** `'…' also said the mayor`; but `'…' have endorsed the mayor` has what is quoted for its subject. */
function isAdverbial(tokens: readonly Token[], at: number, verb: number): boolean {
  return tokens[at]?.pos === 'MARK' && tokens.slice(at + 1, verb).every(({ pos }) => pos === 'ADV')
}

function subjectAfter(tokens: readonly Token[], verb: number): Subject | undefined {
  if (/ing$|^(?:told|tells)$/.test(tokens[verb]?.lower ?? '')) return undefined
  const phrase = phraseStartingAt(tokens, verb + 1)
  if (!phrase || /^(?:him|her|them|me|us|you)$/.test(nth(tokens, phrase.last).lower)) return undefined
  if (isTime(nth(tokens, phrase.last))) return undefined // `said Sunday`
  const next = tokens[phrase.last + 1]
  const isParticiple = next?.pos === 'VERB' && /(?:ed|ing|[wo]n)$/.test(next.lower) // `said a source involved in it`
  if (next && (next.pos === 'VERB' || next.pos === 'AUX') && !isParticiple && next.lower !== 'who') return undefined
  const appositive = nameAfterComma(tokens, phrase.last)
  return { ...phrase, isInverted: true, ...defined({ appositive }) }
}

/**
 * The main subject of a sentence: that of its first finite verb outside quotations and outside a clause in front
 * (`When X arrived, …`). It is whom `he` means in the next sentence.
 */
export function mainSubject(
  sentence: ParsedSentence,
  stop = Number.POSITIVE_INFINITY,
  depth = 0,
  start = 0,
): Subject | undefined {
  const { tokens } = sentence
  if (depth > DEEPEST || tokens.length > LONGEST_SENTENCE) return undefined
  const clause = start === 0 ? clauseBehindLeadIn(tokens) : 0
  if (clause > 0) return mainSubject(sentence, stop, depth, clause)
  let hasVerb = false
  const hasClauseInFront = opensSubordinate(tokens, start) || opensWithParticiple(tokens, start)
  for (let at = start; at < tokens.length && at < stop + (hasVerb ? 0 : 60); at++) {
    if (!isMainVerb(sentence, at)) continue
    hasVerb ||= at < stop
    if (hasClauseInFront) {
      const comma = tokens.findIndex((one, i) => i > at && one.text === ',' && !one.isQuoted)
      const isFirstClause = !tokens.slice(start, at).some((one) => one.text === ',')
      if (comma > 0 && comma < tokens.length - 4 && isFirstClause) {
        at = comma
        continue
      }
    }
    const subject = subjectOf(sentence, at, depth)
    if (subject && RELATIVE.test(nth(tokens, subject.last).lower)) continue
    if (subject && (subject.appositive || !isObjectOfPreposition(tokens, subject))) return subject
  }
  return undefined
}

/** `Speaking to reporters as she left, the mayor …` */
function opensWithParticiple(tokens: readonly Token[], start: number): boolean {
  const { pos, lower } = nth(tokens, start)
  if (pos !== 'VERB' || !lower.endsWith('ing')) return false
  const comma = tokens.findIndex(({ text, isQuoted }, at) => at > start && text === ',' && !isQuoted)
  return tokens
    .slice(start, Math.max(comma, start))
    .some(({ lower: word }) => /^(?:as|when|while|after|before)$/.test(word))
}

const POSSESSIVE = /^(?:an?|the|his|her|its|their|our|my)$/
const RELATIVE = /^(?:who|which)$/

/** `Speaking at a town hall, …`: no subject, whatever the tagger takes `hall` for. */
function isObjectOfPreposition(tokens: readonly Token[], { first, isInverted }: Subject): boolean {
  const before = tokens[first - 1]
  return !isInverted && before?.pos === 'ADP' && ADJUNCT.test(before.lower)
}

function isMainVerb(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence
  const token = nth(tokens, at)
  if (token.isQuoted || tokens[at - 1]?.lower === 'to') return false
  if (token.pos === 'VERB' && token.lower.endsWith('ing')) return false
  if (at === 0 && /(?:ed|en|own|ade)$/.test(token.lower)) return false // `Asked about …`, `Given …`
  // `her ruined home`
  if (/(?:ed|en)$/.test(token.lower) && POSSESSIVE.test(tokens[at - 1]?.lower ?? '')) return false
  return token.pos === 'VERB' || token.pos === 'AUX' || cueOf(sentence, token) !== undefined
}
