import type { ArticleId, DocumentId, HighlightId, MuteId, NoteId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** What can be followed: a topic is an IPTC code or a section, a search its words. */
export const followKinds = ['story', 'entity', 'source', 'topic', 'search'] as const
export type FollowKind = (typeof followKinds)[number]

/** What can be muted: a word is one or several words of titles and leads. */
export const muteKinds = ['word', 'source', 'topic', 'story', 'entity'] as const
export type MuteKind = (typeof muteKinds)[number]

/** How long a mute can last, in the order it is offered; the last is for good. */
export const mutePeriods = ['day', 'week', 'month', 'always'] as const

/** What can be saved; an entry of a feed is starred instead. */
export const savedKinds = ['story', 'article'] as const
export type SavedKind = (typeof savedKinds)[number]

/** What can have tags: what is saved or starred. */
export const taggedKinds = ['story', 'article', 'entry'] as const
export type TaggedKind = (typeof taggedKinds)[number]

/** What a highlight is called by; each is a color on the page, and a word for who does not see it. */
export const highlightColors = ['yellow', 'green', 'blue', 'pink'] as const
export type HighlightColor = (typeof highlightColors)[number]

/** What was looked at: a page such as `today`, a story, an article, a followed thing as `kind:target`, or a story as an item of a feed reader. */
export const visitKinds = ['page', 'story', 'article', 'follow', 'item'] as const
export type VisitKind = (typeof visitKinds)[number]

/** Something a reader follows. `label` is what it was called then; times are ISO 8601, UTC. */
export type Follow = {
  readonly kind: FollowKind
  readonly target: string
  readonly label: string
  readonly at: string
}

/** Something a reader does not want to see until a time; without one, for good. */
export type Mute = {
  readonly id: MuteId
  readonly kind: MuteKind
  readonly target: string
  readonly label: string
  readonly at: string
  readonly until?: string
}

/** A story or an article a reader keeps, under the title it had. */
export type Saved = {
  readonly kind: SavedKind
  readonly target: string
  readonly title: string
  readonly at: string
}

/** What a reader wrote on words of an article: plain text. */
export type Note = {
  readonly id: NoteId
  readonly articleId: ArticleId
  /** The revision it was written on. */
  readonly documentId: DocumentId
  readonly selector: TextQuote
  readonly body: string
  readonly at: string
  readonly changedAt: string
}

/** Words of an article that a reader marked, without writing on them. */
export type Highlight = Omit<Note, 'id' | 'body' | 'changedAt'> & {
  readonly id: HighlightId
  readonly color: HighlightColor
}

/** A word a reader put on something they keep. */
export type Tag = {
  readonly kind: TaggedKind
  readonly target: string
  readonly name: string
  readonly at: string
}

/** When something was looked at last, and the visit before that one. */
export type Visit = {
  readonly kind: VisitKind
  readonly target: string
  readonly at: string
  readonly previousAt?: string
}
