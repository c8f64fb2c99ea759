import type { Decision, Discussed, ReportReason } from '../core/comment.ts'
import type {
  CommentFormView,
  CommentListView,
  CommentThreadView,
  DiscussedView,
  DiscussionSwitchView,
  DiscussionView,
  LogView,
  OwnCommentsView,
  QueueView,
  WriteResult,
} from '../operations/discussion-views.ts'
import type { MarksFile } from '../operations/mine-views.ts'

/** Words of an article, by their offsets in one of its revisions. */
export type SentencePlace = { readonly documentId: string; readonly start: number; readonly end: number }

/** Where a new comment goes. */
export type CommentPlace = { readonly answers: string } | (Discussed & { readonly sentence?: SentencePlace })

/** The discussion. Undefined: there is no such thing, the house does not discuss, or it was not understood. */
export type DiscussionOperations = {
  // ── reading ──
  hasDiscussion(): Promise<boolean>
  discussion(input: Discussed & { readonly cursor?: string; readonly sentence?: SentencePlace }): Answer<DiscussionView>
  comment(input: { readonly id: string; readonly cursor?: string }): Answer<CommentThreadView>
  commentForm(input: { readonly changes: string } | CommentPlace): Answer<CommentFormView>
  comments(input: {
    readonly on?: Discussed
    readonly cursor?: string
  }): Answer<CommentListView & { readonly on?: DiscussedView }>
  mentions(input: { readonly mentions?: string; readonly own?: string }): Answer<OwnCommentsView>
  moderationQueue(input: { readonly cursor?: string }): Answer<QueueView>
  moderationLog(input: { readonly cursor?: string }): Answer<LogView>
  exportDiscussion(input: Discussed & { readonly format: 'jsonl' | 'md' }): Answer<MarksFile>
  discussionSwitch(): Promise<DiscussionSwitchView>

  // ── changing ──
  writeComment(input: CommentPlace & { readonly body: string }): Answer<WriteResult>
  editComment(input: { readonly id: string; readonly body: string }): Answer<WriteResult>
  deleteComment(input: { readonly id: string }): Answer<{ readonly on: Discussed; readonly rootId: string }>
  reportComment(input: {
    readonly id: string
    readonly reason: ReportReason
    readonly words: string
  }): Answer<'done' | 'already'>
  appealDecision(input: { readonly id: string; readonly words: string }): Answer<'done' | 'already'>
  moderateComment(input: {
    readonly id: string
    readonly decision: Decision
    readonly reason: string
  }): Answer<{ readonly id: string }>
  lockDiscussion(
    input: Discussed & { readonly threadId?: string; readonly isLocked: boolean; readonly reason: string },
  ): Answer<{ readonly id: string }>
  blockWriter(input: {
    readonly commentId: string
    readonly isBlocked: boolean
    readonly reason: string
  }): Answer<'done' | 'refused'>
  setDiscussionSwitch(input: { readonly chosen: 'on' | 'off' | 'auto' }): Answer<DiscussionSwitchView>
}

type Answer<View> = Promise<View | undefined>
