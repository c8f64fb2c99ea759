import { Parser } from 'htmlparser2'
import type { Address, Attachment, Email } from 'postal-mime'
import PostalMime from 'postal-mime'
import { defined } from '../../core/defined.ts'
import type { Byline, FeedEntry, LeftOutFile, Letter } from '../../core/entry.ts'
import { escapeHtml } from '../../core/text/escape-html.ts'
import { contentHash, hashOf } from '../content-hash.ts'
import { parseFeedDate } from '../reading/parse-date.ts'

/** Such a link stands at the top or at the foot; a letter with more links than this has another reason for them. */
const MOST_LINKS = 400
const LONGEST_WORDS = 80
/** Each end tag is looked up among all that are open: of what is nested deeper the time would grow with the square. */
const DEEPEST = 800

/** What newsletters call the page they can be read at, in the languages we speak and some more. */
const saysOnline =
  /view (?:(?:this|the|it) )?(?:(?:e-?mail|letter|newsletter|message|issue|post|campaign) )?(?:in|on) (?:your |a |the )?(?:web ?)?(?:browser|web|site)|(?:view|read|open) (?:it |this )?online|(?:view|read) (?:the |a )?web version|^web(?:site)? version$|view in browser|(?:dans|sur) (?:votre|le|un) navigateur|(?:lire|voir|consulter) en ligne|version (?:en ligne|web)|im browser|online (?:lesen|ansehen)|(?:en|no) (?:el |tu |su |seu )?nav[ei]gador|في (?:ال)?متصفح|عبر الإنترنت/i

/** The first link of a letter that says it leads to the same text on a page. */
export function onlineLink(html: string): string | undefined {
  let found: string | undefined
  let href: string | undefined
  let words = ''
  let links = 0
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
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
      if (found === undefined && said.length <= LONGEST_WORDS && saysOnline.test(said) && /^https?:\/\//i.test(href))
        found = href.length <= 2_000 ? URL.parse(href)?.href : undefined
      href = undefined
      if (found !== undefined || links >= MOST_LINKS) parser.pause()
    },
  })
  parser.write(html)
  return found
}

const MOST_FILES = 50
const LONGEST_LINK = 2_000

/** What the headers of a list say (RFC 2369, 2919, 8058), and which files came along. */
function letterFields(header: (name: string) => string | undefined, attachments: readonly Attachment[]): Letter {
  const listId = /<([^<>\s]{1,255})>/.exec(header('list-id') ?? '')?.[1]
  const ways = [...(header('list-unsubscribe') ?? '').matchAll(/<([^<>]*)>/g)].map(([, way = '']) =>
    way.replace(/\s+/g, ''),
  )
  const leaveUrl = ways.find((way) => /^https?:\/\//i.test(way) && way.length <= LONGEST_LINK && URL.canParse(way))
  const leaveMail = ways.find((way) => /^mailto:[\w.+=-]{1,128}@[\w.-]{1,255}(?:\?[\w=&%.+-]{0,500})?$/i.test(way))
  const isOneClick = leaveUrl !== undefined && /one-click/i.test(header('list-unsubscribe-post') ?? '')
  const leftOut = attachments.slice(0, MOST_FILES).map(leftOutFile)
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

/** A line that is an address and nothing else, or an address within one. */
const address = /https?:\/\/[^\s<>"]{1,2000}[^\s<>".,;:!?)\]]/g

/** The text of a letter as HTML: that part of it, or the plain one in paragraphs with its addresses as links. */
function letterHtml(html: string | undefined, text: string | undefined): string {
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

/** Newsletters nest three or four parts deep, and their headers come to some kilobytes. */
const limits = { maxNestingDepth: 50, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 3 }
/** No line of a header is longer (RFC 5322 section 2.1.1). */
const LONGEST_ID = 998
const LONGEST_NAME = 200
const LONGEST_TITLE = 1_000

/** What came of reading a letter; one that cannot be read is refused, and its sender told. */
export type LetterRead =
  | { readonly kind: 'letter'; readonly entry: FeedEntry }
  | { readonly kind: 'unreadable'; readonly message: string }

/**
 * Reads a mail message (RFC 5322, MIME) as an entry: its key is the Message-ID and what it says, so that a letter delivered twice is
 * one entry and none takes the place of another by taking its id; the text is the HTML part, or the plain one in paragraphs; the address is where it can be read in a browser, if it says so. A date
 * later than its receipt is none.
 */
export async function readLetter(bytes: Uint8Array, receivedAt: string): Promise<LetterRead> {
  const email = await parse(bytes)
  if (email instanceof Error) return { kind: 'unreadable', message: email.message.slice(0, 200) }
  const header = headersOf(email)
  const contentHtml = letterHtml(email.html, email.text)
  const authors = bylines(email.from ?? email.sender)
  const written = parseFeedDate(email.date ?? '')
  const publishedAt = written !== undefined && written <= receivedAt ? written : undefined
  const title = tidyLine(email.subject ?? '', LONGEST_TITLE)
  const url = firstWebLink(header('archived-at')) ?? onlineLink(contentHtml)
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})?/i.exec(header('content-language') ?? '')?.[0]
  const letter = letterFields(header, email.attachments)
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

/** What the headers of a name say, in lower case; some lists write one of them twice. */
function headersOf({ headers }: Email): (name: string) => string | undefined {
  const byName = Map.groupBy(headers, ({ key }) => key)
  return (name) =>
    byName
      .get(name)
      ?.map(({ value }) => value)
      .join(', ')
}

/** The people a From names; a group is its members. */
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

/** An address between angle brackets, as headers of lists have them. */
function firstWebLink(value: string | undefined): string | undefined {
  const found = /<?(https?:\/\/[^\s<>]{1,2000})>?/i.exec(value ?? '')?.[1]
  return found === undefined ? undefined : URL.parse(found)?.href
}

/** Text in one line, cut where it is longer than `most`. */
function tidyLine(text: string, most: number): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()
}
