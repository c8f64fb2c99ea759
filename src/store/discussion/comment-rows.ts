import type { Selectable } from 'kysely'
import type { Comment, CommentState, DiscussedKind, HoldReason, QuoteCheck } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import { asId, type DocumentId } from '../../core/ids.ts'
import type { CommentTable } from './comment-schema.ts'
import type { NewComment } from './comments.ts'

export function commentOf(row: Selectable<CommentTable>): Comment {
  return {
    id: row.id,
    readerId: row.reader_id,
    on: { kind: row.kind as DiscussedKind, id: row.target },
    ...defined({
      sentence:
        row.document_id === null
          ? undefined
          : {
              documentId: asId<DocumentId>(row.document_id),
              selector: {
                span: { start: row.span_start ?? 0, end: row.span_end ?? 0 },
                exact: row.exact ?? '',
                prefix: row.prefix ?? '',
                suffix: row.suffix ?? '',
              },
            },
      parentId: row.parent_id ?? undefined,
    }),
    rootId: row.root_id,
    depth: row.depth,
    path: row.path,
    body: row.body,
    quotes: JSON.parse(row.quotes) as QuoteCheck[],
    at: row.at,
    ...defined({ editedAt: row.edited_at ?? undefined }),
    state: row.state as CommentState,
    holdReasons: JSON.parse(row.hold_reasons) as HoldReason[],
    replyCount: row.reply_count,
    childCount: row.child_count,
    reportCount: row.report_count,
    ...defined({ appeal: row.appeal ?? undefined, appealedAt: row.appealed_at ?? undefined }),
  }
}

/** The row of a new comment at its place in a thread. */
export function newRow(
  { id, readerId, on, sentence, parentId, body, quotes, at, holdReasons }: NewComment,
  place: Pick<CommentTable, 'root_id' | 'depth' | 'path'>,
): CommentTable {
  const { span, exact, prefix, suffix } = sentence?.selector ?? {}
  return {
    id,
    reader_id: readerId,
    kind: on.kind,
    target: on.id,
    document_id: sentence?.documentId ?? null,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
    exact: exact ?? null,
    prefix: prefix ?? null,
    suffix: suffix ?? null,
    parent_id: parentId ?? null,
    ...place,
    body,
    quotes: JSON.stringify(quotes),
    at,
    edited_at: null,
    state: holdReasons.length > 0 ? 'held' : 'shown',
    hold_reasons: JSON.stringify(holdReasons),
    reply_count: 0,
    child_count: 0,
    report_count: 0,
    is_reviewed: 0,
    queued_at: holdReasons.length > 0 ? at : null,
    appeal: null,
    appealed_at: null,
  }
}

/** A comment's sort key among replies to the same one: by time, then id. Always the same length. */
export function pathKey(at: string, id: string): string {
  return `${Date.parse(at).toString(36).padStart(9, '0')}${id.replace(/-/g, '').slice(0, 6)}`
}
