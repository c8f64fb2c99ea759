import PostalMime, { type Address, type Email } from 'postal-mime'
import type { Byline, FeedEntry } from '../core/entry.ts'
import { contentHash, hashOf } from './content-hash.ts'
import { letterFields } from './letter-fields.ts'
import { letterHtml } from './letter-html.ts'
import { onlineLink } from './online-link.ts'
import { parseFeedDate } from './parse-date.ts'

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
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(contentHtml === '' ? {} : { contentHtml }),
    ...(language === undefined ? {} : { language }),
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
    return [{ name: called, ...(/^[^\s@]+@[^\s@]+$/.test(address) && { email: address.slice(0, 320) }) }]
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
