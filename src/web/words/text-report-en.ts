import type { ChosenBy, Mark, MarkedField } from '../../core/text-account.ts'
import type { ToldState, Wrong } from '../../core/told-page.ts'

/** The words of how a text came about, of what is wrong with it, and of the desk where that is mended. */
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
  readonly wrong: Readonly<Record<Wrong, string>>
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
  readonly state: Readonly<Record<ToldState, string>>
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
