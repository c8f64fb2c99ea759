import type { CommitmentState } from '../../core/commitment-state.ts'
import type { CoveragePoint, Unknown } from '../../core/coverage.ts'
import type { StoryChange, StoryView } from '../../operations/views.ts'

/** Chooses by English number: `1 article`, `2 articles`. */
const plural = (count: number, one: string, many: string) => `${grouped.format(count)} ${count === 1 ? one : many}`
const grouped = new Intl.NumberFormat('en-GB')

export type Explanation = { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }

/** The words around what changes: why a story stands where it does, what is new since a time, what became of a promise. */
type SinceWords = {
  readonly whyHere: string
  /** Of an independent count, the age of the newest, and the count of the last hours. */
  readonly place: (reports: string, newest: string, recent: string | undefined) => string
  readonly newInHours: (count: number, hours: number) => string
  readonly followed: string
  readonly order: string
  readonly since: (time: string) => string
  readonly sinceShort: string
  readonly lastHour: string
  readonly yesterday: string
  readonly ownTime: string
  readonly show: string
  readonly nothing: string
  readonly isNew: string
  readonly kinds: Readonly<Record<StoryChange['kind'], string>>
  readonly newReport: string
  readonly newCopy: string
  readonly fromTo: (from: string, to: string) => string
  readonly wordsBefore: string
  readonly wordsNow: string
  readonly titleBefore: string
  readonly states: Readonly<Record<CommitmentState, string>>
  readonly newDate: string
  readonly dateWas: string
  readonly amendments: string
  readonly amendmentsNote: string
  readonly amendmentKinds: { readonly correction: string; readonly clarification: string; readonly update: string }
  readonly moved: string
}

type RelationReason = StoryView['related'][number]['reason']

/** The words of the labels page. */
const labels = {
  title: 'Who said it?',
  lead: 'What you say here stands above what was computed: on the story, in the article, in search and in what you take away. It is known again when the article changes, and can be taken back.',
  toCheck: 'To check, the least sure first',
  ofArticle: 'Quotations of the article',
  allDoubtful: 'The least sure of all articles',
  nothingToCheck: 'Nothing to check',
  nothingToCheckNote: 'Every speaker of the newest articles is sure enough, or has been checked.',
  noQuotes: 'There are no quotations in this article.',
  thought: 'Found',
  sure: (share: string) => `right in ${share} of tested cases`,
  nobodyFound: 'nobody named',
  isNone: 'not a quotation',
  youSaid: 'set on this server',
  saidBy: 'Said by',
  choose: 'choose…',
  otherName: 'or another name',
  confirm: 'Confirm',
  nobody: 'Nobody is known',
  notAQuote: 'Not a quotation',
  labeled: (count: number) => `${count.toLocaleString('en-GB')} labeled`,
  left: (count: number) => `${count.toLocaleString('en-GB')} to check`,
  progress: 'Labeled so far',
  download: 'Download as JSON lines',
  downloadNote: 'For measuring the rules (npm run eval), and for another Twosource (twosource label --import).',
  corrected: 'Corrected',
  takeBack: 'Take back',
  nameIs: 'name',
  noName: 'no name',
  waits: 'does not apply: its words are no longer in the article',
  correctThis: 'correct this',
  correctQuotes: 'Correct who said what',
  otherWords: 'Other words and names',
  otherWordsNote:
    'Words that nothing marked as a quotation, or a name that was taken for another. Letter by letter; where they stand more than once, with a passage around them.',
  words: 'The words',
  within: 'In the passage (if they stand more than once)',
  meaning: 'are',
  meantSpeaker: 'said by',
  meantPerson: 'the person',
  meantOrganization: 'the organization',
  meantPlace: 'the place',
  name: 'Name',
  set: 'Set',
  notSaved: 'Not saved',
  ownerOnly: 'Only at this machine',
  ownerOnlyLead:
    'There are no accounts yet, so labels are set only by who sits at the machine on which Twosource runs. This request came from elsewhere, or through a proxy.',
  ways: 'Ways to do it',
  onMachine: 'In a browser on that machine, open',
  byTunnel: 'From your own machine, make a tunnel and open the same address:',
  byCommand: 'Or use the command line on that machine:',
}

