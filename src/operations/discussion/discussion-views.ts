import type { CommentState, Decider, Discussed, HoldReason, LogKind, ReportReason } from '../../core/comment.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { CommentBlock } from '../../core/text/comment-text.ts'

/** A comment as a reader sees it; if it is hidden from them, only its place. */
export type CommentView = {
  readonly id: string
  readonly on: Discussed
  /** Absent: the author deleted their account, or the comment is hidden. */
  readonly author?: string
  readonly isOwn: boolean
  readonly at: string
  readonly editedAt?: string
  readonly state: CommentState
  /** Why it is held; only for its author and moderators. */
  readonly holdReasons: readonly HoldReason[]
  /** Empty when its text is hidden. */
  readonly blocks: readonly CommentBlock[]
  readonly parentId?: string
  readonly rootId: string
  readonly depth: number
  /** For the first comment of a thread: the number of visible replies. */
  readonly replyCount: number
  readonly sentence?: SentenceView
  /** Until when its author may change it; absent when they may not. */
  readonly editableUntil?: string
  readonly mayAppeal: boolean
}

/** The words of an article that a comment is on. */
export type SentenceView = {
  readonly documentId: DocumentId
  readonly span: Span
  readonly exact: string
  /** Their place in the newest text; absent when they are no longer in it. */
  readonly now?: { readonly documentId: DocumentId; readonly span: Span }
}

/** What is discussed, with its title. */
export type DiscussedView = Discussed & {
  readonly title: string
  readonly language: string
  readonly sourceName?: string
}

export type LockView = { readonly reason: string; readonly at: string }

/** Whether the reader may write here, and why not. */
export type MayWrite = 'yes' | 'guest' | 'locked' | 'blocked'

export type ThreadView = {
  readonly first: CommentView
  readonly replies: readonly CommentView[]
  readonly isLocked: boolean
}

export type DiscussionView = {
  readonly on: DiscussedView
  /** Visible comments. */
  readonly count: number
  readonly threads: readonly ThreadView[]
  readonly next?: string
  readonly lock?: LockView
  readonly mayWrite: MayWrite
  /** Set when only threads on this sentence are shown. */
  readonly sentence?: SentenceView
  /** For a story: its articles with comments. */
  readonly articles: readonly {
    readonly id: string
    readonly title: string
    readonly sourceName: string
    readonly count: number
  }[]
  /** For an article: the discussion of its story. */
  readonly story?: { readonly id: string; readonly title: string; readonly count: number }
}

/** One thread, in pages; `id` is the comment in the URL. */
export type CommentThreadView = {
  readonly on: DiscussedView
  readonly id: string
  readonly first: CommentView
  readonly replies: readonly CommentView[]
  readonly next?: string
  readonly lock?: LockView
  readonly isThreadLocked: boolean
  readonly mayWrite: MayWrite
  /** The comment of the URL, with the actions available for it. */
  readonly chosen: CommentView
  readonly decisions: readonly LogEntryView[]
}

/** What is needed to write or change a comment. */
export type CommentFormView = {
  readonly on: DiscussedView
  readonly mayWrite: MayWrite
  /** The chosen words, and the sentences around them to choose instead. */
  readonly sentence?: {
    readonly documentId: DocumentId
    readonly chosen: Span
    readonly exact: string
    readonly others: readonly { readonly span: Span; readonly exact: string }[]
  }
  readonly answers?: CommentView
  /** The comment being changed, and its source text. */
  readonly changes?: { readonly id: string; readonly body: string; readonly until: string }
}

/** A list of comments from many discussions. */
export type CommentListView = {
  readonly comments: readonly (CommentView & { readonly title: string; readonly language: string })[]
  readonly next?: string
}

/** A reader's own list: mentions of them, and what they wrote. */
export type OwnCommentsView = {
  readonly mentions: CommentListView
  readonly own: CommentListView
  readonly isBlocked: boolean
}

/** The result of sending a comment. */
export type WriteResult =
  | { readonly kind: 'written'; readonly id: string; readonly on: Discussed; readonly isHeld: boolean }
  | { readonly kind: 'refused'; readonly reason: WriteRefusal }
type WriteRefusal = 'empty' | 'too-long' | 'too-many-links' | 'too-fast' | 'locked' | 'blocked' | 'too-late'

export type QueueView = {
  readonly comments: readonly {
    readonly comment: CommentView & { readonly title: string; readonly language: string }
    readonly queuedAt: string
    readonly appeal?: string
    readonly reports: readonly { readonly reason: ReportReason; readonly words: string; readonly at: string }[]
    readonly isAuthorBlocked: boolean
  }[]
  readonly next?: string
}

export type LogEntryView = {
  readonly id: string
  readonly kind: LogKind
  readonly by: Decider
  /** Absent: decided by the rules, or by somebody whose account was deleted. */
  readonly name?: string
  readonly commentId?: string
  readonly on?: DiscussedView
  readonly reason: string
  readonly at: string
}
export type LogView = { readonly entries: readonly LogEntryView[]; readonly next?: string }

/** Whether discussion is on, and whether the owner decided so. */
export type DiscussionSwitchView = {
  readonly isOn: boolean
  readonly chosen: 'on' | 'off' | 'auto'
  readonly waiting: number
}
