import type { AmendmentKind } from '../../core/amendment.ts'
import type { CommitmentState } from '../../core/commitment-state.ts'
import type { StoryChange } from '../../operations/views.ts'
import { grouped, plural } from './counts-en.ts'

/** The words of the page of a story. */
export const story = {
  onThisPage: 'On this page',
  firstReport: 'first',
  newestArticle: 'latest',
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
  translatedWords: 'translated',
  cutShort: 'Another article has more of this, and there it says something else:',
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
  figureBounds: {
    atLeast: (number: string) => `at least ${number}`,
    atMost: (number: string) => `at most ${number}`,
    between: (from: string, until: string) => `${from} to ${until}`,
  },
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
  claimedBy: (name: string) => `only ${name} credits it`,
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
  founded: 'The first article of the story that came in.',
  pictures: 'Pictures',
  seePicture: 'see the picture at the outlet',
  noCaption: 'no caption given',
  credit: 'Credit',
  dropped: (count: number) =>
    `${plural(count, 'statement was', 'statements were')} left out because a check did not pass.`,
  verified: 'Every statement on this page was checked against the text it cites.',
  takeAway: 'Export',
}

/** The ways from the page of a story to what is beside it, and the comparison of two of its articles. */
export const storyPage = {
  beside: 'Beside the story',
  /** Ways to what the page of a long story leaves to another page. */
  allQuotes: (count: number) => `All ${plural(count, 'quotation', 'quotations')}`,
  allArticles: (count: number) => `All ${plural(count, 'article', 'articles')}, and why each is here`,
  allReports: (count: number) => `All ${plural(count, 'report', 'reports')}, with the sentences they share`,
  allPoints: (count: number) => `All ${plural(count, 'point', 'points')}`,
  allFigures: (count: number) => `All ${plural(count, 'figure', 'figures')}`,
  allEvents: (count: number) => `All ${plural(count, 'event', 'events')}`,
  allCommitments: (count: number) => `All ${plural(count, 'commitment', 'commitments')}`,
  allDifferences: (count: number) => `All ${plural(count, 'difference', 'differences')}`,
  compare: {
    title: 'Compare two articles',
    first: 'First',
    second: 'Second',
    show: 'Compare',
    note: 'Sentences much alike stand side by side, with the words marked that the other has not. What stands on one side alone is not in the other text at that place; it may stand elsewhere in it, or in other words.',
    same: (count: number) => `${plural(count, 'sentence', 'sentences')} the same`,
    alike: (count: number) => `${grouped.format(count)} much alike`,
    alone: (count: number) => `${grouped.format(count)} in one alone`,
    kinds: { same: 'the same in both', alike: 'much alike' },
    lacks: 'nothing at this place',
  },
  alsoQuoted: 'Also quoted',
  less: 'Show less',
}

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
  /** Of what was published before the time asked for, and came here after it. */
  readonly cameAt: (time: string) => string
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
  readonly amendmentKinds: Readonly<Record<AmendmentKind, string>>
  readonly moved: string
}

export const since: SinceWords = {
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
  cameAt: (time) => `came in ${time}`,
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
  amendmentKinds: {
    correction: 'correction',
    clarification: 'clarification',
    'editor-note': 'editors’ note',
    update: 'update',
    retraction: 'withdrawn',
  },
  moved: 'moved',
}