/** The words around where articles belong: a story's history, what is proposed, and the forms that change it. */
const arranging = {
  notThisStory: 'not this story…',
  history: 'History',
  earlier: (count: string) => `${count} earlier`,
  arrange: 'Split, merge, or take an article out',
  founded: 'The story began with',
  joined: 'Joined by itself:',
  cameFrom: (articles: string) => `${articles} moved here from`,
  wentTo: (articles: string) => `${articles} moved to`,
  splitFrom: (articles: string) => `Split off with ${articles} from`,
  splitInto: (articles: string) => `${articles} split off as`,
  mergedIn: (articles: string) => `${articles} came with a story that was merged into this one:`,
  mergedInto: (articles: string) => `Merged, with ${articles}, into`,
  cameBack: (articles: string) => `Taken back: ${articles} returned from`,
  wentBack: (articles: string) => `Taken back: ${articles} returned to`,
  by: { reader: 'by a reader', clustering: 'by clustering' },
  movedHere: { reader: 'A reader put it here, from', clustering: 'Clustering moved it here, from' },
  noReason: 'It came by itself; why was not kept.',
  firstOnes: 'with the first article',
  afterFirst: (time: string) => `${time} after the first article`,
  proposed: 'Proposed',
  proposedNote:
    'Stories much alike are not made one by themselves, and clustering changes nothing in a story a reader arranged. You decide.',
  mayBeOne: 'May be one event with this story:',
  mayBeApart: (articles: string) => `Have more in common with one another than with the rest: ${articles}`,
  mayBelong: (articles: string) => `May belong to another story: ${articles}`,
  into: 'into',
  merge: 'Merge',
  split: 'Split',
  move: 'Move them',
  dismiss: 'Dismiss',
  title: 'Where articles belong',
  lead: 'What you decide here stands above clustering, also when articles change or come again. It can be taken back.',
  takeOut: 'Take an article out',
  takeOutNote: 'It leaves this story and does not come back by itself.',
  ownStory: 'into a story of its own',
  withReport: (articles: string) => `together with ${articles} of the same report`,
  takeOutButton: 'Take it out',
  splitTitle: 'Split',
  splitNote: 'The chosen articles become a story of their own; the others keep the address of this one.',
  splitButton: 'Split off the chosen ones',
  mergeTitle: 'Merge',
  mergeNote: 'Both become one story, under the address of this one; links to the other lead here.',
  mergeButton: 'Merge into this story',
  findStory: 'Words of the other story',
  find: 'Find',
  noneFound: 'No other story was found.',
  standing: 'Decided',
  takeBack: 'Take back',
  kinds: {
    leave: (articles: string) => `${articles} taken out`,
    split: (articles: string) => `${articles} split off`,
    merge: (articles: string) => `${articles} merged in`,
  },
  done: 'Done',
  undone: 'Taken back',
  doneNote: 'Both stories are being told anew; that takes a few seconds.',
  from: 'From',
  to: 'To',
  notDone: 'Not done',
  problems: {
    everything: 'That is the whole story: leave one article in it, or merge it with another story.',
    missing: 'There is no such story any more.',
    later: 'A later choice builds on this one. Take that one back first.',
  },
  laterOne: 'The later choice',
  ownerLead:
    'There are no accounts yet, so stories are arranged only by who sits at the machine on which Twosource runs. This request came from elsewhere, or through a proxy.',
}

/** The words around which outlet carries which point, and around the words outlets chose. */
const matrix = {
  title: 'Who carries which point',
  note: 'The main points of the story, word for word. An outlet is said to leave a point out only when its whole text, published an hour or more after the point was first told, has nothing like it.',
  point: 'Point',
  table: 'Points and outlets, from point',
  kinds: {
    sentence: '',
    figure: 'figure',
    quotation: 'quotation',
    commitment: 'promise',
  } as Readonly<Record<CoveragePoint['of'], string>>,
  carries: 'carries it, paragraph',
  leftOut: 'left out',
  earlier: 'published before it was known',
  notKnown: 'not known',
  why: {
    incomplete: 'its text is not held whole',
    short: 'its text is short',
    'other-kind': 'it is no news article',
    'other-language': 'it is in another language',
    similar: 'it may say so in other words',
    unverified: 'its passage no longer holds',
  } as Readonly<Record<Unknown, string>>,
  onlyHere: 'only here',
  onlyHereNote: 'one independent report has it; the other texts held whole do not',
  leftOutBy: 'left out by',
  carriedBy: 'carried by',
  earlierBy: 'published before:',
  notKnownOf: 'not known of',
  legendCarries: 'carries it: opens the sentence',
  choices: 'In other words',
  choicesNote:
    'Passages that are alike but for one word: who says which, side by side. Nothing is said about which word is better.',
  inHeadline: 'headline',
  /** Above the list of articles, where the points have a table of their own. */
  articlesNote: 'How much of each article’s text is its own, and why it is here.',
  first: 'first:',
}

