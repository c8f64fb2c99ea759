import type { DocumentId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** The longest comment, in characters. */
export const longestComment = 10_000
/** The longest reason of a report, an appeal or a decision, in characters. */
export const longestReason = 1_000
/** How long who wrote a comment may change it. */
export const editWindowMs = 15 * 60_000
/** Replies stand under what they answer this deep; deeper ones stand side by side. */
export const deepestReply = 3

/** What is discussed. A comment on a sentence stands in the discussion of its article. */
export const discussedKinds = ['story', 'article'] as const
export type DiscussedKind = (typeof discussedKinds)[number]
export type Discussed = { readonly kind: DiscussedKind; readonly id: string }

/**
 * `held`: waits for a moderator, or for who counts as one. `hidden`: out of sight for now; `removed`: for good, unless an
 * appeal is heard. `deleted`: by who wrote it; its text is gone.
 */
export type CommentState = 'shown' | 'held' | 'hidden' | 'removed' | 'deleted'

/** Why the rules hold a comment. */
export type HoldReason =
  | 'first-comment'
  | 'many-links'
  | 'links-of-new-reader'
  | 'repeat'
  | 'shouting'
  | 'spam-shape'
  | 'reported'

/** Why a reader reports a comment. */
export const reportReasons = ['spam', 'insult', 'false', 'off-topic', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** What a moderator can decide. */
export const decisions = ['approve', 'hide', 'remove'] as const
export type Decision = (typeof decisions)[number]

/** Who decided: the house's rules, a person, or a model that a house lets decide; all stand in the same log. */
export const deciders = ['rules', 'moderator', 'model'] as const
export type Decider = (typeof deciders)[number]

/** What is written to the log, besides decisions on a comment. */
export type LogKind = 'hold' | Decision | 'lock' | 'unlock' | 'block' | 'unblock'

/** What became of a line that quotes: found in a document at a place, in the comment answered, or nowhere. */
export type QuoteCheck =
  | { readonly kind: 'found'; readonly documentId: DocumentId; readonly start: number; readonly end: number }
  | { readonly kind: 'comment' }
  | { readonly kind: 'not-found' }

/** A comment as it is kept. Times are ISO 8601, UTC. */
export type Comment = {
  readonly id: string
  /** Who wrote it; empty for somebody who left and let their words stay. */
  readonly readerId: string
  readonly on: Discussed
  /** The words of the article it is on. */
  readonly sentence?: { readonly documentId: DocumentId; readonly selector: TextQuote }
  readonly parentId?: string
  /** The first comment of its thread; its own id for that one. */
  readonly rootId: string
  readonly depth: number
  /** Sorts a thread as it is read: a reply after what it answers. */
  readonly path: string
  readonly body: string
  /** One for each quotation in the text, in order. */
  readonly quotes: readonly QuoteCheck[]
  readonly at: string
  readonly editedAt?: string
  readonly state: CommentState
  readonly holdReasons: readonly HoldReason[]
  /** Shown replies in its thread; kept for the first comment alone. */
  readonly replyCount: number
  /** Direct replies that have a place on the page. */
  readonly childCount: number
  readonly reportCount: number
  /** What who wrote it says against a decision, once. */
  readonly appeal?: string
  readonly appealedAt?: string
}

/** One line of the open log. */
export type ModerationEntry = {
  readonly id: string
  readonly kind: LogKind
  readonly by: Decider
  /** Who decided; empty for the rules, and for somebody who left. */
  readonly readerId: string
  readonly commentId?: string
  readonly on?: Discussed
  /** In words, or the names of rules. */
  readonly reason: string
  readonly at: string
}

/** Text as a comment keeps it: with the line ends of text, and nothing that cannot be seen but turns or breaks a line. */
export function plainComment(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu, '')
    .split('\n')
    .map(withoutBlanksAtEnd)
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd()
}

/** Without the blanks and tabs at the end of a line; a pattern that looks for them from every place takes the square of a long run of them. */
function withoutBlanksAtEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--
  return line.slice(0, end)
}
