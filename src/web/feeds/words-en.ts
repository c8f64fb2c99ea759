import type { FeedKind } from '../../core/feed/feed-subject.ts'
import type { PageRuleField } from '../../core/feed/page-rule.ts'
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
  readonly pollNote: string
  readonly reload: string
  readonly cancel: string
  readonly cancelNote: string
  readonly lists: string
  readonly addressTitle: string
  readonly addressLead: string
  readonly addressLabel: string
  readonly pages: (page: string, pages: string) => string
  readonly previousPage: string
  readonly nextPage: string
  readonly quota: readonly [string, string]
  readonly tooOften: readonly [string, string]
  readonly unreadable: readonly [string, string]
}

export const listImportEn: ListImportWords = {
  title: 'A list of subscriptions',
  from: 'From',
  feeds: 'Feeds taken in',
  states: { running: 'Coming in', done: 'Done', cancelled: 'Stopped' },
  counts: (added, existing) => `${added} added, ${existing} were here already.`,
  note: 'It comes in in the background, also while this page is closed and after a restart.',
  pollNote:
    'The first feeds are read at once, the others within the hour, so that no server is asked for all together.',
  reload: 'See how far it is now',
  cancel: 'Stop',
  cancelNote: 'What has come in stays.',
  lists: 'Lists that came in last',
  addressTitle: 'A list at an address',
  addressLead: 'An OPML file on the web is fetched once and taken in.',
  addressLabel: 'Address of the list',
  pages: (page, pages) => `Page ${page} of ${pages}`,
  previousPage: 'Page before',
  nextPage: 'Next page',
  quota: ['These would be more feeds than one reader may have here.', 'Leave some out, or ask the owner.'],
  tooOften: ['You have asked for as much as one reader may in an hour.', 'Wait a few minutes and ask again.'],
  unreadable: ['The file is made in a way that is not read.', 'What is wrong with it stands below.'],
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
  addTitle: 'Add sources',
  addByUrl: 'A page or feed',
  addByUrlHint: 'The address of a site or of its feed; feeds are found on the page.',
  address: 'Address',
  folderOptional: 'Folder (optional)',
  addFeed: 'Add',
  importTitle: 'From another reader',
  importHint: 'An OPML file: what every reader exports. Nothing already here is changed.',
  opmlFile: 'OPML file',
  importButton: 'Import',
  packsTitle: 'Starter packs',
  addPacks: 'Add chosen packs',
  youHave: (feeds: string) => `You have ${feeds}.`,
  added: (feeds: string) => `Added ${feeds}.`,
  alreadyHere: (count: number) => `${plural(count, 'was', 'were')} already here.`,
  addedNote: 'They are being read now.',
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
  otherLanguages: 'In other languages',
  begin: 'Start reading',
  or: 'Or add your own',
  demo: 'Just looking? Try it on invented news:',
  steps: ['Choose', 'Fetch', 'Start reading'] as readonly string[],
  stepsLabel: 'Steps',
  reading: 'Fetching your sources',
  readingNote: 'This takes a minute or two. You can leave this page; it continues in the background.',
  first: 'First stories',
  noneYet: 'Stories appear here as articles come in.',
  lookAgain: 'Refresh',
  ready: (stories: string) => `${stories} ready`,
  readyNote: 'New articles now arrive automatically.',
  open: 'Open Today',
  openFeeds: 'Open Feeds',
  waiting: 'No stories yet',
  waitingNote: (articles: string) => `Your feeds have ${articles} to read. Stories appear as new articles are published.`,
  nothing: 'Nothing arrived yet',
  nothingNote: 'Your sources returned no articles. Check your connection.',
  seeFeeds: 'See your feeds',
  noFeeds: 'No sources yet',
  refused: {
    'no-address': ['That isn’t a web address.', 'Try example.org or https://example.org/feed.xml.'],
    'no-feed': ['This page links to no feed.', 'Look for “RSS” or “Feed” on the site and use that link.'],
    gone: ['The publisher has removed this feed.', 'Look for another one on their site.'],
    'not-found': ['There’s nothing at this address.', 'Check the spelling, or enter the site’s address.'],
    forbidden: ['The site refuses feed readers.', 'Some feeds need a personal link: sign in there and copy it.'],
    busy: ['The site asked us to wait.', 'Try again in a few minutes.'],
    'server-error': ['The site has a problem.', 'Try again later.'],
    'too-large': ['That’s too large to load.', 'If it’s a feed, raise TWOSOURCE_FEED_MEGABYTES and restart.'],
    timeout: ['The site didn’t answer in time.', 'Try again.'],
    'refused-address': [
      'This address is on a private network.',
      'To allow it, set TWOSOURCE_ALLOW_PRIVATE=true and restart.',
    ],
    'proxy-error': ['This server’s proxy doesn’t work.', 'Ask the owner to run twosource doctor.'],
    'network-error': ['We couldn’t reach that site.', 'Check the spelling and your connection.'],
    quota: listImportEn.quota,
    'too-often': listImportEn.tooOften,
    'too-deep': listImportEn.unreadable,
    'not-a-feed': ['That’s neither a feed nor a web page.', 'Enter the site’s address; we’ll find its feeds.'],
    'not-opml': ['This file isn’t a list of subscriptions.', 'In your other reader, choose Export and then OPML.'],
    'empty-opml': ['The file lists no feeds.', 'Export it again from your other reader.'],
    'nothing-chosen': ['Nothing was chosen.', 'Choose at least one.'],
    unknown: ['We couldn’t add that.', 'Check it in a browser and try again.'],
  } as Readonly<Record<string, readonly [what: string, then: string]>>,
  details: 'Details',
  lookInside: 'Preview',
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
  readonly link: string
  readonly kinds: Readonly<Record<FeedKind, string>>
  readonly choose: string
  readonly make: string
  readonly makeOf: string
  readonly none: string
  readonly noneNote: string
  readonly madeAt: string
  /** For a URL that cannot be shown again. */
  readonly notShown: string
  readonly revoke: string
  readonly revokeSure: string
  readonly revoked: string
  readonly tooMany: (most: number) => string
  readonly announced: string
  readonly announce: string
  readonly stopAnnouncing: string
  readonly announceNote: string
  readonly alsoAlerts: string
  readonly plain: string
  readonly plainNote: string
  // How a feed describes itself.
  readonly ofStories: string
  readonly ofStory: string
  readonly ofEntity: string
  readonly ofEntries: string
  readonly ofSaved: string
  readonly ofComments: string
  readonly story: string
  readonly original: string
}

