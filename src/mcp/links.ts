import type { Citation } from '../core/citation.ts'

/** URLs of this server's pages, absolute if the public URL is known. */
export type Links = {
  readonly home: string
  readonly story: (id: string) => string
  readonly article: (id: string) => string
  readonly person: (id: string) => string
  readonly citation: (citation: Pick<Citation, 'documentId' | 'span'>) => string
}

/** Links below a base URL without a final slash. */
export function linksAt(base: string): Links {
  const page = (folder: string) => (id: string) => `${base}/${folder}/${encodeURIComponent(id)}`
  return {
    home: `${base}/`,
    story: page('stories'),
    article: page('articles'),
    person: page('people'),
    citation: ({ documentId, span }) => `${base}/citations/${encodeURIComponent(documentId)}/${span.start}-${span.end}`,
  }
}
