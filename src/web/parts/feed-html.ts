import { type Html, html, raw } from './html.ts'
import { outLink } from './links.ts'

/**
 * The sanitized HTML of a feed, made to keep our promise that a page loads nothing from elsewhere: every picture
 * becomes a link to it. The page has its heading, so a first-level one of the feed becomes a second-level one. The input has been through the sanitizer, so that tags are well-formed.
 */
export function feedHtml(sanitized: string, pictureLabel: string): Html {
  return raw(
    sanitized
      .replace(/<img\b[^>]*>/gi, (tag) => String(pictureLink(tag, pictureLabel)))
      .replace(/<(\/?)h1\b/gi, '<$1h2')
      .replace(/<\/?(?:picture|source|video|audio|iframe|object|embed|track)\b[^>]*>/gi, ''),
  )
}

function pictureLink(tag: string, label: string): Html {
  const src = attribute(tag, 'src')
  const alt = attribute(tag, 'alt')
  if (!src) return html`${alt ?? ''}`
  return html`<span class="picture">${alt ? html`${alt} ` : ''}${outLink(src, label)}</span>`
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return (match?.[1] ?? match?.[2])?.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[entity] ?? '',
  )
}
