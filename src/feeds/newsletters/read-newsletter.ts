import { Parser } from 'htmlparser2'
import type { Address, Attachment, Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import { defined } from '../../core/defined.ts'
import type { Byline, FeedEntry, LeftOutFile, Letter } from '../../core/entry.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { contentHash, hashOf } from '../content-hash.ts'
import { parseFeedDate } from '../reading/parse-date.ts'

/** The online version is linked at the top or the foot; links beyond this many are not searched. */
const MAX_LINKS = 400
const LONGEST_WORDS = 80
/** Each end tag is looked up among all open elements: with deeper nesting the time would grow with the square. */
const MAX_DEPTH = 800

/** The labels newsletters use for their online version, in our languages and some others. */
const onlineLabel =
  /view (?:(?:this|the|it) )?(?:(?:e-?mail|letter|newsletter|message|issue|post|campaign) )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|site)|(?:view|read|open) (?:it |this )?online|(?:view|read) (?:the |a )?web version|^web(?:site)? version$|view in browser|(?:dans|sur) (?:votre|le|un) navigateur|(?:lire|voir|consulter) en ligne|version (?:en ligne|web)|im browser|online (?:lesen|ansehen)|(?:en|no) (?:el |tu |su |seu )?nav[ei]gador|في (?:ال)?متصفح|عبر الإنترنت/i

/** The first link of a newsletter whose label says it leads to the online version. */
export function onlineLink(html: string): string | undefined {
  let found: string | undefined
  let href: string | undefined
  let words = ''
  let links = 0
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > MAX_DEPTH) parser.pause()
      if (name !== 'a') return
      href = attributes.href?.trim()
      words = ''
      links += 1
    },
    ontext(text) {
      if (href !== undefined && words.length <= LONGEST_WORDS) words += text
    },
    onclosetag(name) {
      depth -= 1
      if (name !== 'a' || href === undefined) return
      const said = words.replace(/\s+/g, ' ').trim()
      if (found === undefined && said.length <= LONGEST_WORDS && onlineLabel.test(said) && /^https?:\/\//i.test(href))
        found = href.length <= 2_000 ? URL.parse(href)?.href : undefined
      href = undefined
      if (found !== undefined || links >= MAX_LINKS) parser.pause()
    },
  })
  parser.write(html)
  return found
}

const MAX_FILES = 50
const LONGEST_LINK = 2_000

/** The list headers (RFC 2369, 2919, 8058) and the names of attached files. */
function newsletterFields(header: (name: string) => string | undefined, attachments: readonly Attachment[]): Letter {
  const listId = /<([^<>\s]{1,255})>/.exec(header('list-id') ?? '')?.[1]
  const ways = [...(header('list-unsubscribe') ?? '').matchAll(/<([^<>]*)>/g)].map(([, way = '']) =>
    way.replace(/\s+/g, ''),
  )
  const leaveUrl = ways.find((way) => /^https?:\/\//i.test(way) && way.length <= LONGEST_LINK && URL.canParse(way))
  const leaveMail = ways.find((way) => /^mailto:[\w.+=-]{1,128}@[\w.-]{1,255}(?:\?[\w=&%.+-]{0,500})?$/i.test(way))
  const isOneClick = leaveUrl !== undefined && /one-click/i.test(header('list-unsubscribe-post') ?? '')
  const leftOut = attachments.slice(0, MAX_FILES).map(leftOutFile)
  return defined({
    listId,
    leaveUrl: leaveUrl === undefined ? undefined : new URL(leaveUrl).href,
    leaveMail,
    isOneClick: isOneClick || undefined,
    leftOut: leftOut.length > 0 ? leftOut : undefined,
  })
}

function leftOutFile({ filename, mimeType, content }: Attachment): LeftOutFile {
  const name = (filename ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
    .toWellFormed()
  const lengthBytes = typeof content === 'string' ? content.length : content.byteLength
  return { name, type: mimeType.slice(0, 100), lengthBytes }
}

const address = /https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]]/g

