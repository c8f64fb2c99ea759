import { type ArticleKind, type Completeness, isAggregation, isCollection } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import { type Document, textOf } from '../core/document.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import { nth } from '../core/nth.ts'
import type { Assignment, Reason } from '../core/story.ts'
import type { Syndication } from '../core/syndication.ts'
import { timeDecay } from './adjust-similarity.ts'
import { carryStories, group } from './group.ts'
import { eachFeature, featureOfWord, type Vector } from './vectorize.ts'
import { dot } from './weigh.ts'
import type { Window } from './window.ts'
import type { ComparedMember, Neighbor, StoryMatch, WindowMatch } from './window-entry.ts'

/** A member of a nearby story that now belongs elsewhere. Without `to`, it goes to the story that the new document starts. */
type Displaced = { readonly documentId: DocumentId; readonly from: StoryId; readonly to?: StoryId }

/** The story of a new document among those nearby, and what changed for others. Without `storyId`, it belongs to none of them. */
type Regrouping = { readonly storyId?: StoryId; readonly displaced: readonly Displaced[] }

/** Groups with at least this mean similarity are joined. Chosen on ECB+ and BASIL. */
const threshold = 0.2
/** Lower similarities count as none. */
const minSimilarity = 0.05

/** Groups the new document, which is the last, with its neighbors, in the same way as the repair groups the whole window. */
function labelsOf({ vector, likeness, company }: WindowMatch, atMs: number, isRunning: boolean): Int32Array {
  const items = [...company, { vector, atMs, isRunning }]
  const near = items.map((): { other: number; score: number }[] => [])
  for (const [i, a] of items.entries())
    for (let j = 0; j < i; j += 1) {
      const b = nth(items, j)
      const similarity = dot(a.vector, b.vector) * timeDecay(a.atMs - b.atMs)
      if (similarity < minSimilarity) continue
      // All of them are in one field, so the crowd around the new document is the crowd around each.
      const score = similarity * likeness
      near[i]?.push({ other: j, score })
      near[j]?.push({ other: i, score })
    }
  return group({
    links: near.map((links) => ({
      others: Int32Array.from(links, ({ other }) => other),
      scores: Float64Array.from(links, ({ score }) => score),
    })),
    isRunning: (i) => items[i]?.isRunning === true,
    threshold,
    isAttaching: true,
  })
}

/** The story of each group. A running page decides only when its story has no other member in the group. */
function storiesOf(company: readonly ComparedMember[], labels: Int32Array): Map<number, StoryId> {
  const told = new Set(company.filter((each) => !each.isRunning).map((each) => each.storyId))
  const held = company.map(({ storyId, isRunning }, i) => ({ label: labels[i] as number, storyId, isRunning }))
  return carryStories(held.filter(({ isRunning, storyId }) => !(isRunning && told.has(storyId))))
}

/**
 * Decides on a new document together with the members of the few nearest stories, by average link: what looked like one event after one
 * report may be two after five, and two stories may turn out to be one. A story can lose members only when all of them were compared.
 * @param atMs when the new document was published
 * @param isRunning whether the document is a page that follows several events
 */
export function regroup(match: WindowMatch, atMs: number, isRunning: boolean): Regrouping {
  const { company } = match
  if (company.length === 0) return { displaced: [] }
  const labels = labelsOf(match, atMs, isRunning)
  const stories = storiesOf(company, labels)
  const own = labels[company.length] as number
  const displaced = company.flatMap(({ documentId, storyId: from, isWhole }, i): Displaced[] => {
    const label = labels[i] as number
    const to = stories.get(label)
    // A group that splits off without the new document is left to the repair.
    if (!isWhole || to === from || (to === undefined && label !== own)) return []
    return [{ documentId, from, ...defined({ to }) }]
  })
  const storyId = stories.get(own)
  return { ...defined({ storyId }), displaced }
}

/** The names and words that a document shares with its neighbors, heaviest first, as the document writes them. */
type Shared = { readonly names: readonly string[]; readonly words: readonly string[] }

const wordLimit = 8
const nameLimit = 8

function withoutTitle(name: string): string {
  return name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|M\.|Mme)\.?\s+/, '')
}

