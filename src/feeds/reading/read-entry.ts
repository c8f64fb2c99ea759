import { defined } from '../../core/defined.ts'
import type { Byline, Enclosure, FeedEntry } from '../../core/entry.ts'
import type { Participant } from '../../core/feed/entry-media.ts'
import { hashOf } from '../content-hash.ts'
import { plainText } from '../plain-text.ts'
import { countOf, secondsOf } from '../read-number.ts'
import { resolveLink, resolveUrl } from '../resolve-url.ts'
import { bylineOf, distinctBylines, readByline } from './byline.ts'
import {
  allElements,
  dateIn,
  firstElement,
  htmlIn,
  htmlOf,
  imageIn,
  linkWith,
  oneLine,
  pageLink,
  relationOf,
  textIn,
  titleIn,
} from './feed-elements.ts'
import { parseFeedDate } from './parse-date.ts'
import { readExtras } from './read-extras.ts'
import { elementsOf, textOf } from './xml-text.ts'
import type { XmlElement } from './xml-tree.ts'

const CONTENT = ['content', 'content:encoded', 'fullitem', 'xhtml:body', 'body', 'prodlink']

const SUMMARY = [
  'summary',
  'description',
  'abstract',
  'itunes:summary',
  'itunes:subtitle',
  'dc:description',
  'dcterms:abstract',
  'media:description',
]

/** Untitled entries are named by the beginning of their text, cut at this many characters. */
const UNTITLED_LENGTH = 80

type FeedDefaults = {
  readonly feedUrl: string
  readonly siteUrl: string | undefined
  /** The participants of every recording that names none. */
  readonly cast?: readonly Participant[]
}

export function readEntry(element: XmlElement, defaults: FeedDefaults): FeedEntry {
  const linkBase = defaults.feedUrl
  const url = pageLink(element, linkBase)
  const htmlBase = url ?? defaults.siteUrl ?? defaults.feedUrl
  const group = firstElement(element, 'media:group')
  const { summaryHtml, contentHtml } = readTexts(element, group, htmlBase)
  const title =
    titleIn(element, 'title', 'dc:title', 'media:title', 'itunes:title') ?? (group && titleIn(group, 'media:title'))
  const enclosures = readEnclosures(element, group, linkBase)
  const imageUrl =
    imageIn(element, linkBase) ??
    (group && imageIn(group, linkBase)) ??
    thumbnailOf(group ? [element, group] : [element], linkBase) ??
    pictureAmong(enclosures)
  const publishedAt = dateIn(
    element,
    'published',
    'issued',
    'pubdate',
    'dcterms:issued',
    'dcterms:created',
    'created',
    'dc:date',
  )
  const updatedAt =
    dateIn(element, 'updated', 'modified', 'dcterms:modified', 'dc:date') ??
    parseFeedDate(element.attributes.lastmod ?? '')
  const origin = readOrigin(element, linkBase)
  const language = textIn(element, 'dc:language') ?? (element.language || undefined)
  const commentsUrl =
    resolveLink(textIn(element, 'comments'), element.base || linkBase) ?? linkWith(element, 'replies', linkBase)

  return {
    key: idOf(element, linkBase) ?? url ?? hashOf([title ?? '', summaryHtml ?? '', contentHtml ?? '']),
    ...defined({ url: url || undefined }),
    title: title ?? untitled(summaryHtml ?? contentHtml ?? ''),
    ...defined({ publishedAt: publishedAt || undefined, updatedAt: updatedAt || undefined }),
    authors: writersOf(element, linkBase),
    categories: readCategories(element),
    ...defined({ summaryHtml: summaryHtml || undefined, contentHtml: contentHtml || undefined }),
    enclosures,
    ...defined({
      imageUrl: imageUrl || undefined,
      origin,
      language: language ? language.replaceAll('_', '-') : undefined,
      commentsUrl: commentsUrl || undefined,
    }),
    ...readExtras(element, linkBase, defaults.cast ?? []),
  }
}

/** guid, atom:id or rdf:about. A relative atom:id is resolved; a guid that isn't a permalink is never changed. */
function idOf(element: XmlElement, base: string): string | undefined {
  const id = firstElement(element, 'guid', 'id', 'dc:identifier')
  const text = id ? textOf(id).trim() : ''
  if (!id || text === '') return element.attributes['rdf:about'] || undefined
  const isAddress = id.name === 'id' || id.attributes.ispermalink?.toLowerCase() === 'true'
  return isAddress && !/^[\w+.-]+:/.test(text) ? resolveUrl(text, id.base || base) : text
}

/**
 * The summary and the full text. Of two summaries without a full text (`description` and `summary`), the second in the feed is the full
 * text.
 */
function readTexts(
  element: XmlElement,
  group: XmlElement | undefined,
  base: string,
): { summaryHtml: string | undefined; contentHtml: string | undefined } {
  const contentHtml = htmlIn(element, base, ...CONTENT)
  const short = elementsOf(element).filter((child) => child.name === 'description' || child.name === 'summary')
  const [one, other] = short
  if (contentHtml === undefined && one && other && one.name !== other.name)
    return { summaryHtml: htmlOf(one, base) || undefined, contentHtml: htmlOf(other, base) || undefined }
  const summaryHtml = htmlIn(element, base, ...SUMMARY) ?? (group && htmlIn(group, base, 'media:description'))
  return { summaryHtml, contentHtml }
}

export function readAuthors(element: XmlElement, base: string): readonly Byline[] {
  const constructs = allElements(element, 'author', 'managingeditor').map((author) => readByline(author, base))
  const lines = allElements(element, 'dc:creator', 'dc:author', 'itunes:author').map((line) => bylineOf(textOf(line)))
  return distinctBylines([...constructs, ...lines])
}

