import type { Citation } from '../core/citation.ts'

/** The addresses of the house's own pages, with its public address before them where it is known. */
export type Links = {
  readonly home: string
  readonly story: (id: string) => string
  readonly article: (id: string) => string
  readonly person: (id: string) => string
  /** Opens the very words a citation names. */
  readonly citation: (citation: Pick<Citation, 'documentId' | 'span'>) => string
}

/** The links of a house at an address without a slash at its end. */
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
