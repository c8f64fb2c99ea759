import { type Citation, cite } from '../../core/citation.ts'
import type { CoveragePoint } from '../../core/coverage.ts'
import type { Span } from '../../core/span.ts'
import type { BriefPoint, Commitment, Member, SpeakerLedger, Utterance } from '../../core/story.ts'
import { areOfSamePlace, type Reading, readFigures } from '../differences/read-figures.ts'
import { sentenceToShow, supportingSentences } from '../people/attribution.ts'
import { isSelfContained } from '../stand-alone.ts'
import { isRunningText, isSummarizable, type MemberText, type SentenceText, within } from '../story-text.ts'
import { wordsOf } from '../words.ts'
import { areEquivalent, type Equivalents, groupEquivalents } from './group-equivalents.ts'

const maxShared = 4
const maxFigures = 3
const maxQuotations = 4
const maxCommitments = 3
const mainSpeakers = 2
const minWords = 6
const maxWords = 55
const minQuotedWords = 7
const maxSentences = 2400
const minDepth = 12

/** A sentence that carries a point, and the span that does. */
export type Carrier = { readonly sentence: SentenceText; readonly span: Span }

/** A main point before outlets are compared; its first carrier provides the words shown. */
export type MainPoint = {
  readonly of: CoveragePoint['of']
  readonly speaker?: string
  readonly carriers: readonly [Carrier, ...Carrier[]]
}

/** The parts of a dossier that points come from. */
export type PointSources = {
  readonly brief: readonly BriefPoint[]
  readonly ledger: readonly SpeakerLedger[]
  readonly commitments: readonly Commitment[]
}

/**
 * The main points of a story, each a verbatim passage with every passage that carries it: the same or an equivalent sentence, the same
 * number for the same thing, another wording of the same quotation. Points of the brief come first, then sentences of several independent
 * reports, figures, quotations and commitments. None is repeated.
 */
export function mainPoints(
  texts: readonly MemberText[],
  members: readonly Member[],
  sources: PointSources,
): MainPoint[] {
  const at = indexSentences(texts)
  const depth = Math.max(minDepth, Math.round(maxSentences / Math.max(1, texts.length)))
  const groups = groupEquivalents(texts.flatMap((text) => text.sentences.slice(0, depth).filter(isRunningText)))
  const points: MainPoint[] = []
  const add = (limit: number, found: readonly (MainPoint | undefined)[]) => {
    let left = limit
    for (const point of found) {
      if (!point || left === 0 || points.some((known) => overlapsPoint(known, point))) continue
      points.push(point)
      left--
    }
  }
  add(
    Number.POSITIVE_INFINITY,
    sources.brief.map(({ citations }) => pointOfCitations('sentence', citations, at, groups)),
  )
  add(maxShared, sharedSentences(groups, texts, members))
  add(maxFigures, sharedFigures(texts))
  add(maxQuotations, quotations(sources.ledger, at))
  add(
    maxCommitments,
    sources.commitments
      .map(({ statement }) => pointOfCitations('commitment', statement.citations, at, groups))
      .filter((point) => point !== undefined && isClear(point.carriers[0].sentence, texts)),
  )
  return points
}

/** The sentence of a document at an offset. */
type SentenceAt = (documentId: string, offset: number) => SentenceText | undefined

function indexSentences(texts: readonly MemberText[]): SentenceAt {
  const byDocument = new Map<string, readonly SentenceText[]>(
    texts.map(({ input, sentences }) => [input.document.id, sentences]),
  )
  return (documentId, offset) =>
    byDocument.get(documentId)?.find(({ span }) => span.start <= offset && offset < span.end)
}

/** A point already cited in the dossier, with equivalent sentences further down in the texts. */
function pointOfCitations(
  of: MainPoint['of'],
  citations: readonly Citation[],
  at: SentenceAt,
  groups: readonly Equivalents[],
): MainPoint | undefined {
  const cited = citations.flatMap(({ documentId, span }) => at(documentId, span.start) ?? [])
  const [main, ...rest] = cited
  if (!main) return undefined
  const group = groups.find(({ members }) => members.includes(main))
  const others = (group ? supportingSentences(main, group) : []).filter(
    (sentence) => !cited.includes(sentence) && areEquivalent(main, sentence),
  )
  return { of, carriers: [carrierOf(main), ...[...rest, ...others].map(carrierOf)] }
}