/** The words around related stories. */
const relations = {
  related: 'Related stories',
  storyline: 'Storyline',
  thisStory: 'this story',
  /** Before the title of the story through which one belongs to the storyline. */
  through: 'through',
  inCommon: 'in common',
  inOtherLanguages: 'In other languages',
  sameEventIn: (language: string) => `The same event in ${language}`,
  storylineText: (count: string, from: string, until: string, place: string) =>
    `${count} stories of one matter from ${from} to ${until}; this is number ${place}.`,
  reasons: {
    'leads to': 'leads to this story',
    follows: 'follows this story',
    'same matter': 'the same matter, at the same time',
    'part of': 'this story is part of it',
    contains: 'a part of this story',
    'same people': 'the same people',
    'same place': 'the same place',
  } as Readonly<Record<RelationReason, string>>,
}

/** The words around how reports are counted. Names stand after a label, so that no sentence bends around them. */
const counting = {
  title: 'How the reports are counted',
  note: 'Articles that carry one text count once. Open a report to see its articles and the sentences they share.',
  /** Before the number of articles of a report: one that all others stem from. */
  because: {
    credit: 'A credit line, a byline or the feed names it; its text counts once, whoever prints it.',
    time: 'The earliest article we saw with this text; the others carry it too.',
    alone: 'No other outlet here carries this text.',
    undecided: 'One text stands in several articles; neither a credit line nor the time tells who had it first.',
  },
  sameOwner: 'One owner, counted once though each wrote its own:',
  partlyOwn: 'Takes passages over, but half of its words and more are its own: a report of its own.',
  takenOver: 'Takes passages over and counts with the report they are from.',
  agencyNotHeld: 'Names the agency, whose own text is not among the articles of this story.',
  agencysText: 'the agency’s text, by the credit line:',
  sameQuotation: 'the same quotation, which is no copying',
  noneFound: 'The text it was taken from is not among the articles of this story.',
  /** Before the outlet in which the same sentences stand. */
  wordForWord: 'Word for word, or nearly, also in',
  passages: 'Passages in common',
  retold: 'Same facts in the same order, in other words, as',
  retoldNote: 'Counted as a report of its own: both may have it from a third, and we do not know who told it first.',
  figures: 'Figures in common',
}

/** The words around what one article states. */
const stated = {
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

const since: SinceWords = {
  whyHere: 'why here',
  place: (reports, newest, recent) => `${reports}, the newest ${newest}${recent === undefined ? '' : `, ${recent}`}`,
  newInHours: (count, hours) => `${plural(count, 'new one', 'new ones')} in the last ${hours} hours`,
  followed: 'you follow it',
  order: 'Stories with two independent reports or more come first, then by how many, how new and how fast they grow.',
  since: (time) => `What changed since ${time}`,
  sinceShort: 'What changed since',
  lastHour: 'the last hour',
  yesterday: 'yesterday',
  ownTime: 'a time (UTC)',
  show: 'Show changes',
  nothing: 'Nothing changed in this story since then.',
  isNew: 'new',
  kinds: {
    article: 'New articles',
    revision: 'Edited articles',
    headline: 'New headline',
    point: 'New in brief',
    quote: 'New quotations',
    figure: 'Figures that changed',
    commitment: 'New commitments',
    'commitment-state': 'Commitments that changed',
    difference: 'Newly differing accounts',
    amendment: 'Corrections by outlets',
  },
  newReport: 'independent report',
  newCopy: 'counted with another report',
  fromTo: (from, to) => `from ${from} to ${to}`,
  wordsBefore: 'was',
  wordsNow: 'now',
  titleBefore: 'headline was',
  states: {
    open: 'open',
    'due-passed': 'date passed',
    kept: 'kept',
    broken: 'not kept',
    withdrawn: 'withdrawn',
    changed: 'date changed',
  },
  newDate: 'now',
  dateWas: 'before',
  amendments: 'Corrections by the outlets',
  amendmentsNote: 'What outlets themselves say they corrected or changed.',
  amendmentKinds: { correction: 'correction', clarification: 'clarification', update: 'update' },
  moved: 'moved',
}

/** How the product counts, judges and labels, in plain words: the page every figure links to. */
const explanations: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'Independent reports',
    paragraphs: [
      'Twenty outlets can carry one report. Articles whose sentences stand word for word in another article belong to one group, and a group counts once, however many outlets print it. A story with 27 articles and 4 independent reports was reported four times and copied 23 times.',
      'Who had it first is known from a credit line (“by an agency”), or else from the earliest time we saw. When neither tells, the page says that it is not known.',
      'Sharing a quotation is not copying: two reporters in one room write down the same words. Outlets of one owner are not counted as independent of each other.',
      '“Own” is the share of an article’s words that stand in no earlier article of the story. Every story shows its reports one by one, with the sentences that its articles share and a link to both places.',
      'Some articles tell the same facts with the same figures in the same order, in other words. Those are marked. They still count: both may have it from a third, and we do not know who told it first.',
    ],
  },
  {
    id: 'citations',
    title: 'Citations',
    paragraphs: [
      'Every statement on a story page names the sentence it came from: the outlet and the number of the paragraph (¶). The link opens that sentence in its paragraph.',
      'Before a page is written, each citation is compared letter by letter with the stored text. A statement whose citation does not hold is left out, and the page says how many were.',
      'An article that changes becomes a new revision. The old one is kept, so that a citation keeps saying what it said.',
    ],
  },
  {
    id: 'differences',
    title: 'Where accounts differ',
    paragraphs: [
      'Two statements are set side by side only where a reporter’s own sentence says that they differ, or where the same figure is given differently for the same time. That sentence is cited too.',
      'There is no verdict: both are shown, with who said them. A number that grows from hour to hour is an update, not a difference.',
    ],
  },
  {
    id: 'confidence',
    title: 'How sure we are of a speaker',
    paragraphs: [
      'A quotation is shown only as it stands in the text. Who said it is found by a pattern: a name after the words, a name before them, a pronoun, and so on. Each pattern was tested on labeled articles, and its share of right answers is shown under “how we know”.',
      'Below 60% the page says “probably”. When nobody is named, the quotation stays unattributed.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates and incomplete texts',
    paragraphs: [
      'A date worked out from words such as “on Friday” stands beside those words.',
      'Pages behind a paywall, live pages, videos, index pages and texts whose beginning is missing are labeled as such and are not summarized as articles.',
    ],
  },
  {
    id: 'privacy',
    title: 'What leaves this machine',
    paragraphs: [
      'The server asks outlets for their feeds and pages, and nobody else for anything. Your browser asks only this server: no picture, font or script comes from elsewhere. What you read is kept here.',
    ],
  },
]

