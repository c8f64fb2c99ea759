import type { EmbedKind } from '../../core/article.ts'
import type { RecordingState, VoiceFacts } from '../../core/feed/recording.ts'
import type { RecheckOutcome, RevisionCause } from '../../core/reading/revision-cause.ts'
import type { DiffRow, WeightyChange } from '../../core/reading/revision-diff.ts'
import type { ChosenBy, Mark, MarkedField, ProblemReportState, TextProblem } from '../../core/reading/text-account.ts'
import type { PairWish, TranslationFlaw, TranslatorFailure, UntranslatedReason } from '../../core/translation.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** The page of an article. */
export const article = {
  by: 'By',
  updated: 'updated',
  readOriginal: 'Read at the outlet',
  openLink: 'Open the link',
  unconfirmedLink: (feed: string, site: string) =>
    `This text comes from a feed on ${feed}. It links to ${site}, where we could not read this article.`,
  kinds: {
    article: 'article',
    live: 'live page',
    video: 'video page',
    audio: 'audio page',
    gallery: 'gallery',
    newsletter: 'newsletter',
    correction: 'correction',
    roundup: 'newsletter',
    index: 'index page',
    opinion: 'opinion',
    'press-release': 'press release',
  },
  completeness: {
    complete: 'full text',
    'feed-only': 'only the feed’s text',
    paywalled: 'behind a paywall',
    blurb: 'summary only',
    'lead-missing': 'beginning missing',
    failed: 'text could not be read',
  },
  notCurrent: 'This is an earlier text of the article.',
  seeCurrent: 'See the current text',
  topics: 'Topics',
  topicBySection: 'the outlet’s section',
  partOfStory: 'Part of a story',
  alsoStandsIn: 'Also stands in',
  wireNote: 'Underlined passages stand word for word in another article:',
  shareOfThis: (share: string) => `${share} of this text`,
  isOriginal: 'had it first',
  isCopy: 'copied from here',
  revisions: 'Revisions',
  current: 'current',
  changes: 'What changed',
  titleWas: 'The headline was',
  takenOut: 'Taken out',
  newInText: 'New passages are marked in the text.',
  leftOut: 'Left out of the text',
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
    `Not read in ${language}: ${new Intl.ListFormat('en', { type: 'unit' }).format(readings)}.`,
  feedText: 'The feed’s own text',
  cited: 'cited',
}

/** Around an article: its length, the previous and next article, its changes. */
export const articlePage = {
  minutes: (count: number) => `${grouped.format(count)} min to read`,
  whatIsHeld: 'how much of an article is held, and why not all',
  ofStory: 'Other articles of the story',
  previous: 'Before this',
  next: 'After this',
  changed: {
    before: 'Before',
    after: 'Now',
    none: 'nothing',
    more: (count: number) => `${plural(count, 'more change', 'more changes')}, marked in the text.`,
  },
  stillSays: 'The newest text still has these words.',
  saysNoLonger: 'The newest text no longer has these words.',
}

/** A citation that was opened. */
export const citation = {
  citation: 'Citation',
  citationHolds: 'These words stand in the text, letter by letter.',
  citationFails: 'These words no longer stand in the text at this place.',
  revision: (index: number, count: number) => `revision ${index} of ${count}`,
  openInArticle: 'Open in the article',
  close: 'Close',
  loading: 'Opening…',
}

/** What one article states. */
export const stated = {
  title: 'What it says',
  promises: 'Promises',
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
  readonly again: string
  readonly look: string
  readonly title: string
  readonly lead: string
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
  readonly testNote: string
  readonly sample: string
  readonly works: string
  readonly heard: (seconds: string, size: string, took: string) => string
  readonly fails: string
  /** What the settings of a voice mean, for the owner. */
  readonly help: Readonly<Record<string, string>>
}

