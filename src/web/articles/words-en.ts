import type { EmbedKind } from '../../core/article.ts'
import type { RecordingState, VoiceFacts } from '../../core/feed/recording.ts'
import type { ChosenBy, ProblemReportState, TextProblem } from '../../core/reading/text-account.ts'
import type { PairWish, TranslationFlaw, TranslatorFailure } from '../../core/translation.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** The page of an article. */
export const article = {
  updated: 'updated',
  unconfirmedLink: (feed: string, site: string) =>
    `This text is from a feed on ${feed}. It links to ${site}, where we couldn’t read the article.`,
  kinds: {
    article: 'article',
    live: 'live page',
    video: 'video',
    audio: 'audio',
    gallery: 'gallery',
    newsletter: 'newsletter',
    correction: 'correction',
    roundup: 'newsletter',
    index: 'index page',
    opinion: 'opinion',
    'press-release': 'press release',
  },
  completeness: {
    complete: 'Full text',
    'feed-only': 'Feed text only',
    paywalled: 'Paywalled',
    blurb: 'Summary only',
    'lead-missing': 'Beginning missing',
    failed: 'Text not available',
  },
  notCurrent: 'This is an older version.',
  seeCurrent: 'See the latest',
  topics: 'Topics',
  partOfStory: 'Part of this story',
  alsoStandsIn: 'Also appears in',
  shareOfThis: (share: string) => `${share} of this text`,
  isOriginal: 'published first',
  isCopy: 'copied from here',
  revisions: 'Versions',
  current: 'latest',
  changes: 'Changes',
  leftOut: 'Not included',
  readings: {
    sentences: 'sentences',
    quotations: 'quotations',
    speakers: 'speakers',
    dates: 'dates',
    'indirect-speech': 'indirect speech',
    promises: 'promises',
    figures: 'figures',
  },
  notRead: (language: string, readings: readonly string[]) =>
    `Not detected in ${language}: ${new Intl.ListFormat('en', { type: 'unit' }).format(readings)}.`,
  feedText: 'Feed version',
}

/** Around an article: its head, menus and marks, and what follows the text. */
export const articlePage = {
  minutes: (count: number) => `${grouped.format(count)} min read`,
  readOn: (host: string) => `Read on ${host}`,
  original: 'Original',
  partOf: 'Part of a story with',
  showInText: 'Show in text',
  copied: 'Copied passages',
  quotations: 'Quotations',
  textSettings: 'Text settings',
  look: {
    size: 'Size',
    width: 'Width',
    widths: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    height: 'Line height',
    heights: { tight: 'Tight', normal: 'Normal', loose: 'Loose' },
    typeface: 'Typeface',
    paper: 'Background',
    sepia: 'Sepia',
  },
  focus: 'Focus mode',
  creditedTo: 'Credited to',
  sameWords: 'Same words in',
  published: 'Published',
  edited: 'Edited',
  previous: 'Before this',
  next: 'After this',
  nextInFeeds: 'Next in Feeds',
  aboutText: 'About this text',
  stillSays: 'The latest version still has these words.',
  saysNoLonger: 'The latest version no longer has these words.',
}

/** A citation that was opened. */
export const citation = {
  citation: 'Citation',
  citationHolds: 'Exact match: these words are in the article.',
  citationFails: 'No match: these words aren’t here.',
  speakerFound: 'How we identified the speaker',
  revision: (index: number, count: number) => `version ${index} of ${count}`,
  openInArticle: 'Open in article',
  close: 'Close',
  loading: 'Loading…',
}

/** What one article says. */
export const stated = {
  denials: 'Denials',
  figures: 'Figures',
  /** Before the person addressed. */
  to: 'to',
  /** Before the speaker. */
  saidBy: 'said by',
  /** Before the words that are denied, when they are in another sentence. */
  about: 'about',
}

/** What an article embeds from other sites. */
export type EmbedWords = { readonly kinds: Readonly<Record<EmbedKind, string>> }

export const embedsEn: EmbedWords = {
  kinds: { post: 'Post', video: 'Video', audio: 'Sound', map: 'Map', chart: 'Chart', document: 'Document' },
}

/** Listening: on pages that are read aloud, and where the owner sets up the voice. */
export type ListeningWords = {
  readonly previous: string
  readonly next: string
  readonly voice: string
  readonly hint: string
  readonly recording: string
  readonly make: string
  readonly states: Readonly<Record<Exclude<RecordingState['kind'], 'none' | 'recorded'>, string>>
  readonly title: string
  readonly kinds: Readonly<Record<VoiceFacts['kind'], string>>
  readonly who: string
  readonly where: string
  readonly voices: string
  readonly serverChooses: string
  readonly otherLanguages: string
  readonly form: string
  readonly none: string
  readonly leaves: string
  readonly test: string
  readonly sample: string
  readonly works: string
  readonly heard: (seconds: string, size: string, took: string) => string
  readonly fails: string
  /** What the settings of a voice mean, for the owner. */
}

