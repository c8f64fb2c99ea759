import type { Document } from './document.ts'
import type { DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** Where a statement comes from: W3C Web Annotation TextPosition and TextQuote selectors on one revision. */
export type Citation = {
  readonly documentId: DocumentId
  readonly span: Span
  readonly exact: string
}

/** A sentence of ours. The tuple makes an uncited one a type error. */
export type Statement = {
  readonly text: string
  readonly citations: readonly [Citation, ...Citation[]]
}

/** Cuts a citation from a document. */
export function cite(doc: Pick<Document, 'id' | 'text'>, span: Span): Citation {
  return { documentId: doc.id, span: { start: span.start, end: span.end }, exact: doc.text.slice(span.start, span.end) }
}

/** True when the citation still says, letter by letter, what its document says at its offsets. */
export function holds(doc: Pick<Document, 'id' | 'text'>, citation: Citation): boolean {
  const { span, exact } = citation
  return (
    doc.id === citation.documentId &&
    exact.length > 0 &&
    span.start >= 0 &&
    span.end <= doc.text.length &&
    doc.text.slice(span.start, span.end) === exact
  )
}

/** Where a citation stands, as text: the same for two that cite the same words of the same revision. */
export function placeOf({ documentId, span }: Citation): string {
  return `${documentId} ${span.start} ${span.end}`
}
