import type { FeedKind } from '../../core/feed/feed-subject.ts'
import type { PageRuleField } from '../../core/feed/page-rule.ts'
import type { LetterLeftOut, MailboxTrouble } from '../../core/mailbox.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** The import of an OPML list. */
export type ListImportWords = {
  readonly title: string
  /** The file or URL it came from. */
  readonly from: string
  readonly feeds: string
  readonly states: Readonly<Record<'running' | 'done' | 'cancelled', string>>
  readonly counts: (added: string, existing: string) => string
  readonly note: string
  readonly reload: string
  readonly lists: string
  readonly addressTitle: string
  readonly addressLead: string
  readonly addressLabel: string
  readonly pages: (page: string, pages: string) => string
}

export const listImportEn: ListImportWords = {
  title: 'OPML import',
  from: 'From',
  feeds: 'Feeds imported',
  states: { running: 'Importing', done: 'Done', cancelled: 'Stopped' },
  counts: (added, existing) => `${added} added, ${existing} already here.`,
  note: 'You can leave this page; the import continues in the background.',
  reload: 'Refresh',
  lists: 'Recent imports',
  addressTitle: 'OPML from the web',
  addressLead: 'We fetch the file once.',
  addressLabel: 'URL of the OPML file',
  pages: (page, pages) => `Page ${page} of ${pages}`,
}

/** Shown while there is nothing to read yet. */
export const welcome = {
  welcome: 'Every story once, with every source',
  welcomeLead:
    'Twosource groups the articles of your feeds by event and shows who really reported it, who copied, and what each person said. Every sentence links to its source.',
  welcomeStart: 'Choose sources',
  gathering: 'Reading your sources for the first time',
  gatheringNote: 'Stories appear below as articles are read. You can leave this page open, or come back.',
}

/** The page on which sources are added. */
export const adding = {
  addByUrl: 'Website or feed',
  addByUrlHint: 'Enter a site, and we’ll find its feeds.',
  address: 'URL',
  importHint: 'Import an OPML file from another reader. Your current feeds are kept.',
  opmlFile: 'OPML file',
  packsTitle: 'Starter packs',
  addPacks: 'Add selected packs',
  added: (feeds: string) => `Added ${feeds}.`,
  alreadyHere: (count: number) => `${plural(count, 'was', 'were')} already here.`,
  addedNote: 'Loading articles now.',
  chooseFeed: 'This page has several feeds. Which one?',
  notAdded: 'Not added',
}

