import type { Access } from '../../core/article.ts'
import { numbersIn } from './number-forms.ts'

/** How a page says it may be read. */
export type AccessWords = Readonly<Record<Exclude<Access, 'free'>, string>> & { readonly meaning: string }

export const accessEn: AccessWords = {
  locked: 'Subscription',
  metered: 'Limited free reading',
  meaning: 'As the outlet marks its page. How much of the text is here is shown beside it.',
}

export const grouped = numbersIn('en-US')

/** Chooses by English number: `1 article`, `2 articles`. */
export const plural = (count: number, one: string, many: string) =>
  `${grouped.format(count)} ${count === 1 ? one : many}`

/** How many there are of each thing. */
export const counts = {
  /** Between words and their subject. */
  colon: ': ',
  articles: (count: number) => plural(count, 'article', 'articles'),
  reports: (count: number) => plural(count, 'independent report', 'independent reports'),
  copies: (count: number) => plural(count, 'copy', 'copies'),
  quotes: (count: number) => plural(count, 'quotation', 'quotations'),
  differences: (count: number) => plural(count, 'difference', 'differences'),
  outletsCount: (count: number) => plural(count, 'outlet', 'outlets'),
  wordings: (count: number) => plural(count, 'wording', 'wordings'),
  stories: (count: number) => plural(count, 'story', 'stories'),
  sourcesCount: (count: number) => plural(count, 'source', 'sources'),
  feedsCount: (count: number) => plural(count, 'feed', 'feeds'),
  independentOf: (reports: number, total: number) =>
    `${plural(reports, 'independent report', 'independent reports')} in ${plural(total, 'article', 'articles')}`,
  more: (count: number) => `${grouped.format(count)} more`,
}

/** How one thing is counted, judged or labeled. */
type Explanation = {
  readonly id: string
  readonly title: string
  readonly caption?: string
  readonly paragraphs: readonly string[]
}

/** How the product counts, judges and labels, in plain words: the page every figure links to. */
export const explanations: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'Independent reports',
    caption:
      'Eight articles on one event: five print one report, two print another, one is its own. Three independent reports.',
    paragraphs: [
      'Articles that share sentences word for word form one group, and a group counts once, however many outlets print it. A story with 27 articles and 4 independent reports was reported four times and copied 23 times. Sharing a quotation isn’t copying, and outlets of one owner don’t count as independent of each other.',
      'A credit line (“by an agency”) shows who reported first, or else the earliest time we saw. If neither does, we say so. “Original text” is the share of an article’s words that appear in no earlier article of the story. Articles that give the same facts and figures in the same order in other words are marked but still count.',
    ],
  },
  {
    id: 'today',
    title: 'The order of stories',
    paragraphs: [
      'Stories with two or more independent reports come first, then by how many there are, how new they are and how fast they grow. “Why this rank” shows how a story got its place.',
      '“New” marks a story’s first six hours, “Developing” the time after that while articles keep coming. “One source only” means that no other outlet has reported it, “Accounts differ” that statements in it conflict.',
    ],
  },
  {
    id: 'citations',
    title: 'Citations',
    caption: 'A statement on the page leads to the sentence it came from, marked in its paragraph.',
    paragraphs: [
      'Every statement links to the sentence it came from. We compare each citation with the stored text letter by letter, drop what doesn’t match, and say how many we dropped. When an article changes, we keep the earlier version, so a citation still shows what was said.',
    ],
  },
  {
    id: 'differences',
    title: 'Where accounts differ',
    caption: 'Two accounts side by side, each with its own source. No verdict between them.',
    paragraphs: [
      'We set two statements side by side only where a reporter’s own sentence says they differ, or where one figure is given differently for the same time. We don’t say who is right. A number that grows from hour to hour is an update, not a difference.',
    ],
  },
  {
    id: 'confidence',
    title: 'Who said it',
    caption: 'Above the line we name the speaker; below it we say “probably”.',
    paragraphs: [
      'Quotations appear exactly as the article has them. We identify the speaker by a pattern, such as a name after the words or a pronoun, tested on labeled articles. Below 60% we say “probably”; if nobody is named, the quotation stays unattributed.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates',
    paragraphs: ['A date worked out from words such as “on Friday” appears beside those words.'],
  },
  {
    id: 'completeness',
    title: 'Full text or less',
    caption: 'Complete, cut off by a paywall, a summary only, the beginning missing: each is labeled.',
    paragraphs: [
      '“Full text” means that we found the whole article, on its page or in its feed. Otherwise a label says what’s missing, and the article page says why. We never summarize an incomplete text as if it were complete, or say that its outlet left something out.',
    ],
  },
  {
    id: 'privacy',
    title: 'Privacy',
    caption: 'This server asks outlets for their feeds and pages. Nothing about you goes out.',
    paragraphs: [
      'Your browser talks only to this server; pictures come through it too. What you read is stored here and nowhere else.',
    ],
  },
]

