/** What became of each block of a page; the body is compressed JSON. */
export type TextAccountTable = { document_id: string; body: Uint8Array; at: string }

/** A block of pages of a site; `pages` are their marks, parted by spaces. */
export type SiteBlockTable = { host: string; fingerprint: number; page_count: number; pages: string; at: string }

/** What a reader said is wrong with a text. */
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

/** A page as it was fetched, compressed, while somebody says that its text is wrong. */
export type KeptPageTable = {
  article_id: string
  host: string
  url: string
  content_type: string
  body: Uint8Array
  size: number
  at: string
}

/** What the owner made of told pages: which parts of the pages of a site are the article. */
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
