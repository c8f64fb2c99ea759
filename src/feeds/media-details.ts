import type { Enclosure } from '../core/entry.ts'
import { all, first, oneLine } from './feed-elements.ts'
import { countOf, secondsOf } from './read-number.ts'
import { resolveLink } from './resolve-url.ts'
import { textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

/** What Media RSS says of a file beside its address: length, size, title and who made it. */
export function mediaDetails(
  file: XmlElement,
): Pick<Enclosure, 'durationSeconds' | 'width' | 'height' | 'title' | 'credit'> {
  const durationSeconds = secondsOf(file.attributes.duration)
  const width = countOf(file.attributes.width)
  const height = countOf(file.attributes.height)
  const titled = first(file, 'media:title')
  const title = titled ? oneLine(textOf(titled)) : ''
  const credit = all(file, 'media:credit')
    .map((one) => oneLine(textOf(one)))
    .filter((name) => name !== '')
    .join(', ')
  return {
    ...(durationSeconds && { durationSeconds }),
    ...(width && height && { width, height }),
    ...(title && { title }),
    ...(credit && { credit }),
  }
}

/** A picture that stands for one of the files of an entry, the widest; undefined when there is none. */
export function thumbnailOf(holders: readonly XmlElement[], base: string): string | undefined {
  const thumbnails = holders
    .flatMap((holder) => all(holder, 'media:content'))
    .flatMap((file) => all(file, 'media:thumbnail'))
    .sort((a, b) => (countOf(b.attributes.width) ?? 0) - (countOf(a.attributes.width) ?? 0))
  for (const thumbnail of thumbnails) {
    const url = resolveLink(thumbnail.attributes.url, thumbnail.base || base)
    if (url) return url
  }
  return undefined
}
