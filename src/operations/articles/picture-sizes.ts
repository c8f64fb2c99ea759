import type { OperationContext } from '../operation.ts'
import { type PictureHome, pictureKey } from './picture-key.ts'

/** Width and height in pixels of pictures that are kept, by their address: a page reserves their place with it. */
export type PictureSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>

/** Of the pictures of an article or entry; `home` says which. */
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