/** Sentences in at least two independent reports, the most widely carried first. */
function sharedSentences(
  groups: readonly Equivalents[],
  texts: readonly MemberText[],
  members: readonly Member[],
): MainPoint[] {
  return groups
    .map((group) => ({ group, reports: new Set(group.members.map(({ member }) => members[member]?.group)).size }))
    .filter(({ reports }) => reports >= 2)
    .sort((a, b) => b.reports - a.reports)
    .flatMap(({ group }): MainPoint[] => {
      const main = sentenceToShow(group, (sentence) => {
        return isClear(sentence, texts) && sentence.words.length >= minWords && sentence.words.length <= maxWords
      })
      if (!main) return []
      const others = supportingSentences(main, group).filter((sentence) => sentence !== main)
      return [{ of: 'sentence', carriers: [carrierOf(main), ...others.map(carrierOf)] }]
    })
}

/** How many sentences of an article are searched for its own points, and how many are tried. */
const deepestOwn = 10
const maxOwnTried = 4

/**
 * For each article, early sentences that may be its own contribution: clear, with a name and a number, and not yet a point. Whether other
 * outlets have them is checked elsewhere.
 */
export function exclusiveCandidates(texts: readonly MemberText[], known: readonly MainPoint[]): MainPoint[][] {
  const taken = new Set(known.flatMap(({ carriers }) => carriers.map(({ sentence }) => sentence)))
  return texts.map((text) =>
    text.sentences
      .slice(1, deepestOwn)
      .filter((sentence) => {
        const { length } = sentence.words
        if (taken.has(sentence) || length < minWords || length > maxWords || !isClear(sentence, texts)) return false
        const isNamed = within(text.mentions, sentence.span).some(
          ({ form, kind }) => form === 'name' && kind !== 'place',
        )
        return isNamed && text.figures.some((figure) => figure.sentence === sentence.index)
      })
      .slice(0, maxOwnTried)
      .map((sentence) => ({ of: 'sentence', carriers: [carrierOf(sentence)] })),
  )
}

/** True for a sentence of a complete news article that makes sense alone. */
function isClear(sentence: SentenceText, texts: readonly MemberText[]): boolean {
  const text = texts[sentence.member]
  return text !== undefined && isSummarizable(text.input.article) && isSelfContained(sentence, text)
}

/** The same number for the same thing in two or more articles. */
function sharedFigures(texts: readonly MemberText[]): MainPoint[] {
  const groups: Reading[][] = []
  for (const text of texts) {
    if (!isSummarizable(text.input.article)) continue
    for (const reading of readFigures(text)) {
      const known = groups.find(([first]) => first !== undefined && isSameFigure(first, reading))
      if (known) known.push(reading)
      else groups.push([reading])
    }
  }
  return groups
    .filter((group) => new Set(group.map(({ sentence }) => sentence.member)).size >= 2)
    .sort((a, b) => b.length - a.length)
    .flatMap((group): MainPoint[] => {
      const [main, ...others] = group
        .filter(({ sentence }) => isRunningText(sentence) && sentence.words.length <= maxWords)
        .map(({ sentence }) => carrierOf(sentence))
      return main ? [{ of: 'figure', carriers: [main, ...others] }] : []
    })
}

function isSameFigure(a: Reading, b: Reading): boolean {
  return a.unit === b.unit && a.value === b.value && areOfSamePlace(a, b)
}

/** Direct quotations in two or more outlets, then the first statement of the most quoted speakers. */
function quotations(ledger: readonly SpeakerLedger[], at: SentenceAt): MainPoint[] {
  return ledger
    .flatMap(({ speaker, utterances }, rank) =>
      utterances
        .filter(isWorthARow)
        .filter(({ outlets }, index) => outlets.length >= 2 || (rank < mainSpeakers && index === 0))
        .map((utterance) => ({ speaker: speaker.name, utterance })),
    )
    .sort((a, b) => b.utterance.outlets.length - a.utterance.outlets.length)
    .flatMap(({ speaker, utterance }): MainPoint[] => {
      const [main, ...others] = utterance.wordings.flatMap(({ citation }) => {
        const sentence = at(citation.documentId, citation.span.start)
        return sentence ? [{ sentence, span: citation.span }] : []
      })
      return main ? [{ of: 'quotation', speaker, carriers: [main, ...others] }] : []
    })
}

function isWorthARow({ wordings: [first] }: Utterance): boolean {
  return first.kind === 'direct' && wordsOf(first.citation.exact).length >= minQuotedWords
}

/** True when two points are in one sentence, or say the same. */
function overlapsPoint(a: MainPoint, b: MainPoint): boolean {
  const [main] = b.carriers
  return a.carriers.some(
    ({ sentence }) => sentence === main.sentence || (a.of === b.of && areEquivalent(sentence, main.sentence)),
  )
}

function carrierOf(sentence: SentenceText): Carrier {
  return { sentence, span: sentence.span }
}

export function citationOf({ sentence, span }: Carrier, texts: readonly MemberText[]): Citation | undefined {
  const document = texts[sentence.member]?.input.document
  return document && cite(document, span)
}