/** The first steps, and obstacles to adding a source. */
export const firstRun = {
  feedsNote: 'Choose a few feeds to start. Everything they publish appears here.',
  promises: [
    'A wire report printed by twenty papers is one story and counts once.',
    'Every quotation matches its article exactly. Tap to see it in context.',
    'No account and no tracking. It all runs on this machine.',
  ] as readonly string[],
  drawing: 'Eight articles on one event become one story with three independent reports.',
  choose: 'Choose a starter pack',
  chooseNote: 'Each pack has several well-known outlets on a subject. You can remove any of them later.',
  begin: 'Start reading',
  or: 'Or add your own',
  demo: 'Just looking? Try it on invented news:',
  steps: ['Choose', 'Fetch', 'Start reading'] as readonly string[],
  stepsLabel: 'Steps',
  reading: 'Fetching your sources',
  readingNote: 'This takes a minute or two. You can leave this page; it continues in the background.',
  first: 'First stories',
  noneYet: 'Stories appear here as articles come in.',
  ready: (stories: string) => `${stories} ready`,
  readyNote: 'New articles now arrive automatically.',
  open: 'Open Today',
  openFeeds: 'Open Feeds',
  waitingNote: (articles: string) =>
    `Your feeds have ${articles} to read. Stories appear as new articles are published.`,
  nothing: 'Nothing arrived yet',
  nothingNote: 'Your sources returned no articles. Check your connection.',
  seeFeeds: 'See your feeds',
  refused: {
    'no-address': ['That isn’t a web address.', 'Try example.org or https://example.org/feed.xml.'],
    'no-feed': ['This page links to no feed.', 'Look for “RSS” or “Feed” on the site and use that link.'],
    gone: ['The publisher has removed this feed.', 'Look for another one on their site.'],
    'not-found': ['There’s nothing at this URL.', 'Check the spelling, or enter the site’s URL.'],
    forbidden: ['The site refuses feed readers.', 'Some feeds need a personal link: sign in there and copy it.'],
    busy: ['The site asked us to wait.', 'Try again in a few minutes.'],
    'server-error': ['The site has a problem.', 'Try again later.'],
    'too-large': [
      'That’s too large to load.',
      'Feeds of up to 16 MB can be read: ask the publisher for a shorter one.',
    ],
    timeout: ['The site didn’t answer in time.', 'Try again.'],
    'refused-address': [
      'This address is on a private network.',
      'To allow it, set TWOSOURCE_ALLOW_PRIVATE=true and restart.',
    ],
    'proxy-error': ['This server’s proxy doesn’t work.', 'Ask the owner to run twosource doctor.'],
    'network-error': ['We couldn’t reach that site.', 'Check the spelling and your connection.'],
    quota: ['That’s more feeds than one reader can have here.', 'Leave some out, or ask the owner.'],
    'too-often': ['You’ve reached the hourly limit.', 'Try again in a few minutes.'],
    'too-deep': ['We can’t read this file.', 'See the details below.'],
    'not-a-feed': ['That’s neither a feed nor a web page.', 'Enter the site’s address; we’ll find its feeds.'],
    'not-opml': ['This file isn’t a list of subscriptions.', 'In your other reader, choose Export and then OPML.'],
    'empty-opml': ['The file lists no feeds.', 'Export it again from your other reader.'],
    'nothing-chosen': ['Nothing was chosen.', 'Choose at least one.'],
    unknown: ['We couldn’t add that.', 'Check it in a browser and try again.'],
  } as Readonly<Record<string, readonly [what: string, then: string]>>,
  inside: (feeds: string) => `In the file: ${feeds}`,
  insideNote: 'Nothing has been added yet. Uncheck folders you don’t want.',
  isHere: 'already added',
  skipped: (count: number) => `${plural(count, 'line', 'lines')} couldn’t be read`,
  takeIn: 'Add these',
}

/** Feeds for other programs. */
export type FeedsOutWords = {
  readonly title: string
  readonly lead: string
  readonly kinds: Readonly<
    Record<Exclude<FeedKind, 'today' | 'section' | 'folder' | 'saved' | 'brief' | 'discussion'>, string>
  >
  readonly choose: string
  readonly make: string
  readonly madeAt: string
  /** For a URL that cannot be shown again. */
  readonly notShown: string
  readonly revokeSure: string
  readonly revoked: string
  readonly tooMany: (most: number) => string
  readonly announced: string
  readonly announce: string
  readonly stopAnnouncing: string
  readonly announceNote: string
  readonly plain: string
  readonly plainNote: string
  // How a feed describes itself.
}

export const feedsOutEn: FeedsOutWords = {
  title: 'Feeds for other apps',
  lead: 'Read any list here in another feed reader, at a private URL. Anyone with the URL can read that feed, and nothing else.',
  kinds: {
    feeds: 'All my feeds',
    starred: 'Saved in Feeds',
    story: 'Story',
    entity: 'Person, organization or place',
    source: 'Source',
    search: 'Search',
  },
  choose: 'Feed of',
  make: 'Create URL',
  madeAt: 'created',
  notShown: 'This URL works, but can’t be shown again. Delete it and create another to see one.',
  revokeSure: 'Yes, disable this URL',
  revoked: 'URL disabled.',
  tooMany: (most) => `You have ${most} URLs. Delete one first.`,
  announced: 'instant updates',
  announce: 'Send instant updates',
  stopAnnouncing: 'Stop instant updates',
  announceNote: 'Instant updates use WebSub: the hub your server’s owner chose learns the URL and content of the feed.',
  plain: 'URL without a secret',
  plainNote: 'Works in a signed-in browser, and for guests if they may read.',
}

