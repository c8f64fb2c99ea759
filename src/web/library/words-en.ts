import type { MoveCounts, MoveKind } from '../../core/feed/moved-entry.ts'
import type { HighlightColor } from '../../core/marks.ts'
import { grouped } from '../layout/words-en.ts'

/** Importing: files of other programs, and single web pages. */
export type ImportingWords = {
  readonly title: string
  readonly file: string
  readonly takes: string
  readonly programs: string
  readonly articles: string
  readonly done: string
  /** For a file: how many of each kind were imported. */
  readonly counts: Readonly<
    Record<'total' | 'added' | 'waiting' | 'read' | 'tagged' | 'articles' | 'failed' | 'feeds' | 'feedsHere', string>
  >
  readonly pagesNote: string
  readonly notTaken: string
  readonly refused: string
  readonly ownerOnly: string
  readonly pageLead: string
  readonly saveIt: string
  readonly bookmarkLead: string
  readonly bookmark: string
  readonly shareNote: string
  readonly isHere: string
  readonly kept: string
  readonly keptNote: string
  readonly openKept: string
  readonly noAddress: string
  /** The form for a pasted text, or the transcript of a recording. */
  readonly transcript: Readonly<
    Record<'title' | 'lead' | 'text' | 'file' | 'recording' | 'outlet' | 'name' | 'day', string>
  >
}

export const importingEn: ImportingWords = {
  title: 'Import',
  file: 'From another app',
  takes: 'Links keep their tags, dates and read state. Up to 16 MB.',
  programs:
    'Pocket, Omnivore, Instapaper, Readwise Reader, wallabag, Raindrop, Pinboard, browser bookmarks (HTML), feeds (OPML), starred articles (starred.json of Inoreader, FreshRSS or Feedly) or a Twosource export (marks.json).',
  articles: 'As the owner, you can also import articles with their text: WARC, HTML, plain text or JSON Lines.',
  done: 'Imported',
  counts: {
    total: 'links',
    added: 'new',
    waiting: 'pages to fetch',
    read: 'marked as read',
    tagged: 'with tags',
    articles: 'articles',
    failed: 'unreadable',
    feeds: 'feeds added',
    feedsHere: 'feeds you already had',
  },
  pagesNote: 'Pages are fetched in the background. You can leave this page.',
  notTaken: 'Not imported',
  refused: 'Nothing was imported',
  ownerOnly: 'Only the owner can import articles with their text.',
  pageLead: 'We fetch it once and save it like any article.',
  saveIt: 'Save page',
  bookmarkLead: 'Drag this button to your bookmarks bar. Click it on any page to save that page.',
  bookmark: 'Save to Twosource',
  shareNote: 'On a phone, install the app, then share pages to Twosource.',
  isHere: 'You already have this article.',
  kept: 'Link saved',
  keptNote: 'We couldn’t fetch the page yet and will try again.',
  openKept: 'Open',
  noAddress: 'No URL was given.',
  transcript: {
    title: 'Text or transcript',
    lead: 'It becomes an article. With the times of a recording (as WebVTT, SubRip or text), each quotation opens at its second.',
    text: 'Text',
    file: 'File',
    recording: 'URL of the recording',
    outlet: 'Published by',
    name: 'Title',
    day: 'Day',
  },
}

/** Moving here from another feed reader. */
export type MovingWords = {
  readonly title: string
  readonly lead: string
  readonly readers: Readonly<Record<MoveKind, string>>
  readonly secret: string
  readonly secretNote: string
  readonly start: string
  readonly progress: string
  readonly states: Readonly<Record<'running' | 'done' | 'stopped' | 'failed', string>>
  /** Those that other imports don't have. */
  readonly counts: Readonly<Record<Exclude<keyof MoveCounts, keyof ImportingWords['counts']>, string>>
}

export const movingEn: MovingWords = {
  title: 'Move from another reader',
  lead: 'We import feeds, folders, articles, stars, tags and read state. Nothing changes there.',
  readers: {
    miniflux: 'Miniflux',
    freshrss: 'FreshRSS',
    greader: 'Google Reader API (The Old Reader, BazQux…)',
    commafeed: 'CommaFeed 7.3 or later',
    fever: 'Fever API',
  },
  secret: 'Password or token',
  secretNote:
    'FreshRSS and CommaFeed have a separate password for apps. With a Miniflux API token, leave the name empty. We delete the password when the move ends.',
  start: 'Move here',
  progress: 'Progress',
  states: { running: 'Moving', done: 'Done', stopped: 'Stopped', failed: 'Ended early' },
  counts: { stars: 'stars', links: 'saved links' },
}

