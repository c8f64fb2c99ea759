import { decodeEntities } from './entities.ts'
import { resolveUrl } from './resolve-url.ts'
import { isLetter, tagEnd } from './tag-end.ts'

/** Characters of an entry's HTML that are stored and shown at most (see `sanitizeHtml`). HTML that we generate is cut at this length too. */
export const MAX_HTML = 2_000_000

/** HTML attributes whose value is one URL. */
const ADDRESS =
  /(\s(?:href|src|poster|cite|longdesc|background|data|action|usemap)\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** `srcset` contains several URLs, each followed by a width or density. */
const SOURCE_SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi

/** URLs that need no base: those with a scheme, and fragments of the same page. */
const IS_ABSOLUTE = /^\s*(?:#|(?!https?:(?!\/\/))[a-z][a-z0-9+.-]*:)/i

const ADDRESS_NAMES = new Set([
  'href',
  'src',
  'srcset',
  'poster',
  'cite',
  'longdesc',
  'background',
  'data',
  'action',
  'usemap',
])

/**
 * Makes the relative URLs in the tags of a piece of HTML absolute. Text, absolute URLs and the spelling of tags stay unchanged. One pass
 * over the tags, no tree. Many short URLs with a long base multiply the length, so the result ends soon after the length we store.
 */
export function absoluteHtml(html: string, baseUrl: string): string {
  if (baseUrl === '' || !mayContainRelative(html)) return html
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
      if (absolute.length > MAX_HTML) return absolute
    }
    open = end - 1
  }
  return from === 0 ? html : absolute + html.slice(from)
}

/** Looks quickly at every `=`: most feeds write absolute URLs only. May return true when nothing is relative, never the reverse. */
function mayContainRelative(html: string): boolean {
  for (let equals = html.indexOf('='); equals >= 0; equals = html.indexOf('=', equals + 1)) {
    const quote = html.charCodeAt(equals + 1)
    const isAbsolute = html.startsWith('http', equals + (quote === 34 || quote === 39 ? 2 : 1))
    if (!isAbsolute && isUrlAttribute(html, equals)) return true
  }
  return false
}

function isUrlAttribute(html: string, equals: number): boolean {
  let end = equals
  while (html.charCodeAt(end - 1) <= 32) end--
  let start = end
  while (end - start < 12 && isLetter(html.charCodeAt(start - 1))) start--
  return ADDRESS_NAMES.has(html.slice(start, end).toLowerCase())
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