/** Names of the upper IPTC Media Topics; absent: the English name of the vocabulary. Our own translations. */
const topicNames: Readonly<Record<string, string>> = {}

/** The frame around every page: where one can go, the keys, what is live, the citation beside the text, listening. */
const frame = {
  places: {
    following: 'Following',
    people: 'People',
    saved: 'Saved',
    brief: 'Brief',
    notes: 'Notes',
    history: 'History',
    settings: 'Settings',
    admin: 'Admin',
  },
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
    f: 'follow',
    u: 'undo what was just done',
    '/': 'search',
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
  goOn: 'Go on',
  stop: 'Stop',
  speed: 'Speed',
  compare: 'Compare the wordings',
}

const app = {}

const people = {}

const outlets = {}

const mine = {
  follow: 'Follow',
  unfollow: 'Unfollow',
  followed: 'You follow this now.',
  unfollowed: 'You no longer follow this.',
  mute: 'Mute',
  unmute: 'Unmute',
  muted: 'Muted.',
  muteFor: (label: string, period: string) => `Mute ${label} ${period}`,
  periods: { day: 'for a day', week: 'for a week', month: 'for a month', always: 'for good' },
  save: 'Save',
  unsave: 'Remove from saved',
  saved: 'Saved.',
  unsaved: 'Removed from saved.',
}

const day = {}

const brief = {}

const find = {}

const plots = {
  /** What an article is worth as a report, counted: labels in a drawing, so short. */
  worth: {
    own: (count: number) => `${grouped.format(count)} own reporting`,
    retold: (count: number) => `${grouped.format(count)} retold`,
    partly: (count: number) => `${grouped.format(count)} partly own`,
    agency: (count: number) => plural(count, 'agency copy', 'agency copies'),
    copy: (count: number) => plural(count, 'copy', 'copies'),
    unknown: (count: number) => `${grouped.format(count)} not known`,
  },
  worthLong: {
    own: 'own reporting',
    retold: 'the same facts in other words',
    partly: 'an excerpt and words of its own',
    agency: 'copy of an agency’s text',
    copy: 'copy of another outlet’s text',
    unknown: 'who had it first is not known',
  },
  busiest: (articles: string, period: string) => `Busiest: ${articles}, ${period}.`,
  flags: 'The names stand at the first article of each independent report.',
  day: 'Day',
  state: 'State',
  happened: 'reported as past',
  planned: (count: number) => `${grouped.format(count)} of them planned (dashed).`,
  farther: (count: number) => `${grouped.format(count)} more before or after, in the strip above.`,
  zoom: {
    title: 'Zoom',
    earlier: 'Earlier',
    closer: 'Closer',
    farther: 'Farther',
    later: 'Later',
    whole: 'Whole time',
    hint: 'Also: pinch, Ctrl and wheel, arrow keys, + and −',
  },
  differs: 'figures differ',
  began: 'Began',
  story: 'Story',
}