export const listeningEn: ListeningWords = {
  previous: 'Sentence before',
  next: 'Next sentence',
  voice: 'Voice',
  hint: 'Tap a sentence to listen from there.',
  recording: 'Recording',
  make: 'Make recording',
  states: { making: 'Making the recording', failed: 'The recording failed.' },
  title: 'Text to speech',
  kinds: {
    none: 'None',
    program: 'A program on this machine',
    piper: 'Piper server',
    openai: 'OpenAI-compatible server',
  },
  who: 'Voice engine',
  where: 'Location',
  voices: 'Voices',
  serverChooses: 'default',
  otherLanguages: 'other languages',
  form: 'Format',
  none: 'No voice is set up. The guide explains how.',
  leaves: 'Texts are sent to this server, sentence by sentence.',
  test: 'Test the voice',
  sample: 'The ferry leaves at a quarter past nine, and comes back before dark.',
  works: 'The voice works.',
  heard: (seconds, size, took) => `${seconds} s of speech, ${size}, in ${took} s.`,
  fails: 'The voice doesn’t work.',
}

/** Recordings that came with entries, and what feeds say besides the text of an entry. */
export type RecordingsWords = {
  readonly watch: string
  readonly length: string
  readonly episode: string
  readonly episodePlace: (season: string | undefined, episode: string | undefined) => string
  readonly kinds: Readonly<Record<'trailer' | 'bonus', string>>
  readonly explicit: string
  readonly participants: string
  /** The most frequent roles; others are shown as the feed writes them. */
  readonly roles: Readonly<Record<string, string>>
  readonly places: string
  readonly via: string
  readonly inReplyTo: string
  readonly related: string
  readonly origin: string
  readonly replies: string
  readonly rights: string
  readonly files: string
  readonly openFile: string
  readonly askedFrom: (host: string) => string
  readonly chapters: string
  readonly chaptersMissing: string
  readonly soundbites: string
  readonly transcript: string
  readonly transcriptNote: (host: string) => string
  readonly transcriptMissing: string
  readonly transcriptCut: string
  /** Beside words of a recording. */
  readonly heardAt: (time: string) => string
  readonly openAt: (time: string) => string
}

export const recordingsEn: RecordingsWords = {
  watch: 'Watch',
  length: 'Length',
  episode: 'Episode',
  episodePlace: (season, episode) =>
    [season && `season ${season}`, episode && `episode ${episode}`].filter(Boolean).join(', '),
  kinds: { trailer: 'trailer', bonus: 'bonus' },
  explicit: 'explicit',
  participants: 'With',
  roles: {
    host: 'host',
    guest: 'guest',
    reporter: 'reporter',
    producer: 'producer',
    editor: 'editor',
  },
  places: 'Place',
  via: 'Via',
  inReplyTo: 'In reply to',
  related: 'Related',
  origin: 'Source',
  replies: 'Comments',
  rights: 'Rights',
  files: 'Files',
  openFile: 'Open file',
  askedFrom: (host) => `Plays from ${host}.`,
  chapters: 'Chapters',
  chaptersMissing: 'Couldn’t load the chapters.',
  soundbites: 'Highlights',
  transcript: 'Transcript',
  transcriptNote: (host) => `Provided by the publisher, from ${host}.`,
  transcriptMissing: 'Couldn’t load the transcript.',
  transcriptCut: 'Shortened. Open the file for the rest.',
  heardAt: (time) => `at ${time}`,
  openAt: (time) => `Open the recording at ${time}`,
}

type Count = (count: number) => string

const of =
  (one: string, many: string): Count =>
  (count) =>
    plural(count, one, many)

