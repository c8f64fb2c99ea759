import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ArticleId, EntryId } from '../../core/ids.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { importLinks } from '../../pipeline/imports/import-links.ts'
import { findPage, sharedAddress } from '../library/find-page.ts'
import { tagName } from '../library/tags.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { readSharedPage } from './read-page.ts'

export type ArticleAdded =
  /** The page was read, now or before, and the article is saved. */
  | { readonly kind: 'saved'; readonly articleId: ArticleId; readonly isNew: boolean }
  /** The page can't be read now: the link is stored with a star and tried again later. `message` is the reason. */
  | { readonly kind: 'kept'; readonly entryId: EntryId; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string }

export const addArticle = defineOperation({
  name: 'add_article',
  minRole: 'reader',
  summary: 'Saves the article at any URL, or its link if its page can’t be read',
  input: z.strictObject({
    url: z.string().min(1).max(maxLength.address),
    /** The title of a link whose page can't be read. */
    title: z.string().max(2000).optional(),
    tags: z.array(tagName).max(20).optional(),
  }),
  async run(context, { url: given, title, tags = [] }): Promise<ArticleAdded> {
    const url = sharedAddress([given])
    if (url === undefined) return { kind: 'refused', message: `“${given.slice(0, 200)}” is not a web address.` }
    const known = await findPage.run(context, { url, text: '', title: '' })
    if (known.kind === 'known') return savedAs(context, known.articleId, tags, false)
    // A stored link is fetched later, so it costs a turn too.
    const tooOften = refuseTurn(context, 'fetch')
    if (tooOften) return { kind: 'refused', message: tooOften.message }
    const read = await readSharedPage.run({ ...context, turns: undefined }, { url })
    if (read.kind === 'read') return savedAs(context, read.articleId, tags, true)
    return keptAs(context, { url, title, tags, message: read.message })
  },
})

async function savedAs(
  { store, reader, now }: OperationContext,
  articleId: ArticleId,
  tags: readonly string[],
  isNew: boolean,
): Promise<ArticleAdded> {
  const at = now().toISOString()
  const title = (await store.articles.find(articleId))?.article.title ?? ''
  await store.saves.add(reader.id, [{ kind: 'article', target: articleId, title, at }])
  await store.tags.add(
    reader.id,
    tags.map((name) => ({ kind: 'article', target: articleId, name, at })),
  )
  return { kind: 'saved', articleId, isNew }
}

async function keptAs(
  { store, reader, now, wake }: OperationContext,
  {
    url,
    title,
    tags,
    message,
  }: {
    readonly url: string
    readonly title: string | undefined
    readonly tags: readonly string[]
    readonly message: string
  },
): Promise<ArticleAdded> {
  const at = now().toISOString()
  const link = {
    url,
    ...defined({ title: title?.trim() ? title.trim() : undefined }),
    savedAt: at,
    tags,
    isRead: false,
  }
  const { imported } = await importLinks(store, [link], { readerId: reader.id, at })
  const entry = imported[0]?.entry
  if (!entry) return { kind: 'refused', message }
  await store.entries.starMany(reader.id, [{ id: entry.id, at }])
  await store.tags.add(
    reader.id,
    tags.map((name) => ({ kind: 'entry', target: entry.id, name, at })),
  )
  wake()
  return { kind: 'kept', entryId: entry.id, message }
}
