import { grouped, plural } from './counts-en.ts'

/** The words of the page of an article. */
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

/** The words around an article: how long it is, what comes before and after, how it changed. */
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

/** The words of a citation that was opened. */
export const citation = {
  citation: 'Citation',
  citationHolds: 'These words stand in the text, letter by letter.',
  citationFails: 'These words no longer stand in the text at this place.',
  revision: (index: number, count: number) => `revision ${index} of ${count}`,
  openInArticle: 'Open in the article',
  close: 'Close',
  loading: 'Opening…',
}

/** The words around what one article states. */
export const stated = {
  title: 'What it says',
  promises: 'Promises',
  denials: 'Denials',
  figures: 'Figures',
  /** Before whom words were said to. */
  to: 'to',
  /** Before the one who says so. */
  saidBy: 'said by',
  /** Before the words that are denied, where they stand in another sentence. */
  about: 'about',
}
