import type { LivePost } from './feed/live-post.ts'
import type { ArticleId, DocumentId } from './ids.ts'
import type { Span } from './span.ts'

/** What a block of a page was. Block breaks end sentences, so inline subheads never glue to the next sentence. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'code' | 'table-row'

/** How a block stood among its like, beside its words; texts kept before there was such a thing have none of it. */
export type BlockShape = {
  /** The number that an ordered list shows before this item. */
  readonly number?: number
  /** In how many other lists the item's list stands; left out for none. */
  readonly depth?: number
  /** A row of headings. */
  readonly isHead?: true
  /** The first row of its table. */
  readonly opens?: true
}

/** A block of the text, with what it was in the page. Blocks are in order and never overlap. */
export type Block = Span & { readonly kind: BlockKind } & BlockShape

/** One immutable revision of an article's plain text. Annotations point into it; nothing rewrites it. */
export type Document = {
  /** Hash of article, title and text: the same text is the same document. */
  readonly id: DocumentId
  readonly articleId: ArticleId
  /** BCP 47; `und` when it could not be told. */
  readonly language: string
  /** The headline as published, without the site's name. */
  readonly title: string
  /** Blocks joined by `\n`. The headline is not part of it. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** The posts of a live page, in the order of the page. */
  readonly posts?: readonly LivePost[]
  /** When the article said it was published: the anchor of relative dates. ISO 8601 with zone. */
  readonly publishedAt: string
}

/** The exact text of a span. Throws on a span outside the text, since only we make spans. */
export function textOf(doc: Pick<Document, 'text'>, span: Span): string {
  if (span.end > doc.text.length)
    throw new RangeError(`Span [${span.start}, ${span.end}) leaves a text of ${doc.text.length}`)
  return doc.text.slice(span.start, span.end)
}
