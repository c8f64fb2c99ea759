import type { Picture, PictureFile } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { pictureWidths } from '../../core/list-picture.ts'
import { allText } from '../blocks/page-blocks.ts'
import { isRecord, type JsonLdNode, listOf } from '../facts/json-ld.ts'
import { metaOf, type PageFacts } from '../facts/page-facts.ts'
import type { PageElement } from '../markup/page-tree.ts'
import { visibleText } from '../markup/visible-text.ts'
import { resolveUrl } from '../markup/web-address.ts'
import { keyOf } from '../words.ts'
import { captionRole, isPictureBox } from './picture-words.ts'

const size = /^([\d.]+)([wx])(?:,(.*))?$/s

/** One file of a `srcset`; its width in pixels where that is stated. */
type SetFile = { readonly url: string; readonly size: number; readonly width?: number }

/**
 * The files of a `srcset`. Linear for any `srcset`.
 * https://html.spec.whatwg.org/multipage/images.html#srcset-attributes
 */
function filesOf(srcset: string): readonly SetFile[] {
  const files: SetFile[] = []
  let url = ''
  const take = (given: number, unit?: string): void => {
    const address = withoutCommas(url)
    if (address !== '') files.push({ url: address, size: given, ...(unit === 'w' && { width: given }) })
    url = ''
  }
  for (const word of srcset.slice(0, 20_000).split(/\s+/)) {
    const [, given, unit, rest = ''] = url === '' ? [] : (size.exec(word) ?? [])
    if (given !== undefined) {
      take(Number(given) || 0, unit)
      url = rest
      continue
    }
    if (url !== '') take(1)
    url = word
    if (word.endsWith(',')) take(1)
  }
  take(1)
  return files
}

/** The URL of the largest picture of a `srcset`, the first of several equal ones; undefined when there is none. */
export function largestSource(srcset: string | undefined): string | undefined {
  return filesOf(srcset ?? '').reduce<SetFile | undefined>(
    (best, file) => (best && best.size >= file.size ? best : file),
    undefined,
  )?.url
}

/** The files of a `srcset` that come nearest to the widths pages show, the narrowest first; undefined when it names fewer than two. */
function shownSizes(srcset: string | undefined, base: string): readonly PictureFile[] | undefined {
  const files = filesOf(srcset ?? '')
    .flatMap(({ url, width }): PictureFile[] => {
      const address = width ? resolveUrl(url, base) : undefined
      return address !== undefined && width ? [{ url: address, width: Math.round(width) }] : []
    })
    .sort((a, b) => a.width - b.width)
  const chosen = pictureWidths.flatMap((wanted) => files.find(({ width }) => width >= wanted) ?? files.at(-1) ?? [])
  const once = [...new Map(chosen.map((file) => [file.url, file])).values()]
  return files.length > 1 ? once : undefined
}

function withoutCommas(url: string): string {
  let [start, end] = [0, url.length]
  while (start < end && url[start] === ',') start++
  while (end > start && url[end - 1] === ',') end--
  return url.slice(start, end)
}

const maxPictures = 60
const creditToken =
  /(?:^|[\s_-])(?:credits?|copyright|photographer|photo-?credit|image-?credit|attribution)(?:$|[\s_-])/i
const captionToken = /(?:^|[\s_-])(?:wp-)?caption(?:s|-text|-content|__text|-body)?(?:$|[\s_-])/i
const furniture =
  /(?:avatar|logo|icon|sprite|pixel|spacer|blank|placeholder|1x1|emoji|badge|author|headshot|profile|gravatar|share|social|advert|banner)/i
const outsideTags = new Set(['nav', 'footer', 'aside', 'form', 'menu'])

/**
 * The pictures of an article with caption and credit as fields. `articleRoot` is the part of the page with the text. The lead picture is
 * the page's own choice (`og:image`, structured data), with the caption of the figure that shows the same file; else the first figure.
 */
export function readPictures(page: {
  readonly articleRoot: PageElement | undefined
  /** The headline, where it isn't a first-level heading. */
  readonly headline?: PageElement | undefined
  readonly node: JsonLdNode | undefined
  readonly facts: PageFacts
  readonly base: string
}): { leadPicture?: Picture; pictures: Picture[] } {
  const { articleRoot, headline, node, facts, base } = page
  const pictures = articleRoot === undefined ? [] : collect([...beforeText(articleRoot, headline), articleRoot], base)
  const lead = leadOf(node, facts, base)
  if (lead === undefined) {
    const first = pictures.find((picture) => picture.caption !== undefined) ?? pictures[0]
    return first === undefined ? { pictures } : { leadPicture: first, pictures }
  }
  const name = fileName(lead.url)
  const shown = pictures.find((picture) => fileName(picture.url) === name)
  return { leadPicture: { ...lead, ...shown, url: lead.url }, pictures }
}

