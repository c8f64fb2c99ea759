import type { Completeness } from '../core/article.ts'
import type { Document } from '../core/document.ts'

/** What a story is about: an IPTC Media Topic, and how many of its articles are. */
export type ExportedTopic = {
  /** Eight digits. */
  readonly code: string
  /** Of the English vocabulary. */
  readonly name: string
  /** `section`: at least one outlet put its article there; `words`: words of the texts say so. */
  readonly by: 'section' | 'words'
  /** Of the articles that have a topic at all, 0 to 1. */
  readonly share: number
}

/** An article as it is kept: what was made of its page, not the page. Times are ISO 8601. */
export type KeptText = {
  readonly document: Document
  readonly sourceName: string
  readonly homeUrl?: string
  readonly url: string
  readonly authors: readonly string[]
  readonly section?: string
  readonly updatedAt?: string
  /** When this revision was read. */
  readonly readAt: string
  /** Its outlet gave no time: the one of its document is when it was first read. */
  readonly isUndated?: true
  /** Its outlet has withdrawn it, by a note or by taking its page away. */
  readonly isWithdrawn?: true
  readonly completeness: Completeness
}

/** What is known of a story beside its dossier, for forms that have a place for it. */
export type StoryFacts = {
  /** When it is written down. */
  readonly at?: string
  readonly firstAt?: string
  readonly changedAt?: string
  readonly topics: readonly ExportedTopic[]
  /** Those of its members and of what else it cites, in the order of the dossier. */
  readonly texts: readonly KeptText[]
}

/** Nothing known beside the dossier. */
export const noFacts: StoryFacts = { topics: [], texts: [] }

/** The address of a Media Topic in the vocabulary of the IPTC, which is its id. */
export function topicUri(code: string): string {
  return `http://cv.iptc.org/newscodes/mediatopic/${code}`
}