/** Tags and highlights. */
export type MarkingWords = {
  readonly tags: string
  readonly noTags: string
  readonly noTagsNote: string
  readonly untag: (name: string) => string
  readonly rename: string
  readonly renameTo: (name: string) => string
  readonly renameNote: string
  readonly dropSure: string
  readonly changed: string
  readonly highlights: string
  readonly highlightIn: string
  readonly colors: Readonly<Record<HighlightColor, string>>
  readonly highlightedIn: Readonly<Record<HighlightColor, string>>
  readonly highlighted: string
  readonly unhighlight: string
  readonly unhighlighted: string
  readonly lostHighlights: string
}

export const markingEn: MarkingWords = {
  tags: 'Tags',
  noTags: 'No tags yet',
  noTagsNote: 'Add tags to anything you save.',
  untag: (name) => `Remove the tag ${name}`,
  rename: 'Rename',
  renameTo: (name) => `New name of ${name}`,
  renameNote: 'Tags with the same name are merged.',
  dropSure: 'Delete tag',
  changed: 'Tags updated.',
  highlights: 'Highlights',
  highlightIn: 'Highlight',
  colors: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  highlightedIn: {
    yellow: 'Highlighted in yellow',
    green: 'Highlighted in green',
    blue: 'Highlighted in blue',
    pink: 'Highlighted in pink',
  },
  highlighted: 'Highlighted.',
  unhighlight: 'Remove highlight',
  unhighlighted: 'Highlight removed.',
  lostHighlights: 'Highlights no longer in the text',
}

/** Restoring a file of marks: how many of each kind it contained, and what is still pending. */
export type MarksFileWords = {
  readonly nothing: string
  /** How many of each kind, in the order shown. */
  readonly counts: Readonly<
    Record<
      | 'follows'
      | 'mutes'
      | 'saved'
      | 'stars'
      | 'links'
      | 'read'
      | 'places'
      | 'folders'
      | 'searches'
      | 'notes'
      | 'highlights'
      | 'tags'
      | 'visits'
      | 'settings'
      | 'awaited'
      | 'absent'
      | 'skipped',
      string
    >
  >
  readonly linksNote: string
  readonly awaitedNote: string
  readonly absentNote: string
  readonly larger: string
  /** Before the command. */
  readonly command: string
  readonly tooLarge: string
}

export const marksFileEn: MarksFileWords = {
  nothing: 'This file is empty.',
  counts: {
    follows: 'followed',
    mutes: 'muted',
    saved: 'saved',
    stars: 'stars set',
    links: 'stars kept as links',
    read: 'entries read',
    places: 'places in recordings',
    folders: 'empty folders',
    searches: 'kept searches',
    notes: 'notes',
    highlights: 'highlights',
    tags: 'tags',
    visits: 'pages of the history',
    settings: 'settings set',
    awaited: 'feeds yet to come',
    absent: 'stars not taken',
    skipped: 'annotations not taken',
  },
  linksNote: 'Saved articles we don’t have yet are kept as links; their pages are fetched in the background.',
  awaitedNote: 'Read marks of feeds you don’t have yet wait 90 days. Import your feeds too (feeds.opml).',
  absentNote: 'Some saved articles have no web address and were skipped.',
  larger: 'Up to 16 MB. For larger files, compress with gzip and use:',
  tooLarge: 'The limit is 16 MB. Compress the file with gzip, then import it under Settings, Import.',
  command: 'On the server itself, with no limit:',
}

