import { defined } from '../../../core/defined.ts'
import type { EntryView } from '../../../operations/views.ts'
import { type Html, html, raw } from '../../layout/html.ts'
import { outLink } from '../../layout/links.ts'
import { pictureBox } from '../../layout/picture.ts'
import type { Reader } from '../../reader.ts'

/**
 * The sanitized HTML of a feed, in which every image is a link of the class `picture`: it is replaced by the image through this server, or
 * by a button for it, so that a page loads nothing from other sites. The page has a heading, so a first-level heading becomes a
 * second-level one. The input comes from the sanitizer, so its tags are well-formed.
 */
export function feedHtml(view: Pick<EntryView, 'entry' | 'html' | 'pictureSizes'>, reader: Reader): Html {
  let number = 0
  return raw(
    view.html
      .replace(/<\/?(?:img|picture|source|video|audio|iframe|object|embed|track)\b[^>]*>/gi, '')
      .replace(/<a\b(?=[^>]*\sclass="picture")[^>]*\shref="([^"]*)"[^>]*>([^<]*)<\/a>/g, (_, href, words) =>
        String(picturePart(unescaped(href), unescaped(words), `picture-${view.entry.id}-${++number}`, view, reader)),
      )
      .replace(/<(\/?)h1\b/gi, '<$1h2'),
  )
}

/** Phrasing content throughout: it may be inside a paragraph of the feed. */
function picturePart(
  url: string,
  words: string,
  id: string,
  { entry, pictureSizes }: Pick<EntryView, 'entry' | 'pictureSizes'>,
  reader: Reader,
): Html {
  const alt = words.replace(/^Picture(?:: )?/, '')
  const box = pictureBox(
    { url, alt, of: { entryId: entry.id }, ...defined({ waits: entry.isLetter }) },
    id,
    pictureSizes,
    reader,
  )
  return html`<span class="photo" id="${id}">${box} <span class="small" id="${id}-words">${alt ? `${alt} · ` : ''}${outLink(url, reader.words.seePicture)}</span></span>`
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, entity: string) => entities[entity] ?? '')
}
