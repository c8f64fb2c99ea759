/** Names and values in the order they are written; names keep their case and prefix (`frss:xPathItem`). */
export type OpmlAttributes = readonly (readonly [name: string, value: string])[]

/** An element of the head, such as `title`, `dateCreated` or one of another namespace. */
export type OpmlElement = {
  readonly name: string
  readonly attributes: OpmlAttributes
  readonly children: readonly (OpmlElement | string)[]
}

/** What stands above the outlines: the attributes of `<opml>`, its namespaces among them, and the head. */
export type OpmlTop = {
  readonly attributes: OpmlAttributes
  readonly head: readonly OpmlElement[]
}

/** What stands in an outline besides other outlines, whatever program wrote it. */
export type OutlineBody = {
  readonly attributes: OpmlAttributes
  /** Between its tags, where a program keeps something there; absent when that is only white space. */
  readonly text?: string
  /** Of other names than `outline`; absent when there are none. */
  readonly elements?: readonly OpmlElement[]
}

/** A feed as a list names it. A folder inside a folder is `Outer/Inner`; a name is the reader's own. */
export type OpmlFeed = {
  readonly url: string
  /** Absent: as a feed; else as a sitemap, or as a page by a rule in JSON. Lists of other programs say nothing of it. */
  readonly intake?: 'sitemap' | 'page'
  readonly intakeRule?: string
  readonly title?: string
  readonly siteUrl?: string
  readonly folder?: string
}

/** An outline by itself, with what it takes to put it back where it was. */
export type PlacedOutline = OutlineBody & {
  /** The same whenever the same list is read: of where it stands, what it is, and which of its like it is there. */
  readonly key: string
  /** Of the outline around it; empty at the top. */
  readonly parentKey: string
  /** The path of a folder; absent for all others. */
  readonly path?: string
  /** Absent for what is only kept. */
  readonly feed?: OpmlFeed
  /** True where the same feed stands further up in the list, too. */
  readonly isAgain?: boolean
}

/** An outline that was kept of a list. `path` is that of a folder now; `url` is where a feed lives now, absent for what is none. */
export type KeptOutline = Omit<PlacedOutline, 'feed' | 'isAgain'> & { readonly url?: string }

/** So many outlines of a list are taken in at once; others have their turn in between. */
export const outlinesAtOnce = 500