/** A form that could not be processed and comes back. */
export const formAgainEn = {
  title: 'Something is missing',
  /** When a field has an unusable value. */
  wrongTitle: 'Something isn’t right',
  lead: 'Nothing was changed. What you wrote is still here.',
  /** When no field can be named. */
  unclear: 'One of these can’t be used as it is.',
  empty: 'This field is required.',
  unchosen: 'Choose one on the previous page.',
  notTicked: 'Check this box to continue.',
  noFile: 'Choose a file.',
  fileAgain: 'Choose the file again.',
  unusable: 'This can’t be used as it is.',
  tooLong: (most: number) => `Up to ${grouped.format(most)} characters.`,
  again: 'Send again',
  back: 'Back',
  fields: {
    address: 'Address',
    title: 'Title',
    name: 'Name',
    newName: 'New name',
    folder: 'Folder (optional)',
    tags: 'Tags, separated by commas',
    search: 'Search',
    words: 'Words',
    note: 'Note',
    text: 'Text',
    reason: 'Reason',
    choice: 'Choice',
    file: 'File',
    sure: 'I’m sure',
    perHour: 'Per hour',
    from: 'From',
    until: 'Until',
    items: 'Selector for an article',
  },
}

export type FormAgainWords = typeof formAgainEn

/** On every page: navigation, look, language. */
export const everyPage = {
  skip: 'Skip to content',
  mainNavigation: 'Main',
  sources: 'Sources',
  add: 'Add',
  about: 'How Twosource works',
  search: 'Search',
  searchLabel: 'Search news, quotes, people',
  theme: 'Appearance',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  save: 'Save',
  timesIn: (zone: string) => `Times are in ${zone}.`,
  noTracking: 'No tracking. Nothing loads from other sites.',
  justNow: 'just now',
  timeUnknown: 'Time unknown',
  opensElsewhere: 'original',
}

/** The frame around every page: navigation, keys, live updates, the citation beside the text, listening. */
export const frame = {
  places: {
    today: 'Today',
    feeds: 'Feeds',
    following: 'Following',
    library: 'Library',
    brief: 'Daily brief',
    ask: 'Ask',
    check: 'Check a text',
    people: 'People',
    sources: 'Sources',
    desk: 'Desk',
    discussion: 'Discussion',
    add: 'Add feeds',
    settings: 'Settings',
    account: 'Account',
    server: 'Server',
  },
  saved: 'Saved',
  notes: 'Notes',
  history: 'History',
  more: 'More',
  keyGroups: { move: 'Move', item: 'With an item', page: 'On the page', go: 'Go to' },
  keys: {
    j: 'next item',
    k: 'previous item',
    n: 'next section',
    p: 'previous section',
    o: 'open it',
    v: 'open the original',
    m: 'mark read or unread',
    s: 'star or save',
    A: 'mark those above as read',
    B: 'mark those below as read',
    f: 'follow',
    u: 'undo what was just done',
    l: 'listen, or pause',
    ',': 'listening: sentence before',
    '.': 'listening: next sentence',
    '/': 'search',
    z: 'focus mode',
    '?': 'this list',
  },
  keysNote: 'In a citation beside the text, j and k go to the next and the previous citation of the page.',
  newStories: (count: number) => plural(count, 'new story', 'new stories'),
  storyChanged: 'This story has changed',
  show: 'show',
  previousCitation: 'Previous citation',
  nextCitation: 'Next citation',
  paragraphBefore: 'Paragraph before',
  paragraphAfter: 'Paragraph after',
  listen: 'Listen',
  pause: 'Pause',
  goOn: 'Resume',
  stop: 'Stop',
  speed: 'Speed',
  compare: 'Compare the wordings',
}

