import type { Entity, Signal } from '../../core/annotation.ts'
import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { textOf } from '../../core/document.ts'
import type { Quote } from '../../core/quote.ts'
import { contains, overlaps, type Span } from '../../core/span.ts'
import type { Difference, Member } from '../../core/story.ts'
import type { EntityMap } from '../people/merge-entities.ts'
import { readQuotes } from '../people/read-quotes.ts'
import { areOpposed, type Stance, stancesOf } from '../people/stance.ts'
import { areEquivalent } from '../points/group-equivalents.ts'
import { isSummarizable, type MemberText, type SentenceText } from '../story-text.ts'
import { contentStems, sharedCount, wordsOf } from '../words.ts'
import { opposedAccounts } from './opposed-accounts.ts'
import { areOfSamePlace, type Reading, readFigures } from './read-figures.ts'

/** Reports within this many hours may describe the same moment. */
const sameMomentHours = 3
const settledHours = 24
/** Numbers that differ by less than this part of the larger one may be rounded differently. */
const tolerance = 0.1
const minSharedStems = 4
/** Counts that differ by more than this factor count different things: a country and the world. */
const largestGap = 4

/**
 * Figures that differ: exact numbers (no `about`, no `at least`) for the same unit and event, in independent reports, at overlapping times.
 * Counts may grow, so a later report of a growing count differs only if it is smaller. At most one per unit.
 */
export function differingFigures(texts: readonly MemberText[], members: readonly Member[]): Difference[] {
  const firsts = texts.flatMap((text) => (isSummarizable(text.input.article) ? firstReadings(text) : []))
  const differences = new Map<string, Difference>()
  for (const [index, a] of firsts.entries()) {
    for (const b of firsts.slice(index + 1)) {
      if (differences.has(a.unit) || !differ(a, b, texts, members)) continue
      const difference = differenceOf(a, b, texts, members)
      if (difference) differences.set(a.unit, difference)
    }
  }
  return [...differences.values()]
}

/** The number an article gives for each unit, if only one: two numbers in one article count different things. */
function firstReadings(text: MemberText): Reading[] {
  const readings = readFigures(text)
  return readings.filter(
    (reading) =>
      readings.every((other) => other.unit !== reading.unit || other.value === reading.value) &&
      readings.findIndex((other) => other.unit === reading.unit) === readings.indexOf(reading),
  )
}

function differ(a: Reading, b: Reading, texts: readonly MemberText[], members: readonly Member[]): boolean {
  // Sums of money more often differ by purpose than by source, so they are left to the reader.
  if (/^[$£€]/.test(a.unit)) return false
  if (a.unit !== b.unit || a.isRough || b.isRough || a.value === b.value) return false
  if (members[a.sentence.member]?.group === members[b.sentence.member]?.group) return false
  if (Math.abs(a.value - b.value) / Math.max(a.value, b.value) <= tolerance) return false
  if (a.isCumulative && a.value / Math.max(b.value, 1) > largestGap) return false
  // Texts are in order of publication, so `b` is the later one.
  if (a.isCumulative && b.value > a.value) return false
  const hours = Math.abs(timeOf(b, texts) - timeOf(a, texts)) / 3_600_000
  // If both have only a date, neither is known to be later.
  if (a.isCumulative && hours === 0) return false
  if (hours > (a.isCumulative ? sameMomentHours : settledHours)) return false
  return areOfSamePlace(a, b) && sharedCount(a.sentence.stems, b.sentence.stems) >= minSharedStems
}

function timeOf({ sentence }: Reading, texts: readonly MemberText[]): number {
  return Date.parse(texts[sentence.member]?.input.document.publishedAt ?? '')
}

function differenceOf(
  a: Reading,
  b: Reading,
  texts: readonly MemberText[],
  members: readonly Member[],
): Difference | undefined {
  const inA = texts[a.sentence.member]?.input.document
  const inB = texts[b.sentence.member]?.input.document
  if (!inA || !inB) return undefined
  const nameA = members[a.sentence.member]?.sourceName ?? ''
  const nameB = members[b.sentence.member]?.sourceName ?? ''
  return {
    kind: 'figures',
    a: { speaker: nameA, citation: cite(inA, a.sentence.span) },
    b: { speaker: nameB, citation: cite(inB, b.sentence.span) },
    why: `${a.unit}: ${nameA} gives ${a.value}, ${nameB} gives ${b.value}, at the same time.`,
  }
}