/** The authors of an entry's content: for a shared post (Activity Streams 1.0) its original author, not the person who shared it. */
function writersOf(element: XmlElement, base: string): readonly Byline[] {
  const isShared = /(?:^|\/)share$/.test(textIn(element, 'activity:verb') ?? '')
  const shared = isShared ? firstElement(element, 'activity:object') : undefined
  const writers = shared ? readAuthors(shared, base) : []
  return writers.length > 0 ? writers : readAuthors(element, base)
}

export function readCategories(element: XmlElement): readonly string[] {
  const words: (string | undefined)[] = []
  for (const child of elementsOf(element)) {
    if (child.name === 'category') words.push(child.attributes.label || child.attributes.term || textOf(child))
    else if (child.name === 'dc:subject' || child.name === 'dcterms:subject') words.push(textOf(child))
    else if (child.name === 'media:category') words.push(child.attributes.label || textOf(child))
    else if (child.name === 'itunes:category') words.push(...itunesCategories(child))
    else if (child.name === 'itunes:keywords' || child.name === 'media:keywords' || child.name === 'tags')
      // Pushed one by one: a call cannot take a hundred thousand arguments.
      for (const word of keywords(textOf(child))) words.push(word)
  }
  return [...new Set(words.map((word) => oneLine(word ?? '')).filter((word) => word !== ''))]
}

function itunesCategories(category: XmlElement): (string | undefined)[] {
  return [category.attributes.text, ...allElements(category, 'itunes:category').flatMap(itunesCategories)]
}

function keywords(text: string): string[] {
  return text.split(text.includes(',') ? ',' : /\s+/)
}

function readEnclosures(element: XmlElement, group: XmlElement | undefined, base: string): readonly Enclosure[] {
  const files = new Map<string, Enclosure>()
  const add = (file: XmlElement, address: string | undefined, length: string | undefined) => {
    const url = resolveLink(address, file.base || base)
    if (url === undefined || files.has(url)) return
    const type = file.attributes.type?.trim() || mediumType(file.attributes.medium)
    const lengthBytes = Number(length?.trim() || Number.NaN)
    const isLength = Number.isSafeInteger(lengthBytes) && lengthBytes > 0
    files.set(url, {
      url,
      ...defined({ type: type || undefined, lengthBytes: isLength ? lengthBytes : undefined }),
      ...mediaDetails(file),
    })
  }
  for (const file of allElements(element, 'enclosure'))
    add(file, file.attributes.url ?? file.attributes.href, file.attributes.length)
  for (const link of allElements(element, 'link'))
    if (relationOf(link) === 'enclosure') add(link, link.attributes.href, link.attributes.length)
  for (const holder of group ? [element, group] : [element])
    for (const file of allElements(holder, 'media:content')) add(file, file.attributes.url, file.attributes.filesize)
  return [...files.values()]
}

/** Media RSS may give only a medium. */
function mediumType(medium: string | undefined): string | undefined {
  return medium === 'image' || medium === 'audio' || medium === 'video' ? `${medium}/*` : undefined
}

function pictureAmong(enclosures: readonly Enclosure[]): string | undefined {
  return enclosures.find((file) => file.type?.startsWith('image/'))?.url
}

/** RSS `source` has a URL in an attribute; Atom's is the head of a feed (RFC 4287 section 4.2.11). */
function readOrigin(element: XmlElement, base: string): FeedEntry['origin'] {
  const source = firstElement(element, 'source')
  if (!source) return undefined
  const isHead = elementsOf(source).length > 0
  const title = isHead ? titleIn(source, 'title') : oneLine(textOf(source))
  const url = isHead ? pageLink(source, base) : resolveLink(source.attributes.url, source.base || base)
  const feedUrl = isHead ? linkWith(source, 'self', base) : undefined
  const shown = title || url
  return shown ? { title: shown, ...defined({ url: url || undefined, feedUrl: feedUrl || undefined }) } : undefined
}

function untitled(html: string): string {
  const words = oneLine(plainText(html.slice(0, UNTITLED_LENGTH * 40)))
  if (words.length <= UNTITLED_LENGTH) return words
  const cut = words.lastIndexOf(' ', UNTITLED_LENGTH)
  return `${words.slice(0, cut > 0 ? cut : UNTITLED_LENGTH).replace(/[,;:]$/, '')}…`
}

/** The details of a file in Media RSS beside its URL: length, size, title and author. */
function mediaDetails(file: XmlElement): Pick<Enclosure, 'durationSeconds' | 'width' | 'height' | 'title' | 'credit'> {
  const durationSeconds = secondsOf(file.attributes.duration)
  const width = countOf(file.attributes.width)
  const height = countOf(file.attributes.height)
  const titled = firstElement(file, 'media:title')
  const title = titled ? oneLine(textOf(titled)) : ''
  const credit = allElements(file, 'media:credit')
    .map((one) => oneLine(textOf(one)))
    .filter((name) => name !== '')
    .join(', ')
  return {
    ...defined({ durationSeconds: durationSeconds || undefined }),
    ...(width && height && { width, height }),
    ...defined({ title: title || undefined, credit: credit || undefined }),
  }
}

/** The widest thumbnail of an entry's files, or undefined. */
function thumbnailOf(holders: readonly XmlElement[], base: string): string | undefined {
  const thumbnails = holders
    .flatMap((holder) => allElements(holder, 'media:content'))
    .flatMap((file) => allElements(file, 'media:thumbnail'))
    .sort((a, b) => (countOf(b.attributes.width) ?? 0) - (countOf(a.attributes.width) ?? 0))
  for (const thumbnail of thumbnails) {
    const url = resolveLink(thumbnail.attributes.url, thumbnail.base || base)
    if (url) return url
  }
  return undefined
}
