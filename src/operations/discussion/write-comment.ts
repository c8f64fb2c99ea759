import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  type Comment,
  type Discussed,
  editWindowMs,
  maxCommentLength,
  plainComment,
  type QuoteCheck,
} from '../../core/comment.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { type ArticleId, asId, type StoryId } from '../../core/ids.ts'
import { mayActAs } from '../../core/reader-identity.ts'
import { commentWords } from '../../core/text/comment-text.ts'
import { selectText } from '../../core/text/text-quote.ts'
import { checkQuote } from '../../discuss/check-quote.ts'
import { judgeComment } from '../../discuss/judge-comment.ts'
import { possibleNames } from '../../discuss/mentions.ts'
import type { NewComment } from '../../store/discussion/comments.ts'
import { documentId, offset } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { commentId, discussedId, discussedKind, findDiscussed } from './discussion-access.ts'
import type { WriteResult } from './discussion-views.ts'

/** Limits per period: for readers, and for those with few comments so far. */
const windowMs = 10 * 60_000
const most = 10
const mostOfNew = 3
const fewComments = 3

/** Accepts more than allowed, so that a long text gets a readable refusal. */
const body = z
  .string()
  .max(maxCommentLength * 10)
  .transform(plainComment)

export const writeComment = defineOperation({
  name: 'write_comment',
  minRole: 'reader',
  summary: 'Posts a comment on a story, an article or a sentence, or a reply; the rules may hold it for review',
  input: z.union([
    z.object({ answers: commentId, body }),
    z.object({
      kind: discussedKind,
      id: discussedId,
      sentence: z.object({ documentId, start: offset, end: offset }).optional(),
      body,
    }),
  ]),
  async run(context, input): Promise<WriteResult | undefined> {
    const { store, reader, now } = context
    if (!(await store.comments.isOn())) return undefined
    const answered = 'answers' in input ? await store.comments.find(input.answers) : undefined
    if ('answers' in input && answered?.state !== 'shown') return undefined
    const on = await findDiscussed(context, answered?.on ?? (input as Discussed))
    if (!on) return undefined
    const place = 'kind' in input ? input.sentence : undefined
    const sentence = place && (await sentenceAt(context, on, place))
    if (place && !sentence) return undefined
    const at = now().toISOString()
    const text = await judgedText(context, on, input.body, answered?.body, undefined)
    if (text.kind === 'refused') return text
    const { shownCount } = text
    const comment: NewComment = {
      id: randomUUID(),
      readerId: reader.id,
      on: { kind: on.kind, id: on.id },
      ...defined({ sentence, parentId: answered?.id }),
      body: input.body,
      quotes: text.quotes,
      at,
      holdReasons: text.holdReasons,
      mentions: text.mentions,
    }
    const isNew = shownCount < fewComments && !mayActAs(reader.role, 'moderator')
    const limit = { since: new Date(Date.parse(at) - windowMs).toISOString(), most: isNew ? mostOfNew : most }
    const done = await store.comments.add(comment, limit)
    if (done === 'not-there') return undefined
    return typeof done === 'string' ? { kind: 'refused', reason: done } : written(done)
  },
})

export const editComment = defineOperation({
  name: 'edit_comment',
  minRole: 'reader',
  summary: 'Edits one’s own comment within fifteen minutes; it shows that and when it was edited',
  input: z.strictObject({ id: commentId, body }),
  async run(context, { id, body: changed }): Promise<WriteResult | undefined> {
    const { store, reader, now } = context
    if (!(await store.comments.isOn())) return undefined
    const comment = await store.comments.find(id)
    if (comment?.readerId !== reader.id) return undefined
    const answered = comment.parentId === undefined ? undefined : await store.comments.find(comment.parentId)
    const text = await judgedText(context, comment.on, changed, answered?.body, comment)
    if (text.kind === 'refused') return text
    const at = now().toISOString()
    const since = new Date(Date.parse(at) - editWindowMs).toISOString()
    const { quotes, holdReasons, mentions } = text
    const done = await store.comments.edit(reader.id, id, { body: changed, quotes, holdReasons, mentions, at, since })
    if (done === 'not-there') return undefined
    return typeof done === 'string' ? { kind: 'refused', reason: done } : written(done)
  },
})

