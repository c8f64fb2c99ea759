import { defined } from '../../core/defined.ts'
import type { Byline, Enclosure, FeedEntry, ParsedFeed } from '../../core/entry.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { jsonStringEnd, parseJsonOf, TooManyValuesError } from '../../core/text/parse-json-of.ts'
import { absoluteHtml, MAX_HTML } from '../absolute-html.ts'
import { hashOf } from '../content-hash.ts'
import { plainText } from '../plain-text.ts'
import { resolveLink } from '../resolve-url.ts'
import { distinctBylines } from './byline.ts'
import { hasVisibleText, oneLine } from './feed-elements.ts'
import { parseFeedDate } from './parse-date.ts'
import { firstUnique } from './unique-keys.ts'

/** Nesting depth of the members of the list of items: in an array (1) of the document's object (0). */
const ITEM_DEPTH = 2

/**
 * Repairs truncated JSON: cuts after the last complete value in a list of the document's object and closes what is open. Returns undefined
 * when no such value is complete. One pass.
 */
export function repairJson(text: string): string | undefined {
  const open: string[] = []
  let end = -1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '"') {
      const close = jsonStringEnd(text, at)
      if (close < 0) break
      at = close
    } else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character === '}' || character === ']') {
      if (open.pop() !== character) break
      if (open.length === ITEM_DEPTH && open[1] === ']') end = at + 1
    }
  }
  return end < 0 ? undefined : `${text.slice(0, end)}]}`
}

type Fields = Readonly<Record<string, unknown>>

const UNTITLED_LENGTH = 80

/** Characters of HTML searched for words to use as a title. */
const UNTITLED_HTML = 65_536

/** More values than 15 MB of items with text contain; as objects they may take 25 MB. */
const MAX_VALUES = 500_000

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), ignoring fields of the wrong type. Returns undefined when the text is JSON but not a feed;
 * throws SyntaxError when it isn't JSON. Truncated text keeps its complete items. Returns the first `most` items.
 */
export function readJsonFeed(text: string, feedUrl: string, most: number): ParsedFeed | undefined {
  const { value, isTruncated } = parseWhole(text)
  if (!isFields(value)) return undefined
  const isDeclared = typeof value.version === 'string' && /jsonfeed\.org\/version/.test(value.version)
  if (!Array.isArray(value.items) && !isDeclared) return undefined

  const siteUrl = resolveLink(textOf(value.home_page_url), feedUrl)
  const selfUrl = resolveLink(textOf(value.feed_url), feedUrl)
  const iconUrl = resolveLink(textOf(value.icon) ?? textOf(value.favicon), feedUrl)
  const description = textOf(value.description)
  const language = textOf(value.language)
  const hub = listOf(value.hubs).find((candidate) => textOf(candidate.type)?.toLowerCase() === 'websub')
  const hubUrl = resolveLink(textOf(hub?.url), feedUrl)
  const feedAuthors = authorsOf(value, feedUrl)
  return {
    format: 'json',
    title: oneLine(textOf(value.title) ?? ''),
    ...defined({
      authors: feedAuthors.length > 0 ? feedAuthors : undefined,
      siteUrl: siteUrl || undefined,
      description: description || undefined,
      language: language || undefined,
      iconUrl: iconUrl || undefined,
      hubUrl: hubUrl || undefined,
      selfUrl: selfUrl || undefined,
    }),
    entries: firstUnique(
      listOf(value.items)
        .values()
        .map((item) => readItem(item, feedUrl, siteUrl, feedAuthors)),
      most,
    ),
    isTruncated,
  }
}

/** Parses JSON, or its complete part when the text is truncated. Throws the error of the original text. */
function parseWhole(text: string): { value: unknown; isTruncated: boolean } {
  try {
    return { value: parseJsonOf(text, MAX_VALUES), isTruncated: false }
  } catch (error) {
    const whole = error instanceof TooManyValuesError ? undefined : repairJson(text)
    if (whole === undefined) throw error
    return { value: parseJsonOf(whole, MAX_VALUES), isTruncated: true }
  }
}