/** The sentence that rejects and the statement before it, if it is known who rejects what. */
function rejectedClaim(
  signal: Signal,
  sentence: SentenceText,
  text: MemberText,
  entities: EntityMap,
): Difference | undefined {
  const { document } = text.input
  const { denier, denied } = signal
  // A claim described in the sentence itself has no wording of its own to compare.
  if (!denier || !denied || contains(sentence.span, denied.span)) return undefined
  const claim = text.sentences.find(({ span }) => overlaps(span, denied.span))
  if ([sentence, ...(claim ? [claim] : [])].some((each) => isExcerpt(each, text))) return undefined
  const rejecting = denier.entity ? entities.of(denier.entity) : undefined
  const claimant = denied.by?.entity && entities.of(denied.by.entity)
  if (claimant && claimant.id === rejecting?.id) return undefined
  if (isProposal.test(textOf(document, signal.span))) return undefined
  // With two accusations and no known accuser, it is unclear which is denied.
  if (!claimant && claim && (claim.text.match(accusing) ?? []).length > 1) return undefined
  const name = rejecting?.name ?? textOf(document, denier.span)
  return {
    kind: 'dispute',
    a: {
      ...defined({ speaker: claimant && !(claim && isRelayed(claim)) ? claimant.name : undefined }),
      citation: cite(document, claim?.span ?? denied.span),
    },
    b: { speaker: name, citation: cite(document, sentence.span) },
    signal: cite(document, signal.span),
    why: `The reporter says ${name} rejects the statement before it.`,
  }
}

/** Rejecting a proposal is a decision; it contradicts nobody's account. */
const isProposal = /\bproposals?$/i
const accusing = /\b(?:accus(?:es?|ed|ing|ations?)|alleg(?:es?|ed|ing|ations?)|claim(?:s|ed|ing)|charg(?:ed|ing))\b/gi

/**
 * A sentence with square brackets or an ellipsis outside of quotation marks is an excerpt from another text, such as a ruling or a letter.
 * Its author, not the reporter, rejects something.
 */
