import type { Document } from '../document.ts'
import type { Span } from '../span.ts'

/** One post of a live page: a span of its text, with what the page says of it. Posts are in the order of the page. */
export type LivePost = Span & {
  /** ISO 8601 with zone; absent where the page gives no day or no zone. */
  readonly at?: string
  /** The time as the page shows it: `14:20`. */
  readonly stamp?: string
  readonly heading?: string
  readonly author?: string
}

/** When what stands at an offset was published: with its post on a live page, else with the whole. ISO 8601 with zone. */
export function publishedAtOf(doc: Pick<Document, 'posts' | 'publishedAt'>, offset: number): string {
  const post = doc.posts?.find(({ start, end }) => start <= offset && offset < end)
  return post?.at ?? doc.publishedAt
}
