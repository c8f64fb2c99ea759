import sanitize from 'sanitize-html'
import { defined } from '../../core/defined.ts'
import { guardNesting } from './guard-nesting.ts'
import { LINK_REL, plainMarkup } from './plain-markup.ts'
import { dropInvisible } from './visible-text.ts'
import { resolveUrl } from './web-address.ts'

/** Elements that take in all following text in a browser when unclosed. */
const swallowing =
  'iframe object noembed noframes xmp textarea title select noscript template audio video canvas'.split(' ')
const startTag = new RegExp(`<(?:${swallowing.join('|')}|script|style)(?=[\\s/>])[^<>]*>`, 'gi')

/**
 * Removes start tags of invisible elements that are never closed, such as the `<iframe src="…" />` of XML programs: a browser would put the
 * rest of the text into them, and lose it. An unclosed script or style keeps what follows it, which is code, unless it is self-closing.
 */
function dropUnclosed(html: string): string {
  const lastEnds = new Map<string, number>()
  let lower: string | undefined
  return html.replace(startTag, (tag, at: number) => {
    const name = /\w+/.exec(tag)![0].toLowerCase()
    let lastEnd = lastEnds.get(name)
    if (lastEnd === undefined) {
      lower ??= html.toLowerCase()
      lastEnd = lower.lastIndexOf(`</${name}`)
      lastEnds.set(name, lastEnd)
    }
    if (lastEnd > at) return tag
    return (name === 'script' || name === 'style') && !tag.endsWith('/>') ? tag : ''
  })
}

const allowedTags = (
  'a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ' +
  'ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var wbr'
).split(' ')

// Their text is code, data or a control's label. The content of an object is a fallback for programs that cannot show it.
const silentTags = (
  'script style textarea option select noscript template svg math iframe noembed noframes xmp plaintext embed ' +
  'applet audio video canvas form button input title head'
).split(' ')

const maxLength = 2_000_000
const maxDepth = 60

/**
 * Makes the markup of a feed safe to show: text, headings, lists, tables, quotations and links, nothing that runs, loads, submits or
 * styles. Pictures become links with their name and the class `picture`, so that our pages make no request to anyone else; tracking pixels
 * are removed. Links are absolute http(s) or mailto and have `rel="noopener noreferrer nofollow"`. Sanitizing the result again changes
 * nothing.
 */
export function sanitizeHtml(html: string, baseUrl: string): string {
  const source = dropInvisible(html.slice(0, maxLength).toWellFormed()).replaceAll('\u0000', '')
  const safe = plainMarkup(source, baseUrl, isTracker) ?? sanitizeFully(source, baseUrl)
  // A reference such as `&#3;` produces characters that are dropped when written directly.
  const visible = dropInvisible(safe)
  return visible === safe ? safe : sanitizeFully(visible, baseUrl)
}

/** The same with a parser, for any markup. */
export function sanitizeFully(source: string, baseUrl: string): string {
  let safe = sanitizeOnce(guardNesting(dropUnclosed(source), maxDepth), baseUrl, true)
  // Repairing broken markup can expose more to repair, so it is repeated until nothing changes, usually twice.
  for (let round = 0; round < 4; round++) {
    const next = sanitizeOnce(safe, baseUrl, false)
    if (next === safe) return safe
    safe = next
  }
  return safe
}

function sanitizeOnce(html: string, baseUrl: string, isFirst: boolean): string {
  return sanitize(html, {
    allowedTags,
    allowedAttributes: {
      '*': ['dir', 'lang', 'title'],
      a: ['href', 'rel', 'class'],
      blockquote: ['cite'],
      del: ['cite', 'datetime'],
      ins: ['cite', 'datetime'],
      li: ['value'],
      ol: ['start', 'reversed'],
      q: ['cite'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
      time: ['datetime'],
    },
    allowedClasses: { a: ['picture'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    nonTextTags: silentTags,
    disallowedTagsMode: 'discard',
    // In the first round a link may still contain a picture; later a link without text is useless.
    exclusiveFilter: (frame) => !isFirst && frame.tag === 'a' && frame.text.trim() === '',
    enforceHtmlBoundary: false,
    parser: { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
    transformTags: {
      a: (_, attributes) => linkTag(attributes, baseUrl),
      img: (_, attributes) => pictureTag(attributes, baseUrl),
      '*': (tagName, attributes) => ({ tagName, attribs: tidyAttributes(attributes, baseUrl) }),
    },
  })
}

type Attributes = Record<string, string>
type Tag = { tagName: string; attribs: Attributes; text?: string }

function linkTag(attributes: Attributes, baseUrl: string): Tag {
  const { href, title, lang, dir } = attributes
  const isPicture = attributes.class === 'picture'
  const isMail = /^mailto:[\w.+-]+@[\w.-]+$/i.test(href?.trim() ?? '')
  const url = isMail ? href!.trim() : resolveUrl(href, baseUrl)
  if (url === undefined) return { tagName: 'span', attribs: {} }
  return {
    tagName: 'a',
    attribs: tidyAttributes(
      {
        href: url,
        rel: LINK_REL,
        ...defined({
          title: title || undefined,
          lang: lang || undefined,
          dir: dir || undefined,
          class: isPicture ? 'picture' : undefined,
        }),
      },
      baseUrl,
    ),
  }
}

/** A picture becomes a link to its file; a pixel, or a picture without a URL, is removed. */
function pictureTag(attributes: Attributes, baseUrl: string): Tag {
  // This tag isn't allowed, so it is removed.
  const nothing: Tag = { tagName: 'pixel', attribs: {} }
  const size = [attributes.width, attributes.height].map((value) => Number.parseInt(value ?? '', 10))
  if (size.some((pixels) => pixels <= 2)) return nothing
  const lazy = attributes['data-src'] ?? attributes['data-original']
  const url = resolveUrl(lazy, baseUrl) ?? resolveUrl(attributes.src, baseUrl)
  if (url === undefined || isTracker(url)) return nothing
  const alt = (attributes.alt ?? '').replace(/\s+/g, ' ').trim()
  return {
    tagName: 'a',
    attribs: { href: url, rel: LINK_REL, class: 'picture' },
    text: alt === '' ? 'Picture' : `Picture: ${alt}`,
  }
}

function isTracker(url: string): boolean {
  return /(?:\/pixel\b|\/track(?:ing|er)?\b|\/beacon\b|feedburner\.com\/~r\/|\/1x1\b|pixel\.(?:gif|png)|spacer\.gif|stats?\.wordpress\.com|doubleclick\.net|google-analytics\.com|scorecardresearch\.com)/i.test(
    url,
  )
}

function tidyAttributes(attributes: Attributes, baseUrl: string): Attributes {
  const kept = { ...attributes }
  if (kept.dir !== undefined && !/^(?:ltr|rtl|auto)$/i.test(kept.dir)) delete kept.dir
  if (kept.lang !== undefined && !/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(kept.lang)) delete kept.lang
  for (const name of ['colspan', 'rowspan', 'start', 'value'])
    if (kept[name] !== undefined && !/^\d{1,3}$/.test(kept[name])) delete kept[name]
  const cited = kept.cite === undefined ? undefined : resolveUrl(kept.cite, baseUrl)
  if (cited === undefined) delete kept.cite
  else kept.cite = cited
  return kept
}
