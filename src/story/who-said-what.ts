import type { Entity } from '../core/annotation.ts'
import { type Citation, cite } from '../core/citation.ts'
import type { Document } from '../core/document.ts'
import { publishedAtOf } from '../core/live-post.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { SpeakerLedger, Utterance, Wording } from '../core/story.ts'
import type { EntityMap } from './merge-entities.ts'
import { readQuotes } from './read-quotes.ts'
import type { MemberText } from './story-text.ts'
import { containment, contentStems, dice, sharedCount, type Word, wordsOf } from './words.ts'

/** Below this a speaker is not named: the quotation stands unattributed. */
export const attributionFloor = 0.4
const minWordsUnattributed = 8
/** Two wordings are one utterance when they share this much of the shorter one's words. */
const sameUtterance = 0.6

/** A quotation with its words, before it is grouped with others. */
type Said = {
  readonly member: number
  readonly quote: Quote
  readonly speaker?: Entity
  readonly words: readonly Word[]
  /** The words in lower case, a space around each. */
  readonly key: string
  readonly stems: ReadonlySet<string>
  readonly wording: Wording
}

/**
 * The ledger of a story: for each speaker what was said, the wordings of one utterance grouped across documents with the
 * earliest first. Quotations in the speaker's own words come before reported speech. A quotation whose speaker is less sure
 * than `attributionFloor` is not put into anybody's mouth; a long one stands unattributed, the rest is left out.
 */
export function whoSaidWhat(
  texts: readonly MemberText[],
  entities: EntityMap,
): { ledger: readonly SpeakerLedger[]; unattributed: readonly Utterance[] } {
  const said = texts.flatMap((text) => readQuotes(text).flatMap((quote) => readSaid(text, quote, entities)))
  const bySpeaker = new Map<string, Said[]>()
  const nameless: Said[] = []
  for (const each of said) {
    if (!each.speaker) nameless.push(each)
    else listAt(bySpeaker, each.speaker.id).push(each)
  }
  const groups = new Map([...bySpeaker].map(([id, list]) => [id, groupUtterances(list)]))
  const attributed = indexByStem([...groups.values()].flat())
  // Where a person said that nobody is known, another document's name is not put in.
  const leftOver = nameless.filter((each) => each.quote.pattern === 'label' || !joinAttributed(each, attributed))
  const ledger = [...groups.values()].flatMap((utterances) => ledgerOf(utterances, texts, entities))
  ledger.sort((a, b) => weightOf(b) - weightOf(a))
  const unattributed = groupUtterances(leftOver.filter(isWorthShowing))
  return { ledger, unattributed: inOrder(unattributed).map((group) => utteranceOf(group, texts)) }
}

function readSaid(text: MemberText, quote: Quote, entities: EntityMap): Said[] {
  const { document } = text.input
  const words = wordsOf(document.text.slice(quote.span.start, quote.span.end))
  const isSure = quote.speaker !== undefined && quote.pattern !== 'none' && quote.confidence >= attributionFloor
  if (!isSure && quote.kind === 'indirect') return []
  const wording: Wording = {
    citation: cite(document, quote.span),
    kind: quote.kind,
    confidence: quote.confidence,
    pattern: quote.pattern,
    ...(quote.cue ? { cue: cite(document, quote.cue) } : {}),
    ...circumstancesOf(document, quote),
    ...(document.posts && { postedAt: publishedAtOf(document, quote.span.start) }),
  }
  const speaker = isSure && quote.speaker ? { speaker: entities.of(quote.speaker) } : {}
  const key = ` ${words.map((word) => word.text).join(' ')} `
  return [{ member: text.member, quote, words, key, stems: contentStems(words), wording, ...speaker }]
}

/** Whom it was said to, where, on what and when; words that say two of these (`told Fox News`) are told once. */
function circumstancesOf(document: Document, quote: Quote): Partial<Wording> {
  const { addressee, place, channel, when } = quote
  const isFree = (span: Span, taken: readonly (Span | undefined)[]) =>
    taken.every((other) => other === undefined || !overlaps(span, other))
  return {
    ...(addressee && isFree(addressee, [channel]) ? { addressee: cite(document, addressee) } : {}),
    ...(place && isFree(place, [addressee, channel, when]) ? { place: cite(document, place) } : {}),
    ...(channel ? { channel: cite(document, channel) } : {}),
    ...(when ? { when: cite(document, when) } : {}),
  }
}

/** Groups in order of publication, so that the first of a group is the earliest wording. */
function groupUtterances(said: readonly Said[]): Said[][] {
  const groups: Said[][] = []
  for (const each of said) {
    const known = groups.find((group) => group.some((other) => isSameUtterance(each, other)))
    if (known) known.push(each)
    else groups.push([each])
  }
  return groups
}

/**
 * One utterance: the same words, or most content words of the shorter among those of the longer. A fragment of fewer than
 * three content words must stand in the longer one as it is.
 */
