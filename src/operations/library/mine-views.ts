import type { Citation } from '../../core/citation.ts'
import type { ArticleId, DocumentId, StoryId } from '../../core/ids.ts'
import type { Follow, Highlight, Mute, MuteKind, Note, SavedKind } from '../../core/marks.ts'
import type { Span } from '../../core/span.ts'
import type { ArticleTitle } from '../../store/stories/titles.ts'
import type { CitedDocument } from '../views.ts'

/** What mutes hid of a list, and whether it is shown for once. */
export type HiddenView = {
  readonly total: number
  readonly counts: readonly { readonly label: string; readonly kind: MuteKind; readonly count: number }[]
  readonly isShown: boolean
}

/** A quotation of somebody followed, cited. */
export type FollowedQuote = {
  readonly citation: Citation
  readonly document: CitedDocument
  readonly isDirect: boolean
}

/** Something followed, and what is new of it since the reader looked at it last. */
export type FollowedView = {
  readonly follow: Follow
  /** Whether it alerts, by itself or with all that is followed. */
  readonly isAlerting: boolean
  /** ISO 8601. */
  readonly since: string
  /** True when it was never looked at before: `since` is then some days ago. */
  readonly isFirstLook: boolean
  /** When the newest came; absent when nothing is new. */
  readonly newestAt?: string
  readonly counts: FollowedCounts
  readonly stories: readonly {
    readonly id: StoryId
    readonly title: string
    readonly language: string
    readonly at: string
    readonly count: number
  }[]
  /** Articles of a source or found by a search: what is new is the article, not the story. */
  readonly articles: readonly {
    readonly path: 'article' | 'entry'
    readonly id: string
    readonly title: string
    readonly sourceName: string
    readonly language?: string
    readonly at: string
  }[]
  readonly quotes: readonly FollowedQuote[]
}

/** All that is new, of which lists show the first. */
export type FollowedCounts = { readonly stories: number; readonly quotes: number; readonly articles: number }

export type FollowingView = {
  /** Those with news, the newest first; then the others by name. */
  readonly followed: readonly FollowedView[]
  readonly hidden?: HiddenView
  readonly mutes: readonly Mute[]
  /** Who and what is named in most stories of the last day, and its sections, where not followed: how many stories. */
  readonly suggestions: readonly {
    readonly kind: 'entity' | 'topic'
    readonly target: string
    readonly label: string
    readonly storyCount: number
  }[]
}

export type SavedItem = {
  readonly kind: SavedKind | 'entry'
  readonly target: string
  /** As it was when it was saved. */
  readonly title: string
  readonly at: string
  readonly language?: string
  readonly sourceName?: string
  readonly url?: string
  /** Of an entry that has been read. */
  readonly articleId?: ArticleId
  readonly publishedAt?: string
  readonly articleCount?: number
  /** The reader's own, by name. */
  readonly tags?: readonly string[]
  /** True when it is no longer here: the title is all that is left. */
  readonly isGone: boolean
}

export type SavedView = {
  readonly items: readonly SavedItem[]
  readonly kind?: SavedItem['kind']
  readonly query?: string
  /** The tag that is chosen. */
  readonly tag?: string
  /** Of all that is saved, by name; tags on what is no longer saved are not counted. */
  readonly tags?: TagsView['tags']
  /** Of all that is saved, whatever is chosen. */
  readonly counts: Readonly<Record<SavedItem['kind'] | 'all', number>>
  /** Of what is chosen. */
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

/** A note in a list, with the article it is on. */
export type NoteView = {
  readonly note: Note
  /** The words it was written on, as they stand in that revision. */
  readonly citation: Citation
  readonly article?: ArticleTitle
}

export type NotesView = { readonly notes: readonly NoteView[]; readonly next?: string }

/** Words highlighted in a list, with the article they stand in. */
export type HighlightView = {
  readonly highlight: Highlight
  readonly citation: Citation
  readonly article?: ArticleTitle
}

export type HighlightsView = { readonly highlights: readonly HighlightView[]; readonly next?: string }

/** A highlight in a text: where its words stand in the revision shown; absent: they are not in it. */
export type PlacedHighlight = { readonly highlight: Highlight; readonly span?: Span }

export type TagsView = { readonly tags: readonly { readonly name: string; readonly count: number }[] }

/** On how many things a tag was renamed or taken off, and what undoes that for a day. */
export type TagsChanged = { readonly count: number; readonly undoId: string }

/** A note beside the text it is on: where its words stand in the revision shown; absent: they are not in it. */
export type PlacedNote = { readonly note: Note; readonly span?: Span }

/** What the form for a note needs: the words chosen, and the sentences around them to choose from instead. */
export type NoteFormView = {
  readonly article: ArticleTitle
  readonly documentId: DocumentId
  readonly chosen: Span
  readonly exact: string
  readonly sentences: readonly { readonly span: Span; readonly exact: string }[]
  /** When one is edited. */
  readonly note?: Note
}

export type HistoryItem = {
  readonly kind: 'story' | 'article'
  readonly target: string
  readonly title: string
  readonly language: string
  readonly sourceName?: string
  readonly articleCount?: number
  readonly at: string
}

export type HistoryView = {
  /** The latest opened first. */
  readonly items: readonly HistoryItem[]
  readonly next?: string
  /** False: what is opened is not kept. */
  readonly isOn: boolean
}

export type MarksFile = { readonly text: string; readonly mediaType: string; readonly fileName: string }

/** What an import of marks came to. */
export type MarksImported =
  | { readonly kind: 'imported'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'refused'; readonly message: string }

/** Whether a person, a source, a topic or a story is followed or muted. */
export type ThingMarks = { readonly isFollowed: boolean; readonly isMuted: boolean }

export type StoryMarks = ThingMarks & { readonly isSaved: boolean }

export type ArticleMarks = {
  readonly isSaved: boolean
  readonly notes: readonly PlacedNote[]
  readonly highlights?: readonly PlacedHighlight[]
}
