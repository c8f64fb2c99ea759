import type { HighlightColor } from '../../core/marks.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** Importing: files of other programs, and single web pages. */
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
  /** For a file: how many of each kind were imported. */
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

/** Tags and highlights. */
export type MarkingWords = {
  readonly tags: string
  readonly tagsLead: string
  readonly noTags: string
  readonly noTagsNote: string
  readonly allTags: string
  readonly tag: string
  readonly tagsField: string
  readonly addTags: string
  readonly untag: (name: string) => string
  readonly tagged: string
  readonly untagged: string
  readonly rename: string
  readonly renameTo: (name: string) => string
  readonly renameNote: string
  readonly drop: string
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
  tagsLead: 'Words you put on what you keep. Nobody else sees them.',
  noTags: 'No tags yet',
  noTagsNote: 'Put one on anything you saved, on the page of what is saved.',
  allTags: 'All tags',
  tag: 'Tag',
  tagsField: 'Tags, with commas between them',
  addTags: 'Add',
  untag: (name) => `Take off the tag ${name}`,
  tagged: 'Tagged.',
  untagged: 'Tag taken off.',
  rename: 'Rename',
  renameTo: (name) => `New name of ${name}`,
  renameNote: 'With the name of another tag, the two become one.',
  drop: 'Delete',
  dropSure: 'Yes, take it off everything',
  changed: 'Tags changed.',
  highlights: 'Highlights',
  highlightIn: 'Or only highlight them',
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
  lostHighlights: 'Highlighted words that are not in this version',
}

/** Restoring a file of marks: how many of each kind it contained, and what is still pending. */

export const marksFileEn = {
  title: 'File imported',
  note: 'Nothing you had was changed.',
  nothing: 'The file contains no marks.',
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
  linksNote: 'Stars on unknown articles were saved as links; their pages load in the background.',
  awaitedNote: 'Read state of feeds not here yet is kept for 90 days. Import your feeds (OPML) too.',
  absentNote: 'Skipped stars belong to articles without a web address.',
  larger: 'Up to 16 MB; gzip larger files and import them as from another app.',
  command: 'Files of any size, for the owner, at the machine on which Twosource runs:',
  tooLarge: 'Files can be up to 16 MB here. Compress a larger one with gzip and import it under Import & export.',
}

export type MarksFileWords = typeof marksFileEn