export const listeningEn: ListeningWords = {
  previous: 'Sentence before',
  next: 'Next sentence',
  voice: 'Voice',
  hint: 'Tap a sentence to go on from there.',
  recording: 'Recording',
  make: 'Make a recording',
  states: { making: 'A recording is being made', failed: 'No recording could be made.' },
  again: 'Try again',
  look: 'Look again',
  title: 'Listening',
  lead: 'Browsers read with a voice of the device, if it has one. A voice of this server makes recordings that play anywhere.',
  kinds: {
    none: 'nobody',
    program: 'a program of this machine',
    piper: 'a Piper server',
    openai: 'an OpenAI-compatible server',
  },
  who: 'Who reads aloud',
  where: 'Where',
  voices: 'Voices',
  serverChooses: 'whoever reads chooses',
  otherLanguages: 'all other languages',
  form: 'Recordings are',
  none: 'No voice is set. The guide says how to set one.',
  leaves: 'What is recorded is sent to this address, sentence by sentence.',
  test: 'Have a sentence said',
  testNote: 'It is said in the language of this page, and nothing is kept.',
  sample: 'The ferry leaves at a quarter past nine, and comes back before dark.',
  works: 'The voice works.',
  heard: (seconds, size, took) => `${seconds} s of speech, ${size}, made in ${took} s.`,
  fails: 'The voice does not work.',
  help: {
    TWOSOURCE_SPEECH: 'The program that reads aloud: espeak-ng.',
    TWOSOURCE_SPEECH_ENCODER: 'The program that makes recordings small.',
    TWOSOURCE_SPEECH_URL: 'The speech server that reads aloud in its place.',
    TWOSOURCE_SPEECH_KIND: 'What that server understands.',
    TWOSOURCE_SPEECH_KEY: 'The key that server asks for.',
    TWOSOURCE_SPEECH_MODEL: 'The model that server is asked for.',
    TWOSOURCE_SPEECH_VOICES: 'The voices of that server by language.',
  },
}

/** Recordings that came with entries, and what feeds say besides the text of an entry. */
export type RecordingsWords = {
  readonly about: string
  readonly listen: string
  readonly watch: string
  /** Titles of pages. */
  readonly listenTo: (title: string) => string
  readonly wordsOf: (title: string) => string
  readonly length: string
  readonly episode: string
  readonly episodePlace: (season: string | undefined, episode: string | undefined) => string
  readonly kinds: Readonly<Record<'trailer' | 'bonus', string>>
  readonly explicit: string
  readonly participants: string
  /** The most frequent roles of the Podcast Taxonomy; others are shown as the feed writes them. */
  readonly roles: Readonly<Record<string, string>>
  readonly places: string
  readonly via: string
  readonly inReplyTo: string
  readonly anEntry: string
  readonly related: string
  readonly origin: string
  readonly replies: string
  readonly readReplies: string
  readonly rights: string
  readonly files: string
  readonly openFile: string
  readonly askedFrom: (host: string) => string
  readonly chapters: string
  readonly noChapters: string
  readonly chaptersMissing: string
  readonly soundbites: string
  readonly transcript: string
  readonly transcriptIn: (language: string) => string
  readonly transcriptNote: (host: string) => string
  readonly transcriptMissing: string
  readonly transcriptCut: string
  readonly openTranscript: string
  readonly backToEntry: string
  /** Before the time at which a recording begins. */
  readonly from: (time: string) => string
}

