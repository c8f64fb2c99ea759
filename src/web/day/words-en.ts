import type { PollReason } from '../../core/feed/feed-pace.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** The reader's own brief, its mail, and the page where they rank the news. */
export const ownBrief = {
  titleOfWeek: (date: string) => `The week until ${date}`,
  followedAs: (names: string) => `You follow ${names}`,
  hid: (stories: string, by: string) => `Muted: ${stories} (${by}).`,
  unchangedOut: (stories: string) => `Nothing new in: ${stories}.`,
  languagesOut: (stories: string) => `In other languages: ${stories}.`,
  onlyNew: 'Only what’s new',
  settings: 'Brief settings',
  asBook: 'Download as e-book',
  asSound: 'Download audio',
  labels: {
    contents: 'Stories',
    sources: 'Sources',
    original: 'at the outlet',
    said: 'quote:',
    endOfQuote: 'End of quote',
    from: 'in',
    story: 'The whole story',
  },
  choose: {
    title: 'My brief',
    lead: 'What you follow comes first, then the heaviest of the rest; then it ends.',
    stories: 'How many stories at most',
    hour: 'At what hour',
    hourNote: (zone: string) => `In your time zone, ${zone}. What the server slept through comes late, once.`,
    days: 'On which days',
    languages: 'In which languages',
    languagesNote: 'None chosen: all.',
    onlyNew: 'Leave out stories with nothing new since the brief before',
    mail: 'Send it by mail',
    weekly: 'On Sundays, also a brief of the whole week',
    mailTo: (address: string) => `It goes to ${address}, at most once a day.`,
    noMail: 'No mail server is set on this server, so no mail is sent.',
    noAddress: 'Your account has no mail address, so no mail is sent.',
    saved: 'Kept. It holds from the next brief on.',
    lastSent: (time: string) => `The last one was sent ${time}.`,
  },
  feeds: {
    title: 'My brief in other programs',
    lead: 'One entry a day, under an address that nobody can guess: whoever knows it can read your brief, and nothing else.',
    make: 'Make an address',
    remake: 'Make a new address; the old one ends',
    remove: 'End the address',
    exists: 'There is an address. It stands with all others on the page',
    once: 'Copy what you need. All addresses stand on the page',
    removed: 'The address has ended.',
    podcast: 'Podcast',
  },
  mail: {
    why: (server: string) => `You get this mail because you asked for it at ${server}.`,
    end: 'No more of these mails',
    change: 'Change when it comes and what is in it',
  },
  end: {
    title: 'End the mails of the brief',
    question: 'Shall no more briefs be sent to you by mail?',
    button: 'End them',
    done: 'No more briefs will be sent. You can turn them on again in the settings.',
    unknown: 'This address has ended. The mails can be turned off in the settings.',
  },
  ranking: {
    title: 'What stands where',
    lead: 'You alone set how the stories of a day are put in order. Nothing is learned behind your back, and what two outlets report independently always stands above what one reports.',
    factors: {
      reports: 'Independent reports',
      newness: 'New and growing',
      follows: 'What you follow',
      sources: 'Outlets you follow',
      differs: 'Accounts differ, or something changed',
      lifts: 'What you raised or lowered',
    },
    notes: {
      reports: 'How many outlets report it in words of their own.',
      newness: 'How new the newest report is, and how many came in three hours.',
      follows: 'Stories about people, organizations, topics and stories you follow.',
      sources: 'Stories that an outlet you follow reports.',
      differs: 'Stories where accounts differ, or where an outlet corrected itself or a promise changed.',
    },
    percent: (value: number) => `${grouped.format(value)}%`,
    preview: 'Look what it would do',
    reset: 'Back to the original order',
    saved: 'Kept.',
    resetDone: 'The order is the original one.',
    tried: 'This is only tried. Nothing is kept yet.',
    firstTitle: 'Today’s first five',
    places: (before: number, now: number) =>
      before === now ? `place ${now}, as in the original order` : `place ${now}; in the original order place ${before}`,
    nothingToday: 'No stories today yet.',
    shares: 'Of its weight:',
    pulls: (name: string) => `${name} (lowers it)`,
    liftsTitle: 'Raised and lowered',
    liftsNote: 'Sections and languages of today, and what you accepted below. Zero does nothing.',
    liftKinds: { language: 'language', section: 'section', entity: 'name', source: 'outlet' },
    remove: 'Remove',
    suggestTitle: 'Suggestions',
    suggestNote: 'Made from what you saved, only when you ask for them. None applies until you accept it.',
    suggests: 'Make suggestions from what I saved',
    suggestion: (count: number, name: string) =>
      `You saved ${plural(count, 'story', 'stories')} with ${name}. Raise it?`,
    accept: 'Raise it',
    decline: 'No, and do not ask again',
    aside: 'set aside',
    noSuggestions: 'Nothing to suggest yet.',
    link: 'Change ranking',
  },
}

