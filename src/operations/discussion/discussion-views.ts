import type { CommentState, Decider, Discussed, HoldReason, LogKind, ReportReason } from '../../core/comment.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { CommentBlock } from '../../core/text/comment-text.ts'

/** A comment as a reader sees it: of one that is not shown to them nothing but its place. */
export type CommentView = {
  readonly id: string
  readonly on: Discussed
  /** Absent: somebody who left, or whose comment is not shown. */
  readonly author?: string
  readonly isOwn: boolean
  readonly at: string
  readonly editedAt?: string
  readonly state: CommentState
  /** Why it waits: told to who wrote it and to moderators. */
  readonly holdReasons: readonly HoldReason[]
  /** Empty where its text is not shown. */
  readonly blocks: readonly CommentBlock[]
  readonly parentId?: string
  readonly rootId: string
  readonly depth: number
  /** Of the first of a thread: how many replies are shown. */
  readonly replyCount: number
  readonly sentence?: SentenceView
  /** Until when who wrote it may change it; absent when they may not. */
  readonly editableUntil?: string
  readonly mayAppeal: boolean
}

/** The words of an article that a comment is on. */
export type SentenceView = {
  readonly documentId: DocumentId
  readonly span: Span
  readonly exact: string
  /** Where they stand in the newest text; absent when it says so no more. */
  readonly now?: { readonly documentId: DocumentId; readonly span: Span }
}

/** What is discussed, as it is called. */
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
  /** Comments that are shown. */
  readonly count: number
  readonly threads: readonly ThreadView[]
  readonly next?: string
  readonly lock?: LockView
  readonly mayWrite: MayWrite
  /** Only threads on this sentence. */
  readonly sentence?: SentenceView
  /** Of a story: its articles that are discussed. */
  readonly articles: readonly {
    readonly id: string
    readonly title: string
    readonly sourceName: string
    readonly count: number
  }[]
  /** Of an article: the discussion of its story. */
  readonly story?: { readonly id: string; readonly title: string; readonly count: number }
}

/** One thread, whole in pages; `id` is the comment the address names. */
export type CommentThreadView = {
  readonly on: DiscussedView
  readonly id: string
  readonly first: CommentView
  readonly replies: readonly CommentView[]
  readonly next?: string
  readonly lock?: LockView
  readonly isThreadLocked: boolean
  readonly mayWrite: MayWrite
  /** The comment named, with what can be done with it. */
  readonly chosen: CommentView
  readonly decisions: readonly LogEntryView[]
}

/** What is needed to write or change a comment. */
export type CommentFormView = {
  readonly on: DiscussedView
  readonly mayWrite: MayWrite
  /** The words chosen, and each sentence around them to choose instead. */
  readonly sentence?: {
    readonly documentId: DocumentId
    readonly chosen: Span
    readonly exact: string
    readonly others: readonly { readonly span: Span; readonly exact: string }[]
  }
  readonly answers?: CommentView
  /** The comment that is changed, and its text as it was written. */
  readonly changes?: { readonly id: string; readonly body: string; readonly until: string }
}

/** A list of comments of many discussions. */
export type CommentListView = {
  readonly comments: readonly (CommentView & { readonly title: string; readonly language: string })[]
  readonly next?: string
}

/** What belongs to one reader: who mentioned them, what they wrote. */
export type OwnCommentsView = {
  readonly mentions: CommentListView
  readonly own: CommentListView
  readonly isBlocked: boolean
}

/** What became of a comment that was sent. */
export type WriteResult =
  | { readonly kind: 'written'; readonly id: string; readonly on: Discussed; readonly isHeld: boolean }
  | { readonly kind: 'refused'; readonly reason: WriteRefusal }
export type WriteRefusal = 'empty' | 'too-long' | 'too-many-links' | 'too-fast' | 'locked' | 'blocked' | 'too-late'

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
  /** Absent: the rules, or somebody who left. */
  readonly name?: string
  readonly commentId?: string
  readonly on?: DiscussedView
  readonly reason: string
  readonly at: string
}
export type LogView = { readonly entries: readonly LogEntryView[]; readonly next?: string }

/** Whether the house discusses, and whether the owner said so. */
export type DiscussionSwitchView = {
  readonly isOn: boolean
  readonly chosen: 'on' | 'off' | 'auto'
  readonly waiting: number
}