export const deleteComment = defineOperation({
  name: 'delete_comment',
  minRole: 'reader',
  summary: 'Deletes one’s own comment; a placeholder stays if there are replies',
  input: z.strictObject({ id: commentId }),
  async run({ store, reader }, { id }): Promise<{ readonly on: Discussed; readonly rootId: string } | undefined> {
    if (!(await store.comments.isOn())) return undefined
    const [comment] = await store.comments.findMany([id])
    if (!comment || !(await store.comments.remove(reader.id, id))) return undefined
    return { on: comment.on, rootId: comment.rootId }
  },
})

function written({ id, on, state }: Comment): WriteResult {
  return { kind: 'written', id, on, isHeld: state !== 'shown' }
}

/** Reads a text, looks up its mentions, checks its quotations, and judges it. */
async function judgedText(
  context: OperationContext,
  on: Discussed,
  text: string,
  answered: string | undefined,
  changed: Comment | undefined,
): Promise<
  | {
      readonly kind: 'judged'
      readonly quotes: readonly QuoteCheck[]
      readonly holdReasons: ReturnType<typeof judgeComment>
      readonly mentions: readonly string[]
      readonly shownCount: number
    }
  | (WriteResult & { readonly kind: 'refused' })
> {
  const { store, reader, now } = context
  const { parseComment } = await import('../../discuss/parse-comment.ts')
  const parsed = parseComment(text)
  if (parsed.kind === 'refused') return parsed
  const [{ shownCount, recent }, account, named, documents] = await Promise.all([
    store.comments.writer(reader.id),
    store.accounts.find(reader.id),
    store.comments.named(possibleNames(parsed.blocks)),
    parsed.quotes.length > 0 ? documentsOf(context, on) : [],
  ])
  // An edited comment is no repetition of itself, and a visible one was already accepted as somebody's first.
  const others = changed ? recent.filter((other) => other !== changed.body) : recent
  const words = commentWords(parsed.blocks)
  const holdReasons = judgeComment(
    { words, links: parsed.links },
    {
      shownCount,
      accountAgeMs: account ? now().getTime() - Date.parse(account.createdAt) : 0,
      recent: others,
      isTrusted: mayActAs(reader.role, 'moderator'),
    },
  )
  return {
    kind: 'judged',
    quotes: parsed.quotes.map((quote) => checkQuote(quote, documents, answered)),
    holdReasons,
    mentions: named.map(({ id }) => id),
    shownCount,
  }
}

/** The texts a quotation here may come from: the article's, or the newest of each article of the story. */
async function documentsOf({ store }: OperationContext, on: Discussed): Promise<readonly Document[]> {
  if (on.kind === 'story') return (await store.stories.members(asId<StoryId>(on.id))).map(({ document }) => document)
  const stored = await store.articles.find(asId<ArticleId>(on.id))
  if (!stored) return []
  // The comment may quote an earlier text.
  const earlier = stored.revisions.map(({ documentId: id }) => id).filter((id) => id !== stored.document.id)
  const others = await Promise.all(earlier.slice(-5).map((id) => store.articles.findDocument(id)))
  return [stored.document, ...others.filter((document) => document !== undefined).reverse()]
}

async function sentenceAt(
  { store }: OperationContext,
  on: Discussed,
  { documentId: id, start, end }: { readonly documentId: Document['id']; readonly start: number; readonly end: number },
): Promise<Comment['sentence']> {
  const document = on.kind === 'article' ? await store.articles.findDocument(id) : undefined
  if (!document || document.articleId !== on.id || start >= end || end > document.text.length) return undefined
  if (document.text.slice(start, end).trim() === '') return undefined
  return { documentId: document.id, selector: selectText(document.text, { start, end }) }
}
