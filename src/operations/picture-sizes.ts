import type { OperationContext } from './operation.ts'
import { pictureKey } from './picture-key.ts'

/** Width and height in pixels of pictures that are kept, by their address: a page reserves their place with it. */
export type PictureSizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>

export function pictureSizes({ pictures }: OperationContext, urls: readonly string[]): PictureSizes {
  return Object.fromEntries(
    urls.flatMap((url) => {
      const header = pictures.headerOf(pictureKey(url))
      return header ? [[url, { width: header.width, height: header.height }]] : []
    }),
  )
}