/** What an outlet changed in an article, and what it says about that. */
export const revisionsEn = {
  title: 'What changed',
  older: 'Older',
  newer: 'Newer',
  show: 'Compare',
  views: { inline: 'Inline', sides: 'Side by side' },
  counts: {
    added: of('sentence added', 'sentences added'),
    removed: of('sentence removed', 'sentences removed'),
    changed: of('sentence changed', 'sentences changed'),
    moved: of('sentence moved', 'sentences moved'),
    typographic: of('formatting change', 'formatting changes'),
    figures: of('figure changed', 'figures changed'),
    quotes: of('quotation changed', 'quotations changed'),
  },
  headline: 'Headline changed',
  nothing: 'No differences',
  unchanged: of('sentence unchanged', 'sentences unchanged'),
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved', typographic: 'Formatting only' },
  lacks: 'Not in this version',
  weighty: {
    figure: 'Figure',
    'quote-changed': 'Quotation changed',
    'quote-gone': 'Quotation removed',
    'quote-new': 'New quotation',
  },
  keptPage: 'Page kept',
  keptPages: 'Pages kept',
  causes: {
    held: 'More or less of the text was available this time: the outlet may not have changed it.',
    reader: 'We read this page differently now: the outlet may not have changed it.',
  },
  /** Results of a check of the page that readers must know. */
  looks: {
    less: 'Rechecked; less text was available, so we kept this version:',
    'other-page': 'Rechecked; the link led to another text, so we kept this version:',
    missing: 'No longer on the outlet’s site:',
    gone: 'Deleted by the outlet:',
  },
  changedSince: 'Now:',
  /** Beside a citation. */
  goneSince: 'changed since',
  withdrawn: 'withdrawn',
  /** Beside a citation: its page is no longer at its address. */
  absent: 'no longer online',
}

/** Entries, and the feeds they come from. */
export const entries = {
  allFeeds: 'All feeds',
  noFolder: 'No folder',
  show: 'Show',
  shows: { unread: 'Unread', all: 'All', starred: 'Saved' },
  markRead: 'Mark read',
  markUnread: 'Mark unread',
  markAllRead: 'Mark all read',
  olderEntries: 'Older',
  inStory: 'story',
  move: 'Move',
  refresh: 'Refresh now',
  removeSure: 'Yes, remove it',
  lastPolled: 'Checked',
  nextPoll: 'Next check',
  never: 'never',
  stopped: 'stopped',
  failing: (count: number) => `can’t load (${plural(count, 'failure', 'failures')})`,
  noFeeds: 'No feeds yet',
  undo: 'Undo',
  markedRead: 'Marked as read.',
  markedUnread: 'Marked as unread.',
  failedToSave: 'Couldn’t save that. Try again.',
}

/** The article list, the list of feeds, each feed and its problems. */
export const river = {
  view: 'View options',
  layout: 'Layout',
  layouts: { list: 'List', grid: 'Cards', split: 'List and article' },
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  select: 'Select',
  done: 'Done',
  scroll: 'Mark read while scrolling',
  above: 'Mark above as read',
  beside: { above: 'Mark above', below: 'Mark below' },
  older: 'Mark read if older than',
  ages: { day: 'a day', week: 'a week', month: 'a month' },
  choose: 'Choose an article to read it here.',
  more: 'Show more',
  below: (count: number) => `${grouped.format(count)} more unread below.`,
  markedAll: (count: number) => `Marked ${plural(count, 'article', 'articles')} as read.`,
  unmarkedAll: 'They’re unread again.',
  undoGone: 'Can’t undo: it was already undone, or it’s more than a day old.',
  nextUnread: 'Next unread',
  restOf: (count: number) => `${grouped.format(count)} more`,
  allTitle: 'Manage feeds',
  findFeed: 'Find a feed',
  foundNone: (query: string) => `No feed matches “${query}”.`,
  folder: 'Folder',
  folders: 'Folders',
  newFolder: 'New folder',
  newFolderExample: 'Outer/Inner',
  parked: 'Parked',
  parkedNote: 'New articles count as read and stay out of Today.',
  original: 'Open articles on the outlet’s site',
  alertsOfAll: 'Alert me to every new article…',
  ownText: 'Use the feed’s own text',
  ownTextNote: 'New articles aren’t read from the outlet’s site.',
  copyTo: 'Copy these settings to',
  copyNote: 'Name and folders aren’t copied.',
  copy: 'Copy',
  edit: 'Feed settings',
  removal: 'Remove feed',
  removalNote: 'Its articles go too, unless you saved one or someone else here reads it. Articles in stories stay.',
  instanceFeeds: 'Other feeds on this server',
  lookIn: 'Look inside',
  subscribe: 'Subscribe',
  subscribeAll: (feeds: string) => `Subscribe to all ${feeds}`,
  subscribeTicked: 'Subscribe to selected',
  notYours: 'You’re not subscribed to this feed.',
  noneYours: 'You’re not subscribed to anything yet',
  noneYoursNote: (feeds: string) => `This server has ${feeds}. Subscribe to all, choose some, or add your own.`,
  chooseSome: 'Choose some',
  forAll: 'Remove for everyone',
  forAllSure: (count: number) => `Yes, remove it for all ${grouped.format(count)} readers`,
  forAllNote: 'Its articles go too, with what people saved of them. Articles in stories stay.',
  failing: (count: number) => `${plural(count, 'feed', 'feeds')} can’t load.`,
  seeWhy: 'See why',
  since: (count: number) => `Failed ${plural(count, 'time', 'times')} in a row.`,
  lastGood: 'Last loaded',
  caughtUp: 'You’re all caught up.',
  noStars: 'No saved articles yet.',
  emptyFeed: 'No articles yet.',
  retried: 'We’ll keep trying.',
  problems: {
    gone: ['The publisher ended this feed.', 'Look for a new one on the outlet’s site.'],
    'not-found': ['There’s nothing at this URL.', 'Check it, or look for the feed on the outlet’s site.'],
    forbidden: ['The server turned us away.', 'Some feeds need a personal URL: sign in there and copy yours.'],
    busy: ['The server asked us to wait.'],
    'server-error': ['The outlet’s server has a problem.'],
    'too-slow': ['This feed takes too long to process.'],
    'too-large': ['This feed is too large.', 'Feeds of up to 16 MB can be read: ask the publisher for a shorter one.'],
    timeout: ['The server didn’t answer in time.'],
    'refused-address': [
      'This URL is in a private network.',
      'To allow it, set TWOSOURCE_ALLOW_PRIVATE=true and restart.',
    ],
    'bad-url': ['This isn’t a valid URL.', 'It should start with http:// or https://.'],
    'too-many-redirects': ['This URL redirects in circles.', 'Open it in a browser and use the URL you end up at.'],
    'proxy-error': ['This server’s proxy isn’t working.', 'Ask its owner to run twosource doctor.'],
    'network-error': ['We couldn’t reach the server.', 'Check the name and this computer’s network.'],
    'not-a-feed': ['This isn’t a feed.', 'Add the URL of the site instead, and we’ll look for its feeds.'],
    unknown: ['Something went wrong.', 'Check the URL and try again.'],
  } as Readonly<Record<string, readonly [what: string, then?: string]>>,
}

