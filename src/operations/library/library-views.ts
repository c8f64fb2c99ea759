import type { Citation } from '../../core/citation.ts'
import type { ArticleId, DocumentId, SourceId, StoryId } from '../../core/ids.ts'
import type { ListPicture } from '../../core/list-picture.ts'
import type { Follow, Highlight, Mute, MuteKind, Note, SavedKind } from '../../core/marks.ts'
import type { Span } from '../../core/span.ts'
import type { ArticleTitle } from '../../store/stories/titles.ts'
import type { CitedDocument } from '../views.ts'

/** How many items of a list mutes and rules hid, and whether they are shown this once. */
export type HiddenView = {
  readonly total: number
  readonly counts: readonly { readonly label: string; readonly kind: MuteKind | 'rule'; readonly count: number }[]
  readonly isShown: boolean
}

/** A quotation of somebody followed, cited. */
export type FollowedQuote = {
  readonly citation: Citation
  readonly document: CitedDocument
  readonly isDirect: boolean
}

/** Something followed, with its news since the reader last looked. */
export type FollowedView = {
  readonly follow: Follow
  /** Whether it alerts, by its own or the general switch. */
  readonly isAlerting: boolean
  /** ISO 8601. */
  readonly since: string
  /** True before the first look: `since` is then some days ago. */
  readonly isFirstLook: boolean
  /** When the newest arrived; absent when nothing is new. */
  readonly newestAt?: string
  /** The newest story or article about it, new or not; absent when there was none in the last days. */
  readonly newest?: {
    readonly path: 'story' | 'article' | 'entry'
    readonly id: string
    readonly title: string
    readonly language?: string
    readonly at: string
  }
  readonly counts: FollowedCounts
  readonly stories: readonly {
    readonly id: StoryId
    readonly title: string
    readonly language: string
    readonly picture?: ListPicture
    readonly at: string
    readonly count: number
  }[]
  /** For a source or a search: what is new is the article, not the story. */
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

/** All news, of which lists show the first. */
type FollowedCounts = { readonly stories: number; readonly quotes: number; readonly articles: number }

export type FollowingView = {
  /** Those with news, newest first; then the others by name. */
  readonly followed: readonly FollowedView[]
  readonly hidden?: HiddenView
  readonly mutes: readonly Mute[]
  /** Names and sections with the most stories in the last day that are not followed; of equally many, those with more articles first. */
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
  /** The title when it was saved. */
  readonly title: string
  readonly at: string
  readonly language?: string
  readonly sourceName?: string
  readonly sourceId?: SourceId
  readonly picture?: ListPicture
  readonly url?: string
  /** For an entry whose article was read. */
  readonly articleId?: ArticleId
  readonly publishedAt?: string
  readonly articleCount?: number
  /** The reader's own, by name. */
  readonly tags?: readonly string[]
  /** True when it no longer exists here and only the title is left. */
  readonly isGone: boolean
}

/** What a list of saved things shows: one kind, or all articles, whether read in a feed or not. */
export type SavedFilter = SavedItem['kind'] | 'articles'

export type SavedView = {
  readonly items: readonly SavedItem[]
  readonly kind?: SavedFilter
  readonly query?: string
  /** The selected tag. */
  readonly tag?: string
  /** Tags of saved things, by name. */
  readonly tags?: TagsView['tags']
  /** Over everything saved, without filters. */
  readonly counts: Readonly<Record<SavedItem['kind'] | 'all', number>>
  /** With filters. */
  readonly total: number
  readonly page: number
  readonly pageCount: number
}

/** A note in a list, with its article. */
export type NoteView = {
  readonly note: Note
  /** The words it was written on, in that revision. */
  readonly citation: Citation
  readonly article?: ArticleTitle
}

export type NotesView = { readonly notes: readonly NoteView[]; readonly next?: string }

/** A highlight in a list, with its article. */
export type HighlightView = {
  readonly highlight: Highlight
  readonly citation: Citation
  readonly article?: ArticleTitle
}

export type HighlightsView = { readonly highlights: readonly HighlightView[]; readonly next?: string }

/** A highlight with its place in the revision shown; no `span` if its words are not in it. */
export type PlacedHighlight = { readonly highlight: Highlight; readonly span?: Span }

export type TagsView = { readonly tags: readonly { readonly name: string; readonly count: number }[] }

/** How many things a tag was changed on, and an id to undo it with, valid for a day. */
export type TagsChanged = { readonly count: number; readonly undoId: string }

/** A note with its place in the revision shown; no `span` if its words are not in it. */
export type PlacedNote = { readonly note: Note; readonly span?: Span }

/** What the note form needs: the chosen words, and the sentences around them to choose instead. */
export type NoteFormView = {
  readonly article: ArticleTitle
  readonly documentId: DocumentId
  readonly chosen: Span
  readonly exact: string
  readonly sentences: readonly { readonly span: Span; readonly exact: string }[]
  /** When editing one. */
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
  /** Last opened first. */
  readonly items: readonly HistoryItem[]
  readonly next?: string
  /** False: no history is kept. */
  readonly isOn: boolean
}

export type MarksFile = { readonly text: string; readonly mediaType: string; readonly fileName: string }

/** The result of importing a library file. */
export type MarksImported =
  | { readonly kind: 'imported'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'refused'; readonly message: string }

/** Whether a person, source, topic or story is followed or muted. */
export type ThingMarks = { readonly isFollowed: boolean; readonly isMuted: boolean }

export type StoryMarks = ThingMarks & { readonly isSaved: boolean }

export type ArticleMarks = {
  readonly isSaved: boolean
  readonly notes: readonly PlacedNote[]
  readonly highlights?: readonly PlacedHighlight[]
}
