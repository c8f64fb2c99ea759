import type { OperationContext } from '../operation.ts'
import { type PictureHome, pictureKey } from './picture-key.ts'

/** Width and height in pixels of cached pictures by URL, so that a page can reserve their space. */
export type PictureSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>

/** Sizes of the pictures of an article or entry, which `home` identifies. */
export function pictureSizes(
  { pictures }: OperationContext,
  shown: readonly { readonly url: string; readonly home: PictureHome }[],
): PictureSizes {
  return Object.fromEntries(
    shown.flatMap(({ url, home }) => {
      const header = pictures.headerOf(pictureKey(url, home))
      return header ? [[url, { width: header.width, height: header.height }]] : []
    }),
  )
}
