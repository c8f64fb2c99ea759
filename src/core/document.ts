import type { ArticleId, DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** The element a block was in the page. A block ends its last sentence, so an inline subhead never runs into the next one. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'code' | 'table-row'

/** Details of a block's kind. Texts stored by early releases lack them. */
export type BlockShape = {
  /** The number an ordered list shows before this item. */
  readonly number?: number
  /** The number of lists around the item's own list; absent for none. */
  readonly depth?: number
  readonly isHead?: true
  /** The first row of its table. */
  readonly opens?: true
}

/** A block of the text and its element in the page. Blocks are in order and never overlap. */
export type Block = Span & { readonly kind: BlockKind } & BlockShape

/** Words of a transcript that are heard together: a span of the text, and when it begins in the recording. Cues are in text order. */
export type Cue = Span & { readonly atMs: number }

/** One immutable revision of an article's plain text. Annotations point into it; nothing rewrites it. */
export type Document = {
  /** Hash of article, title and text: equal texts are the same document. */
  readonly id: DocumentId
  readonly articleId: ArticleId
  /** BCP 47; `und` if it couldn't be detected. */
  readonly language: string
  /** The headline as published, without the site's name. */
  readonly title: string
  /** Blocks joined by `\n`. The headline is not part of it. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly posts?: readonly LivePost[]
  /** Of the transcript of a recording. */
  readonly cues?: readonly Cue[]
  /** When the article says it was published; relative dates count from here. ISO 8601 with zone. */
  readonly publishedAt: string
}

/** The exact text of a span. Throws for a span outside the text, which would be our own mistake. */
export function textOf(doc: Pick<Document, 'text'>, span: Span): string {
  if (span.end > doc.text.length)
    throw new RangeError(`Span [${span.start}, ${span.end}) leaves a text of ${doc.text.length}`)
  return doc.text.slice(span.start, span.end)
}

/** One post of a live page: a span of its text, with the time the page gives. Posts are in page order. */
export type LivePost = Span & {
  /** ISO 8601 with zone; absent if the page gives no day or no zone. */
  readonly at?: string
  /** The time as the page shows it: `14:20`. */
  readonly stamp?: string
  readonly heading?: string
  readonly author?: string
}

/** When the text at an offset was published: the time of its post on a live page, else of the document. ISO 8601 with zone. */
export function publishedAtOf(doc: Pick<Document, 'posts' | 'publishedAt'>, offset: number): string {
  const post = doc.posts?.find(({ start, end }) => start <= offset && offset < end)
  return post?.at ?? doc.publishedAt
}