/** The newsletter's text as HTML: the HTML part, or the plain text as paragraphs with its URLs linked. */
function newsletterHtml(html: string | undefined, text: string | undefined): string {
  if (html !== undefined && html.trim() !== '') return html
  return (text ?? '')
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${paragraph.trim().split('\n').map(lineHtml).join('<br>')}</p>`)
    .join('\n')
}

function lineHtml(line: string): string {
  let html = ''
  let from = 0
  for (const match of line.matchAll(address)) {
    const link = escapeHtml(match[0])
    html += `${escapeHtml(line.slice(from, match.index))}<a href="${link}">${link}</a>`
    from = match.index + match[0].length
  }
  return html + escapeHtml(line.slice(from))
}

/** Newsletters nest three or four parts deep, and their headers take a few kilobytes. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 }
/** The maximum length of a header line (RFC 5322 section 2.1.1). */
const LONGEST_ID = 998
const LONGEST_NAME = 200
const LONGEST_TITLE = 1_000

/** The result of reading a newsletter. One that cannot be read is refused, and its sender is notified. */
type NewsletterResult =
  | { readonly kind: 'letter'; readonly entry: FeedEntry }
  | { readonly kind: 'unreadable'; readonly message: string }

/**
 * Reads a mail message (RFC 5322, MIME) as an entry. Its key combines the Message-ID and the content, so a newsletter delivered twice is
 * one entry and none can replace another by reusing its id. The text is the HTML part, or the plain text as paragraphs. The URL is the
 * online version, if it links one. A date after its receipt is ignored.
 */
export async function readNewsletter(bytes: Uint8Array, receivedAt: string): Promise<NewsletterResult> {
  const email = await parse(bytes)
  if (email instanceof Error) return { kind: 'unreadable', message: email.message.slice(0, 200) }
  const header = headersOf(email)
  const contentHtml = newsletterHtml(email.html, email.text)
  const authors = bylines(email.from ?? email.sender)
  const written = parseFeedDate(email.date ?? '')
  const publishedAt = written !== undefined && written <= receivedAt ? written : undefined
  const title = tidyLine(email.subject ?? '', LONGEST_TITLE)
  const url = firstWebLink(header('archived-at')) ?? onlineLink(contentHtml)
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?/i.exec(header('content-language') ?? '')?.[0]
  const letter = newsletterFields(header, email.attachments)
  const entry: FeedEntry = {
    key: `letter:${hashOf([title, email.date ?? '', contentHtml])}`,
    title,
    authors,
    categories: [],
    enclosures: [],
    ...defined({ url, publishedAt, contentHtml: contentHtml === '' ? undefined : contentHtml, language }),
    letter,
  }
  const id = email.messageId?.trim().slice(0, LONGEST_ID).toWellFormed()
  return { kind: 'letter', entry: id ? { ...entry, key: `${id} ${contentHash(entry)}` } : entry }
}

async function parse(bytes: Uint8Array): Promise<Email | Error> {
  try {
    return await PostalMime.parse(bytes, limits)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Returns the values of a header, in lower case: some lists send a header twice. */
function headersOf({ headers }: Email): (name: string) => string | undefined {
  const byName = Map.groupBy(headers, ({ key }) => key)
  return (name) =>
    byName
      .get(name)
      ?.map(({ value }) => value)
      .join(', ')
}

/** The people named in a From header, with the members of groups. */
function bylines(from: Address | undefined): readonly Byline[] {
  const mailboxes = from === undefined ? [] : from.group === undefined ? [from] : from.group
  return mailboxes.slice(0, 10).flatMap(({ name, address }) => {
    const called = tidyLine(name, LONGEST_NAME) || tidyLine(address, LONGEST_NAME)
    if (called === '') return []
    return [
      { name: called, ...defined({ email: /^[^\s@]+@[^\s@]+$/.test(address) ? address.slice(0, 320) : undefined }) },
    ]
  })
}

/** The URL between angle brackets, as list headers write it. */
function firstWebLink(value: string | undefined): string | undefined {
  const found = /<?(https?:\/\/[^\s<>]{1,2000})>?/i.exec(value ?? '')?.[1]
  return found === undefined ? undefined : URL.parse(found)?.href
}

function tidyLine(text: string, most: number): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
}