/** Hubs that announce news. */
export type HubWords = {
  /** Before the name of the hub. */
  readonly toldBy: string
  readonly until: string
  readonly lastTold: string
}

export const hubsEn: HubWords = { toldBy: 'Instant updates from', until: 'until', lastTold: 'last update' }

/** Newsletters and their addresses. */
export type LettersWords = {
  readonly title: string
  readonly lead: string
  readonly name: string
  readonly make: string
  /** Beside the new address. */
  readonly made: string
  readonly madeNote: string
  readonly tooMany: (most: number) => string
  readonly off: string
  readonly offNote: string
  readonly ownerNote: string
  readonly noneNote: string
  readonly letters: (count: number, shown: string) => string
  readonly lastLetter: string
  readonly noLetter: string
  readonly ended: string
  readonly endSure: string
  readonly endedNow: string
  /** Before the name of the place to unsubscribe. */
  readonly leaveAt: string
  readonly leaveByMail: string
  readonly leaveNote: string
  readonly leftOut: (count: number) => string
  readonly unnamedFile: string
  /** What went wrong and what to do. */
  readonly unreadable: readonly [string, string]
}

export const lettersEn: LettersWords = {
  title: 'Newsletters',
  lead: 'Create an email address, subscribe to a newsletter with it, and read it here as a feed. Only you can see it.',
  name: 'Newsletter name',
  make: 'Create an address',
  made: 'Address created',
  madeNote: 'Sign up with it. If the newsletter asks you to confirm, that email arrives here too.',
  tooMany: (most) => `You have ${most} addresses. Remove a newsletter first.`,
  off: 'Newsletters aren’t set up yet',
  offNote: 'Ask the server owner to enable them.',
  ownerNote: 'Set TWOSOURCE_MAIL_PORT and TWOSOURCE_MAIL_DOMAIN; see the guide.',
  noneNote:
    'Use one address per newsletter. If an address leaks you’ll know who shared it, and can delete just that one.',
  letters: (count, shown) => (count === 1 ? '1 issue' : `${shown} issues`),
  lastLetter: 'latest',
  noLetter: 'no issue yet',
  ended: 'closed since',
  endSure: 'Yes, reject new emails',
  endedNow: 'New emails to that address are rejected. Earlier issues stay.',
  leaveAt: 'Unsubscribe at',
  leaveByMail: 'Unsubscribe by email to',
  leaveNote: 'nothing is sent until you do',
  leftOut: (count) => (count === 1 ? 'Attachment not kept:' : `${count} attachments not kept:`),
  unnamedFile: 'unnamed',
  unreadable: ['An email couldn’t be read and was rejected.', 'Its sender was notified.'],
}

/** Mailboxes that newsletters are fetched from. */
export type MailboxWords = {
  readonly title: string
  readonly lead: string
  /** The title of addresses of this server, beside mailboxes. */
  readonly addresses: string
  /** On the page of all ways to add something. */
  readonly open: string
  readonly add: string
  readonly server: string
  readonly security: string
  readonly user: string
  readonly passwordNote: string
  readonly folder: string
  readonly senders: string
  readonly sendersNote: string
  readonly feedFolder: string
  readonly note: string
  readonly added: (count: number, shown: string) => string
  readonly changed: string
  readonly removed: string
  readonly fetched: (count: number, shown: string) => string
  readonly busy: string
  readonly fetchNow: string
  readonly lastFetched: string
  readonly notYet: string
  readonly removeSure: string
  readonly leftOut: (count: number) => string
  readonly why: Readonly<Record<LetterLeftOut['why'], string>>
  readonly unwanted: string
  readonly takeAgain: string
  readonly untitled: string
  /** What went wrong and what to do. */
  readonly troubles: Readonly<Record<MailboxTrouble['kind'], readonly [string, string]>>
  readonly refused: Readonly<Record<'server' | 'senders' | 'too-many' | 'too-often', string>>
}