export const feedsOutEn: FeedsOutWords = {
  title: 'Feeds for other programs',
  lead: 'Any feed reader can read what is here: as RSS, Atom or JSON Feed, under an address nobody can guess. Whoever has the address can read that feed, and nothing else.',
  link: 'Feed',
  kinds: {
    today: 'Today, once each',
    section: 'Section',
    feeds: 'All my feeds',
    folder: 'Folder',
    starred: 'Starred',
    saved: 'Saved and starred',
    story: 'Story',
    entity: 'Person, organization or place',
    source: 'Source',
    search: 'Search',
    brief: 'Daily brief',
    discussion: 'Discussion',
  },
  choose: 'A feed of',
  make: 'Make an address',
  makeOf: 'A feed of this',
  none: 'No feeds yet',
  noneNote: 'Choose a list above. Stories, people and sources offer theirs under “Feed”.',
  madeAt: 'made',
  notShown:
    'This address was made before addresses could be shown again. It still opens. To see one, end it and make another.',
  revoke: 'End',
  revokeSure: 'Yes, it shall open nothing any more',
  revoked: 'The address opens nothing any more.',
  tooMany: (most) => `You have ${most} addresses. End one first.`,
  announced: 'changes are announced',
  announce: 'Announce changes',
  stopAnnouncing: 'Announce no longer',
  announceNote:
    'Feed readers that know WebSub then get changes at once, from the hub the owner has set. The hub learns the address and what is in the feed.',
  alsoAlerts: 'Alerts have a feed of their own',
  plain: 'Address without a secret',
  plainNote: 'It opens where its page does: in a browser that has signed in, and to anybody where guests may read.',
  ofStories: 'Every story once, with how many independent reports stand behind it.',
  ofStory: 'One entry that is updated as the story grows.',
  ofEntity: 'Stories it is in, and what was said in them.',
  ofEntries: 'Entries as their feeds delivered them.',
  ofSaved: 'What was saved, the latest first.',
  ofComments: 'The newest comments.',
  story: 'The whole story',
  original: 'original',
}

