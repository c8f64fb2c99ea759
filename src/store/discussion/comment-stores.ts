import type {
  Comment,
  Decider,
  Decision,
  Discussed,
  DiscussedKind,
  HoldReason,
  ModerationEntry,
  QuoteCheck,
  ReportReason,
} from '../../core/comment.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { TextQuote } from '../../core/text/text-quote.ts'
import type { Page } from '../store.ts'

/** What a new comment is made of; where it stands in its thread, the store finds. */
export type NewComment = Pick<
  Comment,
  'id' | 'readerId' | 'on' | 'sentence' | 'parentId' | 'body' | 'quotes' | 'at'
> & {
  readonly holdReasons: readonly HoldReason[]
  /** Accounts it mentions. */
  readonly mentions: readonly string[]
}

/** How many comments a reader may write since a time. */
export type WritingLimit = { readonly since: string; readonly most: number }

/** Words of an article that comments are on, and how many there are. */
export type CommentAnchor = {
  readonly documentId: DocumentId
  readonly selector: TextQuote
  readonly count: number
}

/** Only threads on these words, each a document and where in it. */
export type AnchorPlace = { readonly documentId: string; readonly start: number; readonly end: number }

/**
 * What readers wrote to each other. A discussion of a story that went into another is found at that other as well. `viewer` is
 * who looks: comments that wait or were taken away are listed to who wrote them, and to others only while replies hang on
 * them.
 */
export type CommentStore = {
  /** Whether the house discusses: as the owner chose, else where there is more than one account. */
  isOn(): Promise<boolean>
  /** Adds a comment with its mentions; the same words at the same place by the same reader within a day are that comment. */
  add(comment: NewComment, limit: WritingLimit): Promise<Comment | 'too-fast' | 'locked' | 'blocked' | 'not-there'>
  find(id: string): Promise<Comment | undefined>
  findMany(ids: readonly string[]): Promise<readonly Comment[]>
  /** Changes the text of a comment of a reader written after `since`; one to hold is held. */
  edit(
    readerId: string,
    id: string,
    change: {
      readonly body: string
      readonly quotes: readonly QuoteCheck[]
      readonly holdReasons: readonly HoldReason[]
      readonly mentions: readonly string[]
      readonly at: string
      readonly since: string
    },
  ): Promise<Comment | 'too-late' | 'not-there'>
  /** Takes the text of a comment away for good. */
  remove(readerId: string, id: string): Promise<boolean>
  /** The first comments of threads, the latest first. */
  threads(
    on: Discussed,
    viewer: string,
    limit: number,
    options?: { readonly cursor?: string; readonly places?: readonly AnchorPlace[] },
  ): Promise<Page<Comment>>
  /** The first few replies of each of some threads, as they are read. */
  firstReplies(rootIds: readonly string[], viewer: string, limit: number): Promise<readonly Comment[]>
  /** The replies of a thread as they are read, in pages. */
  replies(rootId: string, viewer: string, limit: number, cursor?: string): Promise<Page<Comment>>
  /** All shown comments of a discussion as they are read, in pages: for taking away. */
  shown(on: Discussed, limit: number, cursor?: string): Promise<Page<Comment>>
  /** The newest shown of the house, or of one discussion. */
  newest(limit: number, options?: { readonly on?: Discussed; readonly cursor?: string }): Promise<Page<Comment>>
  /** How many comments are shown in some discussions; those without any are left out. */
  counts(kind: DiscussedKind, ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  anchors(articleId: string): Promise<readonly CommentAnchor[]>
  /** Comments that mention a reader, the latest first. */
  mentioning(readerId: string, limit: number, cursor?: string): Promise<Page<Comment>>
  /** What a reader wrote, in any state but deleted, the latest first. */
  ofReader(readerId: string, limit: number, cursor?: string): Promise<Page<Comment>>
  /** What is told of a reader to judge a comment: how many are shown, and the latest bodies. */
  writer(readerId: string): Promise<{ readonly shownCount: number; readonly recent: readonly string[] }>
  /** Accounts by their names in any case: the id and the spelling of each. */
  named(names: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** What accounts are called. */
  namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whom each of some comments mentions, by name. */
  mentionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}

/** A comment that waits for a moderator, with what was said against it. */
export type QueuedComment = {
  readonly comment: Comment
  readonly queuedAt: string
  readonly reports: readonly { readonly reason: ReportReason; readonly words: string; readonly at: string }[]
}

export type Lock = { readonly reason: string; readonly at: string }

/** Deciding about comments; each decision writes a line of the open log in the same transaction. */
export type ModerationStore = {
  /** The one that waits longest first. */
  queue(limit: number, cursor?: string): Promise<Page<QueuedComment>>
  queueLength(): Promise<number>
  /** Reports a comment once for a reader; with `holdAt` reports, one that nobody reviewed is held. */
  report(
    report: {
      readonly commentId: string
      readonly readerId: string
      readonly reason: ReportReason
      readonly words: string
      readonly at: string
    },
    holdAt: number,
  ): Promise<'done' | 'already' | 'not-there'>
  decide(decision: {
    readonly commentId: string
    readonly decision: Decision
    readonly by: Decider
    readonly readerId: string
    readonly reason: string
    readonly at: string
  }): Promise<Comment | undefined>
  /** What who wrote it says against a decision, once. */
  appeal(readerId: string, commentId: string, words: string, at: string): Promise<'done' | 'already' | 'not-there'>
  /** A whole discussion, or one thread. */
  setLock(lock: {
    readonly on: Discussed
    readonly threadId?: string
    readonly isLocked: boolean
    readonly readerId: string
    readonly reason: string
    readonly at: string
  }): Promise<void>
  lockOf(on: Discussed): Promise<Lock | undefined>
  threadLocks(rootIds: readonly string[]): Promise<ReadonlyMap<string, Lock>>
  setBlock(block: {
    readonly readerId: string
    readonly isBlocked: boolean
    readonly byId: string
    readonly reason: string
    readonly at: string
  }): Promise<void>
  blockOf(readerId: string): Promise<Lock | undefined>
  /** The open log, the latest first. */
  log(limit: number, cursor?: string): Promise<Page<ModerationEntry>>
  /** What was decided about a comment, the latest first. */
  logOf(commentId: string): Promise<readonly ModerationEntry[]>
}
