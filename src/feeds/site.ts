/** A site whose feeds follow from the address of a page, and sometimes from what the page says. */
export type Site = {
  /** Of the host, without `www.`, `m.` or `mobile.`. */
  readonly host: RegExp
  readonly feeds: (page: URL, html: string) => readonly SiteFeed[]
}

export type SiteFeed = readonly [url: string, title: string]

/** The parts of a path that are not empty, as they are written. */
export function partsOf(page: URL): readonly string[] {
  return page.pathname.split('/').filter((part) => part !== '')
}

/** A part of a path as people read it; one with a stray `%` as it stands. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
