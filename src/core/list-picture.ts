import type { Picture } from './article.ts'
import { defined } from './defined.ts'
import type { ArticleId, EntryId } from './ids.ts'

/** The picture of a story, an article or an entry as lists show it. `of` is whose it is: only there its URL is looked up. */
export type ListPicture = {
  readonly of: { readonly articleId: ArticleId } | { readonly entryId: EntryId }
  readonly url: string
  readonly alt?: string
  readonly width?: number
  readonly height?: number
}

/** The widths in pixels in which pages show pictures. */
export const pictureWidths = [200, 520, 960] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** Smaller ones are icons, buttons and tracking pixels. */
const [leastWidth, leastHeight] = [140, 80]
/** Narrower or wider ones are rules, banners and strips. */
const [narrowest, widest] = [0.45, 3.5]

const furniture = new Set([
  ...['logo', 'logos', 'logotype', 'wordmark', 'favicon', 'icon', 'avatar', 'gravatar', 'headshot', 'spacer', 'blank'],
  ...['placeholder', 'sprite', '1x1', 'pixel', 'noimage', 'transparent', 'default', 'fallback', 'share', 'social'],
  ...['sharing', 'badge', 'button', 'banner', 'emoji', 'spinner', 'beacon', 'tracker', 'tracking', 'missing'],
])
/** A file named in more words is named for what it shows: `strikers-hold-banner-at-gate.jpg`. */
const mostWords = 4

const countingHosts =
  /(?:^|[.-])(?:gravatar|doubleclick|scorecardresearch|feedburner|pixel|stats|analytics|track|counter|ads?)\b/i
const drawing = /\.svgz?$/i
const furnitureAlt = /^\W*(?:the )?(?:\S+ ){0,3}(?:logo|avatar|icon|spacer|placeholder)\W*$/i

/**
 * Whether a picture may stand for its article in a list. Refuses what is known to be small, a strip or a drawing (SVG), and what its
 * file, its host or its words name a logo, an avatar, a placeholder or a tracking pixel.
 */
export function mayIllustrate({ url, alt = '', width, height }: Omit<Picture, 'sizes'>): boolean {
  const address = URL.parse(url)
  if (!address || !/^https?:$/.test(address.protocol) || drawing.test(address.pathname)) return false
  if ((width ?? leastWidth) < leastWidth || (height ?? leastHeight) < leastHeight) return false
  if (width !== undefined && height !== undefined && !isBetween(width / height, narrowest, widest)) return false
  return !countingHosts.test(address.hostname) && !furnitureAlt.test(alt) && !isFurniture(address.pathname)
}

function isFurniture(path: string): boolean {
  const file = path.split('/').findLast((part) => part !== '') ?? ''
  const name = file.replace(/\.\w{2,5}$/, '').toLowerCase()
  const words = name.split(/[^\p{L}\d]+|%[\da-f]{2}/u).filter((word) => word !== '' && !/^\d+(?:px)?$/.test(word))
  return words.length <= mostWords && words.some((word) => furniture.has(word))
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}

/** A picture as lists show it. */
export function listPicture({ url, alt, width, height }: Picture, of: ListPicture['of']): ListPicture {
  return { of, url, ...defined({ alt, width, height }) }
}
