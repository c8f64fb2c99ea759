import type { PageRuleField } from '../../core/page-rule.ts'

/** What went wrong, and what to do. */
type Trouble = Readonly<Record<string, readonly [string, string]>>

/** The words of feeds that are made of pages, and of what stands in for a feed. */
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
  /** Of a feed that cannot be read. */
  readonly problems: Trouble
  /** Of a page of which no feed was made. */
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
