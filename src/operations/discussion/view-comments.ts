import { accountNameKey } from '../../core/account.ts'
import { type Comment, editWindowMs } from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import type { CommentBlock } from '../../core/text/comment-text.ts'
import { findTextQuote } from '../../core/text/text-quote.ts'
import { withChecks } from '../../discuss/check-quote.ts'
import { withMentions } from '../../discuss/mentions.ts'
import type { ParsedComment } from '../../discuss/parse-comment.ts'
import type { OperationContext } from '../operation.ts'
import { keyOf, titlesOf } from './discussion-access.ts'
import type { CommentListView, CommentView, SentenceView } from './discussion-views.ts'

type Viewing = Pick<OperationContext, 'store' | 'reader' | 'now'>

/** Comments as the reader sees them: text and author of visible ones and their own; of others only the place. */
export async function viewComments(context: Viewing, comments: readonly Comment[]): Promise<readonly CommentView[]> {
  if (comments.length === 0) return []
  const { parseComment } = await import('../../discuss/parse-comment.ts')
  const { store, reader, now } = context
  const seen = comments.filter((comment) => isSeenBy(context, comment))
  const [names, mentioned, newest] = await Promise.all([
    store.comments.namesOf(seen.map(({ readerId }) => readerId).filter((id) => id !== '')),
    store.comments.mentionsOf(seen.map(({ id }) => id)),
    newestTexts(context, comments),
  ])
  return comments.map((comment): CommentView => {
    const { id, on, readerId, at, editedAt, state, parentId, rootId, depth, replyCount, sentence } = comment
    const isOwn = readerId !== '' && readerId === reader.id
    const isSeen = isSeenBy(context, comment)
    const author = isSeen ? names.get(readerId) : undefined
    const until = new Date(Date.parse(at) + editWindowMs).toISOString()
    const mayEdit = isOwn && (state === 'shown' || state === 'held') && until > now().toISOString()
    return {
      id,
      on,
      ...defined({ author }),
      isOwn,
      at,
      ...defined({ editedAt: isSeen && editedAt !== undefined ? editedAt : undefined }),
      state,
      holdReasons: isSeen ? comment.holdReasons : [],
      blocks: isSeen ? blocksOf(comment, mentioned.get(id) ?? [], parseComment) : [],
      ...defined({ parentId }),
      rootId,
      depth,
      replyCount,
      ...defined({
        sentence: sentence && sentenceOf(sentence, newest.get(on.id)),
        editableUntil: mayEdit ? until : undefined,
      }),
      mayAppeal: isOwn && (state === 'hidden' || state === 'removed') && comment.appealedAt === undefined,
    }
  })
}

/** Comments of many discussions with what they are on; those whose subject was deleted are left out. */
export async function listWithTitles(
  context: Viewing,
  { rows, next }: { readonly rows: readonly Comment[]; readonly next?: string },
): Promise<CommentListView> {
  const [views, titles] = await Promise.all([
    viewComments(context, rows),
    titlesOf(
      context,
      rows.map(({ on }) => on),
    ),
  ])
  const comments = views.flatMap((view) => {
    const named = titles.get(keyOf(view.on))
    return named ? [{ ...view, title: named.title, language: named.language }] : []
  })
  return { comments, ...defined({ next }) }
}

/** The text of a comment, with its mentions and checked quotations. */
export function blocksOf(
  { body, quotes }: Pick<Comment, 'body' | 'quotes'>,
  names: readonly string[],
  parseComment: (body: string) => ParsedComment,
): readonly CommentBlock[] {
  const parsed = parseComment(body)
  if (parsed.kind === 'refused') return []
  const known = new Map(names.map((name) => [accountNameKey(name), name]))
  return withMentions(withChecks(parsed.blocks, quotes), (name) => known.get(accountNameKey(name)))
}

/** Words of an article, with their place in its newest text. */
export function sentenceOf(
  { documentId, selector }: NonNullable<Comment['sentence']>,
  newest: Pick<Document, 'id' | 'text'> | undefined,
): SentenceView {
  const { span, exact } = selector
  const place = newest && (newest.id === documentId ? span : findTextQuote(newest.text, selector))
  return { documentId, span, exact, ...defined({ now: newest && place && { documentId: newest.id, span: place } }) }
}

function isSeenBy({ reader }: Viewing, { state, readerId }: Comment): boolean {
  if (state === 'deleted') return false
  return state === 'shown' || (readerId !== '' && readerId === reader.id) || mayActAs(reader.role, 'moderator')
}

/** The newest texts of the articles that these comments are on. */
async function newestTexts({ store }: Viewing, comments: readonly Comment[]): Promise<ReadonlyMap<string, Document>> {
  const ids = [...new Set(comments.flatMap(({ on, sentence }) => (sentence ? [on.id] : [])))]
  const found = await Promise.all(ids.map((id) => store.articles.find(asId<ArticleId>(id))))
  return new Map(found.flatMap((stored) => (stored ? [[stored.article.id, stored.document]] : [])))
}