export const recordingsEn: RecordingsWords = {
  about: 'What its feed says of it',
  listen: 'Listen here',
  watch: 'Watch here',
  listenTo: (title) => `Recording: ${title}`,
  wordsOf: (title) => `Transcript: ${title}`,
  length: 'Length',
  episode: 'Episode',
  episodePlace: (season, episode) =>
    [season && `season ${season}`, episode && `episode ${episode}`].filter(Boolean).join(', '),
  kinds: { trailer: 'trailer', bonus: 'bonus' },
  explicit: 'not for children, the feed says',
  participants: 'With',
  roles: {
    host: 'host',
    'co-host': 'co-host',
    'guest host': 'guest host',
    guest: 'guest',
    panelist: 'panelist',
    reporter: 'reporter',
    producer: 'producer',
    'executive producer': 'executive producer',
    editor: 'editor',
    'audio editor': 'sound',
    narrator: 'narrator',
    author: 'author',
    researcher: 'research',
    translator: 'translator',
    'music producer': 'music',
    composer: 'music',
  },
  places: 'Place',
  via: 'Found at',
  inReplyTo: 'In reply to',
  anEntry: 'another entry',
  related: 'Related',
  origin: 'Taken from',
  replies: 'Comments when the feed was read',
  readReplies: 'read them',
  rights: 'Rights',
  files: 'Files',
  openFile: 'open the file',
  askedFrom: (host) => `Pressing play fetches the file from ${host}. Nothing is asked there before.`,
  chapters: 'Chapters',
  noChapters: 'The feed names no chapters.',
  chaptersMissing: 'The chapters could not be fetched or read.',
  soundbites: 'To begin with',
  transcript: 'Transcript',
  transcriptIn: (language) => `Transcript (${language})`,
  transcriptNote: (host) => `As the publisher wrote it, or had it written by a machine; fetched from ${host} just now.`,
  transcriptMissing: 'The transcript could not be fetched or read.',
  transcriptCut: 'It goes on: the rest stands in the transcript itself.',
  openTranscript: 'open its file',
  backToEntry: 'Back to the entry',
  from: (time) => `From ${time}`,
}

type Count = (count: number) => string

/** What an outlet changed in an article, and what it says about that. */
export type RevisionWords = {
  readonly title: string
  readonly older: string
  readonly newer: string
  readonly show: string
  readonly current: string
  readonly views: Readonly<Record<'inline' | 'sides', string>>
  readonly asView: string
  readonly note: string
  readonly jump: string
  readonly counts: Readonly<
    Record<'added' | 'removed' | 'changed' | 'moved' | 'typographic' | 'figures' | 'quotes', Count>
  >
  readonly headline: string
  readonly nothing: string
  readonly unchanged: Count
  readonly kinds: Readonly<Record<Exclude<DiffRow['kind'], 'same'>, string>>
  readonly lacks: string
  /** Announced before removed or new words, for readers who cannot see the marks. */
  readonly gone: string
  readonly put: string
  readonly weighty: Readonly<Record<WeightyChange['kind'], string>>
  readonly causes: Readonly<Record<Exclude<RevisionCause, 'outlet'>, string>>
  /** On the page of the article. */
  readonly changedAfter: string
  readonly see: string
  readonly looks: Readonly<Record<RecheckOutcome, string>>
  readonly notices: string
  readonly changedSince: string
  /** Beside a citation. */
  readonly goneSince: string
  readonly corrected: string
  readonly withdrawn: string
  /** Beside a citation: its page is no longer at its address. */
  readonly absent: string
}

const of =
  (one: string, many: string): Count =>
  (count) =>
    plural(count, one, many)