export const keyboard = {
  keys: 'Keyboard shortcuts',
  keysOn: 'Use single-key shortcuts',
}

/** The installable app: pictures, offline copies, sharing, print. */
export const app = {
  showPicture: 'Show picture',
  pictureLoading: 'Loading the picture…',
  pictureFailed: 'The picture could not be loaded.',
  pictureNote: 'Pictures come from the outlet through this server, never straight to your device.',
  alwaysShow: 'Always show pictures',
  share: 'Share',
  copyLink: 'Copy link',
  linkCopied: 'Link copied.',
  linkNotCopied: 'The link could not be copied. Take it from the address bar.',
  printed: 'Printed',
  addresses: 'Addresses',
  offlineSince: 'The server cannot be reached. This copy is from',
  tryAgain: 'Try again',
  offline: 'Reading offline',
  offlineLead: 'Pages you opened or saved, and the top of Today: up to 200 pages; the oldest are removed first.',
  notKept: 'You’re offline, and this page isn’t stored on this device.',
  notSent: 'You’re offline, and this can’t be sent later. Nothing was changed: go back and send it when you’re online.',
  copiesKept: 'Stored pages',
  copiesSize: 'Space used',
  changesWaiting: 'Changes waiting to be sent',
  changesRefused: 'Changes the server rejected',
  sendNow: 'Send now',
  forgetRefused: 'Discard',
  keepNow: 'Store the top of Today',
  clearCopies: 'Remove all',
  copiesCleared: 'All copies removed.',
  keptPages: 'On this device',
  noCopies: 'Nothing stored yet.',
  needsHttps: 'Offline copies need https, or localhost.',
  needsScript: 'Offline copies need JavaScript.',
  install: 'Install the app',
  installHint: 'Look for “Install” or “Add to home screen” in your browser’s menu.',
  description: 'Every story once, with every source.',
  shared: 'Shared page',
  sharedNothing: 'No web address was shared.',
  sharedUnknown: 'We don’t have an article at this address yet.',
  readPage: 'Read this page',
  readPageNote: 'We fetch it once and store it like an article of a feed.',
  addItsFeed: 'Add its feed',
  readFailed: 'We couldn’t read this page',
}

/** Shown instead of a page. */
export const problems = {
  notFound: 'Page not found',
  notFoundNote: 'It may have been removed, or the URL is incomplete.',
  refused: 'Request refused',
  refusedNote: 'This request came from another site, so nothing was changed.',
  otherReaderNote: 'Someone else is signed in now, so nothing was changed.',
  badRequest: 'Something’s missing',
  badRequestNote: 'Part of this request is missing or invalid. Go back and try again.',
  tooLarge: 'Too large',
  tooLargeNote: 'That’s more than this page accepts.',
  broken: 'Something went wrong',
  brokenNote: 'This is our mistake. Nothing was lost.',
  busyNow: 'Busy right now',
  busyNowNote: 'The database didn’t answer in time. Nothing was changed; try again in a moment.',
  unconfirmed: 'Not confirmed',
  unconfirmedNote:
    'The connection broke while your change was being saved. Check whether it’s there before you try again.',
  inLog: 'Reference:',
  backToToday: 'Go to Today',
}

/** The posts of a live page. */
export type LivePostWords = {
  readonly title: string
  readonly order: string
  readonly link: string
}

export const livePostsEn: LivePostWords = {
  title: 'Posts',
  order: 'Ordered as on the outlet’s page. A time without a zone is shown as the outlet wrote it.',
  link: 'Link to this post',
}

/** The names of our sections, by the names stored with stories. */
export type SectionNames = Readonly<
  Record<
    'World' | 'Politics' | 'Business' | 'Science' | 'Health' | 'Sport' | 'Culture' | 'Technology' | 'Local' | 'Climate',
    string
  >
>

export const sectionNamesEn: SectionNames = {
  World: 'World',
  Politics: 'Politics',
  Business: 'Business',
  Science: 'Science',
  Health: 'Health',
  Sport: 'Sport',
  Culture: 'Culture',
  Technology: 'Technology',
  Local: 'Local',
  Climate: 'Climate',
}
