import type { Entity } from '../../core/annotation.ts'
import { isCollection } from '../../core/article.ts'
import type { Citation } from '../../core/citation.ts'
import type { ArticleId, SourceId } from '../../core/ids.ts'
import { sureEnough } from '../../core/quote.ts'
import type { Dossier, Member } from '../../core/story.ts'
import { firstReport, isDayOnly } from '../../core/time/day-only.ts'

/** Two of something, one for each outlet of a comparison. */
export type Pair<Value> = readonly [Value, Value]
export type Side = 0 | 1

/** Which of two outlets published a story first, and how many minutes earlier, if both times of day are known. */
export type FirstOfTwo =
  | { readonly kind: 'first'; readonly side: Side; readonly minutes?: number }
  | { readonly kind: 'same' | 'unknown' }

/** An article with the share of its words that no earlier report has; absent while it is undecided who copied whom. */
type OwnText = { readonly articleId: ArticleId; readonly title: string; readonly at: string; readonly share?: number }

/** What one story says about one of the two outlets. */
type SideFacts = {
  readonly articles: readonly OwnText[]
  /** Main points that at least two other outlets have, and it doesn't. */
  readonly leftOut: readonly Citation[]
  /** How many such points it has or has left out; of the others nothing is known. */
  readonly pointCount: number
  readonly said: readonly { readonly speaker: Entity; readonly citation: Citation }[]
}

export type PairFacts = { readonly first: FirstOfTwo; readonly sides: Pair<SideFacts> }

/** Outlets that must have a point before its absence from another is mentioned. */
const minCarriers = 2
const minuteMs = 60_000

/** What a story's dossier says about two outlets; undefined unless it has articles of both. It only reads what the dossier decided. */
export function pairFacts(dossier: Dossier, outlets: Pair<SourceId>): PairFacts | undefined {
  const [a, b] = outlets.map((id) => dossier.members.filter(({ sourceId }) => sourceId === id)) as [Member[], Member[]]
  if (a.length === 0 || b.length === 0) return undefined
  return { first: firstOfTwo(a, b), sides: [sideFacts(dossier, a, b), sideFacts(dossier, b, a)] }
}

/** A page that collects posts of a day may have had it before its own time says: where it might have been first, that is unknown. */
function firstOfTwo(a: readonly Member[], b: readonly Member[]): FirstOfTwo {
  // Outlets may have the same name: told apart by their ids.
  const reports = [...a, ...b].map(({ publishedAt, sourceId, kind }) => ({ publishedAt, sourceName: sourceId, kind }))
  const articles = reports.filter(({ kind }) => !isCollection(kind))
  const first = firstReport(articles)
  const startedAt = (members: readonly Member[]) =>
    Math.min(...members.filter(({ kind }) => !isCollection(kind)).map(({ publishedAt }) => Date.parse(publishedAt)))
  const [atA, atB] = [startedAt(a), startedAt(b)]
  if (!first || !Number.isFinite(atA) || !Number.isFinite(atB)) return { kind: 'unknown' }
  if (atA === atB) return { kind: 'same' }
  const side: Side = atA < atB ? 0 : 1
  const collected = (side === 0 ? b : a).filter(({ kind }) => isCollection(kind))
  // Also if its time is unreadable.
  if (collected.some(({ publishedAt }) => !(Date.parse(publishedAt) > Math.min(atA, atB)))) return { kind: 'unknown' }
  const isDated = articles.some(({ publishedAt }) => isDayOnly(publishedAt))
  return { kind: 'first', side, ...(!isDated && { minutes: Math.round(Math.abs(atA - atB) / minuteMs) }) }
}

function sideFacts(dossier: Dossier, own: readonly Member[], other: readonly Member[]): SideFacts {
  const documents = new Set(own.map(({ documentId }) => documentId))
  const { outlets = [], points = [] } = dossier.coverage ?? {}
  const name = own[0]?.sourceName
  // Outlets are told apart by name there: two of one name can't be.
  const at = name === undefined || other[0]?.sourceName === name ? -1 : outlets.indexOf(name)
  const told = points.filter(
    ({ cells }) => cells.filter(({ kind }, index) => index !== at && kind === 'carries').length >= minCarriers,
  )
  const leftOut = told.filter(({ cells }) => cells[at]?.kind === 'left-out')
  return {
    articles: own.map(({ articleId, title, publishedAt, role, own: share }) => ({
      articleId,
      title,
      at: publishedAt,
      ...(role !== 'undecided' && { share }),
    })),
    leftOut: leftOut.map(({ citations: [citation] }) => citation),
    pointCount: leftOut.length + told.filter(({ cells }) => cells[at]?.kind === 'carries').length,
    said: dossier.ledger.flatMap(({ speaker, utterances }) =>
      utterances.flatMap(({ wordings }) => {
        const wording = wordings.find(
          ({ citation, confidence, pattern }) =>
            documents.has(citation.documentId) && (pattern === 'label' || confidence >= sureEnough),
        )
        return wording ? [{ speaker, citation: wording.citation }] : []
      }),
    ),
  }
}

/** The median, rounded; undefined for no numbers. */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.ceil((sorted.length - 1) / 2)]
  return low === undefined || high === undefined ? undefined : Math.round((low + high) / 2)
}