/** The wishes of sites about programs (robots.txt and TDM). */
export type RobotsWords = {
  readonly refusesModels: string
  readonly notTranslated: string
}

export const robotsEn: RobotsWords = {
  refusesModels: 'The outlet asks that language models not use this text. No model of this server does.',
  notTranslated: 'The outlet asks that language models not use this text, so it can’t be translated here.',
}

/** How a text was made, reporting a problem with it, and the owner's list of reports. */
export const textReportEn = {
  title: 'How this text was made',
  order: 'The page, in order',
  drawingText: (kept: string) => `${kept} of the words on the page are in the text.`,
  held: 'Completeness',
  chosenBy: 'Taken from',
  chooser: {
    'main text': 'the main text of the page',
    import: 'an import',
    'site rule': 'the page, by a rule for this site',
    'structured text': 'structured data of the page',
    description: 'the description',
    feed: 'the feed',
  } satisfies Readonly<Record<ChosenBy, string>>,
  rule: 'Rule for this site',
  putBack: 'added from the feed or the page’s data',
  pages: (count: string) => `also on ${count} other pages of this site`,
  /** Why a block is not in the text. */
  reasons: {
    title: 'Headline',
    picture: 'Picture caption or credit',
    navigation: 'Navigation',
    related: 'Link to other articles',
    appeal: 'Invitation to subscribe or follow',
    furniture: 'Not part of the article',
    advertisement: 'Advertisement',
    repeated: 'Repeated',
    paywall: 'Paywall notice',
    byline: 'Byline or date',
    rule: 'Removed by the rule for this site',
    hidden: 'Hidden on the page',
  },
  wrong: {
    'opening-missing': 'The beginning is missing',
    'text-missing': 'Some text is missing',
    'not-part-of-it': 'Something doesn’t belong',
    'wrong-title': 'Wrong headline',
    'wrong-author': 'Wrong author',
    'wrong-date': 'Wrong date',
    'not-an-article': 'Not an article',
    other: 'Something else',
  } satisfies Readonly<Record<TextProblem, string>>,
  tell: {
    title: 'Report a problem with the text',
    note: 'The owner of this server gets your report with a copy of the page.',
    what: 'What’s wrong?',
    send: 'Send report',
    withdraw: 'Withdraw',
    told: 'Report sent.',
    tooMany: 'You’ve sent many reports today. Please try again tomorrow.',
    withdrawn: 'Report withdrawn.',
    signIn: 'Sign in to report a problem.',
  },
  state: {
    open: 'Pending',
    ruled: 'Fixed with a rule',
    closed: 'Closed',
  } satisfies Readonly<Record<ProblemReportState, string>>,
  desk: {
    title: 'Reported texts',
    none: 'No reports',
    look: 'Review',
    rules: 'Site rules',
    withdrawn: 'Rule withdrawn. The article was read again without it.',
  },
  page: {
    title: 'Fix this text',
    noPage: 'There’s no copy of the page, so no rule can be tried. You can add one to the rules file.',
    keptAt: 'Saved page',
    blocks: 'Check what belongs in the text',
    propose: 'Suggest a rule',
    keep: 'Keep only (CSS selector)',
    remove: 'Remove (CSS selector)',
    path: 'Only paths that start with',
    save: 'Save rule',
    nothingProposed: 'No rule needed or found.',
    unmet: (count: number) => `No rule found for ${plural(count, 'paragraph', 'paragraphs')}, marked below.`,
    problem: 'Invalid selector',
    thisPage: 'This page',
    words: (before: string, after: string) => `${before} → ${after} words`,
    saved: {
      same: 'Rule saved. The text stays the same.',
      revised: 'Rule saved. The article has a new version.',
      failed: 'Rule saved, but the article couldn’t be read again.',
    },
    refused: 'Rule not saved',
  },
}

