import type { ListPicture } from '../../core/list-picture.ts'
import { pictureKey } from '../../operations/articles/picture-home.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { isWebUrl } from './links.ts'
import { picturePath, showsPictures } from './picture.ts'

/** Where a picture stands: its size there in pixels; its width is the one asked of the server. */
const sizes = {
  lead: { width: 960, height: 540 },
  wide: { width: 520, height: 293 },
  card: { width: 520, height: 293 },
  row: { width: 200, height: 150 },
} as const

export type ThumbSize = keyof typeof sizes

/** True for a picture that could not be had at that size when it was last tried. */
export function isMissing({ url, of }: ListPicture, size: ThumbSize, { pictures }: Reader): boolean {
  return pictures?.isMissing(pictureKey(url, of), sizes[size].width) === true
}

/** A picture known to be narrower than this share of its place would be blurred there. */
const leastShare = 0.5

/**
 * The picture of a story, an article or an entry as a link to it, which readers of screens skip: the headline is the same link. Nothing where
 * there is none, where the reader wants none, and where it could not be fetched. Only one that is seen at once isn't lazy.
 */
export function thumb(
  picture: ListPicture | undefined,
  size: ThumbSize,
  reader: Reader,
  { href, isLazy = true }: { readonly href: string; readonly isLazy?: boolean },
): Html {
  const { width, height } = sizes[size]
  if (!picture || !showsPictures(reader) || !isWebUrl(picture.url)) return html``
  const { url, of } = picture
  if (picture.width !== undefined && picture.width < width * leastShare) return html``
  if (isMissing(picture, size, reader)) return html``
  const src = picturePath(url, of, width)
  const when = isLazy ? html` loading="lazy"` : html` fetchpriority="high"`
  return html`<a class="pic" href="${href}" tabindex="-1" aria-hidden="true"><img src="${src}" width="${width}" height="${height}" alt=""${when} decoding="async"></a>`
}
