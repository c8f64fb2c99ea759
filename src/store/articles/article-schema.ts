import type { Generated } from 'kysely'

/** How far a kind of work has got, and how much it has removed in total. */
export type KeepingTable = {
  name: string
  position: number
  entries: number
  articles: number
  stories: number
  first_at: string
  at: string
}

/** An entry that was removed for its age, as a number made from its key. */
export type GoneEntryTable = { feed_id: number; key_number: number }

/** What was found in a document; `items` is empty where they are packed. */
export type AnnotationTable = {
  document_id: string
  layer: string
  version: number
  items: string
  packed: Generated<Uint8Array | null>
}

/** The dossier of a story; `body` is empty where it is packed. */
export type StoryDossierTable = {
  story_id: string
  revision: number
  body: string
  packed: Generated<Uint8Array | null>
}

/** The page of an article that is rechecked. */
export type ArticleLookTable = {
  article_id: string
  entry_sequence: number
  url: string
  validators: string
  look_count: number
  looked_at: string | null
  outcome: string | null
  /** Null: no further recheck. */
  due_at: string | null
}

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

/** A page of a saved article as its server sent it. */
export type ServedPageTable = {
  article_id: string
  /** SHA-256 of the page. */
  digest: string
  url: string
  status: number
  /** JSON. */
  headers: string
  /** Compressed (gzip). */
  body: Uint8Array
  byte_count: number
  /** Of the compressed body. */
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

export type EntryTable = {
  sequence: Generated<number>
  feed_id: number
  key: string
  url: string | null
  title: string
  excerpt: string
  published_at: string
  fetched_at: string
  content_hash: string
  article_id: string | null
  /** JSON of an `EntryPicture`. */
  picture: string | null
  /** The number that entries with one text share: the first one's. */
  fold: number | null
}

export type EntryContentTable = {
  sequence: number
  content_html: string | null
  summary_html: string | null
  /** Both of the above, compressed, when they are long. */
  packed: Uint8Array | null
  /** The other fields of the entry. */
  rest: string
}

export type ArticleTable = {
  id: string
  source_id: number
  entry_sequence: number | null
  url: string
  title: string
  published_at: string
  document_id: string
  revision_count: number
}

export type DocumentTable = {
  sequence: Generated<number>
  id: string
  article_id: string
  language: string
  title: string
  text: string
  blocks: string
  /** JSON, on live pages. */
  posts: string | null
  /** JSON, of transcripts. */
  cues: string | null
  published_at: string
  /** The article's facts as of this revision. */
  article: string
  at: string
}

export type QuoteTable = {
  sequence: Generated<number>
  document_id: string
  article_id: string
  span_start: number
  span_end: number
  speaker_id: string | null
  speaker_name: string | null
}

/** A translation of an article's revision. */
export type TranslationTable = {
  document_id: string
  language: string
  state: string
  /** `server` or `model`, and its name; null before it is done. */
  made_by: string | null
  at: string
  body: string
}
