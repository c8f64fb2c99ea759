import type { Document } from './document.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** The source of a statement: W3C Web Annotation TextPosition and TextQuote selectors on one revision. */
export type Citation = {
  readonly documentId: DocumentId
  readonly span: Span
  readonly exact: string
}

/** A sentence we show. The tuple makes an uncited one a type error. */
export type Statement = {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
}

export function cite(doc: Pick<Document, 'id' | 'text'>, span: Span): Citation {
  return { documentId: doc.id, span: { start: span.start, end: span.end }, exact: doc.text.slice(span.start, span.end) }
}

/** True when the document has the cited words, character by character, at the cited offsets. */
export function matchesText(doc: Pick<Document, 'id' | 'text'>, citation: Citation): boolean {
  const { span, exact } = citation
  return (
    doc.id === citation.documentId &&
    exact.length > 0 &&
    span.start >= 0 &&
    span.end <= doc.text.length &&
    doc.text.slice(span.start, span.end) === exact
  )
}

/** Key of the cited place: equal for two citations of the same words in the same revision. */
export function citationKey({ documentId, span }: Citation): string {
  return `${documentId} ${span.start} ${span.end}`
}