function leadOf(node: JsonLdNode | undefined, facts: PageFacts, base: string): Picture | undefined {
  const url = resolveUrl(
    metaOf(facts, 'og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ??
      imageUrl(node?.fields.image) ??
      imageUrl(node?.fields.thumbnailUrl),
    base,
  )
  if (
    url === undefined ||
    /(?:^|[/_-])(?:logo|default|placeholder|fallback)[\w-]*\.(?:png|jpe?g|svg|gif|webp)/i.test(url)
  )
    return undefined
  const alt = metaOf(facts, 'og:image:alt', 'twitter:image:alt')
  const words = listOf(node?.fields.image).find(isRecord)
  const caption = typeof words?.caption === 'string' ? visibleText(words.caption) : ''
  const credit = [words?.creditText, words?.copyrightNotice].find((text) => typeof text === 'string')
  return {
    url,
    ...defined({
      alt,
      width: pixels(metaOf(facts, 'og:image:width')),
      height: pixels(metaOf(facts, 'og:image:height')),
      caption: caption === '' ? undefined : caption,
      credit: typeof credit === 'string' && credit.trim() !== '' ? visibleText(credit) : undefined,
    }),
  }
}

function pixels(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
}

function imageUrl(value: unknown): string | undefined {
  const first = listOf(value)[0]
  if (typeof first === 'string') return first
  const url = isRecord(first) ? listOf(first.url ?? first.contentUrl ?? first['@id'])[0] : undefined
  return typeof url === 'string' ? url : undefined
}

/** The file of a URL without size marks, so that two sizes of a picture are the same. */
function fileName(url: string): string {
  const path = URL.parse(url)?.pathname ?? url
  const name = path.split('/').findLast((part) => part !== '') ?? ''
  return name
    .toLowerCase()
    .replace(/\.(?:jpe?g|png|webp|gif|avif).*$/, '')
    .replace(/[-_@]?\d{2,4}x\d{2,4}.*$|[-_]\d{3,4}w?$/, '')
}

/** The elements between the headline and the text, where many pages put the lead figure. Empty when no headline is near. */
function beforeText(articleRoot: PageElement, title: PageElement | undefined): readonly PageElement[] {
  const between: PageElement[] = []
  let at = articleRoot
  for (let level = 0; level < 3 && at.parent !== undefined; level += 1, at = at.parent) {
    const siblings = at.parent.children.filter((child) => typeof child !== 'string')
    const before = siblings.slice(0, siblings.indexOf(at))
    const headline = before.findLastIndex((element) => containsHeadline(element, title))
    between.unshift(...before.slice(headline + 1))
    if (headline >= 0) return between
  }
  return []
}

function containsHeadline(element: PageElement, title: PageElement | undefined): boolean {
  if (element.tag === 'h1' || element === title) return true
  return element.children.some((child) => typeof child !== 'string' && containsHeadline(child, title))
}

function collect(roots: readonly PageElement[], base: string): Picture[] {
  const byFile = new Map<string, Picture>()
  const walk = (element: PageElement, isLinked: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || outsideTags.has(child.tag) || byFile.size >= maxPictures) continue
      if (child.tag === 'figure' || isCaptionedBox(child)) add(pictureOf(child, base))
      else if (child.tag === 'img' && !isLinked) add(looseImage(child, base))
      else walk(child, isLinked || (child.tag === 'a' && !linksToImage(child)))
    }
  }
  const add = (picture: Picture | undefined): void => {
    if (picture === undefined) return
    const key = fileName(picture.url) || picture.url
    const known = byFile.get(key)
    if (known === undefined) byFile.set(key, picture)
    else if (known.caption === undefined) byFile.set(key, { ...known, ...picture })
  }
  walk({ tag: 'div', attributes: {}, children: [...roots] }, false)
  return [...byFile.values()]
}

function linksToImage(link: PageElement): boolean {
  return /\.(?:jpe?g|png|webp|gif|avif)(?:$|\?)/i.test(link.attributes.href ?? '')
}

/** A box with one picture and a short text whose class names it a caption. */
function isCaptionedBox(element: PageElement): boolean {
  if (element.tag !== 'div' && element.tag !== 'section' && element.tag !== 'span') return false
  if (isPictureBox(element)) return allText(element).trim().length <= 700
  if (!captionToken.test(element.attributes.class ?? '') && !element.children.some(isCaption)) return false
  return find(element, (at) => at.tag === 'img') !== undefined && allText(element).trim().length <= 700
}

function isCaption(node: PageElement | string): node is PageElement {
  if (typeof node === 'string') return false
  if (node.tag === 'figcaption') return true
  const { class: classes = '', itemprop = '' } = node.attributes
  if (captionRole(node) === 'credit') return false
  return captionToken.test(classes) || /^(?:caption|description)$/i.test(itemprop)
}