/** Hubs that announce news. */
export type HubWords = {
  /** Before the name of the hub. */
  readonly toldBy: string
  readonly until: string
  readonly lastTold: string
}

export const hubsEn: HubWords = { toldBy: 'Told by the hub at', until: 'until', lastTold: 'last told' }

/** Newsletters and their addresses. */
export type LettersWords = {
  readonly title: string
  readonly lead: string
  readonly name: string
  readonly folder: string
  readonly make: string
  /** Beside the new address. */
  readonly made: string
  readonly madeNote: string
  readonly tooMany: (most: number) => string
  readonly off: string
  readonly offNote: string
  readonly ownerNote: string
  readonly none: string
  readonly noneNote: string
  readonly address: string
  readonly letters: (count: number, shown: string) => string
  readonly lastLetter: string
  readonly noLetter: string
  readonly ended: string
  readonly end: string
  readonly endSure: string
  readonly endedNow: string
  readonly private: string
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
  lead: 'Make an address for a newsletter and subscribe to it with that address. What comes is a feed of yours.',
  name: 'Name of the newsletter',
  folder: 'Folder (optional)',
  make: 'Make an address',
  made: 'The address is made',
  madeNote:
    'Give it to the newsletter where it asks for your mail address. A letter that asks you to confirm comes here too: open it and follow its link.',
  tooMany: (most) => `You have ${most} addresses. Remove a feed of letters first.`,
  off: 'Letters are not taken in here yet',
  offNote: 'Who runs this server has to switch that on.',
  ownerNote: 'Set TWOSOURCE_MAIL_PORT and TWOSOURCE_MAIL_DOMAIN; the guide says how mail gets here.',
  none: 'No addresses yet',
  noneNote:
    'One for each newsletter: if one of them reaches others, you know who gave it away, and end that one alone.',
  address: 'Address',
  letters: (count, shown) => (count === 1 ? '1 letter' : `${shown} letters`),
  lastLetter: 'the last',
  noLetter: 'no letter yet',
  ended: 'ended: letters are refused since',
  end: 'End',
  endSure: 'Yes, refuse letters from now on',
  endedNow: 'Letters to that address are refused from now on. What came stays.',
  private:
    'Only you see what comes here: it is in no search, story or list of others, not even of who runs this server.',
  leaveAt: 'Leave this list at',
  leaveByMail: 'Leave this list by mail to',
  leaveNote: 'nothing is sent before you do',
  leftOut: (count) =>
    count === 1 ? 'A file that came with it is not kept:' : `${count} files that came with it are not kept:`,
  unnamedFile: 'without a name',
  unreadable: [
    'A letter could not be read and was refused.',
    'Its sender was told. The next that can be read ends this note.',
  ],
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
  readonly hints: Readonly<Record<PageRuleField, string>>
  readonly again: string
  readonly subscribe: string
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

const rebuilt = 'The rule finds nothing on the page any more.'

export const pageFeedsEn: PageFeedWords = {
  title: 'Make a feed of a page',
  lead: 'For a site without a feed: the list of headlines on one of its pages is looked at again and again, and what is new on it becomes an entry.',
  link: 'Make a feed of this page',
  address: 'Address of the page with the headlines',
  look: 'Look at it',
  finds: (count) => `What the rule finds now: ${count}`,
  shown: (count) => `The first ${count} are shown.`,
  rule: 'The rule',
  ruleNote: 'Each field takes a CSS selector. Change one and look again; nothing is added until you subscribe.',
  fields: {
    items: 'An entry',
    title: 'Its title',
    link: 'Its link',
    date: 'Its time',
    summary: 'Its summary',
    image: 'Its picture',
    author: 'Its author',
  },
  hints: {
    items: 'What surrounds one headline and all that belongs to it, such as article.teaser',
    title: 'Empty: the heading, else the words of the link',
    link: 'Empty: the link around or in the title',
    date: 'Empty: a time element',
    summary: 'Empty: none',
    image: 'Empty: the first picture',
    author: 'Empty: none',
  },
  again: 'Look again',
  subscribe: 'Subscribe to this feed',
  name: 'Name of the feed',
  others: 'Other lists on this page',
  other: (number) => `List ${number}`,
  noPreview: 'There is no feed yet',
  picture: 'with a picture',
  madeOf: 'Made of a page by a rule',
  ofSitemap: 'Read from a news sitemap',
  change: 'See and change the rule',
  kinds: {
    sitemap: 'news sitemap: what the site tells search engines',
    page: 'made of the page by a rule of this server',
    bridge: 'made by a bridge of this server',
  },
  offers: 'The page names no feed, but this can stand in for one.',
  problems: {
    'rule-empty': [
      rebuilt,
      'The site was probably rebuilt. All entries that came before are still here; change the rule, and it goes on.',
    ],
    'no-rule': [
      'There is no rule for this page any more.',
      'Make the feed anew, or write a rule into the file of rules.',
    ],
    'bad-selector': ['The rule cannot be used.', 'Change it.'],
    'too-much-work': ['The rule takes too long on this page.', 'Use simpler selectors.'],
    'page-too-slow': ['The page took too long to read.', 'It is tried again. If it goes on, use simpler selectors.'],
    'not-a-sitemap': [
      'There is no sitemap at this address any more.',
      'Add the site anew to look for what it has now.',
    ],
  },
  refused: {
    'rule-empty': [
      'The selector for an entry finds nothing on this page.',
      'Look at the page’s source in a browser: pages that are filled by a script show us nothing.',
    ],
    'rule-untitled': [
      'Entries are found, but none with a title and a link.',
      'Say where in an entry the title and the link stand.',
    ],
    'bad-selector': ['One of the selectors cannot be used.', 'See what is said below, and change it.'],
    'too-much-work': ['The selectors take too long on this page.', 'Use simpler ones.'],
    'page-too-slow': ['The page took too long to read.', 'Use simpler selectors, or another page of the site.'],
    'no-list': [
      'No list of headlines was found on this page.',
      'Try the page of a section, or say by a selector what an entry is.',
    ],
    'others-read-it': [
      'Others here read this page by another rule.',
      'Subscribe to theirs among the feeds of this server, or ask the owner to change it.',
    ],
    'no-rsshub': ['This is an address of RSSHub, and this server has none.', 'The owner can set TWOSOURCE_RSSHUB.'],
  },
}

/** A source: its share of original text, what it published first, its state. */
export const source = {
  ownText: 'Original text',
  ownTextNote: 'Original text: the share of its words that appear in no earlier article.',
  hadFirst: 'Reported first',
  editedLater: 'Edited after publication',
  family: (name: string) => `Owned by ${name}. Outlets of one owner don’t count as independent of each other.`,
  latest: 'Latest',
  health: 'Feeds',
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
  wasFirst: 'first',
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
}
