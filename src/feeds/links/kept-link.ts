/** A link that somebody kept in another program, as its export tells of it. Times are ISO 8601, UTC. */
export type KeptLink = {
  readonly url: string
  readonly title?: string
  readonly savedAt?: string
  readonly publishedAt?: string
  readonly authors?: readonly string[]
  readonly language?: string
  /** Tags, labels, folders, and `favorite` for what was one. */
  readonly tags: readonly string[]
  /** Read to the end, or put into the archive. */
  readonly isRead: boolean
  /** The text that program kept, as HTML, not yet sanitized. */
  readonly contentHtml?: string
  /** The name under which the archive holds its text. */
  readonly slug?: string
}

/** An export as far as it was understood: nothing is left out without being named in `skipped`. */
export type KeptLinks = {
  /** What made it, for people: `Pocket`. */
  readonly program: string
  readonly links: readonly KeptLink[]
  readonly skipped: readonly string[]
}

/** An absolute web address, or undefined: bookmarks hold scripts, local files and browser pages too. */
export function webLink(text: string | undefined): string | undefined {
  const url = URL.parse(text?.trim() ?? '')
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url.href : undefined
}

const EARLIEST = Date.UTC(1990, 0)
const LATEST = Date.UTC(2200, 0)

/** A time as exports write it: seconds, milliseconds or microseconds since 1970, or a date in words; undefined when it is none. */
export function timeOf(value: unknown): string | undefined {
  const text = String(value ?? '').trim()
  const number = /^\d{9,17}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  const ms = number === undefined ? wordsTime(text) : number * (number < 1e11 ? 1_000 : number < 1e14 ? 1 : 0.001)
  return ms >= EARLIEST && ms < LATEST ? new Date(Math.trunc(ms)).toISOString() : undefined
}

/** A time without a zone is UTC; a number alone, which JavaScript takes for a year, is none. */
function wordsTime(text: string): number {
  if (!/\d{4}/.test(text) || /^\d+$/.test(text)) return Number.NaN
  return Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
}

/** Tags without doubles and empty ones. */
export function tagsOf(names: readonly (string | undefined | false)[]): readonly string[] {
  return [...new Set(names.map((name) => (name || '').replace(/\s+/g, ' ').trim()).filter(Boolean))]
}

/** More rows than are ever taken of one file; what comes after is not read, and that is said. */
export const mostRows = 100_000

/** More lines than anybody reads; the others are counted. */
const mostLines = 1_000

/** Lines that say what was not taken, so many that no file makes them outgrow it. */
export function skippedLines(): { add(line: string): void; list(): readonly string[] } {
  const lines: string[] = []
  let rest = 0
  return {
    add(line) {
      if (lines.length < mostLines) lines.push(line)
      else rest++
    },
    list: () => (rest === 0 ? lines : [...lines, `And ${rest} more.`]),
  }
}

/** Words for a link that is not taken. */
export function noWebAddress(where: string, text: string | undefined): string {
  return text?.trim()
    ? `${where}: “${text.trim().slice(0, 200)}” is not a web address.`
    : `${where}: there is no address.`
}
