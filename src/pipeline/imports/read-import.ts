import { constants, gunzipSync } from 'node:zlib'
import type { Extraction } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import { findJsonOf } from '../../core/text/parse-json-of.ts'
import { extractFromTranscript } from '../../extract/from-transcript.ts'
import { splitCapture } from '../../extract/split-capture.ts'
import { decode } from '../../feeds/decode.ts'
import { readLinkExport } from '../../feeds/links/read-link-export.ts'
import type { LinkExport } from '../../feeds/links/saved-link.ts'
import { PARAGRAPH, transcriptPassages } from '../../feeds/reading/read-transcript.ts'
import { isTimedTranscript, MAX_LINES } from '../../feeds/reading/transcript-lines.ts'
import { readLinksArchive } from './read-links-archive.ts'
import { readWarc, type WarcPage } from './read-warc.ts'

/** One article of an import file: a page to extract, plain text, or the transcript of a recording. */
export type ImportedArticle = {
  readonly outlet: string
  readonly url?: string
  /** The outlet's site, where known: outlets of one site are one family. */
  readonly siteUrl?: string
  readonly title?: string
  readonly publishedAt?: string
  readonly authors?: readonly string[]
  readonly body:
    | { readonly kind: 'page'; readonly bytes: Uint8Array; readonly contentType: string; readonly robotsTag?: string }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'transcript'; readonly extraction: Extraction }
}

/** What the importer says of a transcript: its file says none of it. */
export type TranscriptAbout = { readonly recording?: string; readonly outlet?: string; readonly title?: string }

export type ImportFile =
  | {
      readonly kind: 'articles'
      readonly format: 'html' | 'text' | 'transcript' | 'warc' | 'jsonl'
      readonly articles: readonly ImportedArticle[]
      readonly skipped: readonly string[]
    }
  | { readonly kind: 'opml'; readonly text: string }
  | { readonly kind: 'links'; readonly file: LinkExport }
  /** A reader's highlights and notes, from here or another server, or Web Annotations. */
  | { readonly kind: 'marks'; readonly text: string }
  /** Articles with their texts, when `takesArticles` is false: they are not read. */
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'unreadable'; readonly message: string }

export type ImportLimits = {
  readonly mostUnpacked?: number
  /** False: only links and subscriptions. */
  readonly takesArticles?: boolean
  /** Set when the file is a transcript, whatever it looks like. */
  readonly transcript?: TranscriptAbout
}

/** Bytes that are unpacked of a packed file. */
const MAX_UNPACKED = 1024 * 2 ** 20
/** A packed subscription list or marks file is short: a larger one is made to fill memory. */
const MAX_UNPACKED_LIST = 32_000_000
/** Enough of a packed file to recognize it; it can unpack to a thousand times as much. */
const PEEKED = 1_000
/** More than one article contains. */
const MAX_VALUES = 500_000
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z')
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')
const supportedFiles =
  'Give HTML, plain text, a transcript, WARC, JSON lines, OPML, marks, or the export of a read-later program.'
/** Characters and, for `MAX_LINES`, lines: more than a day of speech. */
const LONGEST_TRANSCRIPT = 8_000_000

