import { z } from 'zod'
import type { Picture } from '../../core/article.ts'
import type { ArticleId } from '../../core/ids.ts'
import { pictureWidths } from '../../core/list-picture.ts'
import { feedPicture } from '../../feeds/feed-picture.ts'
import { type PictureResult, sizedKey } from '../../pipeline/pages/pictures.ts'
import type { StoredEntry } from '../../store/store.ts'
import { articleId, entryId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { pictureUrls, safeMarkup } from './entry-pictures.ts'
import { isOfHome, pictureKey } from './picture-home.ts'

export { type PictureWidth, pictureWidths } from '../../core/list-picture.ts'
export type { PictureResult } from '../../pipeline/pages/pictures.ts'

const place = z.union([z.object({ articleId }), z.object({ entryId })])

/**
 * A request names an article or entry and a picture key; only URLs in that text are ever fetched, so no request can make the server
 * fetch another one.
 */
export const getPicture = defineOperation({
  name: 'get_picture',
  minRole: 'guest',
  summary: 'A picture of an article, from the cache or from the outlet',
  input: z.strictObject({
    key: z.string().regex(/^[\w-]{24}$/),
    of: place,
    /** In pixels; absent: as the outlet has it. */
    width: z.literal(pictureWidths).optional(),
  }),
  async run(context, { key, of, width }): Promise<PictureResult | undefined> {
    if (!isOfHome(key, of)) return undefined
    const { store, reader, pictures } = context
    const entry = 'entryId' in of ? await store.entries.find(reader.id, of.entryId) : undefined
    const isThere = 'entryId' in of ? entry !== undefined : await store.articles.isThere(of.articleId)
    // Checked before the cache, which has every reader's pictures.
    if (!isThere) return undefined
    // A page opened earlier may show a picture that the article no longer has.
    const kept = await pictures.find(width === undefined ? key : sizedKey(key, width))
    if (kept) return kept
    const all = 'entryId' in of ? entry && (await picturesIn(entry)) : await picturesOf(context, of.articleId)
    const picture = all?.find(({ url }) => pictureKey(url, of) === key)
    if (!picture) return undefined
    return width === undefined
      ? pictures.fetch(key, picture.url)
      : pictures.fetchSized(key, { width, files: [picture, ...(picture.sizes ?? [])] })
  },
})

type Found = Pick<Picture, 'url' | 'width' | 'sizes'>

/** The picture a feed gives an entry, and those of its text. */
async function picturesIn(entry: StoredEntry): Promise<readonly Found[]> {
  const named = entry.entry.letter ? undefined : feedPicture(entry.entry)
  return [...(named ? [named] : []), ...pictureUrls(await safeMarkup(entry)).map((url) => ({ url }))]
}

async function picturesOf({ store }: OperationContext, id: ArticleId): Promise<readonly Found[]> {
  const found = await store.articles.find(id)
  return [found?.article.leadPicture, ...(found?.article.pictures ?? [])].filter((picture) => picture !== undefined)
}
