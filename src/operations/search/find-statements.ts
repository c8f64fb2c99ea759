import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { type AttributedPlace, attributePlace, rankOf } from '../../check/attributed-place.ts'
import { lookupPhrases, phrasesAround } from '../../check/lookup-phrases.ts'
import {
  type MatchedPlace,
  matchStatement,
  readParts,
  type WantedPart,
  withoutChangedEnds,
} from '../../check/match-statement.ts'
import { readWords } from '../../check/text-words.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Annotations } from '../../core/layers.ts'
import type { Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { OperationContext } from '../operation.ts'

/** Something to be found in articles. `parts` are spans of `words`, between which something was left out. */
export type WantedStatement = {
  readonly kind: 'quotation' | 'statement' | 'sentence'
  readonly words: string
  readonly parts: readonly Span[]
  readonly speaker?: string
}

/** An article with the words: where, how like, and whose they are there. */
export type FoundStatement = {
  readonly stored: StoredArticle
  readonly layers: Annotations
  readonly match: MatchedPlace
  readonly place: AttributedPlace
}

/** What is found of one statement: the articles with the same passage, best first, then earliest. */
export type FoundArticles = { readonly articles: readonly FoundStatement[]; readonly isCut: boolean }

/** A phrase in more articles says little: its oldest are taken. */
const mostOfPhrase = 200
/** Most statements are found by two phrases; the others are looked up for those that are not. */
const firstPhrases = 2
/** Short statements of common words that are looked up around each of their words, which takes longer. */
const mostShort = 150
/** Articles with all phrases of a statement, and others, that are read. */
const mostWhole = 40
const mostOthers = 8
/** Texts that are read for one request. */
const mostTexts = 2_000
const textsAtOnce = 100
/** Articles whose layers are read for one request, and for one statement of it. */
const mostArticles = 500
const mostOfStatement = 20
const articlesAtOnce = 25

/** A statement while it is looked for. */
type Search = {
  readonly wanted: WantedStatement
  readonly parts: readonly WantedPart[]
  readonly phrases: readonly string[]
  readonly seen: Set<DocumentId>
  readonly matches: {
    readonly id: DocumentId
    readonly at: string
    readonly match: MatchedPlace
    readonly key: string
  }[]
  isCut: boolean
}

/**
 * The articles with the words of each statement, or with nearly these. Reads more for a longer text, but never more than a fixed number of
 * articles; other work has its turn in between.
 */
export async function findStatements(
  context: OperationContext,
  statements: readonly WantedStatement[],
): Promise<readonly FoundArticles[]> {
  const once = new Map(statements.map((wanted) => [keyOf(wanted), wanted]))
  const found = await findEach(context, [...once.values()])
  const byKey = new Map([...once.keys()].map((key, index) => [key, found[index] ?? { articles: [], isCut: false }]))
  return statements.map((wanted) => byKey.get(keyOf(wanted)) ?? { articles: [], isCut: false })
}

/** A repeated statement is looked for once. */
function keyOf({ kind, words, speaker }: WantedStatement): string {
  return JSON.stringify([kind, words, speaker])
}

async function findEach(
  context: OperationContext,
  statements: readonly WantedStatement[],
): Promise<readonly FoundArticles[]> {
  const searches = statements.map((wanted): Search => {
    const parts = readParts({ text: wanted.words, parts: wanted.parts })
    const phrases = [...new Set(parts.flatMap(({ words }) => lookupPhrases(words)))]
    return { wanted, parts, phrases, seen: new Set(), matches: [], isCut: false }
  })
  const unmatched = () => searches.filter(({ matches }) => matches.length === 0)
  const inexact = () => searches.filter(({ matches }) => !matches.some(({ match }) => match.kind === 'exact'))
  await lookUp(context, searches, 'entries', ({ phrases }) => alone(phrases.slice(0, firstPhrases)))
  await lookUp(context, unmatched(), 'entries', ({ wanted, phrases }) =>
    wanted.kind === 'sentence' ? [] : alone(phrases.slice(firstPhrases)),
  )
  const short = unmatched().filter(({ wanted, parts }) => wanted.kind !== 'sentence' && parts.length === 1)
  await lookUp(context, short.slice(0, mostShort), 'entries', ({ parts }) => phrasesAround(parts[0]?.words ?? []))
  // Of common phrases not all articles were taken: those that have all of them.
  await lookUp(
    context,
    inexact().filter(({ isCut }) => isCut),
    'entries',
    ({ phrases }) => [phrases],
  )
  // What stories cite is kept longer than the rest of its article.
  await lookUp(context, unmatched(), 'quotes', ({ wanted, phrases }) =>
    wanted.kind === 'sentence' ? [] : alone(phrases.slice(0, firstPhrases)),
  )
  return withArticles(context, searches)
}

function alone(phrases: readonly string[]): readonly (readonly string[])[] {
  return phrases.map((phrase) => [phrase])
}

/** Reads the articles that have the phrases of the lists; one with all of them comes before others. */
async function lookUp(
  { store }: OperationContext,
  searches: readonly Search[],
  among: 'entries' | 'quotes',
  listsOf: (search: Search) => readonly (readonly string[])[],
): Promise<void> {
  const asked = searches.flatMap((search) => listsOf(search).map((phrases) => ({ search, key: phrases.join('\n') })))
  if (asked.length === 0) return
  const keys = [...new Set(asked.map(({ key }) => key))]
  const sequencesOf = await store.search.phrases(
    keys.map((key) => ({ among, phrases: key.split('\n') })),
    mostOfPhrase,
  )
  const found = new Map(keys.map((key, index) => [key, sequencesOf[index] ?? []]))
  const votes = new Map<Search, Map<number, number>>(asked.map(({ search }) => [search, new Map()]))
  for (const { search, key } of asked) {
    const sequences = found.get(key) ?? []
    if (sequences.length >= mostOfPhrase) search.isCut = true
    const counts = votes.get(search)
    for (const sequence of sequences) counts?.set(sequence, (counts.get(sequence) ?? 0) + 1)
  }
  const chosen = new Map([...votes].map(([search, counts]) => [search, chosenOf(counts, listsOf(search).length)]))
  const all = new Set([...chosen.values()].flat())
  const documents = await store.search.documentsOf({
    entries: among === 'entries' ? all : [],
    quotes: among === 'quotes' ? all : [],
  })
  const wantedIn = new Map<DocumentId, Search[]>()
  for (const [search, sequences] of chosen)
    for (const sequence of sequences) {
      const id = documents[among].get(sequence)
      if (id === undefined || search.seen.has(id)) continue
      const known = wantedIn.get(id)
      if (!known && wantedIn.size >= mostTexts) {
        search.isCut = true
        continue
      }
      search.seen.add(id)
      if (known) known.push(search)
      else wantedIn.set(id, [search])
    }
  await matchTexts(store, wantedIn)
}

/** Those with all phrases, and of the others those with most. */
function chosenOf(votes: ReadonlyMap<number, number>, all: number): readonly number[] {
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const whole = ranked.filter(([, count]) => count >= all).slice(0, mostWhole)
  const others = ranked.filter(([, count]) => count < all).slice(0, mostOthers)
  return [...whole, ...others].map(([sequence]) => sequence)
}

async function matchTexts(
  store: OperationContext['store'],
  wantedIn: ReadonlyMap<DocumentId, readonly Search[]>,
): Promise<void> {
  const ids = [...wantedIn.keys()]
  for (let from = 0; from < ids.length; from += textsAtOnce) {
    const texts = await store.questions.texts(ids.slice(from, from + textsAtOnce))
    for (const { id, text, publishedAt: at } of texts) {
      const read = readWords(text)
      for (const search of wantedIn.get(id) ?? [])
        for (const match of matchStatement(search.parts, read))
          search.matches.push({ id, at, match, key: text.slice(match.span.start, match.span.end).toLowerCase() })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The matches of the closest kind with their articles. Of changed words, those with the same passage. */
async function withArticles(
  { store }: OperationContext,
  searches: readonly Search[],
): Promise<readonly FoundArticles[]> {
  const chosen = searches.map(closestMatches)
  const ids = new Set<DocumentId>()
  for (const matches of chosen)
    for (const { id } of matches.slice(0, ids.size < mostArticles ? mostOfStatement : 1)) ids.add(id)
  const articles = await readArticles(store, [...ids])
  return searches.map(({ wanted, isCut }, index) => {
    const matches = chosen[index] ?? []
    const found = matches.flatMap(({ id, match }) => {
      const read = articles.get(id)
      return read ? [attributeMatch(wanted, match, read)] : []
    })
    return { articles: bestOfEach(found), isCut: isCut || matches.length > found.length }
  })
}

/** A match with whose words it is; without changed words at its ends if only the rest is somebody's. */
function attributeMatch(
  { kind, speaker }: WantedStatement,
  match: MatchedPlace,
  { stored, layers }: Pick<FoundStatement, 'stored' | 'layers'>,
): FoundStatement {
  const { document } = stored
  const asked = { speaker, isReport: kind !== 'quotation' || match.kind === 'cut' }
  const place = attributePlace({ document, layers }, match.span, asked)
  const inner = place.isAttributed ? undefined : withoutChangedEnds(match, document.text)
  const innerPlace = inner && attributePlace({ document, layers }, inner.span, asked)
  return inner && innerPlace?.isAttributed
    ? { stored, layers, match: inner, place: innerPlace }
    : { stored, layers, match, place }
}

function closestMatches({ matches }: Search): Search['matches'] {
  const ranks = { exact: 0, cut: 1, altered: 2 } as const
  const ranked = matches.toSorted(
    (a, b) => ranks[a.match.kind] - ranks[b.match.kind] || b.match.kept - a.match.kept || a.at.localeCompare(b.at),
  )
  const [best] = ranked
  return ranked.filter(({ match, key }) => (best?.match.kind === 'exact' ? match.kind === 'exact' : key === best?.key))
}

/** Each article once, by its place that is the best evidence. */
function bestOfEach(found: readonly FoundStatement[]): readonly FoundStatement[] {
  const ranked = found.toSorted(
    (a, b) =>
      rankOf(a.place) - rankOf(b.place) ||
      a.stored.article.publishedAt.localeCompare(b.stored.article.publishedAt) ||
      a.place.span.start - b.place.span.start,
  )
  const seen = new Set<string>()
  return ranked.filter(({ stored }) => !seen.has(stored.article.id) && seen.add(stored.article.id))
}

async function readArticles(
  store: OperationContext['store'],
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, Pick<FoundStatement, 'stored' | 'layers'>>> {
  const found = new Map<DocumentId, Pick<FoundStatement, 'stored' | 'layers'>>()
  for (let from = 0; from < ids.length; from += articlesAtOnce) {
    const articles = await store.articles.findByDocuments(ids.slice(from, from + articlesAtOnce))
    const corrections = await store.corrections.listOf(articles.map(({ article }) => article.id))
    for (const stored of articles) {
      const own = corrections.filter(({ articleId }) => articleId === stored.article.id)
      found.set(stored.document.id, {
        stored,
        layers: await correctedLayers(stored.document, stored.annotations, own),
      })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return found
}

/** Something to be found, with its speaker if one is named. */
export function wantedOf(kind: WantedStatement['kind'], words: string, parts: readonly Span[], speaker?: string) {
  return { kind, words, parts, ...defined({ speaker }) } satisfies WantedStatement
}