const storyPage = {
  beside: 'Beside the story',
  /** Ways to what the page of a long story leaves to another page. */
  allQuotes: (count: number) => `All ${plural(count, 'quotation', 'quotations')}`,
  allArticles: (count: number) => `All ${plural(count, 'article', 'articles')}, and why each is here`,
  allReports: (count: number) => `All ${plural(count, 'report', 'reports')}, with the sentences they share`,
  allPoints: (count: number) => `All ${plural(count, 'point', 'points')}`,
  allFigures: (count: number) => `All ${plural(count, 'figure', 'figures')}`,
  allEvents: (count: number) => `All ${plural(count, 'event', 'events')}`,
  allCommitments: (count: number) => `All ${plural(count, 'commitment', 'commitments')}`,
  alsoQuoted: 'Also quoted',
  less: 'Show less',
}

const articlePage = {}

const settings = {
  title: 'Settings',
  lead: 'What you choose here takes effect at once, in every browser that opens this server.',
  saved: 'Saved.',
  on: 'On this page',
  thisBrowser: 'This browser keeps its own choice from the foot of a page; saving here replaces it.',
  sections: {
    appearance: 'Appearance',
    reading: 'Reading',
    language: 'Language and time',
    pictures: 'Pictures',
    privacy: 'Privacy',
    keyboard: 'Keyboard',
    data: 'Your data',
    offline: 'Offline copies',
  },
  names: {
    theme: 'Colors',
    density: 'Spacing',
    textSize: 'Size of text',
    typeface: 'Typeface of articles',
    home: 'First page',
    riverOrder: 'Order in Feeds',
    riverShow: 'Feeds begins with',
    riverLook: 'How entries look',
    language: 'Language of the pages',
    timeZone: 'Time zone',
    weekStart: 'First day of the week',
    images: 'Pictures in articles',
    history: 'Reading history',
    keys: 'Single-key shortcuts',
  },
  notes: {
    theme: 'Light or dark; left to the system, it changes with the time of day if the system does.',
    density: 'Dense shows more lines on a screen, with the same words.',
    textSize: 'All text of all pages. Your browser’s own zoom works on top of it.',
    typeface: 'What articles and headlines are set in; buttons and lists keep theirs.',
    home: 'What opens when you come in without an address.',
    riverOrder: 'Which end of the river you stand at. Oldest first suits those who read everything.',
    riverShow: 'You can switch on the page; this is only where it begins.',
    riverLook: 'With the first words, as one line each, or with the whole text ready to open in place.',
    language: 'Menus, explanations, dates and numbers. Articles keep the language they were written in.',
    timeZone: 'All times are shown in it, with its name at the foot of each page.',
    weekStart: 'Where weeks are drawn or counted.',
    images:
      'A picture is loaded from the outlet, which then learns that somebody looked. Ask: nothing is loaded until you press.',
    history:
      'Keeps which stories and articles you opened and when, so that pages can say what is new since. It stays in the database of this server.',
    keys: 'Letters such as j, k and s do things without a modifier. Turn them off if they get in the way of speech input.',
  },
  values: {
    theme: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    density: { comfortable: 'Comfortable', dense: 'Dense' },
    textSize: { small: 'Small', medium: 'Medium', large: 'Large', largest: 'Very large' },
    typeface: { serif: 'With serifs', sans: 'Without serifs' },
    home: {
      today: 'Today: the stories of the day',
      feeds: 'Feeds: everything as it comes',
      brief: 'Brief: a short cited digest',
    },
    riverOrder: { newest: 'Newest first', oldest: 'Oldest first' },
    riverShow: { unread: 'Unread', all: 'All' },
    riverLook: { cards: 'With first words', list: 'One line each', expanded: 'Text in place' },
    language: { auto: 'As the browser asks' },
    weekStart: { auto: 'As usual in this language', monday: 'Monday', sunday: 'Sunday', saturday: 'Saturday' },
    images: { ask: 'Ask each time', on: 'Always show', off: 'Never' },
    history: { on: 'Keep it', off: 'Do not keep it' },
    keys: { on: 'On', off: 'Off' },
  },
  asServer: (zone: string) => `As the server (${zone})`,
  zoneHint: 'Begin to type a city, such as Cairo or Paris.',
  zoneUnknown: (zone: string) => `“${zone}” is no time zone we know. Nothing was changed; choose one of the list.`,
  clock: (time: string) => `It is now ${time}.`,
  keptTitle: 'What is kept about you',
  keptNote: 'All of it lies in the database of this server and is in the export below.',
  kept: {
    starred: 'starred entries',
    saved: 'saved',
    follows: 'followed',
    mutes: 'muted',
    notes: 'notes',
    searches: 'saved searches',
    visits: 'pages in the reading history',
    corrections: 'corrections of speakers and names',
    choices: 'choices about stories',
  },
  nothingKept: 'Nothing yet.',
  leaves: 'What leaves this server',
  leavesLines: [
    'It asks outlets for their feeds and articles, with its name in the User-Agent, without cookies and without anything about you.',
    'Pages load nothing from elsewhere: no fonts, scripts, counters or pictures, unless you ask for a picture.',
    'Links to an outlet do not tell it which page you came from.',
    'Nothing is sent to the makers of this program. There is no account anywhere.',
  ] as readonly string[],
  keyList: 'The shortcuts',
  dataNote: 'Everything here is yours and opens in other programs.',
  takeOpml: 'Subscriptions (OPML)',
  takeOpmlNote: 'The list of your feeds with their folders, as every reader takes it in.',
  takeLabels: 'Corrections (JSON lines)',
  takeLabelsNote: 'What you said about speakers and names, each with the words it is about.',
  bringIn: 'Bring subscriptions in',
  bringInNote: 'From another reader’s OPML file; nothing that is here is changed.',
  backup: 'A copy of the whole database',
  backupNote: 'On the Admin page: made while everything goes on, and how to put it back.',
}