function readItem(
  item: Fields,
  feedUrl: string,
  siteUrl: string | undefined,
  feedAuthors: readonly Byline[],
): FeedEntry {
  const url = resolveLink(textOf(item.url) ?? textOf(item.external_url), feedUrl)
  const base = url ?? siteUrl ?? feedUrl
  const html = textOf(item.content_html)?.slice(0, MAX_HTML)
  const text = textOf(item.content_text)?.slice(0, MAX_HTML)
  const contentHtml = html ? absoluteHtml(html, base) : text && escapeHtml(text)
  const summary = textOf(item.summary)?.slice(0, MAX_HTML)
  const title = oneLine(textOf(item.title) ?? '')
  const publishedAt = parseFeedDate(textOf(item.date_published) ?? '')
  const updatedAt = parseFeedDate(textOf(item.date_modified) ?? '')
  const imageUrl = resolveLink(textOf(item.image) ?? textOf(item.banner_image), base)
  const language = textOf(item.language)
  const authors = authorsOf(item, feedUrl)
  // The page that a link blog's post is about; without a URL of its own, the link of the item.
  const about = textOf(item.url) && resolveLink(textOf(item.external_url), feedUrl)
  return {
    key: textOf(item.id) ?? url ?? hashOf([title, contentHtml ?? '', summary ?? '']),
    ...defined({ url: url || undefined }),
    title: hasVisibleText(title)
      ? title
      : firstWords(summary ?? plainText((contentHtml ?? '').slice(0, UNTITLED_HTML))),
    ...defined({ publishedAt: publishedAt || undefined, updatedAt: updatedAt || undefined }),
    authors: authors.length > 0 ? authors : feedAuthors,
    categories: [...new Set(arrayOf(item.tags).map((tag) => oneLine(textOf(tag) ?? '')))].filter((tag) => tag !== ''),
    ...defined({ summaryHtml: summary ? escapeHtml(summary) : undefined, contentHtml: contentHtml || undefined }),
    enclosures: listOf(item.attachments).flatMap((attachment) => readAttachment(attachment, base)),
    ...defined({
      imageUrl: imageUrl || undefined,
      language: language || undefined,
      related: about ? [{ url: about }] : undefined,
    }),
  }
}

function readAttachment(attachment: Fields, base: string): Enclosure[] {
  const url = resolveLink(textOf(attachment.url), base)
  if (url === undefined) return []
  const type = textOf(attachment.mime_type)
  const lengthBytes = attachment.size_in_bytes
  const isLength = typeof lengthBytes === 'number' && Number.isSafeInteger(lengthBytes) && lengthBytes > 0
  const seconds = attachment.duration_in_seconds
  const isDuration = typeof seconds === 'number' && seconds > 0 && seconds < 1e9
  const title = oneLine(textOf(attachment.title) ?? '')
  return [
    {
      url,
      ...defined({
        type: type || undefined,
        lengthBytes: isLength ? lengthBytes : undefined,
        durationSeconds: isDuration ? seconds : undefined,
        title: title || undefined,
      }),
    },
  ]
}

function authorsOf(holder: Fields, base: string): Byline[] {
  const authors = [...listOf(holder.authors), ...listOf([holder.author])]
  return distinctBylines(
    authors.map((author) => {
      const url = resolveLink(textOf(author.url), base)
      const name = oneLine(textOf(author.name) ?? '') || url
      return name ? { name, ...defined({ url: url || undefined }) } : undefined
    }),
  )
}

/** A non-empty string; numbers (some feeds have numeric ids) become their digits. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function listOf(value: unknown): readonly Fields[] {
  return arrayOf(value).filter(isFields)
}

function firstWords(text: string): string {
  const words = oneLine(text)
  return words.length <= UNTITLED_LENGTH ? words : `${words.slice(0, UNTITLED_LENGTH)}…`
}