/** What a reader keeps: follows, mutes, saved things, notes and history. */
export const mine = {
  topics: 'Topics of today',
  marksRefused: 'This file couldn’t be imported',
  goBack: 'Go back',
  ofSearch: { follow: 'Follow this search', unfollow: 'Unfollow this search' },
  follow: 'Follow',
  unfollow: 'Unfollow',
  followed: 'You follow this now.',
  unfollowed: 'You no longer follow this.',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted.',
  muteFor: (label: string, period: string) => `Mute ${label} ${period}`,
  periods: { day: 'for a day', week: 'for a week', month: 'for a month', always: 'for good' },
  save: 'Save',
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
  newQuotes: (count: number) => plural(count, 'new quotation', 'new quotations'),
  newArticles: (count: number) => plural(count, 'new article', 'new articles'),
  ownReports: (count: number) => plural(count, 'new report of its own', 'new reports of its own'),
  newChanges: (count: number) => plural(count, 'change', 'changes'),
  inStories: (count: number) => `in ${plural(count, 'story', 'stories')}`,
  sinceLook: (time: string) => `since you looked, ${time}`,
  lastDays: (days: number) => `in the last ${plural(days, 'day', 'days')}`,
  nothingNew: 'Nothing new',
  nothingNewNote: 'You have seen all there is of these.',
  endOfNews: 'That is all that is new of what you follow.',
  suggestions: 'Most named today',
  suggestionsNote: 'Those whom most stories of the last 24 hours are about. Nothing is followed until you say so.',
  emptyFollowing: 'You follow nothing yet',
  emptyFollowingNotes: [
    'Follow a person, a place, an organization, a source, a topic, a story or a search. This page then tells what is new since you looked last: what they said, what changed, what an outlet reported first.',
    'Each has a Follow button on its own page. What you follow also stands higher on Today.',
  ],
  followSearch: 'Follow a search',
  searchHint: 'Words to search for',
  mutes: 'Muted',
  mutesNote:
    'What you mute is left out of Today, feeds, search and this page. Every page says what was left out, and by which mute.',
  noMutes: 'Nothing is muted.',
  muteWord: 'Mute a word',
  muteWordHint: 'A word, or several in a row',
  muteWordNote:
    'It is found as a whole word in titles and first lines, in singular and plural; in Arabic without vowel marks.',
  howLong: 'For how long',
  until: (time: string) => `until ${time}`,
  forGood: 'for good',
  unmuted: 'Shown again.',
  hidden: (count: number) => `${grouped.format(count)} hidden by your mutes`,
  shownOnce: (count: number) => `${grouped.format(count)} shown that your mutes hide`,
  showHidden: 'Show them',
  hideAgain: 'Hide them again',
  manageMutes: 'Your mutes',
  everything: 'All',
  savedKinds: { story: 'Stories', article: 'Articles', entry: 'Starred' },
  searchSaved: 'Search what you saved',
  emptySaved: 'Nothing is saved yet',
  emptySavedNote:
    'Save a story or an article with the button on its page, or star an entry of your feeds. All of it is kept here, also when the outlet takes its text down.',
  noneSaved: 'Nothing saved matches this.',
  savedAt: 'saved',
  starredAt: 'starred',
  gone: 'no longer here',
  takeAway: 'Export',
  page: (page: number, count: number) => `Page ${page} of ${count}`,
  previousPage: 'Newer',
  nextPage: 'Older',
  addNote: 'Add a note',
  addNoteTo: (number: number) => `Add a note on paragraph ${number}`,
  noteSelection: 'Note on these words',
  editNote: 'Edit the note',
  edit: 'Edit',
  deleteNote: 'Delete',
  deleteSure: 'Delete this note',
  noteDeleted: 'Note deleted.',
  saveNote: 'Save the note',
  yourNote: 'Your note',
  whichWords: 'The words it is on',
  notePrivate: 'A note is plain text, kept on this server, and stays on its sentence when the article is changed.',
  notes: (count: number) => plural(count, 'note', 'notes'),
  lostNotes: 'Notes whose words are not in this text',
  emptyNotes: 'No notes yet',
  emptyNotesNote:
    'Select words of an article, or use the link at a paragraph, and write what you think of them. The words you note are kept letter by letter.',
  noteChanged: (time: string) => `changed ${time}`,
  noteElsewhere:
    'This note was changed elsewhere meanwhile, as shown here. What you wrote stands below: save it to keep it instead.',
  noteRefused: 'A note has between 1 and 10,000 characters.',
  historyLead: 'Stories and articles you opened, each at its last time. This list stays on this server.',
  emptyHistory: 'Nothing opened yet',
  emptyHistoryNote: 'What you open is listed here, so that you find it again and see what is new since you read it.',
  historyOff: 'History is off',
  historyOffNote: 'What you open is not kept, and stories cannot say what is new since you read them.',
  turnOff: 'Turn history off',
  turnOn: 'Turn history on',
  clearHistory: 'Clear the history',
  clearSure: 'Forget all that I opened',
  forget: 'Forget',
  sinceRead: (time: string) => `Since you read this, ${time}`,
  nothingSinceRead: 'nothing new',
  newItems: (count: number) => plural(count, 'new item', 'new items'),
  olderHistory: 'Earlier',
}

/** Public links. */

export const sharingEn = {
  title: 'Public links',
  link: 'Public link',
  make: 'Create a public link',
  makeOfStory: 'Public link to this story',
  makeOfBrief: 'Public link to this brief',
  lead: 'Anyone with the link can read this page as it is now. It contains nothing about you.',
  lasts: 'Works for',
  periods: { week: 'a week', month: '30 days', year: 'a year', always: 'until I delete it' },
  embed: 'Let other sites embed it',
  made: 'Your public link',
  madeNote: 'Copy it now. It’s shown only once.',
  address: 'Link',
  embedCode: 'Embed code',
  tooMany: (most: number) => `You have ${most} active links. Delete one first.`,
  noneNote: 'No public links yet. Create one from the “…” menu of a story or brief.',
  open: 'active',
  over: 'expired',
  revoked: 'deleted',
  until: 'until',
  forGood: 'no end date',
  embeddable: 'can be embedded',
  revoke: 'Delete',
  revokeSure: 'Yes, disable this link',
  revokedNow: 'Link disabled.',
  kinds: { story: 'Story', brief: 'Brief' },
  briefOf: (day: string) => `Brief of ${day}`,
  asOf: 'As of',
  by: 'by Twosource',
  frozen: 'Every sentence is quoted word for word from the article it links to. Later news isn’t included.',
  gone: 'This link no longer works',
  goneNote: 'It expired, was removed, or never existed.',
  sections: {
    brief: 'In brief',
    differ: 'Where accounts differ',
    said: 'Who said what',
    commitments: 'Promises',
    timeline: 'Timeline',
  },
  shownOf: (shown: number, total: number) => `${shown} of ${total} shown`,
  saysSo: 'The reporter:',
  probably: 'probably',
  setHere: 'speaker set by a reader of this server',
}

export type SharingWords = typeof sharingEn