export const mailboxesEn: MailboxWords = {
  title: 'From your mailbox',
  lead: 'Newsletters that already come by email: each sender becomes a feed. Only you can see them.',
  addresses: 'Newsletter addresses',
  open: 'Set up newsletters',
  add: 'Add a mailbox',
  server: 'Mail server (IMAP)',
  security: 'Encryption',
  user: 'Email address or user name',
  passwordNote: 'Many providers want an app password here. You create one in your account there.',
  folder: 'Mail folder',
  senders: 'Only from (optional)',
  sendersNote:
    'Addresses or domains. If empty: everything in the folder; from the inbox, only emails that can be unsubscribed from.',
  feedFolder: 'Folder for its feeds (optional)',
  note: 'Nothing in the mailbox is changed, deleted or marked as read.',
  added: (count, shown) =>
    count === 0
      ? 'Mailbox added.'
      : count === 1
        ? 'Mailbox added, with 1 issue.'
        : `Mailbox added, with ${shown} issues.`,
  changed: 'Mailbox changed.',
  removed: 'Mailbox removed. Its feeds stay.',
  fetched: (count, shown) => (count === 0 ? 'Nothing new.' : count === 1 ? '1 new issue.' : `${shown} new issues.`),
  busy: 'It’s being checked already.',
  fetchNow: 'Check now',
  lastFetched: 'checked',
  notYet: 'not checked yet',
  removeSure: 'Yes, remove it',
  leftOut: (count) => (count === 1 ? '1 email left out' : `${count} emails left out`),
  why: { 'too-large': 'too large', unreadable: 'can’t be read', 'too-many': 'too many senders' },
  unwanted: 'Left out, since you removed their feed',
  takeAgain: 'Include again',
  untitled: 'No subject',
  troubles: {
    login: [
      'The mail server didn’t accept the name and password.',
      'Check both. You may need an app password, or to turn on IMAP.',
    ],
    folder: ['That folder isn’t in the mailbox.', 'Choose another.'],
    certificate: ['The mail server’s certificate isn’t valid.', 'Check the server name, or ask your provider.'],
    unencrypted: ['The mail server offers no encryption.', 'Choose TLS, or ask your provider.'],
    address: [
      'This server may not connect there.',
      'It’s a private network or an unusual port. The server owner can allow it.',
    ],
    unreachable: ['The mail server can’t be reached.', 'Check its name and the encryption.'],
    garbled: ['That isn’t a mail server, or it sends too much.', 'Check its name and the encryption.'],
    refused: ['The mail server refused.', 'Its message is in the details.'],
  },
  refused: {
    server: 'That isn’t the name of a server.',
    senders: 'Write addresses or domains, such as news@example.org or example.org.',
    'too-many': 'You have 10 mailboxes. Remove one first.',
    'too-often': 'Too many tries. Wait a few minutes.',
  },
}

/** What went wrong, and what to do. */
type Trouble = Readonly<Record<string, readonly [string, string]>>

/** Feeds created from web pages, and other substitutes for a feed. */
export type PageFeedWords = {
  readonly title: string
  readonly lead: string
  readonly link: string
  readonly address: string
  readonly look: string
  readonly finds: (count: string) => string
  readonly shown: (count: string) => string
  readonly rule: string
  readonly ruleNote: string
  readonly fields: Readonly<Record<PageRuleField, string>>
  readonly hints: Readonly<Partial<Record<PageRuleField, string>>>
  readonly again: string
  readonly name: string
  readonly others: string
  readonly other: (number: string) => string
  readonly noPreview: string
  readonly picture: string
  readonly madeOf: string
  readonly ofSitemap: string
  readonly change: string
  readonly kinds: { readonly sitemap: string; readonly page: string; readonly bridge: string }
  readonly offers: string
  /** For a feed that cannot be read. */
  readonly problems: Trouble
  /** For a page from which no feed was made. */
  readonly refused: Trouble
}