function isSameUtterance(a: Said, b: Said): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (long.key.includes(short.key)) return short.words.length >= 3 || short.key === long.key
  if (short.stems.size < 3 || sharedCount(short.stems, long.stems) < 3) return false
  // Within one document the writer quotes one utterance once, and a few words stand in many: these must nearly all agree.
  const isWeak = a.member === b.member || short.stems.size <= 5 || long.stems.size > 5 * short.stems.size
  const needed = isWeak ? 0.85 : sameUtterance
  return containment(short.stems, long.stems) >= needed
}

/** Puts an unattributed quotation beside the same words where another document names the speaker. */
function joinAttributed(nameless: Said, attributed: ReadonlyMap<string, ReadonlySet<Said[]>>): boolean {
  if (nameless.words.length < 5 || nameless.stems.size < 3) return false
  const candidates = new Set([...nameless.stems].flatMap((stem) => [...(attributed.get(stem) ?? [])]))
  for (const group of candidates) {
    const isSame = group.some(
      (each) => each.words.length >= 5 && dice(nameless.stems, each.stems) >= 0.7 && isSameUtterance(nameless, each),
    )
    if (!isSame) continue
    group.push(nameless)
    return true
  }
  return false
}

function indexByStem(groups: readonly Said[][]): Map<string, Set<Said[]>> {
  const index = new Map<string, Set<Said[]>>()
  for (const group of groups) {
    for (const stem of group.flatMap((each) => [...each.stems])) {
      const known = index.get(stem)
      if (known) known.add(group)
      else index.set(stem, new Set([group]))
    }
  }
  return index
}

function isWorthShowing({ quote, words }: Said): boolean {
  return quote.kind === 'direct' && words.length >= minWordsUnattributed
}

function ledgerOf(groups: readonly Said[][], texts: readonly MemberText[], entities: EntityMap): SpeakerLedger[] {
  const speaker = groups[0]?.[0]?.speaker
  if (!speaker) return []
  const role = roleOf(speaker, texts, entities)
  return [{ speaker, ...(role ? { role } : {}), utterances: inOrder(groups).map((group) => utteranceOf(group, texts)) }]
}

/** Direct and mixed before indirect, each in order of time. */
function inOrder(groups: readonly Said[][]): readonly Said[][] {
  const rank = (group: readonly Said[]) => (group.some(({ quote }) => quote.kind !== 'indirect') ? 0 : 1)
  return groups
    .map((group, index) => ({ group, index }))
    .sort((a, b) => rank(a.group) - rank(b.group) || a.index - b.index)
    .map(({ group }) => group)
}

function utteranceOf(group: readonly Said[], texts: readonly MemberText[]): Utterance {
  // The earliest document gives the first wording; of its wordings one in the speaker's own words, the fullest.
  const isReported = ({ quote }: Said) => Number(quote.kind === 'indirect')
  const sorted = [...group].sort(
    (a, b) => a.member - b.member || isReported(a) - isReported(b) || b.words.length - a.words.length,
  )
  const [first, ...rest] = sorted.map(({ wording }) => wording)
  if (!first) throw new Error('An utterance needs at least one wording: do not pass empty groups')
  const outlets = sorted.map(({ member }) => texts[member]?.input.source.name ?? '')
  return { wordings: [first, ...rest], outlets: [...new Set(outlets)] }
}

/**
 * The role written beside the name in the earliest document that has one (`US Special Envoy`, the longest there says most),
 * else one that stands in for the name (`the Prime Minister`).
 */
function roleOf(speaker: Entity, texts: readonly MemberText[], entities: EntityMap): Citation | undefined {
  for (const isBeside of [true, false]) {
    for (const { mentions, input } of texts) {
      const roles = mentions.flatMap((mention) => {
        if (!mention.role || (mention.form === 'name') !== isBeside) return []
        return entities.of(mention.entity).id === speaker.id ? [cite(input.document, mention.role)] : []
      })
      const longest = roles
        .filter(({ exact }) => !nationality.test(exact))
        .reduce<Citation | undefined>((a, b) => (a && a.exact.length >= b.exact.length ? a : b), undefined)
      if (longest) return longest
    }
  }
  return undefined
}

/** `the Ukrainian` stands for a name but is no role. */
const nationality = /^(?:the )?\p{Lu}\p{L}+(?:an|ian|ish|ese|ench|utch|eek|aqi|aeli|stani)$/u

/** Own words weigh twice as much as reported speech; every further outlet adds a little. */
function weightOf({ utterances }: SpeakerLedger): number {
  return utterances.reduce((sum, { wordings, outlets }) => {
    const isOwnWords = wordings.some((wording) => wording.kind !== 'indirect')
    return sum + (isOwnWords ? 2 : 1) + 0.2 * Math.log2(outlets.length)
  }, 0)
}

function listAt(lists: Map<string, Said[]>, key: string): Said[] {
  const known = lists.get(key)
  if (known) return known
  const made: Said[] = []
  lists.set(key, made)
  return made
}
