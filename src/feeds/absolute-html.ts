import { decodeEntities } from './entities.ts'
import { resolveUrl } from './resolve-url.ts'
import { isLetter, tagEnd } from './tag-end.ts'

/** Attributes of HTML that hold one address. */
const ADDRESS =
  /(\s(?:href|src|poster|cite|longdesc|background|data|action|usemap)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** `srcset` holds several, each with a width or density behind it. */
const SOURCE_SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

/** What needs no base: a scheme, or a place in the same text. */
const IS_ABSOLUTE = /^\s*(?:#|[a-z][a-z0-9+.-]*:(?!\/?[^/]*$))/i

/**
 * Makes the relative addresses in the tags of a piece of HTML absolute, and changes nothing else: text, absolute
 * addresses and the spelling of tags stay as they are. One pass over the tags, no tree.
 */
export function absoluteHtml(html: string, baseUrl: string): string {
  if (baseUrl === '') return html
  let absolute = ''
  let from = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open + 1)) {
    if (!isLetter(html.charCodeAt(open + 1))) continue
    const end = tagEnd(html, open + 1, 'html')
    const tag = html.slice(open, end)
    const rewritten = tag.includes('=') ? absoluteTag(tag, baseUrl) : tag
    if (rewritten !== tag) {
      absolute += html.slice(from, open) + rewritten
      from = end
    }
    open = end - 1
  }
  return from === 0 ? html : absolute + html.slice(from)
}

function absoluteTag(tag: string, baseUrl: string): string {
  const resolved = tag.replace(ADDRESS, (attribute, name: string, double?: string, single?: string, bare?: string) => {
    const written = double ?? single ?? bare ?? ''
    if (IS_ABSOLUTE.test(written)) return attribute
    return `${name}"${attributeValue(resolveUrl(decodeEntities(written), baseUrl))}"`
  })
  if (!/srcset/i.test(resolved)) return resolved
  return resolved.replace(SOURCE_SET, (_attribute, name: string, double?: string, single?: string) => {
    const candidates = (double ?? single ?? '').split(/,\s+/).map((candidate) => {
      const [url = '', ...descriptor] = candidate.trim().split(/\s+/)
      return [attributeValue(resolveUrl(decodeEntities(url), baseUrl)), ...descriptor].join(' ')
    })
    return `${name}"${candidates.join(', ')}"`
  })
}

function attributeValue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
