import { type AttributedPlace, rankOf } from '../../check/attributed-place.ts'
import { cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { attributionFloor, sureEnough } from '../../core/quote.ts'
import { overlaps, type Span } from '../../core/span.ts'
import { countReports } from '../../story/count-reports.ts'
import { readMembers } from '../../story/story-text.ts'
import { citedArticle } from '../articles/cited-article.ts'
import type { FoundArticles, FoundStatement, WantedStatement } from './find-statements.ts'
import type { Carriers, CheckedStatement, FoundChange, FoundPlace, StatementResult } from './text-check-views.ts'

/** Longer surroundings are the sentence alone. */
const mostAround = 700
/** Articles compared with each other to count reports. */
const mostCompared = 300

type Judged = Pick<CheckedStatement, 'result' | 'place' | 'isOtherSpeaker' | 'changes' | 'carriers'>

/** What is said of a statement, from the articles that have its words. `reportOf`: what each article counts for. */
export function judgeStatement(
  { kind }: Pick<WantedStatement, 'kind'>,
  { articles, isCut }: FoundArticles,
  reportOf: (article: FoundStatement) => string,
): Judged {
  const [best] = articles
  if (!best) return { result: 'not-found', changes: [] }
  const alike = articles.filter(({ place }) => rankOf(place) === rankOf(best.place))
  const isOther = best.place.isOther === true
  return {
    result: resultOf(kind, best, isOther),
    place: placeOf(best),
    changes: best.match.changes.map((change): FoundChange => changeOf(change, best.place.span)),
    carriers: carriersOf(alike, isCut, reportOf),
    ...(isOther && best.match.kind !== 'exact' && { isOtherSpeaker: true as const }),
  }
}

function resultOf(kind: WantedStatement['kind'], { match, place }: FoundStatement, isOther: boolean): StatementResult {
  if (match.kind !== 'exact') return match.kind
  if (kind === 'sentence') return 'exact'
  return !place.isAttributed ? 'unquoted' : isOther ? 'other-speaker' : 'exact'
}

function changeOf({ kind, given, found }: FoundChange, { start }: Span): FoundChange {
  return { kind, ...defined({ given, found: found && { start: found.start - start, end: found.end - start } }) }
}

/** A place as it is shown. */
export function placeOf({ stored, layers, place }: FoundStatement): FoundPlace {
  const { speaker, confidence = 0 } = place.quote ?? {}
  const named = confidence >= attributionFloor ? speaker : undefined
  return {
    citation: cite(stored.document, place.span),
    around: cite(stored.document, aroundOf(stored.document, layers, place)),
    document: citedArticle(stored),
    ...defined({
      speaker: named && { id: named.id, name: named.name },
      isProbable: named && confidence < sureEnough ? (true as const) : undefined,
      isOwnWords: place.isAttributed ? undefined : (true as const),
    }),
  }
}

/** Its sentences with the one before and the one behind, within its blocks. */
function aroundOf({ blocks }: Document, { sentences }: Annotations, { span }: AttributedPlace): Span {
  const all = sentences?.items ?? []
  const own = all.filter((sentence) => overlaps(sentence.span, span))
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return blocks.find((block) => overlaps(block, span)) ?? span
  const near = all.filter(
    ({ index, block }) =>
      index >= first.index - 1 && index <= last.index + 1 && block >= first.block && block <= last.block,
  )
  const [from, to] = [near[0] ?? first, near.at(-1) ?? last]
  const wide = { start: Math.min(span.start, from.span.start), end: Math.max(span.end, to.span.end) }
  if (wide.end - wide.start <= mostAround) return wide
  return { start: Math.min(span.start, first.span.start), end: Math.max(span.end, last.span.end) }
}

function carriersOf(
  articles: readonly FoundStatement[],
  isCut: boolean,
  reportOf: (article: FoundStatement) => string,
): Carriers {
  return {
    articles: articles.length,
    reports: new Set(articles.map(reportOf)).size,
    outlets: [...new Set(articles.map(({ stored }) => stored.source.name))],
    ...(isCut && { isCut: true as const }),
  }
}

/** The report that each article belongs to, as in stories: copies, texts of one agency and of one outlet are one. */
export function readReports(found: readonly FoundArticles[]): (article: FoundStatement) => string {
  const shared = new Map<string, FoundStatement>()
  for (const { articles } of found)
    if (articles.length > 1)
      for (const one of articles) if (shared.size < mostCompared) shared.set(one.stored.document.id, one)
  const inputs = [...shared.values()].map(({ stored, layers }) => ({
    article: stored.article,
    source: stored.source,
    document: stored.document,
    annotations: defined({ sentences: layers.sentences, mentions: layers.mentions }),
    syndications: stored.syndications,
  }))
  const { members } = countReports(readMembers(inputs))
  const groups = new Map(members.map(({ documentId, group }) => [documentId, String(group)]))
  return ({ stored }) => groups.get(stored.document.id) ?? `outlet ${stored.source.id}`
}