const tooSlow = ['This takes too long.', 'Use simpler selectors.'] as const

export const pageFeedsEn: PageFeedWords = {
  title: 'Create a feed from a web page',
  lead: 'For sites without a feed: we check the page for new headlines and add them as articles.',
  link: 'Create a feed from this page',
  address: 'URL of the page with the headlines',
  look: 'Preview',
  finds: (count) => `Found on the page: ${count}`,
  shown: (count) => `The first ${count} are shown.`,
  rule: 'Rule',
  ruleNote: 'Each field takes a CSS selector.',
  fields: {
    items: 'Article',
    title: 'Title',
    link: 'Link',
    date: 'Date',
    summary: 'Summary',
    image: 'Picture',
    author: 'Author',
  },
  hints: {
    items: 'What surrounds one headline, such as article.teaser',
    title: 'Empty: the heading, or the link text',
    link: 'Empty: the link in or around the title',
    date: 'Empty: a time element',
    image: 'Empty: the first picture',
  },
  again: 'Preview again',
  name: 'Feed name',
  others: 'Other lists on this page',
  other: (number) => `List ${number}`,
  noPreview: 'No feed yet',
  picture: 'with a picture',
  madeOf: 'Created from a web page',
  ofSitemap: 'From a news sitemap',
  change: 'Edit the rule',
  kinds: {
    sitemap: 'news sitemap',
    page: 'created from the page',
    bridge: 'from this server’s bridge',
  },
  offers: 'This page has no feed, but you can use this instead.',
  problems: {
    'rule-empty': [
      'The rule no longer finds anything.',
      'The site probably changed. Edit the rule; your articles are kept.',
    ],
    'no-rule': ['This page has no rule any longer.', 'Create the feed again.'],
    'bad-selector': ['The rule isn’t valid.', 'Edit it.'],
    'too-much-work': tooSlow,
    'page-too-slow': tooSlow,
    'not-a-sitemap': ['The sitemap is gone.', 'Add the site again to see what it offers now.'],
  },
  refused: {
    'rule-empty': ['The article selector finds nothing.', 'Check the page source: we don’t see what a script adds.'],
    'rule-untitled': ['No article has both a title and a link.', 'Set selectors for them.'],
    'no-list': ['We found no headlines on this page.', 'Try a section page, or set a selector.'],
    'others-read-it': [
      'Someone else here uses another rule for this page.',
      'Subscribe to theirs, or ask the owner to change it.',
    ],
    'no-rsshub': ['This is an RSSHub URL, but this server has none.', 'The owner can set TWOSOURCE_RSSHUB.'],
  },
}

/** A source: its share of original text, what it published first, its state. */
export const source = {
  ownTextNote: 'Original text: the share of its words that appear in no earlier article.',
  hadFirst: 'Reported first',
  family: (name: string) => `Owned by ${name}. Outlets of one owner don’t count as independent of each other.`,
  latest: 'Latest',
  noSources: 'No sources yet',
}

