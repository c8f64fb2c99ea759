import type { TimeExpression } from '../../core/annotation.ts'
import type { Citation } from '../../core/citation.ts'
import type { Document } from '../../core/document.ts'
import { contains, overlaps } from '../../core/span.ts'
import type { BriefPoint } from '../../core/story.ts'
import { type ComparedSentence, repeats } from '../points/repeats.ts'
import { leansOnOthers } from '../stand-alone.ts'
import { rangeOf } from '../timeline/build-timeline.ts'
import { contentStems, wordsOf } from '../words.ts'

/** A document that sentences come from, with its expressions of time. */
export type DatedDocument = { readonly document: Document; readonly times: readonly TimeExpression[] }

const mostLines = 5

/**
 * The sentences of a story's overview: the first five of the given points, without any that repeats the sentence below the headline (`dek`)
 * or a point before it, in the order in which what they say happened. A sentence that refers to something else is never the first.
 */
export function overviewLines(
  points: readonly BriefPoint[],
  dek: Citation | undefined,
  documents: readonly DatedDocument[],
): readonly BriefPoint[] {
  const byId = new Map(documents.map((each) => [each.document.id, each]))
  const inOrder = distinctFrom(dek, points)
    .slice(0, mostLines)
    .map((point) => ({ point, at: timeOf(point.citations[0], byId), start: point.citations[0].span.start }))
    .sort((a, b) => a.at - b.at || a.start - b.start)
    .map(({ point }) => point)
  const first = inOrder.find((point) => !refersBack(point, byId)) ?? inOrder[0]
  return first ? [first, ...inOrder.filter((each) => each !== first)] : []
}

/** The points that say neither what the dek says nor what one before them says. */
function distinctFrom(dek: Citation | undefined, points: readonly BriefPoint[]): readonly BriefPoint[] {
  const said = dek ? [compared(dek.exact)] : []
  return points.filter(({ text, citations }) => {
    if (citations.some(({ documentId, span }) => documentId === dek?.documentId && overlaps(span, dek.span)))
      return false
    const now = compared(text)
    if (said.some((before) => repeats(before, now))) return false
    said.push(now)
    return true
  })
}

/** Where a sentence stood in its article is not known: none counts as an opening. */
function compared(text: string): ComparedSentence {
  const words = wordsOf(text)
  return { text, words, stems: contentStems(words), index: -1 }
}

/** `The inquiry will …`, `His report …`: which one, an earlier sentence said. */
function refersBack({ text, citations: [{ documentId, span }] }: BriefPoint, byId: ReadonlyMap<string, DatedDocument>) {
  const document = byId.get(documentId)?.document
  const opensArticle = document !== undefined && document.text.slice(0, span.start).trim() === ''
  return leansOnOthers(text, document?.language ?? 'en') || (!opensArticle && namesSomethingKnown.test(text))
}

const namesSomethingKnown = /^["“‘'«]?(?:The \p{Ll}|(?:Le|La|Les|Der|Die|Das|El|Los|Las) \p{Ll})/u

/** When what a sentence says happened: the first date of its main clause, otherwise when its article was published. */
function timeOf({ documentId, span, exact }: Citation, byId: ReadonlyMap<string, DatedDocument>): number {
  const dated = byId.get(documentId)
  if (!dated) return 0
  const publishedAt = Date.parse(dated.document.publishedAt)
  const end = span.start + mainClause(exact).length
  const day = dated.document.publishedAt.slice(0, 10)
  const own = dated.times.find(
    (time) => (time.kind === 'date' || time.kind === 'time') && contains({ start: span.start, end }, time.span),
  )
  const date = own && rangeOf(own)?.date
  // `This week`, `on Monday` in Monday's news: as new as the article.
  if (date === undefined || day.startsWith(date)) return publishedAt
  return Date.parse(date)
}

/** A sentence up to the clause that says what came before, what is said, or who somebody is. */
function mainClause(text: string): string {
  const at = subordinate.exec(text)?.index ?? text.length
  return text.slice(0, at)
}

const subordinate =
  /(?<=\p{L}[,;]? )(?:after|before|when|while|since|because|that|who|which|where|if|according|following|après|avant|lorsque?|quand|qui|que|dont|depuis|selon|car|nachdem|bevor|während|seit|weil|dass|después|antes|cuando|mientras|quien|según|porque|desde|بعد|قبل|عندما|الذي|التي|أن|منذ|لأن|وفق)(?!\p{L})/iu