/** What a reader keeps: follows, mutes, saved things, notes and history. */
export const mine = {
  marksRefused: 'We couldn’t import this file',
  follow: 'Follow',
  unfollow: 'Unfollow',
  followed: 'Following.',
  unfollowed: 'Unfollowed.',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted.',
  muteFor: (label: string, period: string) => `Mute ${label} ${period}`,
  periods: { day: 'for a day', week: 'for a week', month: 'for a month', always: 'forever' },
  unsave: 'Remove from saved',
  saved: 'Saved.',
  unsaved: 'Removed from saved.',
  kinds: {
    story: 'story',
    person: 'person',
    organization: 'organization',
    place: 'place',
    source: 'source',
    topic: 'topic',
    search: 'search',
    word: 'word',
    article: 'article',
    entry: 'starred entry',
  },
  suggestions: 'In the news, last 24 hours',
  emptyFollowing: 'You’re not following anything yet',
  followSearch: 'Follow a search',
  howLong: 'How long',
  until: (time: string) => `until ${time}`,
  unmuted: 'Unmuted.',
  hidden: (count: number) => `${grouped.format(count)} hidden by your rules and mutes`,
  shownOnce: (count: number) => `Showing ${grouped.format(count)} hidden`,
  hideAgain: 'Hide',
  manageMutes: 'Muted words and sources',
  everything: 'All',
  savedKinds: { story: 'Stories', article: 'Articles', entry: 'Starred' },
  searchSaved: 'Search your library',
  emptySaved: 'Nothing saved yet',
  emptySavedNote: 'Save stories and articles to read later. They stay here even if the source removes them.',
  noneSaved: 'No matches',
  savedAt: 'saved',
  gone: 'no longer available',
  page: (page: number, count: number) => `Page ${page} of ${count}`,
  previousPage: 'Newer',
  addNote: 'Add note',
  addNoteTo: (number: number) => `Add a note on paragraph ${number}`,
  noteSelection: 'Note on these words',
  editNote: 'Edit note',
  edit: 'Edit',
  deleteNote: 'Delete',
  deleteSure: 'Delete note',
  noteDeleted: 'Note deleted.',
  yourNote: 'Note',
  whichWords: 'Passage',
  notePrivate: 'Only you can see it.',
  lostNotes: 'Notes on text that was removed',
  emptyNotes: 'No notes yet',
  emptyNotesNote: 'Select text in an article to add a note or a highlight.',
  noteChanged: (time: string) => `changed ${time}`,
  noteElsewhere: 'This note was changed in another window (shown here). Yours is below: save it to replace it.',
  noteRefused: 'A note can have 1 to 10,000 characters.',
  emptyHistory: 'Nothing read yet',
  emptyHistoryNote: 'Stories and articles you open appear here.',
  historyOff: 'History is off',
  historyOffNote: 'We don’t keep what you open, so we can’t show what’s new since.',
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  clearHistory: 'Clear history',
  forget: 'Remove',
  emptyFollowingNote: 'Follow people, places, topics, sources or stories. What’s new about them appears here.',
  newSince: (count: number) => `${grouped.format(count)} new`,
}

/** Public links. */
export type SharingWords = {
  readonly title: string
  /** The link offered on a story or a brief. */
  readonly link: string
  readonly make: string
  readonly lead: string
  readonly lasts: string
  readonly periods: Readonly<Record<'week' | 'month' | 'year' | 'always', string>>
  readonly embed: string
  readonly made: string
  readonly address: string
  readonly embedCode: string
  readonly tooMany: (most: number) => string
  readonly noneNote: string
  readonly open: string
  readonly over: string
  readonly revoked: string
  readonly forGood: string
  readonly embeddable: string
  readonly revoke: string
  readonly revokeSure: string
  readonly revokedNow: string
  readonly briefOf: (day: string) => string
  /** Before the time. */
  readonly asOf: string
  readonly by: string
  readonly frozen: string
  readonly goneNote: string
  readonly shownOf: (shown: number, total: number) => string
  readonly saysSo: string
  readonly setHere: string
}

export const sharingEn: SharingWords = {
  title: 'Public links',
  link: 'Public link',
  make: 'Create public link',
  lead: 'Anyone with the link can read this page as it is now: quoted sentences with their sources, nothing about you.',
  lasts: 'Expires',
  periods: { week: 'in a week', month: 'in 30 days', year: 'in a year', always: 'never' },
  embed: 'Allow embedding on other sites',
  made: 'Link created',
  address: 'Link',
  embedCode: 'Embed code',
  tooMany: (most) => `You have ${most} active links, the maximum. Disable one first.`,
  noneNote: 'Create one from a story or a brief.',
  open: 'Active',
  over: 'Expired',
  revoked: 'Disabled',
  forGood: 'no expiry',
  embeddable: 'can be embedded',
  revoke: 'Disable',
  revokeSure: 'Yes, disable this link',
  revokedNow: 'Link disabled.',
  briefOf: (day) => `Brief of ${day}`,
  asOf: 'As of',
  by: 'by Twosource',
  frozen: 'Every sentence is quoted from the article it links to.',
  goneNote: 'It expired, was removed, or never existed.',
  shownOf: (shown, total) => `${shown} of ${total} shown`,
  saysSo: 'The reporter:',
  setHere: 'speaker set by an editor',
}
