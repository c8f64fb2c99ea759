import { createHash } from 'node:crypto'
import type { PictureWidth } from '../../core/list-picture.ts'
import { sizedKey } from '../../pipeline/pages/pictures.ts'
import type { OperationContext } from '../operation.ts'

/** What a picture belongs to. */
export type PictureHome = { readonly articleId: string } | { readonly entryId: string } | { readonly feedId: string }

/**
 * The name of a picture in our URLs and the cache folder: a one-way hash of its URL and what it belongs to. The same picture in one
 * reader's newsletter and another's entry has two keys, so nobody can find out whether somebody else has seen it.
 */
export function pictureKey(url: string, home: PictureHome): string {
  return homeKey(home) + hashed(JSON.stringify([home, url])).slice(0, 16)
}

export function isOfHome(key: string, home: PictureHome): boolean {
  return key.startsWith(homeKey(home))
}

function homeKey(home: PictureHome): string {
  return hashed(JSON.stringify(home)).slice(0, 8)
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/** Width and height in pixels of cached pictures by URL, so that a page can reserve their space. */
export type PictureSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>

/** Pages show pictures in this width. */
export const pageWidth = 960 satisfies PictureWidth

/** Sizes of the pictures of an article or entry, which `home` identifies. */
export function pictureSizes(
  { pictures }: OperationContext,
  shown: readonly { readonly url: string; readonly home: PictureHome }[],
): PictureSizes {
  return Object.fromEntries(
    shown.flatMap(({ url, home }) => {
      const key = pictureKey(url, home)
      const header = pictures.headerOf(sizedKey(key, pageWidth)) ?? pictures.headerOf(key)
      return header ? [[url, { width: header.width, height: header.height }]] : []
    }),
  )
}
