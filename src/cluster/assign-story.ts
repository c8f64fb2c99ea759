import { type ArticleKind, type Completeness, isAggregation, isCollection } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import { type Document, textOf } from '../core/document.ts'
import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { Assignment, Reason } from '../core/story.ts'
import type { Syndication } from '../core/syndication.ts'
import { carryStories } from './carry-stories.ts'
import { group } from './group.ts'
import { timeDecay } from './time-decay.ts'
import { eachFeature, featureOfWord, type Vector } from './vectorize.ts'
import { dot } from './weigh.ts'
import type { Window } from './window.ts'
import type { Company, Neighbor, StoryMatch, WindowMatch } from './window-entry.ts'

/** A member of a near story that belongs elsewhere now. `to` absent: into the story that the new document founds. */
export type Displaced = { readonly documentId: DocumentId; readonly from: StoryId; readonly to?: StoryId }

/** Where a new document belongs among what is near it, and what it changed for others. `storyId` absent: in none of those. */
type Regrouping = { readonly storyId?: StoryId; readonly displaced: readonly Displaced[] }

/** Mean similarity from which groups are joined. Chosen on ECB+ and BASIL. */
const threshold = 0.2
/** Less likeness than this is taken as none. */
const minSimilarity = 0.05

/** Groups the new document, as the last, with its company, as the repair does for the whole window. */
function labelsOf({ vector, likeness, company }: WindowMatch, atMs: number, isRunning: boolean): Int32Array {
  const items = [...company, { vector, atMs, isRunning }]
  const near = items.map((): { other: number; score: number }[] => [])
  for (const [i, a] of items.entries())
    for (let j = 0; j < i; j += 1) {
      const b = items[j] as typeof a
      const similarity = dot(a.vector, b.vector) * timeDecay(a.atMs - b.atMs)
      if (similarity < minSimilarity) continue
      // All of them stand in one field, so the crowd around the new document is the crowd around each.
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

/** The story of each group. A running page speaks for its story only when nothing else of it is there. */
function storiesOf(company: readonly Company[], labels: Int32Array): Map<number, StoryId> {
  const told = new Set(company.filter((each) => !each.isRunning).map((each) => each.storyId))
  const held = company.map(({ storyId, isRunning }, i) => ({ label: labels[i] as number, storyId, isRunning }))
  return carryStories(held.filter(({ isRunning, storyId }) => !(isRunning && told.has(storyId))))
}

/**
 * Decides on a new document together with the members of the few stories near it, by average link: what looked like one
 * event at the first report may be two at the fifth, and two stories may turn out to be one. Only stories whose
 * members are all at hand lose any.
 * @param atMs when the new document was published
 * @param isRunning whether it runs along with events
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
    // A group that splits off without the new document waits for the repair.
    if (!isWhole || to === from || (to === undefined && label !== own)) return []
    return [{ documentId, from, ...defined({ to }) }]
  })
  const storyId = stories.get(own)
  return { ...defined({ storyId }), displaced }
}

/** The names a document shares with its neighbors, and the words it shares, heaviest first. As the document writes them. */
type Shared = { readonly names: readonly string[]; readonly words: readonly string[] }

const wordLimit = 8
const nameLimit = 8

function withoutTitle(name: string): string {
  return name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|M\.|Mme)\.?\s+/, '')
}

/** Names from the mentions layer, by entity: shared when every word of one of its written forms is. */
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

/** Without that layer: capitalized words inside sentences, the longer name standing for its parts. */
function namesFromCapitals(found: ReadonlyMap<number, { surface: string; isName: boolean }>): string[] {
  const names = [...found.values()].filter((item) => item.isName).map((item) => item.surface)
  const longFirst = [...new Set(names)].sort((a, b) => b.split(/\s+/).length - a.split(/\s+/).length)
  const kept: string[] = []
  for (const name of longFirst) if (!kept.some((longer) => longer.split(/\s+/).includes(name))) kept.push(name)
  return kept
}

/**
 * What a document has in common with documents near it. Feature hashes are turned back into words by reading the
 * document itself once more, so every word returned stands in it.
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

/** The reason shown on the page, short enough to read. Score is rounded to three decimals. */
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
  /** ISO 8601; what the window forgets is counted from here. */
  readonly now: string
}

/** Short items and items with copied sentences may join from here, when the other evidence is there. */
const attachFloor = 0.1
/** How far ahead of every other story it must be: in a crowded field a short text fits many. */
const attachMargin = 2
/** Below this many words an item is short: a brief, a caption, a teaser. */
const shortWords = 60
/** Below this many words, headline included, there is too little to found a story on. */
const foundingWords = 12
const attachNames = 2
const attachSentences = 2

/** Moving pictures and running pages found a story only on enough text of their own. */
const followers: ReadonlySet<ArticleKind> = new Set(['video', 'live', 'audio', 'gallery'])

/** Counts words, up to a few hundred: more would decide nothing here. */
function countWords(text: string): number {
  const opening = text.slice(0, 2000)
  // Scripts written without spaces: two characters make about one word.
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

/** The story of the text this one is a copy of, whole or cut. */
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

/** The best story an item may join below the floor: enough shared names for a short item, or sentences copied from it. */
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
    // What a running page says of this event is no sign that the rest of its story is about it.
    const documents = candidate.documents.filter(({ isRunning }) => !isRunning)
    const shared = sharedBetween(input.document, input.annotations, documents, match.featureWeights)
    return shared.names.length >= attachNames
  })
}

/** Where a document goes, and the members of stories near it that go elsewhere because of it. */
export type Placement = { readonly assignment: Assignment; readonly displaced: readonly Displaced[] }

const stay = (assignment: Assignment): Placement => ({ assignment, displaced: [] })

/** Why a document that joins no story founds none either; undefined when it may found one. */
function holdOf({ document, kind, completeness }: AssignmentInput): Assignment | undefined {
  const textWords = countWords(document.text)
  if (textWords === 0 && completeness.kind !== 'complete') return { kind: 'hold', reason: 'incomplete' }
  if (followers.has(kind) && textWords < shortWords) return { kind: 'hold', reason: 'too-short' }
  if (textWords + countWords(document.title) < foundingWords) return { kind: 'hold', reason: 'too-short' }
  return undefined
}

/**
 * Decides which story a document belongs to, as it comes in: copies go with their original; others are grouped anew with
 * what is near them in the window (TF-IDF vectors, average link); and there is one gentler rule for short items. Pure but
 * for the window's own expiry; the caller adds the document to the window and moves what was displaced once saved.
 * @param storyOf the story of a document already saved, also when it has left the window
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
  const hold = holdOf(input)
  return hold ? stay(hold) : { assignment: { kind: 'found' }, displaced }
}
