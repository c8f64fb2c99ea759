import type { Completeness } from '../core/article.ts'
import type { Document } from '../core/document.ts'

/** A topic of a story: an IPTC Media Topic, and the share of articles that have it. */
export type ExportedTopic = {
  /** Eight digits. */
  readonly code: string
  /** In the English vocabulary. */
  readonly name: string
  /** `section`: at least one outlet put its article there; `words`: words in the texts indicate it. */
  readonly by: 'section' | 'words'
  /** Among the articles that have any topic, 0 to 1. */
  readonly share: number
}

/** A stored article: what was extracted from its page, not the page. Times are ISO 8601. */
export type StoredText = {
  readonly document: Document
  readonly sourceName: string
  readonly homeUrl?: string
  readonly url: string
  readonly authors: readonly string[]
  readonly section?: string
  readonly updatedAt?: string
  readonly readAt: string
  /** The outlet gave no time: the document has the time it was first read. */
  readonly isUndated?: true
  /** The outlet withdrew it, by a note or by deleting its page. */
  readonly isWithdrawn?: true
  readonly completeness: Completeness
}

/** Facts about a story besides its dossier, for formats that can include them. */
export type StoryFacts = {
  /** The time of the export. */
  readonly at?: string
  readonly firstAt?: string
  readonly changedAt?: string
  readonly topics: readonly ExportedTopic[]
  /** The texts of its members and of everything else it cites, in the dossier's order. */
  readonly texts: readonly StoredText[]
}

export const noFacts: StoryFacts = { topics: [], texts: [] }

/** A Media Topic's URL in the IPTC vocabulary, which is its id. */
export function topicUri(code: string): string {
  return `http://cv.iptc.org/newscodes/mediatopic/${code}`
}
