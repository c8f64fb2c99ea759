import type { Entity } from '../core/annotation.ts'
import { cite } from '../core/citation.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import { nameWordKey } from '../core/names/name-spelling.ts'
import { nth } from '../core/nth.ts'
import type { Quote } from '../core/quote.ts'
import { overlaps, type Span } from '../core/span.ts'
import type { Dossier, Member, NamedEntity, OutletNote, RelationFacts, Report, Term } from '../core/story.ts'
import { primaryLanguage } from '../core/text/primary-language.ts'
import type { SentencePair, SharedText } from '../core/text/text-reuse.ts'
import { chooseHeadline, languageOf } from './choose-headline.ts'
import { choosePicture } from './choose-picture.ts'
import { findCommitments } from './commitments/find-commitments.ts'
import { countReports } from './count-reports.ts'
import { findDifferences } from './differences/find-differences.ts'
import { trackFigures } from './differences/track-figures.ts'
import { wordChoices as findWordChoices } from './differences/word-choices.ts'
import { languageMarks } from './language-marks.ts'
import { isCopyKind, isEarlier, type Overlap, overlapsOf } from './measure-overlap.ts'
import { mergeEntities } from './people/merge-entities.ts'
import { nameParts } from './people/person-address.ts'
import { quoteLedger } from './people/quote-ledger.ts'
import { coverageMatrix } from './points/coverage-matrix.ts'
import { isFunctionWord } from './related/foreign-words.ts'
import { findRetellings } from './retellings/find-retellings.ts'
import { type MemberText, readMembers, type StoryInput } from './story-text.ts'
import { briefPoints } from './summaries/brief-points.ts'
import { leadSentence, mustTellHeadline } from './summaries/lead-sentence.ts'
import { shortSummary } from './summaries/short-summary.ts'
import { buildTimeline } from './timeline/build-timeline.ts'
import { type Word, wordsOf } from './words.ts'

/** How many passages of a copy are kept for a reader to judge by; a few are enough. */
const shownOfCopy = 2
const shownOfPassages = 4

/**
 * For every article with text of another member: the member it has most in common with, and their longest common passages, cited on both
 * sides. Shows why two articles are one report, or why one is only partly its own. Articles whose originals are outside the story have
 * none, because there is nothing to open.
 */
export function sharePassages(texts: readonly MemberText[], members: readonly Member[]): SharedText[] {
  const overlaps = overlapsOf(texts)
  return texts.flatMap((text, index) => {
    const member = nth(members, index)
    const overlap = decisiveOverlap(overlaps[index] ?? [], index, member)
    const other = overlap?.other === undefined ? undefined : texts[overlap.other]
    if (!overlap || !other) return []
    const passages = overlap.passages.filter(
      ({ span, otherSpan }) => isIn(text.input.document, span) && isIn(other.input.document, otherSpan),
    )
    if (passages.length === 0) return []
    return [
      {
        documentId: member.documentId,
        otherId: overlap.otherId,
        kind: overlap.kind,
        count: passages.length,
        passages: longest({ ...overlap, passages }, text, other),
      },
    ]
  })
}

/** The overlap that decides how a member is counted: with its original, otherwise with the earlier text it shares most with. */
function decisiveOverlap(overlaps: readonly Overlap[], index: number, { copiedFrom }: Member): Overlap | undefined {
  const known = overlaps.find(({ otherId }) => otherId === copiedFrom)
  if (known?.other !== undefined) return known
  const earlier = overlaps.filter(
    (overlap) => overlap.kind !== 'shared-quotation' && overlap.other !== undefined && isEarlier(overlap, index),
  )
  return earlier.reduce<Overlap | undefined>(
    (best, each) => (best && rank(best) >= rank(each) ? best : each),
    undefined,
  )
}

/** Whole texts before passages, then by share. */
function rank({ kind, share }: Overlap): number {
  return share + (isCopyKind(kind) ? 1 : 0)
}

function isIn({ text }: Document, { start, end }: Span): boolean {
  return start < end && end <= text.length
}

function longest({ kind, passages }: Overlap, here: MemberText, there: MemberText): SentencePair[] {
  return passages
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .slice(0, isCopyKind(kind) ? shownOfCopy : shownOfPassages)
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span, otherSpan }) => ({
      here: cite(here.input.document, span),
      there: cite(there.input.document, otherSpan),
    }))
}

const maxTerms = 60
const titleWords = 40
const openingWords = 250
const titleWeight = 3
const capitalWeight = 1.3
const maxCopies = 60