/** Recognizes a file by its bytes and reads its articles. Whatever cannot be read is named in `skipped`, never silently lost. */
export function readImport(
  file: Uint8Array,
  name: string,
  { mostUnpacked = MAX_UNPACKED, takesArticles = true, transcript }: ImportLimits = {},
): ImportFile {
  const most = isPackedList(file) ? Math.min(MAX_UNPACKED_LIST, mostUnpacked) : mostUnpacked
  const bytes = isPacked(file) ? gunzip(file, most) : file
  if (!bytes) return { kind: 'unreadable', message: `${name} cannot be unpacked: it is broken, or too large.` }
  if (bytes.length === 0) return { kind: 'unreadable', message: `${name} is empty.` }
  if (startsWith(bytes, 'PK\u0003\u0004')) return archive(bytes, name, mostUnpacked)
  if (startsWith(bytes, 'WARC/')) return takesArticles ? warcArticles(bytes) : { kind: 'not-taken' }
  const { text } = decode(bytes)
  const start = text.slice(0, 4000)
  if (/<opml[\s>]/i.test(start) || (endsWith(name, 'opml') && /<(?:opml|outline)[\s>]/i.test(text)))
    return { kind: 'opml', text }
  if (isMarks(start)) return { kind: 'marks', text }
  if (transcript !== undefined || endsWith(name, 'vtt', 'srt') || isTimedTranscript(text))
    return takesArticles ? transcriptArticle(text, name, transcript) : { kind: 'not-taken' }
  const links = readLinkExport(text)
  if (links) return { kind: 'links', file: links }
  const other = listNamed(name, text)
  if (other !== undefined)
    return { kind: 'unreadable', message: `${name} ${other} Nothing was imported. ${supportedFiles}` }
  if (!takesArticles) return { kind: 'not-taken' }
  if (/^\s*\{/.test(start)) return jsonLines(text)
  if (/<(?:!doctype html|html|head|body|article|main|p)[\s>]/i.test(start)) {
    return {
      kind: 'articles',
      format: 'html',
      skipped: [],
      articles: [{ outlet: outletOf(name), body: { kind: 'page', bytes, contentType: 'text/html' } }],
    }
  }
  if (start.includes('\u0000')) return { kind: 'unreadable', message: `${name} is not text. ${supportedFiles}` }
  return captureArticles(text, name)
}

/** Why a file named as a list or an archive isn't one; its text isn't an article. Returns undefined for all others. */
function listNamed(name: string, text: string): string | undefined {
  if (endsWith(name, 'opml')) return 'is not an OPML file: it has no <opml> element and no <outline>.'
  if (endsWith(name, 'warc')) return 'is not a WARC file: it does not begin with “WARC/”.'
  if (endsWith(name, 'csv'))
    return 'is not a list of links we can read: its first line names no column of addresses, such as “url”.'
  if (endsWith(name, 'zip')) return 'is not a ZIP archive.'
  if (endsWith(name, 'json', 'jsonl', 'ndjson') && !/^\s*\{/.test(text)) return 'is not a list we can read.'
  if (endsWith(name, 'xml', 'rss', 'atom', 'rdf'))
    return 'is not an OPML file. To subscribe to a feed, add its address instead.'
  return undefined
}

/** Whether the file name ends like this, packed or not. */
function endsWith(name: string, ...endings: readonly string[]): boolean {
  const bare = name.toLowerCase().replace(/\.gz$/, '')
  return endings.some((ending) => bare.endsWith(`.${ending}`))
}

function isPacked(file: Uint8Array): boolean {
  return file[0] === 0x1f && file[1] === 0x8b
}

function isPackedList(file: Uint8Array): boolean {
  if (!isPacked(file)) return false
  try {
    const start = gunzipSync(file.subarray(0, PEEKED), { finishFlush: constants.Z_SYNC_FLUSH })
    const { text } = decode(new Uint8Array(start.subarray(0, 4000)))
    return /<opml[\s>]/i.test(text) || isMarks(text)
  } catch {
    return false // any file a person may pick
  }
}

/** An object that declares its type first. */
function isMarks(start: string): boolean {
  return /^\s*\{\s*(?:"format"\s*:\s*"twosource-marks"|"@context"\s*:[\s[]*"https?:\/\/www\.w3\.org\/ns\/anno)/.test(
    start,
  )
}

function gunzip(file: Uint8Array, mostUnpacked: number): Uint8Array | undefined {
  try {
    return new Uint8Array(gunzipSync(file, { maxOutputLength: mostUnpacked }))
  } catch {
    return undefined // any file a person may pick
  }
}

function archive(bytes: Uint8Array, name: string, mostUnpacked: number): ImportFile {
  const links = readLinksArchive(bytes, mostUnpacked)
  if (links) return { kind: 'links', file: links }
  return { kind: 'unreadable', message: `${name} is an archive without a list of links. ${supportedFiles}` }
}

/** A transcript is one article. Without a name of its own, it has its file's. */
function transcriptArticle(text: string, name: string, { recording, outlet, title }: TranscriptAbout = {}): ImportFile {
  if (recording !== undefined && !webAddress(recording))
    return {
      kind: 'unreadable',
      message: 'The address of the recording is not a web address. Give one that begins with “https://”.',
    }
  const passages = text.length > LONGEST_TRANSCRIPT ? [] : transcriptPassages(text, PARAGRAPH)
  const count = passages.reduce((sum, lines) => sum + lines.length, 0)
  if (text.length > LONGEST_TRANSCRIPT || count >= MAX_LINES)
    return { kind: 'unreadable', message: `${name} is longer than a day of speech. Split it, and import the parts.` }
  if (count === 0)
    return {
      kind: 'unreadable',
      message: `${name} has no words. Give a transcript with words under each time, such as “00:01.000 --> 00:04.000”, or plain text.`,
    }
  const named = title ?? outletOf(name)
  const extraction = extractFromTranscript(passages, {
    title: named,
    authors: [],
    ...defined({
      recording: recording === undefined ? undefined : { url: recording, ...defined({ type: fileType(recording) }) },
    }),
  })
  // A pasted press release has neither.
  const isHeard = recording !== undefined || (extraction.cues ?? []).length > 0
  return {
    kind: 'articles',
    format: 'transcript',
    skipped: [],
    articles: [
      {
        outlet: outlet ?? outletOf(name),
        title: named,
        body: { kind: 'transcript', extraction: isHeard ? extraction : { ...extraction, kind: 'article' } },
      },
    ],
  }
}

/** Media types of the files that browsers play. A recording at another address is heard on its own page. */
const fileTypes: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
}

function fileType(recording: string): string | undefined {
  return fileTypes[/\.(\w+)$/.exec(URL.parse(recording)?.pathname ?? '')?.[1]?.toLowerCase() ?? '']
}

function captureArticles(text: string, name: string): ImportFile {
  const { siteName, articles } = splitCapture(text)
  if (articles.length === 0) return { kind: 'unreadable', message: `${name} has no text.` }
  const own = siteName ?? outletOf(name)
  return {
    kind: 'articles',
    format: 'text',
    skipped: [],
    articles: articles.map((article) => ({
      outlet: article.outlet ?? own,
      title: article.title,
      body: { kind: 'text', text: article.text },
    })),
  }
}

function warcArticles(bytes: Uint8Array): ImportFile {
  const { pages, skipped } = readWarc(bytes)
  return { kind: 'articles', format: 'warc', skipped, articles: pages.map(warcArticle) }
}

function warcArticle({ url, contentType, body, about }: WarcPage): ImportedArticle {
  const said = (name: string) => about?.get(name)?.[0] || undefined
  const web = webAddress(url)
  const outlet = said('outlet') ?? (web ? hostOf(web) : url || 'Imported')
  const origin = web ? { url, siteUrl: web.origin } : {}
  // A page contains its own title and publication date.
  if (!/^text\/plain/i.test(contentType))
    return { outlet, ...defined({ url: web && url }), body: { kind: 'page', bytes: body, contentType } }
  const [title, publishedAt, authors] = [said('title'), timeOf(said('published')), about?.get('author')]
  return {
    outlet,
    ...origin,
    ...defined({ title, publishedAt, authors }),
    body: { kind: 'text', text: new TextDecoder().decode(body) },
  }
}

/** JSON lines: one object per line with `text` or `html`, and optionally title, url, outlet, publishedAt, authors. */
function jsonLines(text: string): ImportFile {
  const skipped: string[] = []
  const articles = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const article = jsonArticle(line)
    if (article) return [article]
    skipped.push(`Line ${index + 1}: not a JSON object with "text" or "html".`)
    return []
  })
  return { kind: 'articles', format: 'jsonl', articles, skipped }
}

function jsonArticle(line: string): ImportedArticle | undefined {
  const record = parseObject(line)
  if (!record) return undefined
  const word = (...names: string[]) =>
    names.map((name) => record[name]).find((value) => typeof value === 'string' && value !== '') as string | undefined
  const html = word('html')
  const text = word('text', 'body', 'content')
  if (html === undefined && text === undefined) return undefined
  const written = word('url', 'link')?.trim()
  const web = webAddress(written)
  const url = web && written
  const title = word('title', 'headline')
  const publishedAt = timeOf(word('publishedAt', 'published', 'date'))
  return {
    outlet: word('outlet', 'source', 'publisher', 'site') ?? (web ? hostOf(web) : 'Imported'),
    body:
      html === undefined
        ? { kind: 'text', text: text ?? '' }
        : { kind: 'page', bytes: new TextEncoder().encode(html), contentType: 'text/html; charset=utf-8' },
    ...defined({
      url,
      title,
      publishedAt,
      authors: Array.isArray(record.authors) ? record.authors.filter((name) => typeof name === 'string') : undefined,
    }),
  }
}

function parseObject(line: string): Record<string, unknown> | undefined {
  const value = findJsonOf(line, MAX_VALUES)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

/** Only a web URL is a link to the article: a file may contain a script, a local path or nothing. */
function webAddress(text: string | undefined): URL | undefined {
  const url = URL.parse(text ?? '')
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^www\./, '')
}

/** ISO 8601, years 1 to 9999: others are written in a form that does not sort. */
function timeOf(text: string | undefined): string | undefined {
  const ms = Date.parse(text ?? '')
  return ms >= FIRST_MS && ms <= LAST_MS ? new Date(ms).toISOString() : undefined
}

function outletOf(name: string): string {
  return name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'Imported'
}

function startsWith(bytes: Uint8Array, word: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, word.length)) === word
}