function find(root: PageElement, test: (element: PageElement) => boolean): PageElement | undefined {
  const stack: PageElement[] = [root]
  let visited = 0
  for (let element = stack.pop(); element !== undefined && visited < 500; element = stack.pop()) {
    visited++
    if (element !== root && test(element)) return element
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]
      if (child !== undefined && typeof child !== 'string') stack.push(child)
    }
  }
  return undefined
}

function looseImage(img: PageElement, base: string): Picture | undefined {
  const { width = '', height = '', alt = '', class: classes = '' } = img.attributes
  if ((Number.parseInt(width, 10) || 999) < 120 || (Number.parseInt(height, 10) || 999) < 80) return undefined
  const files = bestFiles(img, base)
  if (files === undefined || furniture.test(`${classes} ${fileName(files.url)}`)) return undefined
  const text = visibleText(alt)
  return text === '' ? files : { ...files, alt: text }
}

function pictureOf(figure: PageElement, base: string): Picture | undefined {
  const img = find(figure, (at) => at.tag === 'img')
  const files = img === undefined ? undefined : bestFiles(img, base)
  if (files === undefined) return undefined
  const alt = visibleText(img?.attributes.alt ?? '')
  const captionElement = find(figure, isCaption)
  const words = captionElement === undefined ? '' : visibleText(spacedText(captionElement))
  const creditElement = find(
    figure,
    (at) =>
      creditToken.test(at.attributes.class ?? '') || /copyrightHolder|creditText/.test(at.attributes.itemprop ?? ''),
  )
  const marked = creditElement === undefined ? '' : visibleText(spacedText(creditElement))
  const { caption, credit } = splitCredit(words, marked)
  return {
    ...files,
    ...defined({
      alt: alt === '' ? undefined : alt,
      caption: caption === '' ? undefined : caption,
      credit: credit === '' ? undefined : credit,
    }),
  }
}

function spacedText(element: PageElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : ` ${spacedText(child)} `)).join('')
}

const creditAtEnd =
  /\s{0,9}[([]?\s{0,9}(?:(?:photo(?:graph)?|image|picture|credits?|crédit(?: photo)?|foto|photo credit|image credit|source)\s*(?::|by\b)\s{0,9}|©\s{0,9})([^()[\]]{2,90}?)\s{0,9}[)\]]?\.?$/iu
const agencyAtEnd =
  /\s*[([]\s*([^()[\]]{0,60}?(?:AP Photo|Getty|Reuters|REUTERS|AFP|PA Wire|PA Media|Shutterstock|EPA|dpa|Bloomberg|PA)[^()[\]]{0,60}?)\s*[)\]]\.?$/u

/** Separates a caption from the credit at its end; a credit that the page marks takes precedence. */
export function splitCredit(words: string, marked: string): { caption: string; credit: string } {
  if (marked !== '' && keyOf(words) !== keyOf(marked)) {
    const caption = words
      .replace(marked, '')
      .replace(/\s*[([]\s*[)\]]\s*$|^[\s|–—-]+|[\s|–—-]+$/g, '')
      .trim()
    return { caption, credit: tidyCredit(marked) }
  }
  if (marked !== '') return { caption: '', credit: tidyCredit(marked) }
  const end = agencyAtEnd.exec(words) ?? creditAtEnd.exec(words)
  if (end === null) return { caption: words, credit: '' }
  return { caption: words.slice(0, end.index).trim(), credit: tidyCredit(end[1] ?? '') }
}

function tidyCredit(text: string): string {
  return text
    .replace(
      /^\s*[([]?\s*(?:(?:photo(?:graph)?|image|picture|credits?|crédit(?: photo)?)(?: credit)?\s*(?::|by\b)\s*|©\s*)*/iu,
      '',
    )
    .replace(/\s{0,9}[)\]]?\s{0,9}$/, '')
}

/** The largest file of an image: its `srcset`, else the URL that a script would load, else `src`. */
export function bestSource(img: PageElement, base: string): string | undefined {
  return bestFiles(img, base)?.url
}

/** The same, with the other files of its `srcset`. */
function bestFiles(img: PageElement, base: string): Pick<Picture, 'url' | 'sizes'> | undefined {
  const { src, srcset } = img.attributes
  const lazy = img.attributes['data-src'] ?? img.attributes['data-original']
  const sources = siblingsSources(img)
  for (const set of [srcset, img.attributes['data-srcset'], ...sources]) {
    const url = resolveUrl(largestSource(set), base)
    if (url !== undefined) return { url, ...defined({ sizes: shownSizes(set, base) }) }
  }
  const url = resolveUrl(lazy, base) ?? resolveUrl(src, base)
  return url === undefined ? undefined : { url }
}

function siblingsSources(img: PageElement): string[] {
  if (img.parent?.tag !== 'picture') return []
  return img.parent.children
    .filter((child) => typeof child !== 'string' && child.tag === 'source')
    .map((child) =>
      typeof child === 'string' ? '' : (child.attributes.srcset ?? child.attributes['data-srcset'] ?? ''),
    )
}