/** The pages about sources. */
export const outlets = {
  find: 'Find a source',
  sorts: {
    health: 'Problems first',
    name: 'A–Z',
    articles: 'Most articles',
    own: 'Most original text',
    first: 'Most often first',
    behind: 'Fastest',
    edits: 'Most edited',
  },
  behind: 'Typical delay',
  firstOf: (first: number, total: number) => `${grouped.format(first)} of ${grouped.format(total)}`,
  underAMinute: 'less than a minute',
  healths: { fine: 'Working', failing: 'Can’t load' },
  failing: (count: number) => plural(count, 'source can’t load', 'sources can’t load'),
  noneMatch: 'No source matches.',
  tooFew: (what: string) => `Too few for a chart: ${what}.`,
  charts: 'Charts',
  speed: 'Speed',
  speedText: (stories: string, first: string, median: string) =>
    `${stories}: first in ${first}; half of the others within ${median}.`,
  allFirst: (stories: string) => `${stories}: first in all of them.`,
  behindFirst: 'After the first report',
  within: (time: string) => `up to ${time}`,
  later: 'later',
  ownOverTime: 'Original text over time',
  ownText: (least: string, most: string) => `Between ${least} and ${most} of the text is original.`,
  versions: (count: number) => plural(count, 'version', 'versions'),
  copiesFrom: 'Copies from',
  copiedBy: 'Copied by',
  quotes: 'Quotes most',
  languages: 'Languages',
  sections: 'Sections',
  pollsText: (polls: number, withNew: number, failed: number) =>
    `Last ${plural(polls, 'check', 'checks')}: ${grouped.format(withNew)} with news, ${grouped.format(failed)} failed.`,

  /** Two outlets compared. `a` and `b` are their names. */
  compare: {
    title: 'Compare two outlets',
    link: 'Compare with…',
    lead: 'The news both reported, in figures. Each number opens what it counts. None of them says which outlet is better.',
    first: 'First outlet',
    second: 'Second outlet',
    from: 'First day',
    to: 'Last day',
    show: 'Compare',
    refused: {
      same: 'These are the same outlet. Choose two different ones.',
      'no-such-source': 'One of these outlets isn’t here. Choose it from the list.',
      reversed: 'The first day is after the last. Swap them.',
      'too-long': 'That is more than 31 days. Choose a shorter period.',
    },
    noChoices: 'None of your outlets published anything in these days. Choose other days.',
    noneInCommon: 'In these days they have no story in common. Choose other days or another outlet.',
    few: (stories: string) => `Only ${stories} in common: a single one can change these figures.`,
    cut: (stories: string) =>
      `Except for the stories only one reported and corrections, the figures are from the latest ${stories} in common.`,
    bothStories: (stories: string) => `${stories} in common`,
    stories: 'Stories',
    storiesText: (a: string, onlyA: string, b: string, onlyB: string, both: string) =>
      `Stories: ${onlyA} only in ${a}, ${both} in both, ${onlyB} only in ${b}.`,
    firstText: (a: string, firstA: string, b: string, firstB: string, neither: string) =>
      `First: ${a} in ${firstA}, ${b} in ${firstB}, neither or unknown in ${neither}.`,
    ownText: (a: string, ownA: string, b: string, ownB: string) => `Original text: ${a} ${ownA}, ${b} ${ownB}.`,
    figures: {
      both: { name: 'Stories in common', means: 'Both outlets have an article about them.' },
      'first-unknown': {
        name: 'Neither was first',
        means: 'They published at the same time, or the time of an article isn’t known exactly enough.',
      },
      only: { name: 'Stories only one reported', means: 'The other has no article about them.' },
      first: { name: 'Reported first', means: 'Stories in common that it published before the other.' },
      own: {
        name: 'Original text',
        means: 'In stories in common: the average share of its words that no earlier report and no agency has.',
      },
      'left-out': {
        name: 'Left out',
        means:
          'In stories in common: main points that at least two other outlets have. We have its full text, and nothing in it resembles them.',
      },
      corrections: {
        name: 'Corrections',
        means: 'Articles of these days with its own note that something was wrong, unclear or withdrawn.',
      },
      said: { name: 'Quotes most', means: 'In stories in common, if we are sure who said it.' },
      words: {
        name: 'Words',
        means:
          'In stories in common: words it uses far more often than the other outlet, in at least four stories. Names, quotations and copied text don’t count.',
      },
    },
    elsewhere: (count: number) => `${grouped.format(count)} also in other outlets`,
    ahead: (time: string) => `${time} ahead`,
    medianAhead: (time: string) => `typically ${time} ahead`,
    ownShare: (share: string) => `${share} original`,
    undecided: 'source undecided',
    ofArticles: (articles: string, undecided: number) =>
      undecided === 0 ? articles : `${articles}; ${grouped.format(undecided)} more undecided`,
    ofPoints: (count: number) => `of ${plural(count, 'point', 'points')}`,
    after: (days: number) => (days === 0 ? 'the same day' : `${plural(days, 'day', 'days')} later`),
    medianAfter: (days: number) =>
      days === 0 ? 'typically the same day' : `typically ${plural(days, 'day', 'days')} later`,
    times: (own: number, other: number) => `${grouped.format(own)} to ${grouped.format(other)}`,
    noWords: 'No notable words.',
    noCommonLanguage: 'They don’t write in the same language, or there is no text to compare.',
    sideBySide: 'Side by side',
    quotesOf: (speaker: string) => `Quotations of ${speaker}`,
    nothing: 'Nothing here.',
  },
}

