import { type Citation, matchesText } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import { type Document, textOf } from '../../core/document.ts'
import type { DocumentId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { contains, overlaps, type Span, span } from '../../core/span.ts'
import type { ShownLine } from '../../core/text/shown-line.ts'
import { documentIdOf } from '../../pipeline/document-id.ts'
import type { StoredArticle } from '../../store/store.ts'
import type { AuditLine, AuditPart, AuditSource } from './audit-views.ts'

/** The stored articles that lines cite, and the newest text of those revised since. */
export type AuditTexts = {
  readonly articles: ReadonlyMap<DocumentId, StoredArticle>
  /** The newest text of an article, by the id of an earlier revision. */
  readonly newest: ReadonlyMap<DocumentId, Document>
  /** Whether a stored text is still the one that was fetched; computed once for each. */
  readonly isUnaltered: (document: Document) => boolean | undefined
}

/** A line to check against the stored texts. */
export type ListedLine = Omit<ShownLine, 'part'> & { readonly part: AuditPart }

/** Checks a line shown in a story against the stored texts, without reusing any earlier result. */
export function auditLine({ part, how, text, titleOf, citations, speaker }: ListedLine, texts: AuditTexts): AuditLine {
  const [first, ...rest] = citations
  const article = texts.articles.get(titleOf ?? first?.documentId ?? ('' as DocumentId))
  const line = { part, how, text, ...defined({ speaker: speaker || undefined }) }
  if (!article) return { ...line, others: [], checks: [{ check: 'stored', isPassed: false }], holds: false }
  const checks = [
    { check: 'stored' as const, isPassed: true },
    ...unalteredOf([article, ...citedBy(rest, texts)], texts),
    ...(first
      ? wordChecks(text, first, rest, texts)
      : [{ check: 'title' as const, isPassed: article.document.title === text }]),
    ...(first && isWholeSentences(first.span, article) ? [{ check: 'sentence' as const, isPassed: true }] : []),
    ...(first && speaker !== undefined && isSaidBy(speaker, first.span, article)
      ? [{ check: 'speaker' as const, isPassed: true }]
      : []),
  ]
  return {
    ...line,
    source: sourceOf(article, first, texts),
    others: rest.flatMap((citation) => {
      const other = texts.articles.get(citation.documentId)
      return other ? [sourceOf(other, citation, texts)] : []
    }),
    checks,
    holds: checks.every(({ isPassed }) => isPassed),
  }
}

function citedBy(citations: readonly Citation[], { articles }: AuditTexts): readonly StoredArticle[] {
  return citations.flatMap(({ documentId }) => articles.get(documentId) ?? [])
}

/** Whether the stored texts are the ones that were fetched; empty when that can't be decided. */
export function unalteredOf(cited: readonly StoredArticle[], { isUnaltered }: AuditTexts): AuditLine['checks'] {
  const found = cited.map(({ document }) => isUnaltered(document))
  if (found.includes(false)) return [{ check: 'unaltered', isPassed: false }]
  return found.includes(undefined) ? [] : [{ check: 'unaltered', isPassed: true }]
}

/** Makes `AuditTexts.isUnaltered`. It returns undefined for a text that had characters no database can store. */
export function unalteredCheck(): AuditTexts['isUnaltered'] {
  const known = new Map<DocumentId, boolean | undefined>()
  return (document) => {
    if (!known.has(document.id)) {
      const isSame = documentIdOf(document) === document.id
      known.set(document.id, isSame || !`${document.title}${document.text}`.includes('\ufffd') ? isSame : undefined)
    }
    return known.get(document.id)
  }
}

function wordChecks(text: string, first: Citation, rest: readonly Citation[], { articles }: AuditTexts) {
  const isHeld = (citation: Citation) => {
    const document = articles.get(citation.documentId)?.document
    return document !== undefined && matchesText(document, citation)
  }
  return [
    { check: 'words' as const, isPassed: [first, ...rest].every(isHeld) },
    { check: 'whole' as const, isPassed: first.exact === text },
  ]
}

/** True for words that begin and end at sentence boundaries. */
function isWholeSentences(cited: Span, { annotations }: StoredArticle): boolean {
  const within = (annotations.sentences?.items ?? []).filter((sentence) => overlaps(sentence.span, cited))
  return within.length > 0 && within.every((sentence) => contains(cited, sentence.span))
}

/** True if the article, with corrections, attributes these words to somebody of that name. */
function isSaidBy(name: string, cited: Span, { annotations }: StoredArticle): boolean {
  const last = lastNameOf(name)
  return (annotations.quotes?.items ?? []).some(
    ({ span, speaker }) => speaker !== undefined && overlaps(span, cited) && lastNameOf(speaker.name) === last,
  )
}

function lastNameOf(name: string): string {
  return name.trim().split(/\s+/).at(-1)?.toLowerCase() ?? ''
}

/** The source of a citation: its article, revision and sentence. */
export function sourceOf(
  { article, document, source, revisions, annotations }: StoredArticle,
  citation: Citation | undefined,
  { newest }: AuditTexts,
): AuditSource {
  const number = revisions.findIndex(({ documentId }) => documentId === document.id) + 1
  const at = revisions[number - 1]?.at ?? document.publishedAt
  const isNewer = newest.get(document.id)
  return {
    documentId: document.id,
    articleId: article.id,
    sourceName: source.name,
    title: document.title,
    url: article.url,
    language: document.language,
    publishedAt: article.publishedAt,
    revision: { number: Math.max(1, number), count: Math.max(1, revisions.length), at },
    ...defined({
      place: citation && {
        citation,
        holds: matchesText(document, citation),
        ...aroundOf(document, annotations, citation.span),
        ...defined({ isInNewest: isNewer?.text.includes(citation.exact) }),
      },
    }),
  }
}

/** The sentences around a span, otherwise its paragraph, and the span's place in them. */
function aroundOf(document: Document, annotations: StoredArticle['annotations'], cited: Span) {
  const end = Math.min(cited.end, document.text.length)
  const start = Math.min(cited.start, end)
  const sentences = (annotations.sentences?.items ?? []).map((sentence) => sentence.span)
  const around = [sentences, document.blocks].map((spans) => spans.filter((each) => overlaps(each, { start, end })))
  const near = (nth(around, 0).length > 0 ? nth(around, 0) : nth(around, 1)).filter(
    (each) => each.end <= document.text.length,
  )
  const from = Math.min(start, ...near.map((each) => each.start))
  const until = Math.max(end, ...near.map((each) => each.end))
  return { sentence: textOf(document, span(from, until)), cited: { start: start - from, end: end - from } }
}
