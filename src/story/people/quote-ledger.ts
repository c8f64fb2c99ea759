import type { Entity } from '../../core/annotation.ts'
import { type Citation, cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { type Document, publishedAtOf } from '../../core/document.ts'
import { givenName } from '../../core/names/first-names.ts'
import { haveOtherInitials } from '../../core/names/name-spelling.ts'
import { nth } from '../../core/nth.ts'
import { attributionFloor, type Quote } from '../../core/quote.ts'
import { heardAt } from '../../core/reading/heard.ts'
import { overlaps, type Span } from '../../core/span.ts'
import type { SpeakerLedger, Utterance, Wording } from '../../core/story.ts'
import { inEveryLanguage } from '../../languages/all.ts'
import { contradicts, denies } from '../differences/contradicts.ts'
import { groupAlike } from '../points/group-alike.ts'
import { createWordIndex } from '../related/word-index.ts'
import type { MemberText } from '../story-text.ts'
import { containment, contentStems, dice, sharedCount, type Word, wordsOf } from '../words.ts'
import type { EntityMap } from './merge-entities.ts'
import { readQuotes } from './read-quotes.ts'
import { type RolesOf, rolesIn } from './speaker-roles.ts'
import { spokenInTranslation } from './spoken-in-translation.ts'

/** Somebody's words as printed; `key` in lower case with a space around each word. */
type Spoken = {
  readonly key: string
  readonly words: readonly Word[]
  readonly wording: { readonly citation: { readonly exact: string } }
}

const anyOf = (part: 'turnsBefore' | 'turnsAfter' | 'idleDenials' | 'answers' | 'but' | 'speakerPronouns') =>
  inEveryLanguage(({ statements }) => statements?.[part]).join('|')

/** Words before a part, in its own sentence, without which the part says something else: a denial, a condition, an attribution. */
const TURNS_BEFORE = new RegExp(`(?<!\\p{L})(?:${anyOf('turnsBefore')})(?!\\p{L})`, 'iu')
/** Negations that do not deny what follows. */
const IDLE = new RegExp(`(?<!\\p{L})(?:${anyOf('idleDenials')})(?!\\p{L})`, 'giu')
/** `No, the bridge is safe.` */
const ANSWERED = new RegExp(`^[\\s“"«‘']*(?:${anyOf('answers')})\\s*[,،.!–—]\\s*`, 'iu')
const NEW_CLAUSE = new RegExp(`[.;:!?؟؛…–—]|[,،]?\\s(?:${anyOf('but')})\\s`, 'giu')
const TURNS_AFTER = new RegExp(`^[\\s”’"»,،]*(?:${anyOf('turnsAfter')})(?!\\p{L})`, 'iu')
/** Somebody else's words within the statement: `He told me, ‘sink it.’` */
const NESTED = /[“"«„‘]\s*$/u
const OWN = new RegExp(`(?<!\\p{L})(?:${anyOf('speakerPronouns')})(?!\\p{L})[^.!?]{0,40}[“"«„‘]\\s*$`, 'iu')

/** How many occurrences of the same words in a statement are checked. */
const MOST = 4

/**
 * Whether a wording is a part of another that says something else alone: `the bridge is safe` in `I did not say the bridge is safe`. It
 * must be so at every occurrence.
 */
function isCutToContradict(part: Spoken, whole: Spoken): boolean {
  if (part.key === whole.key || part.words.length === 0) return false
  const { exact } = whole.wording.citation
  let found = 0
  for (let at = whole.key.indexOf(part.key); at >= 0 && found < MOST; at = whole.key.indexOf(part.key, at + 1)) {
    found++
    const first = whole.key.slice(0, at).split(' ').length - 1
    const [from, to] = [whole.words[first], whole.words[first + part.words.length - 1]]
    if (!from || !to || !isReversedIn(exact.slice(0, from.span.start), exact.slice(to.span.end))) return false
  }
  return found > 0
}

function isReversedIn(before: string, after: string): boolean {
  const clause = before.split(NEW_CLAUSE).at(-1)?.replace(ANSWERED, '').replace(IDLE, '') ?? ''
  if (NESTED.test(before)) return !OWN.test(before)
  return TURNS_BEFORE.test(clause) || TURNS_AFTER.test(after)
}

/** Two wordings are one utterance when they share this much of the shorter one's words. */
const sameUtterance = 0.6

/** A quotation with its words, before grouping. */
type SpokenQuote = {
  readonly member: number
  readonly quote: Quote
  readonly speaker?: Entity
  /** Who says it, as the document has it. */
  readonly source?: string
  readonly words: readonly Word[]
  /** The words in lower case, a space around each. */
  readonly key: string
  readonly stems: ReadonlySet<string>
  readonly wording: Wording
}

/** Groups in order of publication, so that the first of a group is the earliest wording. */
function groupUtterances(said: readonly SpokenQuote[]): SpokenQuote[][] {
  return groupAlike(said, ({ stems }) => stems, isSameUtterance)
}

/**
 * One utterance: the same words, or most content words of the shorter are in the longer. A fragment of fewer than three content words must
 * be in the longer one as it is.
 */
function isSameUtterance(a: SpokenQuote, b: SpokenQuote): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (long.key.includes(short.key))
    return short.key === long.key || (short.words.length >= 3 && !isCutToContradict(short, long))
  if (short.stems.size < 3 || sharedCount(short.stems, long.stems) < 3) return false
  // Within one document an utterance is quoted once, and a few words may occur in many: these must agree almost entirely.
  const isWeak = a.member === b.member || short.stems.size <= 5 || long.stems.size > 5 * short.stems.size
  const needed = isWeak ? 0.85 : sameUtterance
  return containment(short.stems, long.stems) >= needed && !contradicts(short.words, partLike(long.words, short.stems))
}

/** The part of a longer wording from the first to the last word of the shorter one, with small words and negations around it. */
function partLike(words: readonly Word[], stems: ReadonlySet<string>): readonly Word[] {
  const isShared = ({ stem, isStop }: Word) => !isStop && stems.has(stem)
  let first = words.findIndex(isShared)
  const isAround = (word: Word | undefined) => word !== undefined && (word.isStop || denies(word))
  while (first > 0 && isAround(words[first - 1])) first--
  let last = words.findLastIndex(isShared)
  while (isAround(words[last + 1])) last++
  return words.slice(first, last + 1)
}

/** For a speaker with more utterances, nothing is compared. */
const most = 200
/** Nearly all content words of a wording that leaves words out. */
const nearlyAll = 0.85

/**
 * For each utterance of one speaker, a fuller wording in another article that says something else: an outlet cut its words out of a denial,
 * or dropped the denial.
 */
function fullerWordings(groups: readonly (readonly SpokenQuote[])[]): ReadonlyMap<readonly SpokenQuote[], Citation> {
  const found = new Map<readonly SpokenQuote[], Citation>()
  if (groups.length > most) return found
  for (const group of groups)
    for (const other of groups) {
      if (other === group || found.has(group)) continue
      const whole = other.find((long) => group.every((short) => isCutFrom(short, long)))
      if (whole) found.set(group, whole.wording.citation)
    }
  return found
}

function isCutFrom(short: SpokenQuote, long: SpokenQuote): boolean {
  if (short.member === long.member || long.words.length <= short.words.length || short.quote.kind === 'indirect')
    return false
  if (isCutToContradict(short, long)) return true
  return (
    LEAVES_OUT.test(short.wording.citation.exact) &&
    short.stems.size >= 2 &&
    containment(short.stems, long.stems) >= nearlyAll &&
    contradicts(short.words, long.words)
  )
}

const LEAVES_OUT = /\p{L}[\s[(]*(?:…|\.\.\.)[\s\])]*[\p{L}[]/u

const minWordsUnattributed = 8

/**
 * The ledger of a story: what each speaker said, with the wordings of one utterance grouped across documents, earliest first. Direct
 * quotations come before reported speech. A quotation whose speaker is less certain than `attributionFloor` is not attributed: a long one
 * is shown without speaker, others are left out.
 */
export function quoteLedger(
  texts: readonly MemberText[],
  entities: EntityMap,
): { ledger: readonly SpeakerLedger[]; unattributed: readonly Utterance[] } {
  const said = texts.flatMap((text) => readQuotes(text).flatMap((quote) => readSaid(text, quote, entities)))
  const bySpeaker = new Map<string, SpokenQuote[]>()
  const nameless: SpokenQuote[] = []
  for (const each of said) {
    if (!each.speaker) nameless.push(each)
    else listAt(bySpeaker, each.speaker.id).push(each)
  }
  const groups = new Map([...bySpeaker].map(([id, list]) => [id, groupUtterances(list)]))
  const joinAttributed = joinerTo([...groups.values()].flat())
  // If a reader marked the speaker as unknown, no name is taken from another document.
  const leftOver = nameless.filter((each) => each.quote.pattern === 'label' || !joinAttributed(each))
  const roles = rolesIn(texts, entities)
  const ledger = [...groups.values()].flatMap((utterances) => ledgerOf(utterances, texts, roles))
  ledger.sort((a, b) => weightOf(b) - weightOf(a))
  const unattributed = groupUtterances(leftOver.filter(isWorthShowing))
  return { ledger, unattributed: inOrder(unattributed).map((group) => utteranceOf(group, texts)) }
}

function readSaid(text: MemberText, quote: Quote, entities: EntityMap): SpokenQuote[] {
  const { document } = text.input
  const words = wordsOf(document.text.slice(quote.span.start, quote.span.end))
  const isSure = quote.speaker !== undefined && quote.pattern !== 'none' && quote.confidence >= attributionFloor
  if (!isSure && quote.kind === 'indirect') return []
  const wording: Wording = {
    citation: cite(document, quote.span),
    kind: quote.kind,
    confidence: quote.confidence,
    pattern: quote.pattern,
    ...defined({ cue: quote.cue && cite(document, quote.cue) }),
    ...circumstancesOf(document, quote),
    ...translationOf(text, quote),
    ...defined({
      postedAt: document.posts && publishedAtOf(document, quote.span.start),
      heard: heardAt(document, text.input.article, quote.span.start),
    }),
  }
  const merged = isSure && quote.speaker ? entities.of(quote.speaker) : undefined
  // Father and son may have one id; `she` is not the Mr Poe whom only another document names in full.
  const isOther =
    merged &&
    ((quote.speaker && haveOtherInitials(merged.name, quote.speaker.name)) || isOfOtherGender(merged, document, quote))
  const speaker = merged && !isOther ? { speaker: merged } : {}
  const key = ` ${words.map((word) => word.text).join(' ')} `
  const source = quote.source && { source: document.text.slice(quote.source.start, quote.source.end) }
  return [{ member: text.member, quote, words, key, stems: contentStems(words), wording, ...source, ...speaker }]
}

/** True for `he` of somebody with a given name of women, and the other way around. */
function isOfOtherGender({ kind, name }: Entity, { text }: Document, { source }: Quote): boolean {
  const pronoun = source && kind === 'person' ? text.slice(source.start, source.end).toLowerCase() : ''
  if (pronoun !== 'he' && pronoun !== 'she') return false
  return givenName(name.split(' ')[0] ?? '') === (pronoun === 'he' ? 'f' : 'm')
}

/** To whom, where, on what and when it was said; words with two of these roles (`told Fox News`) are shown once. */
function circumstancesOf(document: Document, quote: Quote): Partial<Wording> {
  const { addressee, place, channel, when } = quote
  const isFree = (span: Span, taken: readonly (Span | undefined)[]) =>
    taken.every((other) => other === undefined || !overlaps(span, other))
  return defined({
    addressee: addressee && isFree(addressee, [channel]) ? cite(document, addressee) : undefined,
    place: place && isFree(place, [addressee, channel, when]) ? cite(document, place) : undefined,
    channel: channel && cite(document, channel),
    when: when && cite(document, when),
  })
}

/** The rest of a translated statement is a translation too. */
function translationOf(text: MemberText, quote: Quote): Partial<Wording> {
  const { document } = text.input
  const { kind, cue, continues } = quote
  const sentence = text.sentences[quote.sentence]?.span
  if (kind === 'indirect' || !sentence) return {}
  const end = Math.max(quote.span.end, cue?.end ?? 0)
  const last = text.sentences.findLast(({ span }) => span.start < end)?.span ?? sentence
  const around = { start: sentence.start, end: Math.max(sentence.end, last.end) }
  const quoted = text.quotes.flatMap((each) => (each.kind === 'indirect' ? [] : [each.span]))
  const found = spokenInTranslation(document.text, document.language, around, quoted, quote.span)
  if (found) return { translated: cite(document, found) }
  const before = continues === undefined ? undefined : text.quotes[continues]
  return before && before.span.start < quote.span.start ? translationOf(text, before) : {}
}

/**
 * Adds an unattributed quotation to the same words in another document that names the speaker. The two must share more than half of the
 * words of either.
 */
function joinerTo(groups: readonly SpokenQuote[][]): (nameless: SpokenQuote) => boolean {
  const index = createWordIndex(groups.length)
  for (const [at, group] of groups.entries()) index.put(at, new Set(group.flatMap((each) => [...each.stems])))
  /** Groups joined so far: the index does not know their new words. */
  const joined = new Set<number>()
  return (nameless) => {
    if (nameless.words.length < 5 || nameless.stems.size < 3 || isOfSeveral(nameless)) return false
    let isJoined = false
    index.find(nameless.stems, (at, count) => {
      if (isJoined || (count * 2 < nameless.stems.size && !joined.has(at))) return
      const group = nth(groups, at)
      isJoined = group.some(
        (each) => each.words.length >= 5 && dice(nameless.stems, each.stems) >= 0.7 && isSameUtterance(nameless, each),
      )
      if (!isJoined) return
      group.push(nameless)
      joined.add(at)
    })
    return isJoined
  }
}

/** `the activists said`, `the union said`: more than the one person whom another document names, where that person is not who is meant. */
function isOfSeveral({ source }: SpokenQuote): boolean {
  return source !== undefined && SEVERAL.test(source)
}

/** Ends in a plural, or names a body. */
const SEVERAL = /\b(?:both|all|[\p{L}]*[^\P{L}s]s|organi[sz]ation|group|company|union|community)$/u

function isWorthShowing({ quote, words }: SpokenQuote): boolean {
  return quote.kind === 'direct' && words.length >= minWordsUnattributed
}

function ledgerOf(groups: readonly SpokenQuote[][], texts: readonly MemberText[], rolesOf: RolesOf): SpeakerLedger[] {
  const speaker = groups[0]?.[0]?.speaker
  if (!speaker) return []
  const fuller = fullerWordings(groups)
  const utterances = inOrder(groups).map((group) => utteranceOf(group, texts, fuller.get(group)))
  return [{ speaker, ...rolesOf(speaker.id), utterances }]
}

/** Direct and mixed before indirect, each in order of time. */
function inOrder(groups: readonly SpokenQuote[][]): readonly SpokenQuote[][] {
  const rank = (group: readonly SpokenQuote[]) => (group.some(({ quote }) => quote.kind !== 'indirect') ? 0 : 1)
  return groups
    .map((group, index) => ({ group, index }))
    .sort((a, b) => rank(a.group) - rank(b.group) || a.index - b.index)
    .map(({ group }) => group)
}

function utteranceOf(group: readonly SpokenQuote[], texts: readonly MemberText[], fuller?: Citation): Utterance {
  // The earliest document gives the first wording: its fullest one in the speaker's own words, if any.
  const isReported = ({ quote }: SpokenQuote) => Number(quote.kind === 'indirect')
  const sorted = [...group].sort(
    (a, b) => a.member - b.member || isReported(a) - isReported(b) || b.words.length - a.words.length,
  )
  const [first, ...rest] = sorted.map(({ wording }) => wording)
  if (!first) throw new Error('An utterance needs at least one wording: do not pass empty groups')
  const outlets = sorted.map(({ member }) => texts[member]?.input.source.name ?? '')
  return { wordings: [first, ...rest], outlets: [...new Set(outlets)], ...defined({ fuller }) }
}

/** Direct quotations weigh twice as much as reported speech; every further outlet adds a little. */
function weightOf({ utterances }: SpeakerLedger): number {
  return utterances.reduce((sum, { wordings, outlets }) => {
    const isOwnWords = wordings.some((wording) => wording.kind !== 'indirect')
    return sum + (isOwnWords ? 2 : 1) + 0.2 * Math.log2(outlets.length)
  }, 0)
}

function listAt(lists: Map<string, SpokenQuote[]>, key: string): SpokenQuote[] {
  const known = lists.get(key)
  if (known) return known
  const made: SpokenQuote[] = []
  lists.set(key, made)
  return made
}