/** Feeds that fail or fell silent, and what can be done about them. */
export const troubles = {
  filters: { all: 'All', failing: 'Not working', silent: 'Silent' },
  none: { failing: 'All feeds are working.', silent: 'No feed has fallen silent.' },
  lastArticle: 'Last article',
  usually: (gap: string) => `usually every ${gap}`,
  tryAgain: 'Try selected again',
  unsubscribe: 'Unsubscribe from selected',
  unsubscribeAll: (count: number) => `Unsubscribe from all ${grouped.format(count)}`,
  unsubscribed: (count: number) => `Unsubscribed from ${plural(count, 'feed', 'feeds')}.`,
  findAddress: 'Find new address',
  addressTitle: (feed: string) => `New address for ${feed}`,
  addressNote: 'Its articles and what you read stay.',
  foundOn: (site: string) => `Found on ${site}:`,
  noneFound: (site: string) => `We found no other feed on ${site}.`,
  use: 'Use this',
  otherAddress: 'Other address',
  refused: 'There’s no feed at this address.',
}

/** Texts of which nothing leaves before a moment. */
export const embargo = {
  title: 'Embargo',
  label: 'Embargo until',
  note: 'Until then only you see it here, and nothing of it leaves by mail, message, export or shared page.',
  imported: 'Afterwards it’s an ordinary article.',
  letters: 'Nothing of this newsletter leaves by mail, message, export or shared page until then.',
  until: (time: string) => `Under embargo until ${time}`,
  change: 'Change or end it',
  end: 'End the embargo',
  past: 'The embargo would already be over. Choose a later moment.',
}

/** What a reader sends with the requests of a feed. */
export const ownHeaders = {
  title: 'Cookie and headers',
  sentTo: (host: string) => `Sent only to ${host}.`,
  isPrivate: 'The feed becomes private: nobody else on this server sees it.',
  cookie: 'Cookie',
  userAgent: 'User agent',
  others: 'Other headers',
  othersNote: 'One per line, such as “Authorization: Bearer 123”.',
  keptNote: (kept: string) => `A line with ${kept} keeps its value.`,
  remove: 'Remove',
  goBack: 'Use the shared feed',
  goBackNote: 'Nothing is sent for this feed now. Articles that only your copy has go, unless you saved them.',
  unread: 'With these, we couldn’t load the feed',
  tooMany: 'Use at most 8 other headers, and 8,000 characters in all.',
  problems: {
    'header-name': (name: string) => `“${name}” isn’t a valid header name.`,
    'header-refused': (name: string) => `“${name}” can’t be set: it would change what the request means.`,
    'header-value': (name: string) =>
      `The value of “${name}” is missing, too long, or has characters that headers can’t have.`,
    'header-twice': (name: string) => `“${name}” appears twice.`,
    'header-elsewhere': (name: string) =>
      `The feed’s URL leads from ${name} to another site, which doesn’t get them. Change the URL first.`,
  },
}
