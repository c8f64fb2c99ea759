/** What became of each block of a page; the body is compressed JSON. */
export type TextAccountTable = { document_id: string; body: Uint8Array; at: string }

/** A block shared by pages of a site; `pages` are their marks, separated by spaces. */
export type SiteBlockTable = { host: string; fingerprint: number; page_count: number; pages: string; at: string }

/** A reader's report of what is wrong with a text. */
export type ToldPageTable = {
  id: string
  reader_id: string
  article_id: string
  document_id: string
  host: string
  wrong: string
  words: string
  state: string
  at: string
  settled_at: string | null
}

/** A page as it was fetched, compressed, while there is a problem report about its text. */
export type KeptPageTable = {
  article_id: string
  host: string
  url: string
  content_type: string
  body: Uint8Array
  size: number
  at: string
}

/** A rule the owner made from problem reports: which parts of a site's pages are the article. */
export type SiteRuleTable = {
  id: string
  host: string
  path: string
  keeps: string
  removes: string
  article_id: string
  at: string
  withdrawn_at: string | null
}
