import { createHash } from 'node:crypto'
import type { Document } from '../core/document.ts'
import { type ArticleId, asId, type DocumentId } from '../core/ids.ts'

/**
 * The id of a revision: a hash of article, title and text, so that the same text is the same document. A transcript whose words are heard at
 * other times is another.
 */
export function documentIdOf({
  articleId,
  title,
  text,
  cues,
}: Pick<Document, 'articleId' | 'title' | 'text' | 'cues'>): DocumentId {
  const times = cues ? [cues.map(({ start, atMs }) => `${start} ${atMs}`).join()] : []
  return asId<DocumentId>(hashOf([articleId, title, text, ...times]))
}

export function articleIdOf(key: string): ArticleId {
  return asId<ArticleId>(hashOf([key]))
}

/** 120 bits of SHA-256, base64url. */
function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 20)
}

/** Identifies a body: the same bytes are not parsed again. */
export function hashOfBody(body: Uint8Array): string {
  return createHash('sha1').update(body).digest('base64url')
}
