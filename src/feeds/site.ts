/** A site whose feeds follow from the URL of a page, and sometimes from its content. */
export type Site = {
  /** Matches the host without `www.`, `m.` or `mobile.`. */
  readonly host: RegExp
  readonly feeds: (page: URL, html: string) => readonly SiteFeed[]
}

export type SiteFeed = readonly [url: string, title: string]

/** The non-empty parts of a path, as written. */
export function partsOf(page: URL): readonly string[] {
  return page.pathname.split('/').filter((part) => part !== '')
}

/** A decoded part of a path; unchanged when it contains a stray `%`. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