export const revisionsEn: RevisionWords = {
  title: 'What changed',
  older: 'Older text',
  newer: 'Newer text',
  show: 'Show',
  current: 'current text',
  views: { inline: 'In one text', sides: 'Side by side' },
  asView: 'How it is shown',
  note: 'Both texts are kept letter by letter as they were fetched. What is gone is struck through, what is new is underlined.',
  jump: 'Changes',
  counts: {
    added: of('sentence added', 'sentences added'),
    removed: of('sentence removed', 'sentences removed'),
    changed: of('sentence changed', 'sentences changed'),
    moved: of('sentence moved', 'sentences moved'),
    typographic: of('sentence only set otherwise', 'sentences only set otherwise'),
    figures: of('figure changed', 'figures changed'),
    quotes: of('quotation changed', 'quotations changed'),
  },
  headline: 'Headline changed',
  nothing: 'These two texts say the same.',
  unchanged: of('sentence unchanged', 'sentences unchanged'),
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved', typographic: 'Set otherwise' },
  lacks: 'Not in this text',
  gone: 'removed:',
  put: 'added:',
  weighty: {
    figure: 'Figure',
    'quote-changed': 'Quotation changed',
    'quote-gone': 'Quotation gone',
    'quote-new': 'New quotation',
  },
  causes: {
    held: 'More or less of the article could be had than before: what differs need not be a change by the outlet.',
    reader: 'This server reads pages otherwise than it did: what differs need not be a change by the outlet.',
  },
  changedAfter: 'Changed after publication',
  see: 'See what changed',
  looks: {
    changed: 'Looked at again, and changed:',
    unchanged: 'Looked at again, and unchanged:',
    less: 'Looked at again, less of it was to be had, so this text was kept:',
    'other-page': 'Looked at again, another text stood at its address, so this one was kept:',
    missing: 'Looked at again, but there was no page at its address any more, so this text was kept:',
    gone: 'The outlet has taken the page away for good, which its server says; this text was kept:',
    refused: 'Not looked at again, as its site asks:',
    failed: 'Looked at again, but the page could not be had:',
  },
  notices: 'What the outlet says of this article',
  changedSince: 'Changed since:',
  goneSince: 'changed since',
  corrected: 'corrected',
  withdrawn: 'withdrawn',
  absent: 'not at its address any more',
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
  readHere: 'article',
  move: 'Move',
  refresh: 'Refresh now',
  removeSure: 'Yes, remove it',
  lastPolled: 'Checked',
  nextPoll: 'next check',
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
  orderTitle: 'Order',
  select: 'Select',
  done: 'Done',
  scroll: 'Mark read while scrolling',
  above: 'Mark above as read',
  choose: 'Choose an article to read it here.',
  more: 'Show more',
  below: (count: number) => `${grouped.format(count)} more unread below.`,
  markedAll: (count: number) => `Marked ${plural(count, 'article', 'articles')} as read.`,
  unmarkedAll: 'They’re unread again.',
  undoGone: 'Too late to undo: it was undone already or is more than a day old.',
  nextUnread: 'Next unread',
  restOf: (count: number) => `${grouped.format(count)} more`,
  allTitle: 'Manage feeds',
  findFeed: 'Find a feed',
  foundNone: (query: string) => `No feed matches “${query}”.`,
  name: 'Name',
  folder: 'Folder',
  edit: 'Feed settings',
  removal: 'Remove feed',
  removalNote: 'Its articles go too, unless someone else here reads it. Articles in stories stay.',
  houseFeeds: 'Other feeds on this server',
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
  cantLoad: 'Can’t load',
  failing: (count: number) => `${plural(count, 'feed', 'feeds')} can’t load.`,
  seeWhy: 'See why',
  since: (count: number) => `Failed ${plural(count, 'time', 'times')} in a row.`,
  lastGood: 'Last loaded',
  tryNow: 'Try again',
  said: 'Details',
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
    'too-large': ['This feed is too large.', 'Raise TWOSOURCE_FEED_MEGABYTES and restart.'],
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
  refusesModels:
    'The page asks that no model be given its text (noai). It is read and cited here like any other, and left out of what a model of this server writes or translates.',
  notTranslated: 'The page asks that no model be given its text (noai), so it is not translated here.',
}

