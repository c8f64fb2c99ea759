import type { ListOrder } from './list-order.ts'

/** Names and values in document order; names keep their case and prefix (`frss:xPathItem`). */
export type OpmlAttributes = readonly (readonly [name: string, value: string])[]

/** An element of the head, such as `title`, `dateCreated` or one of another namespace. */
export type OpmlElement = {
  readonly name: string
  readonly attributes: OpmlAttributes
  readonly children: readonly (OpmlElement | string)[]
}

/** Everything above the outlines: the attributes of `<opml>`, including its namespaces, and the head. */
export type OpmlTop = {
  readonly attributes: OpmlAttributes
  readonly head: readonly OpmlElement[]
}

/** The contents of an outline besides nested outlines, whichever program wrote it. */
export type OutlineBody = {
  readonly attributes: OpmlAttributes
  /** Text between its tags, which some programs use; absent if only white space. */
  readonly text?: string
  /** Elements other than `outline`; absent if there are none. */
  readonly elements?: readonly OpmlElement[]
}

/** A feed in a list. A folder inside a folder is `Outer/Inner`; the name is the reader's own. */
export type OpmlFeed = {
  readonly url: string
  /** If absent, a feed; else a sitemap, or a page with a rule in JSON. Lists of other programs don't have this. */
  readonly intake?: 'sitemap' | 'page'
  readonly intakeRule?: string
  readonly title?: string
  readonly siteUrl?: string
  readonly folder?: string
  /** All its folders, if there are several; the first one first. */
  readonly folders?: readonly string[]
  /** This place's folder is the first of several. */
  readonly isFirst?: true
  readonly isParked?: true
  readonly opensOriginal?: true
  readonly order?: ListOrder
  readonly usesOwnText?: true
}

/** A single outline, with what is needed to restore its position. */
export type PlacedOutline = OutlineBody & {
  /** The same whenever the same list is read: computed from its position, its content, and its number among equal outlines. */
  readonly key: string
  /** Of the enclosing outline; empty at the top. */
  readonly parentKey: string
  /** The folder's path; absent for other outlines. */
  readonly path?: string
  /** Absent for an outline that is only stored. */
  readonly feed?: OpmlFeed
  /** True if the same feed is already further up in the list. */
  readonly isAgain?: boolean
}

/**
 * An outline stored from an imported list. `path` is the folder's current path; `url` is the feed's current URL, absent if it
 * isn't a feed.
 */
export type StoredOutline = Omit<PlacedOutline, 'feed' | 'isAgain'> & { readonly url?: string }

/** Outlines imported in one batch, so that other work can run in between. */
export const outlineBatchSize = 500