const admin = {}

const firstRun = {}

const river = {}

/** Every word of the interface, in English. Another language is another object of this shape. */
export const en = {
  /** The language in its own words, as it is offered. */
  ownName: 'English',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  number: (count: number) => grouped.format(count),
  percent: (share: number) => `${Math.round(share * 100)}%`,

  // ── frame ──
  skip: 'Skip to content',
  mainNavigation: 'Main',
  today: 'Today',
  feeds: 'Feeds',
  sources: 'Sources',
  add: 'Add',
  jobs: 'Jobs',
  about: 'How it works',
  search: 'Search',
  searchLabel: 'Search articles and quotations',
  theme: 'Appearance',
  themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  language: 'Language',
  save: 'Save',
  timesIn: (zone: string) => `Times are ${zone}.`,
  noTracking: 'No tracking, nothing loaded from elsewhere.',
  justNow: 'just now',
  opensElsewhere: 'original',

  // ── counts ──
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
  ofTotal: (total: number) => `of ${grouped.format(total)}`,
  independentOf: (reports: number, total: number) =>
    `${plural(reports, 'independent report', 'independent reports')} in ${plural(total, 'article', 'articles')}`,
  more: (count: number) => `${grouped.format(count)} more`,

  // ── today ──
  storiesFrom: (stories: string, articles: string, sources: string) => `${stories} from ${articles}, ${sources}`,
  previousDay: 'Day before',
  nextDay: 'Day after',
  filters: 'Filters',
  section: 'Section',
  everySection: 'All sections',
  everyLanguage: 'All languages',
  seenAll: (stories: string) => `You have seen this day’s ${stories}.`,
  oneSourceOnly: 'One source only',
  oneSourceNote: 'A single report, not confirmed elsewhere.',
  quietlyEdited: 'Edited after publication',
  noStories: 'No stories on this day',
  noStoriesNote: 'Stories appear here as soon as articles have been read. Look at another day, or add more sources.',
  noneUnderFilter: 'No stories under this filter',
  showEverything: 'Show everything',
  badges: {
    new: 'new',
    developing: 'developing',
    changed: 'changed',
    'one source only': 'one source only',
    differs: 'accounts differ',
  },

  // ── first run ──
  welcome: 'Every story once, with every source',
  welcomeLead:
    'Twosource reads the feeds you choose, puts articles on the same event together, shows who really reported it and who copied, and what each person said. Every sentence opens the sentence it came from.',
  welcomeStart: 'Choose sources',
  welcomeDemo: 'Or look at an invented day first:',
  gathering: 'Reading your sources for the first time',
  gatheringNote: 'Stories appear below as articles are read. You can leave this page open, or come back.',

  // ── story ──
  onThisPage: 'On this page',
  firstReport: 'first',
  changedAt: 'changed',
  howCounted: 'how this is counted',
  independence: 'Independent reports',
  independenceText: (reports: string, articles: string, largest: string) =>
    `${articles}, of them ${reports}. The largest group comes from ${largest}.`,
  showNumbers: 'As a table',
  coverageOverTime: 'Coverage over time',
  coverageText: (articles: string, from: string, until: string) => `${articles} between ${from} and ${until}.`,
  ownReporting: 'own reporting',
  copied: 'copies',
  period: 'Period',
  inBrief: 'In brief',
  accountsDiffer: 'Where accounts differ',
  differKinds: {
    reversal: 'The same speaker, at another time',
    dispute: 'Two accounts of one thing',
    figures: 'Figures for the same thing',
  },
  signaledBy: 'Signaled by',
  whoSaidWhat: 'Who said what',
  unattributed: 'Not attributed',
  unattributedNote: 'Quotations whose speaker we could not tell.',
  probably: 'probably',
  inOutletsWords: 'in the outlet’s words',
  partlyInOutletsWords: 'partly in the outlet’s words',
  carriedBy: (outlets: string) => `carried by ${outlets}`,
  howWeKnow: 'how we know',
  attribution: (pattern: string, share: string) => `${pattern}; right in ${share} of tested cases`,
  patterns: {
    'cue-right': 'the speaker is named after the words',
    'cue-left': 'the speaker is named before the words',
    colon: 'the speaker is named before a colon',
    continued: 'goes on from the paragraph before',
    'run-on': 'goes on from the quotation before',
    'previous-subject': 'the sentence before is about this person',
    echo: 'the text below gives these words to this person',
    pronoun: 'a pronoun stands for this person',
    label: 'a reader of this server said so',
    none: 'nobody is named',
  } as Readonly<Record<string, string>>,
  moreQuotes: (count: number) => `${grouped.format(count)} more from this speaker`,
  moreSpeakers: (count: number) => `${plural(count, 'more speaker', 'more speakers')}`,
  commitments: 'Commitments',
  onCondition: 'on condition',
  dueBy: 'when',
  figuresOverTime: 'Figures over time',
  figureText: (unit: string, from: string, until: string) => `${unit}: from ${from} to ${until}`,
  timeline: 'Timeline',
  timelineText: (count: number, from: string, until: string) =>
    `${plural(count, 'event', 'events')} from ${from} to ${until}.`,
  planned: 'planned',
  originalWords: 'in the words',
  origins: 'Where it comes from',
  originOf: (articles: string) => `origin of ${articles}`,
  alone: 'reported alone',
  original: 'original',
  byCredit: 'by its credit line',
  byTime: 'earliest we saw',
  undecided: 'who had it first is not known',
  sameOwner: (name: string) => `same owner: ${name}`,
  ownShare: (share: string) => `${share} own`,
  roles: { original: 'original', copy: 'copy', 'partly-own': 'partly own', undecided: 'not known' },
  coverage: 'Coverage',
  coverageNote: 'Which outlet carries which point of “In brief”, how much of its text is its own, and why it is here.',
  outlet: 'Outlet',
  published: 'Published',
  own: 'Own',
  point: (number: number) => `Point ${number}`,
  carries: 'carries it',
  doesNotCarry: 'does not',
  whyHere: 'Why here',
  sharedNames: 'same names',
  sharedWords: 'same words',
  copiedSentences: (count: number) => plural(count, 'sentence in common', 'sentences in common'),
  score: 'score',
  founded: 'The first article of the story.',
  pictures: 'Pictures',
  seePicture: 'see the picture at the outlet',
  noCaption: 'no caption given',
  credit: 'Credit',
  dropped: (count: number) =>
    `${plural(count, 'statement was', 'statements were')} left out because a citation did not hold letter by letter.`,
  verified: 'Every statement on this page was checked against the text it cites.',
  takeAway: 'Take away',

  // ── citation ──
  citation: 'Citation',
  citationHolds: 'These words stand in the text, letter by letter.',
  citationFails: 'These words no longer stand in the text at this place.',
  revision: (index: number, count: number) => `revision ${index} of ${count}`,
  openInArticle: 'Open in the article',
  close: 'Close',
  loading: 'Opening…',

  // ── article ──
  by: 'By',
  updated: 'updated',
  readOriginal: 'Read at the outlet',
  kinds: {
    article: 'article',
    live: 'live page',
    video: 'video page',
    audio: 'audio page',
    gallery: 'gallery',
    roundup: 'roundup',
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
  topicByWords: 'by its words',
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

  // ── river ──
  allFeeds: 'All feeds',
  noFolder: 'No folder',
  show: 'Show',
  shows: { unread: 'Unread', all: 'All', starred: 'Starred' },
  markRead: 'Mark read',
  markUnread: 'Mark unread',
  star: 'Star',
  unstar: 'Remove star',
  markAllRead: 'Mark all read',
  nothingUnread: 'Nothing unread here',
  nothingStarred: 'Nothing starred here',
  nothingHere: 'Nothing here yet',
  olderEntries: 'Older',
  inStory: 'story',
  readHere: 'article',
  feedSettings: 'Feed settings',
  move: 'Move',
  moveTo: 'Move to folder',
  refresh: 'Refresh',
  refreshAll: 'Refresh all',
  remove: 'Remove feed',
  removeSure: 'Yes, remove this feed and its entries',
  lastPolled: 'last read',
  nextPoll: 'next',
  never: 'never',
  stopped: 'stopped',
  failing: (count: number) => `failed ${plural(count, 'time', 'times')}`,
  exportOpml: 'Export subscriptions (OPML)',
  noFeeds: 'No feeds yet',
  undo: 'Undo',
  markedRead: 'Marked as read.',
  markedUnread: 'Marked as unread.',
  failedToSave: 'That was not saved. Try again.',

  // ── source ──
  ownText: 'Own text',
  ownTextNote: 'Mean share of its articles’ words that stand in no earlier article.',
  hadFirst: 'Had it first',
  hadFirstOf: (first: number, stories: number) => `${grouped.format(first)} of ${plural(stories, 'story', 'stories')}`,
  editedLater: 'Edited after publication',
  family: (name: string) => `Belongs to ${name}; outlets of one owner are not counted as independent of each other.`,
  latest: 'Latest',
  health: 'Health',
  noSources: 'No sources yet',

  // ── search ──
  searchTips: 'Words are all required; “quotation marks” keep a phrase together; -word leaves it out.',
  speaker: 'Said by',
  speakerHint: 'a name, for quotations',
  quotations: 'Quotations',
  articlesHeading: 'Articles',
  nothingFound: 'Nothing found',
  nothingFoundNote: (query: string) =>
    `Searched every article and quotation held for “${query}”. Try fewer or other words.`,
  moreResults: 'More results',

  // ── add ──
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
  packsHint: 'Lists of outlets to begin with. Choose several; remove what you do not want later.',
  addPacks: 'Add chosen packs',
  demoHint: 'To look around without the network, run',
  demoAfter: 'it serves an invented day of news.',
  youHave: (feeds: string) => `You have ${feeds}.`,
  added: (feeds: string) => `Added ${feeds}.`,
  alreadyHere: (count: number) => `${plural(count, 'was', 'were')} already here.`,
  addedNote: 'They are being read now.',
  chooseFeed: 'This page has several feeds. Which one?',
  notAdded: 'Not added',

  // ── jobs ──
  isBusy: 'working',
  isIdle: 'nothing to do',
  feedsPolled: 'Feeds read',
  articlesRead: 'Articles read',
  storiesMade: 'Stories written',
  waiting: 'waiting',
  running: 'running',
  failed: 'failed',
  failures: 'Failures',
  noFailures: 'No failures.',
  retry: 'Try again',
  retryAll: 'Try all again',
  attempts: (count: number) => plural(count, 'attempt', 'attempts'),
  failingFeeds: 'Failing feeds',
  queue: 'Queue',
  store: 'Store',
  storeOk: 'in order',
  storeBad: 'not in order',
  jobKinds: {
    'ingest-entry': 'read an article',
    'refresh-story': 'write a story',
    tidy: 'tidy up',
  } as Readonly<Record<string, string>>,
  progress: 'Progress',
  newStories: 'New stories are ready: show them',

  // ── keyboard ──
  keys: 'Keyboard',
  keysOn: 'Use single-key shortcuts',

  // ── problems ──
  notFound: 'Not here',
  notFoundNote: 'There is nothing at this address. It may have been removed, or the address may be incomplete.',
  refused: 'Refused',
  refusedNote: 'This request came from another site and was not carried out.',
  badRequest: 'Not understood',
  badRequestNote: 'Something in this request is missing or malformed. Go back and try again.',
  tooLarge: 'Too large',
  tooLargeNote: 'What was sent is larger than this page accepts.',
  broken: 'Something broke here',
  brokenNote: 'This is our mistake, and it has been written to the log. Nothing you have is lost.',
  backToToday: 'Go to Today',

  // ── parts with words of their own ──
  labels,
  arranging,
  matrix,
  relations,
  counting,
  stated,
  since,
  explanations,
  topicNames,
  frame,
  app,
  people,
  outlets,
  mine,
  day,
  brief,
  find,
  plots,
  storyPage,
  articlePage,
  settings,
  admin,
  firstRun,
  river,
}

/** The shape every interface language has. */
export type Words = typeof en