/** How a text was extracted, reporting a problem with it, and the owner's list of reports. */
export type TextReportWords = {
  readonly title: string
  /** The link from an article. */
  readonly link: string
  readonly lead: string
  readonly back: string
  readonly noAccount: string
  readonly sections: { readonly made: string; readonly page: string; readonly left: string; readonly tell: string }
  readonly kept: (blocks: string, words: string) => string
  readonly left: (blocks: string, words: string) => string
  readonly drawing: string
  readonly drawingText: (kept: string, left: string) => string
  readonly inText: string
  readonly notInText: string
  readonly kind: string
  /** How much of the text there is. */
  readonly held: string
  readonly chosenBy: string
  readonly chooser: Readonly<Record<ChosenBy, string>>
  readonly rule: string
  readonly fields: Readonly<Record<MarkedField, string>>
  readonly foundIn: string
  readonly marks: Readonly<Record<Mark, string>>
  readonly noMark: string
  readonly revision: string
  readonly unlisted: (count: string) => string
  readonly blocks: (count: number, shown: string) => string
  readonly putBack: string
  readonly byRule: string
  readonly pages: (count: string) => string
  /** Why a block was left out, by the name of the step. */
  readonly steps: Readonly<Record<string, string>>
  readonly otherStep: string
  readonly wrong: Readonly<Record<TextProblem, string>>
  readonly tell: {
    readonly title: string
    readonly note: string
    readonly what: string
    readonly words: string
    readonly send: string
    readonly change: string
    readonly withdraw: string
    readonly told: string
    readonly toldNoPage: string
    readonly tooMany: string
    readonly withdrawn: string
    readonly yours: string
    readonly signIn: string
  }
  readonly state: Readonly<Record<ProblemReportState, string>>
  readonly desk: {
    readonly title: string
    readonly link: string
    readonly lead: string
    readonly none: string
    readonly noneNote: string
    readonly open: string
    readonly look: string
    readonly close: string
    readonly closed: string
    readonly rules: string
    readonly noRules: string
    readonly inForce: string
    readonly withdrawnAt: string
    readonly withdraw: string
    readonly withdrawn: string
    readonly keeps: string
    readonly removes: string
  }
  readonly page: {
    readonly title: string
    readonly noPage: string
    readonly keptAt: string
    readonly blocks: string
    readonly blocksNote: string
    readonly propose: string
    readonly rule: string
    readonly ruleNote: string
    readonly keep: string
    readonly remove: string
    readonly path: string
    readonly look: string
    readonly save: string
    readonly nothingProposed: string
    readonly unmet: (count: string) => string
    readonly problem: string
    readonly previews: string
    readonly thisPage: string
    readonly words: (before: string, after: string) => string
    readonly gone: string
    readonly come: string
    readonly unchanged: string
    readonly saved: Readonly<Record<'same' | 'revised' | 'not-there' | 'failed', string>>
    readonly refused: string
  }
}

