/**
 * A brief in the reader's language, ready to be written as mail, page, book, feed or speech. Every sentence that isn't ours has
 * the number of its note, which says where it comes from.
 */
export type BriefDocument = {
  /** The day it's dated: `YYYY-MM-DD`. */
  readonly day: string
  /** When its period ends: ISO 8601, UTC. */
  readonly until: string
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Absolute URL on this server. */
  readonly url: string
  /** Our lines at its head: how long it is, until when. */
  readonly facts: readonly string[]
  readonly stories: readonly BriefStory[]
  /** Shown when there are no stories. */
  readonly nothing: string
  readonly notes: readonly BriefNote[]
  /** Our lines at its end: that it ends, what was left out. */
  readonly ending: readonly string[]
  readonly labels: BriefLabels
}

type BriefLabels = {
  readonly contents: string
  readonly sources: string
  readonly original: string
  readonly said: string
  readonly endOfQuote: string
  readonly from: string
  readonly story: string
}

export type BriefStory = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly url: string
  /** Our lines: who reports it, what is new, that it's followed. */
  readonly facts: readonly string[]
  readonly lines: readonly BriefLine[]
}

/** Words of an article, character by character, in the order shown. */
export type BriefLine = {
  /** Our heading above it, where another kind of line begins. */
  readonly heading?: string
  readonly speaker?: string
  readonly text: string
  /** True for words somebody said, in quotation marks. */
  readonly isQuote: boolean
  readonly language: string
  /** Number of its note, from 1. */
  readonly note: number
}

/** Where words come from: on this server, and at the outlet. */
export type BriefNote = {
  readonly number: number
  readonly outlet: string
  readonly title: string
  readonly language: string
  /** URL of the exact sentence on this server. */
  readonly url: string
  /** URL of the article at the outlet; absent if it has none. */
  readonly original?: string
}

export type BriefForm = 'text' | 'html' | 'epub'

export type WrittenFile = {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly fileName: string
}
