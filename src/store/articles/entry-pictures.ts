import type { Picture } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { EntryId } from '../../core/ids.ts'
import { listPicture, mayIllustrate } from '../../core/list-picture.ts'
import type { Engine, Tx } from '../engine/engine.ts'
import { toNumber } from '../engine/row-ids.ts'
import type { EntryRow } from './entries.ts'

/** The picture of an entry in lists as its column has it, and whose it is: of the entry's article, or of the feed's own text. */
export type EntryPicture = Pick<Picture, 'url' | 'alt' | 'width' | 'height'> & {
  readonly from: 'article' | 'feed'
  /** Other entries of the feed have the same: a logo, or what the outlet shows when it has none. Lists don't show it. */
  readonly isUsual?: true
}

/** An entry whose picture is to be written. */
type Illustrated = { readonly sequence: number; readonly feedId: number; readonly picture: EntryPicture }

/** A picture on so many entries of a feed illustrates none of them. */
const usualFrom = 3
/** Entries of a feed that are compared, the newest. */
const compared = 40
/** A longer address or text is not worth a place in every row of a list. */
const [longestUrl, longestAlt] = [2_000, 300]

/** A picture for the column; undefined when it may not stand for its entry. */
export function entryPicture(picture: Picture | undefined, from: EntryPicture['from']): EntryPicture | undefined {
  if (!picture || picture.url.length > longestUrl || !mayIllustrate(picture)) return undefined
  const { url, alt, width, height } = picture
  return { url, ...defined({ alt: alt?.slice(0, longestAlt).toWellFormed(), width, height }), from }
}

/** The picture of an entry in lists. */
export function shownPicture({ id, articleId, picture }: Pick<EntryRow, 'id' | 'articleId' | 'picture'>) {
  if (picture === undefined) return undefined
  const stored = JSON.parse(picture) as EntryPicture
  if (stored.isUsual) return undefined
  if (stored.from === 'feed') return listPicture(stored, { entryId: id })
  return articleId && listPicture(stored, { articleId })
}

/** Writes the pictures of entries; those that their feed's newest entries have too are marked, there as well. */
export async function savePictures(engine: Engine, tx: Tx, illustrated: readonly Illustrated[]): Promise<void> {
  const rows: { readonly sequence: number; readonly picture: string }[] = []
  for (const [feedId, ones] of Map.groupBy(illustrated, (one) => one.feedId)) {
    const own = new Set(ones.map(({ sequence }) => sequence))
    const others = (await newestPictures(tx, feedId)).filter(({ sequence }) => !own.has(sequence))
    for (const [url, same] of Map.groupBy([...others, ...ones], ({ picture }) => picture.url)) {
      const isUsual = same.length >= usualFrom || undefined
      if (!same.some(({ sequence }) => own.has(sequence))) continue
      for (const { sequence, picture } of same)
        if (own.has(sequence) || isUsual !== picture.isUsual)
          rows.push({ sequence, picture: JSON.stringify({ ...picture, url, isUsual }) })
    }
  }
  await engine.updateMany(tx, 'entry', 'sequence', rows)
}

async function newestPictures(tx: Tx, feedId: number): Promise<readonly Illustrated[]> {
  const rows = await tx
    .selectFrom('entry')
    .select(['sequence', 'picture'])
    .where('feed_id', '=', feedId)
    .orderBy('sequence', 'desc')
    .limit(compared)
    .execute()
  return rows.flatMap(({ sequence, picture }) =>
    picture === null ? [] : [{ sequence, feedId, picture: JSON.parse(picture) as EntryPicture }],
  )
}

/** The pictures among those of some entries that their outlet puts on many, by URL. */
export async function usualPictures(engine: Engine, entryIds: readonly EntryId[]): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set()
  const rows = await engine.reader
    .selectFrom('entry')
    .select('picture')
    .where(engine.isIn('sequence', entryIds.map(toNumber)))
    .where('picture', 'is not', null)
    .execute()
  const pictures = rows.map(({ picture }) => JSON.parse(picture ?? '') as EntryPicture)
  return new Set(pictures.filter(({ isUsual }) => isUsual).map(({ url }) => url))
}
