import type { Picture, PictureFile } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { Enclosure, FeedEntry } from '../core/entry.ts'
import { mayIllustrate } from '../core/list-picture.ts'
import { htmlTags } from './html-tags.ts'
import { resolveUrl } from './resolve-url.ts'

/** Pictures in an entry's text that are tried. */
const mostTried = 5
/** Characters of its text that are searched for them. */
const searched = 50_000

/**
 * The picture a feed gives an entry: the one it names, else the widest picture among its files, else the first in its text; with the other
 * widths the feed has it in. Undefined when none may stand for the entry.
 */
export function feedPicture(entry: FeedEntry): Picture | undefined {
  const files = entry.enclosures.filter(isPicture).toSorted((a, b) => (b.width ?? 0) - (a.width ?? 0))
  const named = files.find(({ url }) => url === entry.imageUrl)
  const chosen = [
    ...(entry.imageUrl === undefined ? [] : [{ ...sizeOf(named), url: entry.imageUrl }]),
    ...files.map((file) => ({ ...sizeOf(file), url: file.url })),
  ].find(mayIllustrate)
  if (!chosen) return firstInText(entry)
  const sizes = files
    .flatMap(({ url, width }): PictureFile[] => (width === undefined ? [] : [{ url, width }]))
    .reverse()
  return { ...chosen, ...defined({ sizes: sizes.length > 1 ? sizes : undefined }) }
}

function isPicture({ type, url }: Enclosure): boolean {
  return type?.startsWith('image/') ?? /\.(?:jpe?g|png|webp|avif)(?:$|\?)/i.test(url)
}

function sizeOf(file: Enclosure | undefined): Pick<Picture, 'width' | 'height'> {
  return defined({ width: file?.width, height: file?.height })
}

function firstInText({ contentHtml, summaryHtml, url: base = '' }: FeedEntry): Picture | undefined {
  let tried = 0
  for (const { attributes } of htmlTags((contentHtml ?? summaryHtml ?? '').slice(0, searched), new Set(['img']))) {
    if (++tried > mostTried) break
    const alt = attributes.alt?.trim()
    const [width, height] = [pixels(attributes.width), pixels(attributes.height)]
    const picture = { url: resolveUrl(attributes.src ?? '', base), ...defined({ alt: alt || undefined }) }
    // The size on the page isn't that of the file, but what is small there is small.
    if (mayIllustrate({ ...picture, ...defined({ width, height }) })) return picture
  }
  return undefined
}

function pixels(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}(?:px)?$/.test(text) ? Number.parseInt(text, 10) : undefined
}