/**
 * What relates a story to others: the most used words of its members' titles and openings, the documents outside the story that a member
 * copies, and what reads the same in every language. Words of titles count three times, capitalized words a little more; the weight is 1 +
 * ln of the count.
 */
export function relationFacts(texts: readonly MemberText[]): RelationFacts {
  return { terms: termsOf(texts), copies: copiesOf(texts), marks: languageMarks(texts) }
}

type Count = { readonly word: string; count: number; isInTitle: boolean }

function termsOf(texts: readonly MemberText[]): Term[] {
  const counts = new Map<string, Count>()
  const count = (text: string, words: readonly Word[], language: string, isInTitle: boolean) => {
    for (const { stem, span, isStop, text: word } of words) {
      if (isStop || word.length < 2 || isFunctionWord(language, word)) continue
      const first = text.charAt(span.start)
      const weight = (isInTitle ? titleWeight : 1) * (first === first.toLowerCase() ? 1 : capitalWeight)
      const known = counts.get(stem)
      if (!known)
        counts.set(stem, { word: text.slice(span.start, span.end).replace(/['’]s?$/u, ''), count: weight, isInTitle })
      else {
        known.count += weight
        known.isInTitle ||= isInTitle
      }
    }
  }
  for (const { input, sentences } of texts) {
    const { title } = input.document
    const language = primaryLanguage(input.document.language)
    count(title, wordsOf(title).slice(0, titleWords), language, true)
    let left = openingWords
    for (const { text, words } of sentences) {
      if (left <= 0) break
      count(text, words.slice(0, left), language, false)
      left -= words.length
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .slice(0, maxTerms)
    .map(([stem, { word, count, isInTitle }]) => ({
      stem,
      word,
      weight: Math.round((1 + Math.log(Math.max(1, count))) * 100) / 100,
      ...defined({ isInTitle: isInTitle || undefined }),
    }))
}

function copiesOf(texts: readonly MemberText[]): RelationFacts['copies'] {
  const own = new Set(texts.map(({ input }) => input.document.id))
  const others = texts.flatMap(({ input }) =>
    input.syndications
      .filter(({ kind, otherId }) => (kind === 'whole-copy' || kind === 'cut-copy') && !own.has(otherId))
      .map(({ otherId }) => otherId),
  )
  return [...new Set(others)].slice(0, maxCopies)
}

const TITLE = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|M|Mme)\.?\s+/u
const ONE_NAME = /^\p{Lu}[\p{L}\p{M}’'-]+$/u

/**
 * Names speakers with the help of the story's other documents. A quotation by a surname that its own document does not explain (`“…,” Varga
 * said`) is by the one person with that surname whom another document names in full. Not if two people of the story share it, or if the
 * document uses the word for a place or body.
 */
export function nameSpeakers(members: readonly MemberText[]): MemberText[] {
  const bySurname = surnamesIn(members)
  return members.map((text) => {
    const quotes = text.quotes.map((quote) => nameSpeaker(text, quote, bySurname))
    return quotes.every((quote, i) => quote === text.quotes[i]) ? text : { ...text, quotes }
  })
}

/** Persons named in full in the story, by surname; undefined where two share one. */
function surnamesIn(members: readonly MemberText[]): ReadonlyMap<string, Entity | undefined> {
  const bySurname = new Map<string, Entity | undefined>()
  for (const { mentions } of members)
    for (const { kind, form, entity } of mentions) {
      const parts = kind === 'person' && form === 'name' ? nameParts(entity.name) : []
      const surname = parts.length > 1 ? nameWordKey(parts.at(-1) as string) : undefined
      if (surname === undefined) continue
      const before = bySurname.get(surname)
      const isOther = bySurname.has(surname) && before?.id !== entity.id
      bySurname.set(surname, isOther ? undefined : entity)
    }
  return bySurname
}

function nameSpeaker(text: MemberText, quote: Quote, bySurname: ReadonlyMap<string, Entity | undefined>): Quote {
  const { source } = quote
  if (quote.speaker || !source) return quote
  const name = text.input.document.text.slice(source.start, source.end).replace(TITLE, '')
  const speaker = ONE_NAME.test(name) ? bySurname.get(nameWordKey(name)) : undefined
  // A name that its own document knows, and does not take for the speaker's, is left alone.
  const isElse = speaker && text.mentions.some(({ span }) => overlaps(span, source))
  return speaker && !isElse ? { ...quote, speaker } : quote
}

const most = 12
/** `This story has been updated` says that there is news, not that something was wrong. It is kept only if it says why. */
const saysWhat = /\bto (?:note|reflect|show|say|add|remove|make clear|include that)\b|\bheadline\b/i

/** What the story's outlets say they corrected or changed, earliest article first, without repeated notes. */
export function outletNotes(texts: readonly MemberText[]): OutletNote[] {
  const seen = new Set<string>()
  return texts
    .flatMap(({ input }) =>
      (input.annotations.amendments?.items ?? []).map(({ kind, span }) => ({
        kind,
        citation: cite(input.document, span),
      })),
    )
    .filter(({ kind, citation }) => kind !== 'update' || saysWhat.test(citation.exact))
    .filter(({ citation }) => {
      const isFirst = !seen.has(citation.exact)
      seen.add(citation.exact)
      return isFirst
    })
    .slice(0, most)
}

export type { StoryInput } from './story-text.ts'

/** Input of a dossier. Members are in order of publication. */
type DossierInput = {
  readonly storyId: StoryId
  readonly members: readonly StoryInput[]
  /** Documents whose title is used only if there is no other. */
  readonly doubtfulTitles?: ReadonlySet<DocumentId>
  /** URLs of pictures that outlets put on many articles. */
  readonly usualPictures?: ReadonlySet<string>
}

/**
 * Computes everything a story page shows from the story's documents and their layers. Every statement is a verbatim sentence or passage
 * with its citation; pass the result to `verify` before saving or showing it. Throws on a story without members.
 */
export function buildDossier(input: DossierInput): Dossier {
  const steps = dossierInSteps(input)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The same in steps: a large story takes long, so the caller can serve requests in between. */
export function* dossierInSteps({
  storyId,
  members: inputs,
  doubtfulTitles,
  usualPictures,
}: DossierInput): Generator<void, Dossier> {
  if (inputs.length === 0) throw new Error(`Story ${storyId} has no members: build its dossier when it has one`)
  const texts = nameSpeakers(readMembers(inputs))
  yield
  const { members, reports } = countReports(texts)
  const entities = mergeEntities(texts)
  yield
  const language = languageOf(texts)
  const figures = trackFigures(texts)
  const wordChoices = findWordChoices(texts, members, language)
  const headline = chooseHeadline(texts, members, language, wordChoices, doubtfulTitles, figures)
  yield
  const lead = leadSentence(texts, members, { headline, language })
  const said = quoteLedger(texts, entities)
  yield
  const { ledger } = said
  const brief =
    lead || !mustTellHeadline(texts, language)
      ? briefPoints(texts, members, { headline: headline.title, language, figures, lead, ledger })
      : []
  yield
  const commitments = findCommitments(texts, entities)
  yield
  const coverage = coverageMatrix(texts, members, { headline: headline.title, brief, ledger, commitments })
  yield
  const shared = sharePassages(texts, members)
  const retellings = findRetellings(texts, members)
  yield
  const short = shortSummary(texts, members, { headline: headline.title, language, figures })
  yield
  const timeline = buildTimeline(texts, members)
  yield
  const differences = findDifferences(texts, members, entities)
  const relation = relationFacts(texts)
  return {
    storyId,
    headline,
    language,
    members,
    reports,
    shared,
    retellings,
    ...defined({ lead }),
    brief,
    short,
    ...said,
    timeline,
    differences,
    commitments,
    figures,
    amendments: outletNotes(texts),
    entities: withoutAgencies(entities.named, reports),
    relation,
    ...defined({ coverage, picture: choosePicture(texts, headline, usualPictures) }),
    wordChoices,
    droppedCount: 0,
  }
}

/** An agency credited with a text is not what the story is about: it would link the story to everything. */
function withoutAgencies(named: readonly NamedEntity[], reports: readonly Report[]): readonly NamedEntity[] {
  const agencies = new Set(reports.filter(({ how }) => how === 'credit').map(({ originName }) => originName))
  return named.filter(({ entity }) => !agencies.has(entity.name))
}

/** Whether two dossiers show the same. Ignores parts that an older version did not compute yet, and the words that relate a story to others. */
export function showsTheSame(before: Dossier, now: Dossier): boolean {
  const known = (Object.keys(before) as (keyof Dossier)[]).filter((key) => key !== 'relation')
  return known.every((key) => JSON.stringify(before[key]) === JSON.stringify(now[key]))
}
