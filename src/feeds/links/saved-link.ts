/** A link saved in another program, as its export describes it. Times are ISO 8601, UTC. */
export type SavedLink = {
  readonly url: string
  readonly title?: string
  readonly savedAt?: string
  readonly publishedAt?: string
  readonly authors?: readonly string[]
  readonly language?: string
  /** Tags, labels and folders, and `favorite` for a favorite. */
  readonly tags: readonly string[]
  /** Read to the end, or archived. */
  readonly isRead: boolean
  /** The text that the program saved, as HTML, not yet sanitized. */
  readonly contentHtml?: string
  /** The file name of its text in the archive. */
  readonly slug?: string
}

/** A parsed export. Whatever could not be imported is named in `skipped`. */
export type LinkExport = {
  /** The program's name for people, such as `Pocket`. */
  readonly program: string
  readonly links: readonly SavedLink[]
  readonly skipped: readonly string[]
}

/** An absolute web URL, or undefined: bookmarks also contain scripts, local files and browser pages. */
export function webLink(text: string | undefined): string | undefined {
  const url = URL.parse(text?.trim() ?? '')
  return url && (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '' ? url.href : undefined
}

const EARLIEST = Date.UTC(1990, 0)
const LATEST = Date.UTC(2200, 0)

/** A time in an export: seconds, milliseconds or microseconds since 1970, or a written date. Returns undefined when it isn't a time. */
export function timeOf(value: unknown): string | undefined {
  const text = String(value ?? '').trim()
  const number = /^\d{9,17}(?:\.\d+)?$/.test(text) ? Number(text) : undefined
  const ms = number === undefined ? wordsTime(text) : number * (number < 1e11 ? 1_000 : number < 1e14 ? 1 : 0.001)
  return ms >= EARLIEST && ms < LATEST ? new Date(Math.trunc(ms)).toISOString() : undefined
}

/** A time without a zone is UTC. A bare number isn't a time, although JavaScript would read it as a year. */
function wordsTime(text: string): number {
  if (!/\d{4}/.test(text) || /^\d+$/.test(text)) return Number.NaN
  return Date.parse(/^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
}

export function tagsOf(names: readonly (string | undefined | false)[]): readonly string[] {
  return [...new Set(names.map((name) => (name || '').replace(/\s+/g, ' ').trim()).filter(Boolean))]
}

/** Rows imported from one file at most; later ones are not read, and `skipped` says so. */
export const maxRows = 100_000

/** More lines than anybody reads; further ones are only counted. */
const maxLines = 1_000

/** Collects the lines that name what was skipped, up to a maximum that no file can exceed. */
export function skippedLines(): { add(line: string): void; list(): readonly string[] } {
  const lines: string[] = []
  let rest = 0
  return {
    add(line) {
      if (lines.length < maxLines) lines.push(line)
      else rest++
    },
    list: () => (rest === 0 ? lines : [...lines, `And ${rest} more.`]),
  }
}

export function notAWebLink(where: string, text: string | undefined): string {
  return text?.trim() ? `${where}: “${text.trim().slice(0, 200)}” is not a web address.` : `${where}: there is no URL.`
}