export const textReportEn: TextReportWords = {
  title: 'Why this text',
  link: 'Why this text? Is it wrong?',
  lead: 'What of the page was taken as the article, what was left out, and why.',
  back: 'Back to the article',
  noAccount:
    'No account is kept for this text: it is older than these accounts, or its account was let go after 90 days. What is known to be left out stands below.',
  sections: {
    made: 'How it was made',
    page: 'The page in its order',
    left: 'What was left out',
    tell: 'Is this text wrong?',
  },
  kept: (blocks, words) => `Kept: ${blocks} blocks, ${words} words`,
  left: (blocks, words) => `Left out: ${blocks} blocks, ${words} words`,
  drawing:
    'The page as a strip, from its beginning to its end: what stands tall is in the text, what is low was left out',
  drawingText: (kept, left) => `${kept} of the words of the page are in the text, ${left} are left out.`,
  inText: 'in the text',
  notInText: 'left out',
  kind: 'Kind',
  held: 'How much is held',
  chosenBy: 'Chosen by',
  chooser: {
    'main text': 'the shape of the page, and rules that leave out what is not the article',
    import: 'nobody: it was brought in as it is',
    'site rule': 'a rule for this site',
    'structured text': 'the structured data of the page, which has more of the text than the page shows',
    description: 'the description, since this is a film, a recording or pictures',
    feed: 'the feed: the page was not read',
  },
  rule: 'Rule for this site',
  fields: { title: 'Headline', authors: 'Authors', publishedAt: 'Published', updatedAt: 'Updated' },
  foundIn: 'the same stands in',
  marks: {
    'json-ld': 'the structured data',
    meta: 'the marks for other programs',
    'title-tag': 'the title of the page',
    heading: 'the heading',
    byline: 'the lines beside the text',
    'time-tag': 'a marked time',
    address: 'the address',
    feed: 'the feed',
  },
  noMark: 'put together of several marks, or from elsewhere',
  revision: 'This is an earlier revision.',
  unlisted: (count) => `${count} more lines are not kept.`,
  blocks: (count, shown) => (count === 1 ? '1 block' : `${shown} blocks`),
  putBack: 'put back: the feed or the page’s own data begins with it',
  byRule: 'kept by the rule for this site',
  pages: (count) => `on ${count} other pages of this site`,
  steps: {
    title: 'It is the headline, which stands above the text',
    caption: 'It belongs to a picture',
    credit: 'It says whose picture it is',
    navigation: 'It is navigation',
    form: 'It is in a form',
    footer: 'It is in the foot of the page',
    aside: 'It stands beside the article',
    links: 'It is a list of links',
    outside: 'It stands outside the article',
    'related link': 'It points to other articles',
    appeal: 'It asks to subscribe, sign up or follow',
    'page furniture': 'It is a byline, a date or a button of the page',
    'looks like page furniture':
      'By its place and shape it is no part of the article: so judges a model that learned from labeled pages',
    advertisement: 'It is an advertisement, or stands around one',
    repeated: 'It says again what stood before',
    'heading of nothing': 'It is a heading with nothing under it',
    paywall: 'It announces that the rest is for subscribers',
    byline: 'It names authors or the time, which are kept as fields',
    'site rule': 'The rule for this site takes it out',
    'site furniture': 'It stands word for word on other pages of this site',
    'size cap': 'The page is too large to be read whole',
    'structure dropped': 'The markup grows without end; only its text was read',
    'hidden attribute': 'The page does not show it',
    'hidden by style': 'The page does not show it',
    'faded out': 'The page does not show it',
    'for screen readers only': 'It is for screen readers alone',
    'aria-hidden': 'It is hidden from screen readers',
  },
  otherStep: 'Another step left it out',
  wrong: {
    'opening-missing': 'The opening is missing',
    'text-missing': 'Some of the text is missing',
    'not-part-of-it': 'Something does not belong in it',
    'wrong-title': 'The headline is wrong',
    'wrong-author': 'The author is wrong',
    'wrong-date': 'The date is wrong',
    'not-an-article': 'It is no article',
    other: 'Something else',
  },
  tell: {
    title: 'Wrong text? Tell us',
    note: 'Who runs this server sees it, with a copy of the page, and can mend it with a rule for the site. Nobody else is told.',
    what: 'What is wrong',
    words: 'In your words (optional)',
    send: 'Tell',
    change: 'Tell anew',
    withdraw: 'Take it back',
    told: 'It is told. A copy of the page is kept until it is looked at.',
    toldNoPage: 'It is told. The page could not be kept.',
    tooMany: 'Too much was told in one day. Try again tomorrow.',
    withdrawn: 'It is taken back.',
    yours: 'You told',
    signIn: 'Sign in to tell what is wrong.',
  },
  state: { open: 'waits to be looked at', ruled: 'a rule was made of it', closed: 'was looked at; no rule was made' },
  desk: {
    title: 'Texts that readers say are wrong',
    link: 'Wrong texts',
    lead: 'Say block by block what belongs in the text. A rule is proposed from it, tried on this page and on others of its site, and used from then on.',
    none: 'Nothing waits',
    noneNote: 'On every article a reader can say what is wrong with its text. It comes here.',
    open: 'To look at',
    look: 'Look at the page',
    close: 'Put aside',
    closed: 'It is put aside.',
    rules: 'Rules made here',
    noRules: 'None yet.',
    inForce: 'in force since',
    withdrawnAt: 'withdrawn',
    withdraw: 'Withdraw',
    withdrawn: 'The rule is withdrawn. Its article is read without it again.',
    keeps: 'keeps',
    removes: 'removes',
  },
  page: {
    title: 'Mend the text',
    noPage: 'The page could not be kept: nothing can be tried on it. A rule can be written into the file of rules.',
    keptAt: 'The page as fetched',
    blocks: 'The blocks of the page',
    blocksNote: 'Tick what belongs in the text, and nothing else. What is ticked now is what the text has.',
    propose: 'Propose a rule',
    rule: 'The rule',
    ruleNote: 'CSS selectors. Change them as you like and look again before you save.',
    keep: 'Keep only what stands in',
    remove: 'Remove',
    path: 'Only addresses that begin with (behind the host)',
    look: 'Look at what it does',
    save: 'Save and use the rule',
    nothingProposed: 'Nothing has to change for what is ticked, or no rule can do it.',
    unmet: (count) => `No rule was found for ${count} of the blocks: they are marked below.`,
    problem: 'This selector cannot be used',
    previews: 'What it does',
    thisPage: 'this page',
    words: (before, after) => `${before} words before, ${after} after`,
    gone: 'No longer in the text',
    come: 'New in the text',
    unchanged: 'The text stays as it is.',
    saved: {
      same: 'The rule is saved. The text of the article stays as it is.',
      revised: 'The rule is saved, and the article is read again: its text is a new revision.',
      'not-there': 'The rule is saved. The article itself is no longer there.',
      failed: 'The rule is saved. The article could not be read again by it.',
    },
    refused: 'The rule is not saved',
  },
}

