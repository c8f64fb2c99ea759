/**
 * A brief in the words of a reader's language, ready to be written down as mail, page, book, feed or speech. Every sentence
 * that is not ours names the note that says where it stands.
 */
export type ToldBrief = {
  /** The day it is filed under: `YYYY-MM-DD`. */
  readonly day: string
  /** When it ends: ISO 8601, UTC. */
  readonly until: string
  readonly title: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Its address on this server, absolute. */
  readonly url: string
  /** Lines of ours at its head: how long it is, until when. */
  readonly facts: readonly string[]
  readonly stories: readonly ToldStory[]
  /** What stands instead where there are no stories. */
  readonly nothing: string
  readonly notes: readonly ToldNote[]
  /** Lines of ours at its end: that it ends, what was left out. */
  readonly ending: readonly string[]
  /** What the parts are called. */
  readonly labels: ToldLabels
}

export type ToldLabels = {
  readonly contents: string
  readonly sources: string
  readonly original: string
  readonly said: string
  readonly endOfQuote: string
  readonly from: string
  readonly story: string
}

export type ToldStory = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly url: string
  /** Lines of ours: who reports it, what is new, that it is followed. */
  readonly facts: readonly string[]
  readonly lines: readonly ToldLine[]
}

/** Words of an article, letter by letter, in the order they are told. */
export type ToldLine = {
  /** A heading of ours above it, where another kind of line begins. */
  readonly heading?: string
  readonly speaker?: string
  readonly text: string
  /** True when they are words somebody said, in quotation marks. */
  readonly isQuote: boolean
  readonly language: string
  /** Number of its note, from 1. */
  readonly note: number
}

/** Where words stand: on this server, and at the outlet. */
export type ToldNote = {
  readonly number: number
  readonly outlet: string
  readonly title: string
  readonly language: string
  /** Address of the exact sentence on this server. */
  readonly url: string
  /** Address of the article at the outlet; absent where it has none. */
  readonly original?: string
}

/** The forms a brief is written down in, besides its page. */
export type BriefForm = 'text' | 'html' | 'epub'

/** A file to hand out whole. */
export type WrittenFile = {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly contentType: string
  readonly fileName: string
}
