import type { Document } from '../document.ts'
import type { Span } from '../span.ts'

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