/** Shared names by entity, from the mentions layer: a name is shared when every word of one of its forms is. */
function namesFromMentions(doc: Document, annotations: Annotations, shared: ReadonlySet<number>): string[] {
  const names = new Map<string, string>()
  for (const mention of annotations.mentions?.items ?? []) {
    if (mention.form !== 'name' || names.has(mention.entity.id)) continue
    const words = withoutTitle(textOf(doc, mention.span))
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)
    if (words?.every((word) => shared.has(featureOfWord(word.replace(/['’]s$/, '')))))
      names.set(mention.entity.id, mention.entity.name)
  }
  return [...names.values()]
}

/** Without that layer: capitalized words within sentences; a longer name replaces its parts. */
function namesFromCapitals(found: ReadonlyMap<number, { surface: string; isName: boolean }>): string[] {
  const names = [...found.values()].filter((item) => item.isName).map((item) => item.surface)
  const longFirst = [...new Set(names)].sort((a, b) => b.split(/\s+/).length - a.split(/\s+/).length)
  const kept: string[] = []
  for (const name of longFirst) if (!kept.some((longer) => longer.split(/\s+/).includes(name))) kept.push(name)
  return kept
}

/**
 * What a document has in common with those nearby. Feature hashes are turned back into words by reading the document again, so every word
 * returned is in it.
 */
function sharedBetween(
  doc: Document,
  annotations: Annotations,
  neighbors: readonly Neighbor[],
  featureWeights: ReadonlyMap<number, number>,
): Shared {
  const shared = new Set<number>()
  for (const neighbor of neighbors) for (const feature of neighbor.features) shared.add(feature)
  const found = new Map<number, { surface: string; isName: boolean }>()
  eachFeature(doc, ({ feature, surface, isName }) => {
    if (!shared.has(feature)) return
    const known = found.get(feature)
    if (!known) found.set(feature, { surface, isName })
    else if (isName) known.isName = true
  })
  const names = annotations.mentions ? namesFromMentions(doc, annotations, shared) : namesFromCapitals(found)
  const nameWords = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)))
  const words = [...found]
    .filter(([, { surface }]) => !surface.includes(' ') && !nameWords.has(surface.toLowerCase()))
    .map(([feature, { surface }]) => ({ surface, weight: featureWeights.get(feature) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, wordLimit)
    .map(({ surface }) => surface)
  return { names, words }
}

/** The reason shown on the page, kept short. The score is rounded to three decimals. */
function reasonOf(score: number, shared: Shared, copiedSentences: number): Reason {
  return {
    score: Math.round(score * 1000) / 1000,
    sharedNames: shared.names.slice(0, nameLimit),
    sharedWords: shared.words,
    copiedSentences,
  }
}

export type AssignmentInput = {
  readonly document: Document
  readonly annotations: Annotations
  readonly vector: Vector
  readonly kind: ArticleKind
  readonly completeness: Completeness
  readonly syndications: readonly Syndication[]
  /** ISO 8601; the window expires documents relative to it. */
  readonly now: string
}

/** Short items and items with copied sentences may join from this similarity on, given other evidence. */
const attachFloor = 0.1
/** How many times nearer it must be than every other story: in a crowded field a short text fits many. */
const attachMargin = 2
/** An item with fewer words is short: a brief, a caption, a teaser. */
const shortWords = 60
/** An item with fewer words, headline included, is too short to start a story. */
const foundingWords = 12
const attachNames = 2
const attachSentences = 2

/** Kinds of pages that start a story only if they have enough text of their own. */
const followers: ReadonlySet<ArticleKind> = new Set(['video', 'live', 'audio', 'gallery'])

/** Counts words, up to a few hundred. */
function countWords(text: string): number {
  const opening = text.slice(0, 2000)
  // In scripts without spaces, two characters make about one word.
  const unspaced = /[^\u0000-\u0dff]/.test(opening)
    ? (opening.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0)
    : 0
  const spaced = opening.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
  return spaced + Math.floor(unspaced / 2)
}

function otherOf(doc: Document, syndication: Syndication): DocumentId {
  return syndication.documentId === doc.id ? syndication.otherId : syndication.documentId
}

function copiedSentencesOf(syndication: Syndication): number {
  return syndication.passages.filter((passage) => !passage.isQuotation).length
}

/** How many sentences this document shares with members of each story. */
function copiedByStory(
  input: AssignmentInput,
  storyOf: (id: DocumentId) => StoryId | undefined,
): ReadonlyMap<StoryId, number> {
  const copied = new Map<StoryId, number>()
  for (const syndication of input.syndications) {
    const storyId = storyOf(otherOf(input.document, syndication))
    if (storyId === undefined) continue
    copied.set(storyId, Math.max(copied.get(storyId) ?? 0, copiedSentencesOf(syndication)))
  }
  return copied
}

/** The story of the article that this one copies, whole or in part. */
function storyOfOriginal(
  input: AssignmentInput,
  storyOf: (id: DocumentId) => StoryId | undefined,
): StoryId | undefined {
  const copies = input.syndications
    .filter(({ kind }) => kind === 'whole-copy' || kind === 'cut-copy')
    .sort((a, b) => b.share - a.share)
  for (const copy of copies) {
    const storyId = storyOf(otherOf(input.document, copy))
    if (storyId !== undefined) return storyId
  }
  return undefined
}

/** The best story an item may join below the threshold: with enough shared names for a short item, or with copied sentences. */
function attachable(
  input: AssignmentInput,
  match: WindowMatch,
  copied: ReadonlyMap<StoryId, number>,
  isShort: boolean,
): StoryMatch | undefined {
  return match.candidates.find((candidate) => {
    if (candidate.score < attachFloor) return false
    if ((copied.get(candidate.storyId) ?? 0) >= attachSentences) return true
    if (
      !isShort ||
      match.candidates.some((other) => other !== candidate && candidate.score < attachMargin * other.score)
    )
      return false
    // A running page covers many events, so it doesn't show what its story is about.
    const documents = candidate.documents.filter(({ isRunning }) => !isRunning)
    const shared = sharedBetween(input.document, input.annotations, documents, match.featureWeights)
    return shared.names.length >= attachNames
  })
}

/** The story of a document, and the members of nearby stories that move because of it. */
export type Placement = { readonly assignment: Assignment; readonly displaced: readonly Displaced[] }

const stay = (assignment: Assignment): Placement => ({ assignment, displaced: [] })

/** Why a document that joins no story may not start one; undefined when it may. */
function reasonNotToStart({ document, kind, completeness }: AssignmentInput): Assignment | undefined {
  const textWords = countWords(document.text)
  if (textWords === 0 && completeness.kind !== 'complete') return { kind: 'hold', reason: 'incomplete' }
  if (followers.has(kind) && textWords < shortWords) return { kind: 'hold', reason: 'too-short' }
  if (textWords + countWords(document.title) < foundingWords) return { kind: 'hold', reason: 'too-short' }
  return undefined
}

/**
 * Decides which story an incoming document belongs to. A copy goes with its original; others are grouped again with what is near them in
 * the window (TF-IDF vectors, average link); short items have a more lenient rule. Pure, except that the window drops what has expired. The
 * caller adds the document to the window, and moves the displaced ones once saved.
 * @param storyOf the story of a saved document, even after it left the window
 */
export function assignStory(
  input: AssignmentInput,
  window: Window,
  storyOf: (id: DocumentId) => StoryId | undefined,
): Placement {
  const { document: doc, annotations, kind } = input
  if (kind === 'index') return stay({ kind: 'hold', reason: 'not-news' })
  if (isAggregation(kind)) return stay({ kind: 'hold', reason: 'roundup' })
  window.expire(input.now)
  const copied = copiedByStory(input, storyOf)
  const match = window.assign({ language: doc.language, at: doc.publishedAt, ...input.vector })
  const joinAs = (storyId: StoryId): Assignment => {
    const { score, documents } = match.candidates.find((each) => each.storyId === storyId) ?? {
      score: 0,
      documents: [],
    }
    const shared = sharedBetween(doc, annotations, documents, match.featureWeights)
    return { kind: 'join', storyId, reason: reasonOf(score, shared, copied.get(storyId) ?? 0) }
  }

  const originalStory = storyOfOriginal(input, storyOf)
  if (originalStory) return stay(joinAs(originalStory))
  const { storyId, displaced } = regroup(match, Date.parse(doc.publishedAt), isCollection(kind))
  if (storyId) return { assignment: joinAs(storyId), displaced }
  const isShort = countWords(doc.text) < shortWords
  const attached = displaced.length === 0 ? attachable(input, match, copied, isShort) : undefined
  if (attached) return stay(joinAs(attached.storyId))
  const hold = reasonNotToStart(input)
  return hold ? stay(hold) : { assignment: { kind: 'found' }, displaced }
}
