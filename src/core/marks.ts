import type { ArticleId, DocumentId, HighlightId, MuteId, NoteId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** What can be followed: a topic is an IPTC code or a section, a search is given by its words. */
export const followKinds = ['story', 'entity', 'source', 'topic', 'search'] as const
export type FollowKind = (typeof followKinds)[number]

/** What can be muted: `word` is one or more words in titles and leads. */
export const muteKinds = ['word', 'source', 'topic', 'story', 'entity'] as const
export type MuteKind = (typeof muteKinds)[number]

/** How long a mute lasts, in the order offered; the last is permanent. */
export const mutePeriods = ['day', 'week', 'month', 'always'] as const

/** What can be saved; feed entries are starred instead. */
export const savedKinds = ['story', 'article'] as const
export type SavedKind = (typeof savedKinds)[number]

/** What can be tagged: anything saved or starred. */
export const taggedKinds = ['story', 'article', 'entry'] as const
export type TaggedKind = (typeof taggedKinds)[number]

/** Each color also has a name, for people who can't see it. */
export const highlightColors = ['yellow', 'green', 'blue', 'pink'] as const
export type HighlightColor = (typeof highlightColors)[number]

/**
 * What a visit can be to: a page such as `today`, a story, an article, a followed thing as `kind:target`, or a story opened in a
 * feed reader.
 */
export const visitKinds = ['page', 'story', 'article', 'follow', 'item'] as const
export type VisitKind = (typeof visitKinds)[number]

/** Something a reader follows. `label` is its name at that time; times are ISO 8601, UTC. */
export type Follow = {
  readonly kind: FollowKind
  readonly target: string
  readonly label: string
  readonly at: string
}

/** Something a reader doesn't want to see until a time, or ever if no time is set. */
export type Mute = {
  readonly id: MuteId
  readonly kind: MuteKind
  readonly target: string
  readonly label: string
  readonly at: string
  readonly until?: string
}

/** A story or article a reader saved, with its title at that time. */
export type Saved = {
  readonly kind: SavedKind
  readonly target: string
  readonly title: string
  readonly at: string
}

/** A reader's note on words of an article: plain text. */
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

/** Words of an article that a reader highlighted, without a note. */
export type Highlight = Omit<Note, 'id' | 'body' | 'changedAt'> & {
  readonly id: HighlightId
  readonly color: HighlightColor
}

/** A word a reader attaches to something saved or starred. */
export type Tag = {
  readonly kind: TaggedKind
  readonly target: string
  readonly name: string
  readonly at: string
}

/** When something was last opened, and the visit before that. */
export type Visit = {
  readonly kind: VisitKind
  readonly target: string
  readonly at: string
  readonly previousAt?: string
}

/** Key of a mark's, visit's or lift's target: equal for the same target. */
export function targetKey({ kind, target }: { readonly kind: string; readonly target: string }): string {
  return `${kind} ${target}`
}
