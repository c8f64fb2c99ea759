import type { ParsedFeed } from '../../core/entry.ts'
import { windows1252 } from '../entities.ts'
import { readJsonFeed } from './json-feed.ts'
import { readFeed } from './read-feed.ts'
import { inheritAuthors } from './read-head.ts'
import { parseXml } from './xml-tree.ts'

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f]/

/** A text is processed in parts of this length: V8 stores the result of replacing in a long one as many small pieces. */
const PART = 65_536

const C1 = Array.from({ length: 32 }, (_, index) => index + 0x80)

/**
 * Drops control characters that XML 1.0 section 2.2 forbids, which would break titles, and replaces the 32 of C1 with the windows-1252
 * punctuation that their authors meant. Form feed and vertical tab become spaces. Returns the same string when there are none, as nearly
 * always.
 */
export function withoutIllegalCharacters(text: string): string {
  if (!ILLEGAL.test(text)) return text
  if (text.length <= PART) return legalPart(text)
  const parts: string[] = []
  for (let from = 0; from < text.length; from += PART) parts.push(legalPart(text.slice(from, from + PART)))
  return parts.join('')
}

function legalPart(text: string): string {
  const legal = text.replace(/[\u000b\u000c]/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f]+/g, '')
  if (!/[\u0080-\u009f]/.test(legal)) return legal
  // Replacing character by character would take a second for a megabyte of them.
  return C1.reduce((said, code) => said.replaceAll(String.fromCharCode(code), windows1252(code)), legal)
}

/** A feed, or what came instead of one, with a message for the person who added it. */
export type ParseFeedResult =
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | {
      readonly kind: 'not-a-feed'
      readonly what: 'html' | 'json' | 'empty' | 'text' | 'xml'
      readonly message: string
    }

/** The root elements of feeds, and stand-alone entries; a document without any of them isn't a feed. */
const FEED_TAG = /<(?:[a-z][\w.-]{0,30}:)?(?:rss|feed|rdf|channel|entry|item)[\s>/]/i

/** A comment ends at its first `-->`: a pattern that may run past it tries every way to divide the comments of a page. */
const HTML_START = /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)*<(?:!doctype\s+html|html|head|body)[\s>]/i

/** Reads a feed from decoded text (see `parseFeed`), with its first `most` entries. */
export function parseFeedText(written: string, url: string, most = Number.POSITIVE_INFINITY): ParseFeedResult {
  const text = withoutIllegalCharacters(written)
  const start = text.search(/[^\s\u0000\ufeff]/)
  if (start < 0) return { kind: 'not-a-feed', what: 'empty', message: 'The server sent an empty document.' }
  const first = text[start]
  if (first === '{' || first === '[') return parseJson(text.slice(start), url, most)
  if (HTML_START.test(text.slice(0, 4096)) && !/<(?:rss|feed|rdf:rdf)[\s>]/i.test(text)) return notAFeed('html')
  const open = text.search(FEED_TAG)
  if (open < 0) return notAFeed(kindOf(text, first))
  const feed = readFeed(parseXml(text, url), url, most)
  return feed ? { kind: 'feed', feed: inheritAuthors(feed) } : notAFeed(kindOf(text, first))
}

function parseJson(text: string, url: string, most: number): ParseFeedResult {
  try {
    const feed = readJsonFeed(text, url, most)
    return feed ? { kind: 'feed', feed } : notAFeed('json')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { kind: 'not-a-feed', what: 'json', message: `The JSON cannot be read: ${error.message.slice(0, 200)}` }
  }
}

function kindOf(text: string, first: string | undefined): 'html' | 'xml' | 'text' {
  if (first !== '<') return 'text'
  return /^\s*<\?xml/i.test(text) || !/<(?:html|body|div|p|head|meta|script)[\s>]/i.test(text.slice(0, 65_536))
    ? 'xml'
    : 'html'
}

const MESSAGES = {
  html: 'This is a web page, not a feed. Add the page to look for the feeds it names.',
  json: 'This is JSON, but not a JSON Feed: it has no list of items.',
  text: 'This is plain text, not a feed.',
  xml: 'This is XML, but neither RSS nor Atom.',
} as const

function notAFeed(what: keyof typeof MESSAGES): ParseFeedResult {
  return { kind: 'not-a-feed', what, message: MESSAGES[what] }
}
