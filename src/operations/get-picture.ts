import { z } from 'zod'
import type { PictureResult } from '../pipeline/picture-desk.ts'
import { pictureUrls, safeMarkup } from './entry-pictures.ts'
import { articleId, entryId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { pictureKey } from './picture-key.ts'

export type { PictureResult } from '../pipeline/picture-desk.ts'

const place = z.union([z.object({ articleId }), z.object({ entryId })])

/**
 * A request names an article or an entry and the key of a picture; the address that is fetched is the one that stands
 * there. Nobody who asks can name an address.
 */
export const getPicture = defineOperation({
  name: 'get_picture',
  least: 'guest',
  summary: 'A picture of an article or of an entry, from the folder of pictures or from the outlet',
  input: z.object({ key: z.string().regex(/^[\w-]{24}$/), of: place }),
  async run(context, { key, of }): Promise<PictureResult | undefined> {
    const kept = await context.pictures.find(key)
    if (kept) return kept
    const url = (await addressesOf(context, of)).find((address) => pictureKey(address) === key)
    return url === undefined ? undefined : context.pictures.fetch(key, url)
  },
})

async function addressesOf(
  { store, reader }: OperationContext,
  of: z.output<typeof place>,
): Promise<readonly string[]> {
  if ('entryId' in of) {
    const entry = await store.entries.find(reader.id, of.entryId)
    return entry ? pictureUrls(await safeMarkup(entry)) : []
  }
  const found = await store.articles.find(of.articleId)
  return [found?.article.leadPicture, ...(found?.article.pictures ?? [])].flatMap((picture) =>
    picture ? [picture.url] : [],
  )
}