/** Articles in other languages. */
export type TranslationWords = {
  readonly title: string
  readonly translate: string
  readonly translateTo: (language: string) => string
  readonly readIn: (language: string) => string
  readonly heading: (from: string, to: string) => string
  readonly byServer: (name: string) => string
  readonly byModel: (name: string) => string
  readonly counted: (done: number, total: number) => string
  readonly quotations: (count: number) => string
  readonly notPassed: (count: number) => string
  readonly left: (count: number) => string
  readonly caution: string
  readonly namesApart: string
  readonly flaws: Readonly<Record<TranslationFlaw, string>>
  readonly kept: Readonly<Record<UntranslatedReason, string>>
  readonly showOriginal: string
  readonly beside: string
  readonly inPlace: string
  readonly asTranslation: string
  readonly original: string
  readonly begins: string
  readonly underWay: (done: number, total: number) => string
  readonly lookAgain: string
  readonly stopped: string
  readonly failures: Readonly<Record<TranslatorFailure['kind'], string>>
  readonly goOn: string
  readonly anew: string
  readonly byAnother: string
  readonly notAsked: (language: string) => string
  readonly off: string
  readonly offOwner: string
  readonly offReader: string
  readonly perDay: (count: number) => string
  readonly sameLanguage: string
  readonly noPair: string
  readonly otherLanguage: string
  readonly chosenAlways: (language: string) => string
  readonly change: string
  readonly settings: {
    readonly title: string
    readonly lead: string
    readonly pairs: string
    readonly pairsNote: string
    readonly from: string
    readonly to: string
    readonly wish: string
    readonly wishes: Readonly<Record<PairWish, string>>
    readonly add: string
    readonly pair: (from: string, to: string) => string
    readonly noPairs: string
    readonly notSaved: string
    readonly saved: string
    readonly house: string
    readonly houseNote: string
    readonly by: Readonly<Record<'off' | 'server' | 'model', string>>
    readonly noModel: string
    readonly address: string
    readonly addressNote: string
    readonly key: string
    readonly keyKept: string
    readonly keyNote: string
    readonly forgetKey: string
    readonly fixed: string
    readonly perDay: string
    readonly perDayNote: string
    readonly test: string
    readonly testNote: string
    readonly works: (languages: number) => string
    readonly took: (ms: number) => string
    readonly wrong: string
    readonly doesNot: string
  }
}