/** Articles in other languages. */
export const translationEn = {
  title: 'Translation',
  translate: 'Translate…',
  translateTo: (language: string) => `Translate to ${language}`,
  readIn: (language: string) => `Read in ${language}`,
  heading: (from: string, to: string) => `Machine translation, ${from} to ${to}`,
  by: (name: string) => `by ${name}`,
  counted: (done: number, total: number) => `${done} of ${total} sentences`,
  quotations: (count: number) => `${plural(count, 'quotation', 'quotations')} kept in the original`,
  notPassed: (count: number) => `${count} failed the check and stay in the original`,
  left: (count: number) => `${count} unchanged`,
  caution: 'Figures, units, names and negations were checked; the meaning wasn’t. Tap a sentence for the original.',
  namesApart: 'Names couldn’t be compared across scripts.',
  flaws: {
    missing: 'no result',
    form: 'markup or a link added',
    number: 'different number',
    unit: 'different unit',
    name: 'name missing',
    negation: 'different negation',
    length: 'much longer or shorter',
    same: 'not translated',
    language: 'wrong language',
  } satisfies Readonly<Record<TranslationFlaw, string>>,
  showOriginal: 'Show original',
  inPlace: 'Translation only',
  underWay: (done: number, total: number) =>
    total === 0 ? 'Translating…' : `Translating… ${done} of ${total} sentences`,
  stopped: 'The translation stopped. The rest is in the original.',
  failures: {
    off: 'Translation is turned off.',
    'over-budget': 'The daily limit of the language model is used up.',
    timeout: 'The translator took too long.',
    failed: 'The translator failed.',
    'no-pair': 'The translator doesn’t support these languages.',
    'key-refused': 'The translation server rejected the key.',
    busy: 'The translation server is busy.',
    'not-there': 'The translation server doesn’t respond.',
  } satisfies Readonly<Record<Exclude<TranslatorFailure['kind'], 'cancelled' | 'too-long'>, string>>,
  translateAgain: 'Translate again',
  notAsked: (language: string) => `Not translated to ${language} yet.`,
  off: 'Translation isn’t set up on this server.',
  offOwner: 'Set it up',
  perDay: (count: number) => `Daily limit of ${count} articles reached. Try again tomorrow.`,
  sameLanguage: 'The article is already in this language.',
  chosenAlways: (language: string) => `You always translate ${language}.`,
  settings: {
    title: 'Translation settings',
    wish: 'Translate',
    wishes: { never: 'Never', offer: 'When I ask', always: 'Always' } satisfies Readonly<Record<PairWish, string>>,
    pair: (from: string, to: string) => `${from} to ${to}`,
    notSaved: 'Not saved: choose two different languages, or enter a URL that starts with http.',
    instance: 'Translator',
    by: { off: 'None', server: 'LibreTranslate server', model: 'Language model of this server' },
    noModel: 'No model is set up for translation.',
    key: 'API key (optional)',
    forgetKey: 'Delete the key',
    perDay: 'Articles a day',
    test: 'Test',
    works: (languages: number) => `It works, with ${languages} languages.`,
    wrong: 'It responds, but the sentence fails the check:',
    doesNot: 'It doesn’t work:',
  },
}