function isExcerpt(sentence: SentenceText, { quotes }: MemberText): boolean {
  if (/^[“"]?(?:…|\.\.\.|\[…|\[\.\.\.)/.test(sentence.text) || /(?:…|\[\.\.\.\])$/.test(sentence.text)) return true
  return [...sentence.text.matchAll(/\[[^\]]{2,}\]/g)].some(({ index }) => {
    const at = sentence.span.start + index
    return !quotes.some(({ kind, span }) => kind !== 'indirect' && span.start <= at && at < span.end)
  })
}

/** `As Holm has reported, the workers alleged …`: the person who relays an accusation does not make it. */
function isRelayed({ text }: SentenceText): boolean {
  return /\b(?:said|says|reported|reports|wrote|noted|notes|told)\b.*\b(?:alleg(?:es?|ed)|accus(?:es?|ed)|claim(?:s|ed))\b/s.test(
    text,
  )
}

/** How far from a signal, in sentences, the two statements may be (honesty rule 3). */
const reach = 2
const maxDifferences = 12

/** A statement with its stances. */
type StatementWithStances = {
  readonly span: Span
  readonly sentence: number
  readonly speaker?: Entity
  readonly stances: readonly Stance[]
}

/**
 * Where accounts differ, asserted only if a reporter says so. A reversal is opposite stances of one speaker on one thing within two
 * sentences of a sentence that signals a conflict; a dispute is a sentence that rejects the statement before it; figures differ for the
 * same unit and event at one time in independent reports. The signal is cited. Everything else is left to the reader.
 */
export function findDifferences(
  texts: readonly MemberText[],
  members: readonly Member[],
  entities: EntityMap,
): Difference[] {
  const found: { difference: Difference; key: SentenceText }[] = []
  for (const text of texts) {
    if (members[text.member]?.kind === 'opinion') continue
    const signals = Map.groupBy(text.signals.filter(isOfAccounts), ({ sentence }) => sentence)
    for (const sentence of signals.size === 0 ? [] : text.sentences) {
      const [signal] = signals.get(sentence.index) ?? []
      if (!signal) continue
      const difference = fromSignal(sentence, signal, text, entities)
      // A copy, or another outlet's report, signals the same difference again.
      if (
        difference &&
        !found.some((each) => areEquivalent(each.key, sentence) || isSameDispute(each.difference, difference))
      )
        found.push({ difference, key: sentence })
    }
  }
  return [...found.map(({ difference }) => difference), ...differingFigures(texts, members)].slice(0, maxDifferences)
}

/** A denial has its claim in its own sentence, so it does not contrast two statements. */
function isOfAccounts({ kind }: Signal): boolean {
  return kind !== 'denial'
}

/** A dispute between two people on one matter is shown once, whoever reports it. */
function isSameDispute(a: Difference, b: Difference): boolean {
  if (a.kind !== b.kind || !a.a.speaker || a.a.speaker !== b.a.speaker || a.b.speaker !== b.b.speaker) return false
  const names = contentStems(wordsOf(`${a.a.speaker} ${a.b.speaker ?? ''}`))
  const matter = contentStems(wordsOf(a.a.citation.exact)).difference(names)
  return sharedCount(matter, contentStems(wordsOf(b.a.citation.exact))) >= 2
}

function fromSignal(
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
  entities: EntityMap,
): Difference | undefined {
  const near = text.sentences.filter((each) => Math.abs(each.index - sentence.index) <= reach)
  const said = readQuotes(text)
  const positions = near.flatMap((each) => positionsIn(each, text, said, entities))
  return (
    oppositeStances(positions, sentence, signal, text) ??
    (signal.kind === 'conflict' ? opposedAccounts(sentence, text, entities, reach) : undefined) ??
    (signal.kind === 'rejection' ? rejectedClaim(signal, sentence, text, entities) : undefined)
  )
}

/** The statements in a sentence: its quotations, each with its speaker. A sentence without quotations has none. */
function positionsIn(
  sentence: SentenceText,
  text: MemberText,
  said: readonly Quote[],
  entities: EntityMap,
): StatementWithStances[] {
  const { document } = text.input
  const quotes = said.filter((quote) => quote.span.start >= sentence.span.start && overlaps(quote.span, sentence.span))
  const speakers = new Set(quotes.flatMap((quote) => (quote.speaker ? [entities.of(quote.speaker).id] : [])))
  return quotes.flatMap((quote) => {
    const stances = stancesOf(wordsOf(document.text.slice(quote.span.start, quote.span.end)))
    if (stances.length === 0) return []
    // If a sentence names only one speaker, both of its quotations are by that speaker.
    const named = quote.speaker ?? (speakers.size === 1 ? quotes.find((each) => each.speaker)?.speaker : undefined)
    const speaker = named ? { speaker: entities.of(named) } : {}
    return [{ span: quote.span, sentence: sentence.index, stances, ...speaker }]
  })
}

/** Opposite stances on one thing: of one speaker a reversal, of two a dispute. */
function oppositeStances(
  positions: readonly StatementWithStances[],
  sentence: SentenceText,
  signal: Signal,
  text: MemberText,
): Difference | undefined {
  const { document } = text.input
  for (const [index, a] of positions.entries()) {
    for (const b of positions.slice(index + 1)) {
      if (!a.speaker || !b.speaker || overlaps(a.span, b.span)) continue
      const target = opposedTarget(a, b)
      if (!target) continue
      const isReversal = a.speaker.id === b.speaker.id
      if (isReversal && signal.kind !== 'conflict') continue
      return {
        kind: isReversal ? 'reversal' : 'dispute',
        a: { speaker: a.speaker.name, citation: cite(document, a.span) },
        b: { speaker: b.speaker.name, citation: cite(document, b.span) },
        signal: cite(document, sentence.span),
        why: isReversal
          ? `The reporter says the statements conflict: ${a.speaker.name} takes opposite sides on “${target}”.`
          : `The reporter says the statements conflict: the two take opposite sides on “${target}”.`,
      }
    }
  }
  return undefined
}

function opposedTarget(a: StatementWithStances, b: StatementWithStances): string | undefined {
  for (const stance of a.stances) if (b.stances.some((other) => areOpposed(stance, other))) return stance.targetWord
  return undefined
}