/**
 * Why a feed is read when it is, after the time of its next reading; empty when there is nothing to say. `every`: the interval of reading,
 * `gap`: the time between two of its entries, both in words.
 */
export type PaceWords = Readonly<Record<PollReason, (every: string, gap: string) => string>>

export const paceEn: PaceWords = {
  usual: () => '',
  asked: (every) => `it asks to be left alone for ${every}`,
  rhythm: (every, gap) => `about ${gap} between two entries, so it is left alone for ${every}`,
  quiet: (every) => `nothing new lately, so it is left alone for ${every}`,
  'same-bytes': (every) => `it sends everything again each time, so it is left alone for ${every}`,
  skipped: () => 'it asks not to be read before that hour',
  pushed: () => 'its hub tells us what is new',
  'host-paused': () => 'paused: its server asks to be left alone until then',
  failing: () => 'after a failure it is tried more and more slowly',
  missing: () => 'nothing there for days: tried once a week',
  gone: () => 'it says it is gone, which is made sure of',
  'by-hand': () => 'somebody asked for it',
  turn: () => 'other feeds of its server go first',
  'asked-now': () => 'it is being read',
}

/** The list of stories. */
export const today = {
  section: 'Section',
  oneSourceOnly: 'One source only',
  quietlyEdited: 'Edited after publication',
  noStories: 'No stories yet',
  noStoriesThen: 'No stories on this day',
  noneUnderFilter: 'No stories match',
  showEverything: 'Show everything',
  badges: {
    new: 'New',
    developing: 'Developing',
    changed: 'Changed',
    'one source only': 'One source',
    differs: 'Accounts differ',
  },
}

/** A day of stories: which day, which stories, and what is new since the last visit. */
export const day = {
  chooseDay: 'Choose a day',
  yesterday: 'Yesterday',
  allNews: 'All news',
  period: 'Time',
  periods: { day: 'Whole day', visit: 'Since your last visit', week: '7 days' },
  lastHours: (count: number) => `Last ${plural(count, 'hour', 'hours')}`,
  order: 'Order',
  byRank: 'Top stories',
  bySection: 'By section',
  byTime: 'Newest',
  show: 'Show',
  confirmed: '2+ sources',
  muted: 'Muted',
  noSection: 'Other',
  independent: (count: number) => `${grouped.format(count)} independent`,
  sameText: (count: number) => `(${grouped.format(count)} carry the same text)`,
  whyRank: 'Why this rank',
  read: 'Read',
  isNew: 'new since your last visit',
  pages: 'Pages',
  rangeLink: (from: string, to: string) => `Stories ${from} to ${to}`,
  thatsAll: (date: string) => `That’s all for ${date}.`,
  total: (stories: string, read: string | undefined) =>
    read === undefined ? `${stories}.` : `${stories}, ${read} read.`,
  unreadInFeeds: (count: number) => `${grouped.format(count)} unread in Feeds`,
  failing: (count: number) => `${plural(count, 'feed', 'feeds')} can’t load.`,
  seeWhy: 'See why',
  briefNote: 'The day in five minutes, then done',
  comingUp: 'Coming up',
}

/** The daily brief. */
export const brief = {
  title: 'Daily brief',
  titleOf: (date: string) => `Brief of ${date}`,
  asOf: (time: string) => `as of ${time}`,
  minutes: (count: number) => plural(count, 'minute', 'minutes'),
  changes: {
    reports: (count: number) => plural(count, 'new report', 'new reports'),
    quote: (count: number) => plural(count, 'new quote', 'new quotes'),
    figure: (count: number) => plural(count, 'changed figure', 'changed figures'),
    commitment: (count: number) => plural(count, 'new promise', 'new promises'),
    'commitment-state': (count: number) => plural(count, 'changed promise', 'changed promises'),
    difference: (count: number) => plural(count, 'new difference', 'new differences'),
    amendment: (count: number) => plural(count, 'correction', 'corrections'),
  },
  withheld: 'We couldn’t get the full text of any article, so there’s no summary.',
  sourceOf: (outlet: string, more: string | undefined) => `Source: ${outlet}${more ? ` and ${more}` : ''}`,
  also: 'Also today',
  thatsAll: 'That’s all.',
  quoted: 'Every sentence is quoted. Tap a source to see it in its article.',
  before: 'Previous brief',
  asText: 'Plain text',
  asFeed: 'Subscribe as a feed',
  nothing: 'No stories for this period',
}

/** Names of the top-level IPTC Media Topics in this language; absent: the English name of the vocabulary. Our own translations. */
export const topicNames: Readonly<Record<string, string>> = {}
