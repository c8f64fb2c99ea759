import type { DocumentId } from './ids.ts'
import type { TextQuote } from './text/text-quote.ts'

/** Characters. */
export const maxCommentLength = 10_000
/** Characters. For the reason of a report, an appeal or a decision. */
export const maxReasonLength = 1_000
/** How long authors may edit a comment. */
export const editWindowMs = 15 * 60_000
/** Replies are indented to this depth; deeper ones appear at the same level. */
export const maxReplyIndent = 3

/** What can be discussed. A comment on a sentence is in the discussion of its article. */
export const discussedKinds = ['story', 'article'] as const
export type DiscussedKind = (typeof discussedKinds)[number]
export type Discussed = { readonly kind: DiscussedKind; readonly id: string }

/**
 * `held`: waits for a moderator. `hidden`: temporarily out of sight. `removed`: permanently, unless an appeal succeeds.
 * `deleted`: by its author; the text is erased.
 */
export type CommentState = 'shown' | 'held' | 'hidden' | 'removed' | 'deleted'

export type HoldReason =
  | 'first-comment'
  | 'many-links'
  | 'links-of-new-reader'
  | 'repeat'
  | 'shouting'
  | 'spam-shape'
  | 'reported'

export const reportReasons = ['spam', 'insult', 'false', 'off-topic', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

export const decisions = ['approve', 'hide', 'remove'] as const
export type Decision = (typeof decisions)[number]

/** Who decided: the server's rules, a person, or a model the owner allowed to decide. All appear in the same log. */
export const deciders = ['rules', 'moderator', 'model'] as const
export type Decider = (typeof deciders)[number]

/** Log entries besides decisions on a comment. */
export type LogKind = 'hold' | Decision | 'lock' | 'unlock' | 'block' | 'unblock'

/** Where quoted words were found: at a place in a document, in the comment being answered, or nowhere. */
export type QuoteCheck =
  | { readonly kind: 'found'; readonly documentId: DocumentId; readonly start: number; readonly end: number }
  | { readonly kind: 'comment' }
  | { readonly kind: 'not-found' }

export type Comment = {
  readonly id: string
  /** The author; empty if they closed their account and left their comments. */
  readonly readerId: string
  readonly on: Discussed
  /** The words of the article it's about. */
  readonly sentence?: { readonly documentId: DocumentId; readonly selector: TextQuote }
  readonly parentId?: string
  /** The first comment of its thread; its own id for that one. */
  readonly rootId: string
  readonly depth: number
  /** Sorts a thread for reading: a reply after what it answers. */
  readonly path: string
  readonly body: string
  /** One for each quotation in the text, in order. */
  readonly quotes: readonly QuoteCheck[]
  readonly at: string
  readonly editedAt?: string
  readonly state: CommentState
  readonly holdReasons: readonly HoldReason[]
  /** Visible replies in its thread; stored for the first comment only. */
  readonly replyCount: number
  /** Direct replies shown on the page. */
  readonly childCount: number
  readonly reportCount: number
  /** The author's objection to a decision; only one is allowed. */
  readonly appeal?: string
  readonly appealedAt?: string
}

/** An entry of the public moderation log. */
export type ModerationEntry = {
  readonly id: string
  readonly kind: LogKind
  readonly by: Decider
  /** Who decided; empty for the rules, and for people who closed their account. */
  readonly readerId: string
  readonly commentId?: string
  readonly on?: Discussed
  /** In words, or the names of rules. */
  readonly reason: string
  readonly at: string
}

/**
 * The text as stored: with `
 * ` line ends, and without invisible characters that reorder or break lines.
 */
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

/** Trims spaces and tabs at the end. A regular expression would take quadratic time on a long run of spaces. */
function withoutBlanksAtEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\t') end--
  return line.slice(0, end)
}
