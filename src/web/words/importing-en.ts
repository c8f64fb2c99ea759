/** The words of bringing things in: files of other programs, and single pages of the web. */
export type ImportingWords = {
  readonly title: string
  readonly lead: string
  readonly fileTitle: string
  readonly file: string
  readonly takes: string
  readonly programs: string
  readonly articles: string
  readonly largest: string
  readonly bring: string
  readonly done: string
  /** Of a file: how much of each came of it. */
  readonly counts: Readonly<
    Record<'total' | 'added' | 'waiting' | 'read' | 'tagged' | 'articles' | 'failed' | 'feeds' | 'feedsHere', string>
  >
  readonly pagesNote: string
  readonly seeSaved: string
  readonly seeFeeds: string
  readonly notTaken: string
  readonly refused: string
  readonly ownerOnly: string
  readonly pageTitle: string
  readonly pageLead: string
  readonly address: string
  readonly saveIt: string
  readonly bookmarkTitle: string
  readonly bookmarkLead: string
  readonly bookmark: string
  readonly bookmarkNote: string
  readonly shareNote: string
  readonly confirmTitle: string
  readonly confirmNote: string
  readonly isHere: string
  readonly kept: string
  readonly keptNote: string
  readonly openKept: string
  readonly noAddress: string
  readonly settingsNote: string
}

export const importingEn: ImportingWords = {
  title: 'Import',
  lead: 'What you keep elsewhere comes along. A file can be brought in again: nothing doubles, and nothing that is here is lost.',
  fileTitle: 'A file of another program',
  file: 'File',
  takes:
    'Its links are saved with their tags, the time you kept them, and whether you had read them. Their pages are then read in the background; a link whose page is gone stays.',
  programs:
    'Pocket and Omnivore (the archive as it came, or CSV and JSON), Instapaper and Readwise Reader (CSV), wallabag (JSON), Raindrop, Pinboard, bookmarks of a browser (HTML), subscriptions (OPML), marks of a Twosource (marks.json).',
  articles: 'As the owner you can also bring in articles with their texts: WARC, HTML, plain text, JSON lines.',
  largest: 'Up to 16 MB here; anything larger with the command line.',
  bring: 'Bring it in',
  done: 'The file was brought in',
  counts: {
    total: 'links taken',
    added: 'new here',
    waiting: 'pages still to be read',
    read: 'marked as read',
    tagged: 'with tags',
    articles: 'articles taken',
    failed: 'could not be read',
    feeds: 'feeds added',
    feedsHere: 'feeds already here',
  },
  pagesNote: 'The pages are read in the background; this page can be closed.',
  seeSaved: 'See what is saved',
  seeFeeds: 'See the feeds',
  notTaken: 'Not taken, and why',
  refused: 'Nothing was brought in',
  ownerOnly: 'Only the owner may bring in articles with their texts. Links and subscriptions are taken of anybody.',
  pageTitle: 'One page of the web',
  pageLead: 'It is fetched once, read like an article of a feed, and saved.',
  address: 'Address',
  saveIt: 'Save this page',
  bookmarkTitle: 'From any site',
  bookmarkLead:
    'Drag this link to the bookmarks of your browser. Pressed on a page, it opens that page here, to be saved.',
  bookmark: 'Save to Twosource',
  bookmarkNote: 'It sends the address and the title of the page, nothing else, and loads nothing into it.',
  shareNote: 'On a phone, install Twosource as an app: it then stands where pages are shared.',
  confirmTitle: 'Save a page',
  confirmNote: 'Nothing has been fetched yet.',
  isHere: 'This article has been read here.',
  kept: 'The link is saved',
  keptNote: 'Its page could not be read now. It is tried again in the background.',
  openKept: 'Open what is kept',
  noAddress: 'No web address was given.',
  settingsNote: 'Pocket, Instapaper, wallabag, bookmarks and others; a button to save any page.',
}
