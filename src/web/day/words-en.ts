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
    original: 'at the outlet',
    said: 'quote:',
    endOfQuote: 'End of quote',
    from: 'in',
    story: 'The whole story',
  },
  choose: {
    stories: 'Stories, at most',
    hour: 'Time',
    hourNote: (zone: string) => `In ${zone}. If the server was off, your brief arrives once, late.`,
    days: 'Days',
    languagesNote: 'All, if none is chosen.',
    onlyNew: 'Only stories with something new',
    mail: 'Send my brief by mail',
    weekly: 'Also a weekly brief on Sundays',
    lastSent: (time: string) => `last sent ${time}`,
    goesTo: 'Sent to',
    askOwner: 'Ask its owner to set it up.',
  },
  feeds: {
    title: 'Brief as a feed',
    lead: 'For feed readers and podcast apps. Anyone with its URL can read it.',
    podcast: 'Podcast',
  },
  mail: {
    why: (server: string) => `You asked for this mail at ${server}.`,
    end: 'Unsubscribe',
  },
  end: {
    title: 'Stop the brief by mail?',
    done: 'You won’t get any more briefs by mail. Turn them on again in Settings.',
    unknown: 'This link has expired. Turn mails off in Settings.',
  },
  ranking: {
    title: 'Ranking',
    factors: {
      reports: 'Independent reports',
      newness: 'New and growing',
      follows: 'What you follow',
      sources: 'Outlets you follow',
      differs: 'Accounts differ or changed',
      lifts: 'What you raised or lowered',
    },
    percent: (value: number) => `${grouped.format(value)}%`,
    reset: 'Reset to default',
    tried: 'Preview only. Nothing is saved yet.',
    firstTitle: 'Today’s top five',
    places: (before: number, now: number) => (before === now ? `Rank ${now}, unchanged` : `Rank ${now}, was ${before}`),
    pulls: (name: string) => `${name} (lowers it)`,
    liftsTitle: 'Raised and lowered',
    liftKinds: { language: 'language', section: 'section', entity: 'name', source: 'outlet' },
    suggests: 'Suggest changes from what I saved',
    suggestion: (count: number, name: string) =>
      `You saved ${plural(count, 'story', 'stories')} with ${name}. Raise it?`,
    accept: 'Raise it',
    decline: 'Don’t ask again',
    link: 'Change ranking',
    shares: 'Why:',
  },
  server: {
    title: 'Mail server',
    host: 'Host',
    port: 'Port',
    security: 'Encryption',
    from: 'From',
    bad: 'Check this field:',
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
  pushed: () => 'its hub sends us what is new',
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
  mostFail: (count: number, of: number, since: string | undefined) =>
    `${grouped.format(count)} of ${plural(of, 'feed', 'feeds')} ${since === undefined ? 'can’t be reached' : `haven’t loaded since ${since}`}.`,
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