export const translationEn: TranslationWords = {
  title: 'Translation',
  translate: 'Translate…',
  translateTo: (language) => `Translate to ${language}`,
  readIn: (language) => `Read in ${language}`,
  heading: (from, to) => `Translated by a machine: ${from} to ${to}`,
  byServer: (name) => (name ? `by the translation server ${name}` : 'by the translation server used here'),
  byModel: (name) => `by the language model ${name}`,
  counted: (done, total) => `${done} of ${total} sentences`,
  quotations: (count) =>
    count === 1
      ? '1 with a quotation stays in the original, its translation under it'
      : `${count} with quotations stay in the original, their translation under them`,
  notPassed: (count) =>
    count === 1
      ? '1 did not pass the check and stays in the original'
      : `${count} did not pass the check and stay in the original`,
  left: (count) => `${count} left as they are`,
  caution:
    'Figures, units, names and negations were compared with the original; whether a sentence says the same was not. What counts is the original: every sentence opens it.',
  namesApart: 'Names are written differently in these two scripts and were not compared.',
  flaws: {
    missing: 'nothing came back',
    form: 'markup or an address was added',
    number: 'a number differs',
    unit: 'a unit differs',
    name: 'a name is missing',
    negation: 'a negation differs',
    length: 'far longer or shorter',
    same: 'came back as it was',
    language: 'in another language',
  },
  kept: { code: 'program code', 'no-words': 'only figures', 'too-long': 'too long' },
  showOriginal: 'Show the original',
  beside: 'Side by side',
  inPlace: 'In place of the original',
  asTranslation: 'Translation:',
  original: 'original',
  begins: 'It was asked for and begins in a moment. Until then the original stands here.',
  underWay: (done, total) => `Under way: ${done} of ${total} sentences. What is not there yet stands in the original.`,
  lookAgain: 'Look again',
  stopped: 'The translation stopped before its end. The rest stands in the original.',
  failures: {
    off: 'Nothing translates here any more.',
    'over-budget': 'The day’s budget of the language model is used up.',
    timeout: 'The translator took too long.',
    cancelled: 'It was interrupted.',
    'too-long': 'The translator wrote more than it may.',
    failed: 'The translator failed.',
    'no-pair': 'The translator does not translate between these languages.',
    'key-refused': 'The translation server refused its key.',
    busy: 'The translation server is busy.',
    'not-there': 'No translation server answers at its address.',
  },
  goOn: 'Go on',
  anew: 'Translate anew',
  byAnother: 'Something else translates here now.',
  notAsked: (language) => `Nobody has asked for this article in ${language} yet.`,
  off: 'Nothing translates on this server yet.',
  offOwner: 'Set a server with the interface of LibreTranslate, or the language model, in the settings of translation.',
  offReader: 'The owner can set a server with the interface of LibreTranslate, or a language model.',
  perDay: (count) => `This server translates ${count} articles a day, and has. It goes on tomorrow.`,
  sameLanguage: 'The article is in this language.',
  noPair: 'This is not translated here.',
  otherLanguage: 'In another language',
  chosenAlways: (language) => `You chose to have every article in ${language} translated.`,
  change: 'Change',
  settings: {
    title: 'Settings of translation',
    lead: 'A translation is made when you ask for it, is marked as one, and never hides the original.',
    pairs: 'Languages',
    pairsNote:
      'For each pair: whether a translation is offered, and whether it is made and shown as soon as you open an article.',
    from: 'From',
    to: 'To',
    wish: 'Translate',
    wishes: { never: 'never offer', offer: 'when I ask', always: 'always' },
    add: 'Add',
    pair: (from, to) => `${from} to ${to}`,
    noPairs: 'Nothing chosen: every pair is translated when you ask.',
    notSaved: 'Not saved: give two different languages, or an address that begins with http.',
    saved: 'Saved.',
    house: 'What translates',
    houseNote: 'For all readers of this server. Articles are sent there only when a reader asks.',
    by: {
      off: 'Nothing',
      server: 'A server with the interface of LibreTranslate',
      model: 'The language model of this server',
    },
    noModel: 'No model is set for translation.',
    address: 'Address of the server',
    addressNote: 'It may be on this machine or in your network. Nothing else is asked there.',
    key: 'Key, if it wants one',
    keyKept: 'A key is kept.',
    keyNote: 'It is never shown again, and goes when the address changes.',
    forgetKey: 'Forget the key',
    fixed: 'The environment sets the server (TWOSOURCE_TRANSLATE_URL), so it cannot be changed here.',
    perDay: 'Most articles a day',
    perDayNote: 'All readers together.',
    test: 'Try it',
    testNote: 'Has one sentence translated and checks it.',
    works: (languages) => `It works, with ${languages} languages.`,
    took: (ms) => `It took ${ms} ms.`,
    wrong: 'It answers, but the sentence does not pass the check:',
    doesNot: 'It does not work:',
  },
}
