import type { SiteRule } from '../../core/feed/page-rule.ts'
import type { SeenBlock } from '../../core/feed/site-block.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { TextAccount } from '../../core/reading/text-account.ts'
import type { ToldState, Wrong } from '../../core/reading/told-page.ts'

export type TextAccountStore = {
  find(id: DocumentId): Promise<TextAccount | undefined>
  save(id: DocumentId, account: TextAccount, at: string): Promise<void>
  /** Removes those from before a time, save of articles that somebody told of and that wait. Answers how many. */
  prune(before: string): Promise<number>
}

export type SiteLayoutStore = {
  /** The blocks of a site that stand on at least so many of its pages. */
  seenOn(host: string, fewestPages: number): Promise<readonly SeenBlock[]>
  /** Removes what was not seen since, and of each site all but the latest. Answers how many. */
  prune(before: string, mostOfSite: number): Promise<number>
}

export type ToldPage = {
  readonly id: string
  readonly readerId: string
  readonly articleId: ArticleId
  /** The text that was told of. */
  readonly documentId: DocumentId
  readonly host: string
  readonly wrong: Wrong
  readonly words: string
  readonly state: ToldState
  readonly at: string
  readonly settledAt?: string
}

/** A page as it was fetched. */
export type KeptPage = {
  readonly articleId: ArticleId
  /** Without `www.`. */
  readonly host: string
  readonly url: string
  readonly contentType: string
  readonly body: Uint8Array
  readonly at: string
}

export type ToldPageStore = {
  /** Keeps what was told, with the page where there is one; telling of the same article again replaces it. */
  add(told: ToldPage, page?: KeptPage): Promise<void>
  /** What a reader told, of one article or of all, the latest first. */
  listOf(readerId: string, articleId?: ArticleId): Promise<readonly ToldPage[]>
  /** What anybody told in a state, the latest first. */
  list(state: ToldState, limit: number): Promise<readonly ToldPage[]>
  find(id: string): Promise<ToldPage | undefined>
  /** How many were told since a time: by a reader, and by all. */
  countSince(readerId: string, since: string): Promise<{ readonly own: number; readonly all: number }>
  /** Takes it back; its page goes when nobody else told of it. Undefined: there is none of this reader. */
  remove(readerId: string, id: string): Promise<true | undefined>
  /** Settles all that was told of an article. */
  settle(articleId: ArticleId, state: ToldState, at: string): Promise<void>
  page(articleId: ArticleId): Promise<KeptPage | undefined>
  /** Other kept pages of a site, the latest first. */
  pagesOf(host: string, but: ArticleId, limit: number): Promise<readonly KeptPage[]>
  /** Bytes of all pages that are kept, as they lie there. */
  keptBytes(): Promise<number>
  /** Removes pages of which nothing waits, kept before a time; answers how many. */
  prunePages(before: string): Promise<number>
}

/** A rule that was made in the house, and until when it held. */
export type HouseRule = {
  readonly id: string
  readonly host: string
  /** The address begins with it behind the host; empty: every address. */
  readonly path: string
  readonly keep: string
  readonly remove: string
  readonly articleId: ArticleId
  readonly at: string
  readonly withdrawnAt?: string
}

export type HouseRuleStore = {
  /** The latest first. */
  list(): Promise<readonly HouseRule[]>
  /** Those in force, in the order in which they were made. */
  inForce(): Promise<readonly SiteRule[]>
  find(id: string): Promise<HouseRule | undefined>
  /** Adds one in place of those in force for the same host and path. */
  add(rule: HouseRule): Promise<void>
  /** Undefined: there is none in force. */
  withdraw(id: string, at: string): Promise<true | undefined>
}

/** How texts came about, what is wrong with them, and what was done about it. */
export type TextReportStores = {
  readonly accountsOfTexts: TextAccountStore
  readonly siteLayouts: SiteLayoutStore
  readonly toldPages: ToldPageStore
  readonly houseRules: HouseRuleStore
}
