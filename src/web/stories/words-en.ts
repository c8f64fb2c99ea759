import type { AmendmentKind } from '../../core/annotation.ts'
import type { CoveragePoint, UnknownReason } from '../../core/coverage.ts'
import type { ModelUse } from '../../core/model.ts'
import type { CommitmentState } from '../../core/reading/commitment-state.ts'
import { type IncompleteReason, incompleteReasons } from '../../core/reading/incomplete-reason.ts'
import type { SummaryLength, SummaryPart } from '../../core/summary.ts'
import type { AuditCheck, AuditLine, AuditPart } from '../../operations/stories/audit-views.ts'
import type { StoryChange, StoryView } from '../../operations/views.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** The audits. */
export type AuditWords = {
  readonly title: string
  readonly ofStory: string
  readonly lead: string
  readonly shown: (count: number) => string
  readonly hold: (count: number) => string
  readonly fail: (count: number) => string
  readonly dropped: (count: number) => string
  readonly checkedAt: string
  readonly parts: Readonly<Record<AuditPart, string>>
  readonly hows: Readonly<Record<Exclude<AuditLine['how'], 'written'>, string>>
  readonly writtenBy: (model: string) => string
  readonly heads: Readonly<Record<'shown' | 'source' | 'checks', string>>
  readonly same: string
  readonly textOf: (number: string, count: string) => string
  readonly fetched: string
  readonly newest: string
  readonly isInNewest: string
  readonly isNotInNewest: string
  readonly whatChanged: string
  readonly missing: string
  readonly alsoAt: string
  readonly passed: string
  readonly failed: string
  readonly checks: Readonly<Record<AuditCheck, string>>
  readonly checkTitle: string
  readonly checkNotes: Readonly<Record<AuditCheck, string>>
  readonly dropsTitle: string
  readonly noDrops: string
  readonly doubtsTitle: string
  readonly doubtsNote: string
  readonly house: {
    readonly title: string
    readonly link: string
    readonly stories: (count: number) => string
    readonly shownTitle: string
    readonly part: string
    readonly count: string
    readonly share: string
    readonly told: (passed: string, checked: string) => string
    readonly failedBy: string
    readonly mostDropped: string
    readonly newestDrops: string
    readonly checkNow: string
    readonly checkedNow: (stories: string, held: string, shown: string) => string
    readonly writtenNone: string
    readonly kept: string
    readonly droppedHead: string
    readonly use: string
    readonly uses: Readonly<Record<ModelUse, string>>
    readonly day: string
    readonly plotTitle: string
    readonly plotCaption: (share: string, peak: string, day: string) => string
    readonly scoresTitle: string
    readonly measuredAt: (day: string) => string
    readonly figure: string
    readonly value: string
    readonly floor: string
    readonly records: string
    readonly sets: (count: number) => string
    readonly belowFloor: string
  }
}

export const auditEn: AuditWords = {
  title: 'Audit',
  ofStory: 'Audit of this story',
  lead: 'Every sentence this story quotes, next to its source, checked again just now.',
  shown: (count) => plural(count, 'sentence shown', 'sentences shown'),
  hold: (count) => plural(count, 'matches', 'match'),
  fail: (count) => plural(count, 'doesn’t match', 'don’t match'),
  dropped: (count) => plural(count, 'dropped', 'dropped'),
  checkedAt: 'Checked',
  parts: {
    headline: 'Headline',
    brief: 'In brief',
    differ: 'Where accounts differ',
    said: 'Quotes',
    commitments: 'Promises',
    figures: 'Figures',
    timeline: 'Timeline',
    reports: 'Shared passages',
    points: 'Coverage',
    words: 'Wording',
    amendments: 'Corrections',
    summary: 'Summaries',
    background: 'Background',
    written: 'Written by a model',
  },
  hows: { title: 'title', chosen: 'chosen', quoted: 'quoted' },
  writtenBy: (model) => `written by ${model}`,
  heads: { shown: 'Shown', source: 'Source', checks: 'Checks' },
  same: 'The full title of the article.',
  textOf: (number, count) => `version ${number} of ${count}`,
  fetched: 'fetched',
  newest: 'latest',
  isInNewest: 'Still in the latest version.',
  isNotInNewest: 'No longer in the latest version.',
  whatChanged: 'See changes',
  missing: 'This article is no longer stored.',
  alsoAt: 'Also in',
  passed: 'passed',
  failed: 'failed',
  checks: {
    stored: 'article stored',
    unaltered: 'text unchanged',
    words: 'word for word',
    whole: 'nothing added or cut',
    title: 'full title',
    sentence: 'full sentence',
    speaker: 'speaker',
    citation: 'cited passages',
    form: 'plain sentence',
    quotation: 'quotations',
    number: 'numbers',
    unit: 'units',
    date: 'dates',
    name: 'names',
    negation: 'negations',
    modality: 'certainty',
    support: 'wording',
    relation: 'who did what',
  },
  checkTitle: 'What we check',
  checkNotes: {
    stored: 'We have the cited article.',
    unaltered: 'Its text is exactly as we fetched it, by fingerprint.',
    words: 'The cited passage is there, letter by letter.',
    whole: 'What is shown is exactly what is cited.',
    title: 'It’s the full title of the article.',
    sentence: 'It’s a full sentence; a quotation may be part of one.',
    speaker: 'The article attributes these words to this person.',
    citation: 'The cited sentences exist and contain these words.',
    form: 'One plain sentence, without links or instructions.',
    quotation: 'Words in quotation marks are in the article.',
    number: 'Every number is in the article.',
    unit: 'Every number counts the same thing as in the article.',
    date: 'Every date is in the article.',
    name: 'Every name is in the article.',
    negation: 'Nothing is denied that the article doesn’t deny.',
    modality: 'Plans and claims aren’t presented as facts.',
    support: 'Every meaningful word is in the cited passage.',
    relation: 'Who did what to whom is as in the article.',
  },
  dropsTitle: 'Dropped',
  noDrops: 'Nothing was dropped.',
  doubtsTitle: 'Shown with a doubt',
  doubtsNote:
    'The outlet’s own words, but something didn’t add up, such as a number in a title that the text doesn’t have.',
  house: {
    title: 'Server audit',
    link: 'Audit of this server',
    stories: (count) => plural(count, 'story', 'stories'),
    shownTitle: 'Shown',
    part: 'Part',
    count: 'Sentences',
    share: 'Share',
    told: (passed, checked) => `When stories were built, ${passed} of ${checked} sentences passed every check.`,
    failedBy: 'Failed checks',
    mostDropped: 'Most dropped',
    newestDrops: 'Recently dropped',
    checkNow: 'Check the latest stories again',
    checkedNow: (stories, held, shown) =>
      `Checked just now: ${held} of ${shown} sentences in the ${stories} latest stories match.`,
    writtenNone: 'No model was used in the last 30 days.',
    kept: 'Kept',
    droppedHead: 'Dropped',
    use: 'Used for',
    uses: {
      summary: 'Summaries',
      background: 'Background',
      answer: 'Answers',
      translation: 'Translation',
      embedding: 'Semantic search',
      test: 'Test',
    },
    day: 'Day',
    plotTitle: 'Share of model sentences dropped, by day',
    plotCaption: (share, peak, day) => `${share} dropped in all; most on ${day}: ${peak}.`,
    scoresTitle: 'Accuracy',
    measuredAt: (day) => `Measured on ${day}`,
    figure: 'Measure',
    value: 'Result',
    floor: 'Minimum',
    records: 'Cases',
    sets: (count) => plural(count, 'set', 'sets'),
    belowFloor: 'below minimum',
  },
}

/** The labels page. */
export const labels = {
  title: 'Who said it?',
  toCheck: 'To check, least certain first',
  ofArticle: 'Quotes in this article',
  allDoubtful: 'All articles',
  nothingToCheck: 'Nothing to check',
  noQuotes: 'No quotes in this article.',
  thought: 'Detected',
  sure: (share: string) => `right in ${share} of tested cases`,
  youSaid: 'corrected',
  saidBy: 'Said by',
  choose: 'Choose…',
  otherName: 'Other name',
  confirm: 'Confirm',
  nobody: 'Unknown',
  notAQuote: 'Not a quote',
  labeled: (count: number) => `${grouped.format(count)} corrected`,
  left: (count: number) => `${grouped.format(count)} to check`,
  progress: 'Progress',
  download: 'Download (JSON Lines)',
  corrected: 'Corrected',
  takeBack: 'Undo',
  nameIs: 'name',
  noName: 'not a name',
  waits: 'no longer in the article',
  correctThis: 'Correct',
  correctQuotes: 'Correct speakers',
  otherWords: 'Other words and names',
  otherWordsNote: 'For quotes we missed and names we got wrong. Copy the words exactly.',
  words: 'Words',
  within: 'Surrounding text (if they occur twice)',
  meaning: 'are',
  name: 'Name',
  notSaved: 'Not saved',
  ownerOnly: 'Not available with your account',
  ownerOnlyLead: 'Only moderators and the owner of this server can do this.',
  byCommand: 'On the server itself:',
}

/** Moving articles: a story's history, proposals, and the forms that change it. */
export const arranging = {
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
  by: { reader: 'by a reader', clustering: 'by automatic grouping' },
  movedHere: { reader: 'A reader put it here, from', clustering: 'Automatic grouping moved it here, from' },
  noReason: 'It came by itself; why was not kept.',
  firstOnes: 'with the first article',
  afterFirst: (time: string) => `${time} after the first article`,
  proposed: 'Proposed',
  proposedNote:
    'Stories much alike are not made one by themselves, and automatic grouping changes nothing in a story a reader arranged. You decide.',
  mayBeOne: 'May be one event with this story:',
  mayBeApart: (articles: string) => `Have more in common with one another than with the rest: ${articles}`,
  mayBelong: (articles: string) => `May belong to another story: ${articles}`,
  into: 'into',
  merge: 'Merge',
  split: 'Split',
  move: 'Move them',
  dismiss: 'Dismiss',
  title: 'Where articles belong',
  lead: 'What you decide here stands above automatic grouping, also when articles change or come again. It can be taken back.',
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
  ownerLead: 'Stories are arranged by moderators and by the owner of this server. Ask one of them.',
}

/** Which outlet covers which point, and the words outlets chose. */
export const matrix = {
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
  } as Readonly<Record<UnknownReason, string>>,
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
  /** Above the list of articles, when the points have a table of their own. */
  articlesNote: 'How much of each article’s text is its own, and why it is here.',
  first: 'first:',
}

/** How reports are counted. Names come after a label, so that sentences need not inflect around them. */
export const counting = {
  title: 'How the reports are counted',
  note: 'Articles that carry one text count once. Open a report to see its articles and the sentences they share.',
  /** Before the number of articles of a report: the one all others stem from. */
  because: {
    credit: 'A credit line, a byline or the feed names it; its text counts once, whoever prints it.',
    time: 'The earliest article we saw with this text; the others carry it too.',
    alone: 'No other outlet here carries this text.',
    undecided: 'One text stands in several articles; neither a credit line nor the time tells who had it first.',
  },
  sameOwner: 'One owner, counted once though each wrote its own:',
  partlyOwn: 'Takes passages over, but half of its words and more are its own: a report of its own.',
  takenOver: 'Takes passages over and counts with the report they are from.',
  claimed: 'One outlet alone credits it, and its own article is not here: whose text it is, nothing else tells.',
  agencyNotHeld: 'Credits the agency; that text is not among the agency’s articles in this story.',
  agencysText: 'credited to',
  sameQuotation: 'the same quotation, which is no copying',
  noneFound: 'The text it was taken from is not among the articles of this story.',
  /** Before the outlet that has the same sentences. */
  wordForWord: 'Word for word, or nearly, also in',
  passages: 'Passages in common',
  retold: 'Same facts in the same order, in other words, as',
  retoldNote: 'Counted as a report of its own: both may have it from a third, and we do not know who told it first.',
  figures: 'Figures in common',
}

type RelationReason = StoryView['related'][number]['reason']

/** Related stories. */
export const relations = {
  related: 'Related stories',
  storyline: 'Storyline',
  thisStory: 'this story',
  /** Before the title of the story that links it to the storyline. */
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

/** The drawings: what each article counts as, the busiest time, the zoom. */
export const plots = {
  /** What an article counts as, with a count: labels in a drawing, so short. */
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
  flags: 'Names: the first article of each independent report.',
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

/** Why a text is incomplete; each `{}` is the page's words, a number, or another reason, in the order of the English. */
export type IncompleteWords = Readonly<Record<IncompleteReason, string>>

export const incompleteEn: IncompleteWords = incompleteReasons

/** Semantic matches. */
export type MeaningWords = {
  /** Before the name of the model. */
  readonly closeBy: string
  readonly alsoClose: string
  /** Before the name of the model. */
  readonly note: string
}

export const meaningEn: MeaningWords = {
  closeBy: 'close in meaning by the model',
  alsoClose: 'Also close in meaning',
  note: 'They need not have a word of the search. So says the model',
}

type TroubleWords = {
  readonly title: string
  /** On every page, as long as it lasts. */
  readonly note: string
  /** A link to instructions for the owner, or the instruction itself. */
  readonly whatToDo: string
  /** The answer when something could not be saved or read. */
  readonly refused: string
}

/** A server that can't save anything now: its disk is full, its database damaged, or its file gone. */
export type RoomWords = Readonly<Record<'disk-full' | 'damaged' | 'file-gone', TroubleWords>> & {
  readonly rescue: {
    /** Who can do something; the command follows. */
    readonly ask: string
    readonly damaged: string
    /** When only indexes are damaged; the commands follow. */
    readonly remake: string
    /** The time follows. */
    readonly newest: string
    /** The command follows. */
    readonly restore: string
    readonly none: string
  }
}

export const roomEn: RoomWords = {
  'disk-full': {
    title: 'The disk of this server is full',
    note: 'You can read everything. News and changes are not kept until there is room again; then all goes on automatically.',
    whatToDo: 'What takes up room',
    refused: 'This could not be kept, and nothing was changed. Do it again when there is room.',
  },
  damaged: {
    title: 'Part of this server’s database is damaged',
    note: 'You can read what is not damaged. News and changes are not kept until the database is restored.',
    whatToDo: 'What to do',
    refused: 'This could not be read or kept, and nothing was changed. Other pages can still be read.',
  },
  'file-gone': {
    title: 'The data folder of this server is gone',
    note: 'You can still read. News and changes are not kept: the database file was removed, moved or replaced while the server runs.',
    whatToDo: 'Stop the server, put the folder back, and start it again.',
    refused: 'This could not be kept, and nothing was changed.',
  },
  rescue: {
    ask: 'Whoever runs this server sees what is damaged and what to do with',
    damaged: 'Damaged',
    remake:
      'Only indexes are damaged: all that is kept is there. Stop the server, and run this to copy it into a file with new indexes:',
    newest: 'The newest sound backup is from',
    restore:
      'Stop the server, run this with the same settings, and start it again. The damaged file is kept beside it.',
    none: 'There is no sound backup in the backup folder. Keep the database file as it is, and look for a backup elsewhere.',
  },
}

/** The page of a story. */
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

/** From the page of a story to other pages, and the comparison of two of its articles. */
export const storyPage = {
  beside: 'Beside the story',
  /** Links to what the page of a long story leaves to another page. */
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

/** Changes: what is new since a time, what became of a promise. */
type SinceWords = {
  readonly since: (time: string) => string
  readonly sinceShort: string
  readonly lastHour: string
  readonly yesterday: string
  readonly ownTime: string
  readonly show: string
  readonly nothing: string
  readonly isNew: string
  /** For articles published before the chosen time that arrived after it. */
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
  since: (time) => `What changed since ${time}`,
  sinceShort: 'What changed since',
  lastHour: 'the last hour',
  yesterday: 'yesterday',
  ownTime: 'a date and time',
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

/** Summaries and readability. */
export type SummaryWords = {
  /** Titles of the page, each before the story's headline. */
  readonly titles: Readonly<Record<SummaryLength, string>>
  /** Names of the lengths in links. */
  readonly lengths: Readonly<Record<SummaryLength, string>>
  readonly length: string
  readonly parts: Readonly<Record<SummaryPart['kind'], string>>
  readonly chosen: string
  readonly writtenBy: (model: string) => string
  readonly whose: string
  readonly choices: Readonly<Record<'chosen' | 'written', string>>
  readonly checked: (kept: number, dropped: number) => string
  readonly tooLittle: (kept: number, dropped: number) => string
  readonly background: string
  readonly backgroundNote: string
  readonly noBackground: string
  readonly nothing: string
  readonly words: (count: number) => string
  readonly minutes: (count: number) => string
  readonly aSentence: (count: number) => string
  readonly grade: Readonly<Record<'flesch-kincaid' | 'lix', (value: number) => string>>
  readonly gradeNote: Readonly<Record<'flesch-kincaid' | 'lix', string>>
  readonly reading: string
}

export const summariesEn: SummaryWords = {
  titles: { short: 'In short', medium: 'In brief', long: 'At length' },
  lengths: { short: 'short', medium: 'brief', long: 'long' },
  length: 'Length',
  parts: { happened: 'What happened', said: 'Who says what', figures: 'Figures', next: 'What is next' },
  chosen: 'Chosen, not written: every sentence stands in an article, word for word.',
  writtenBy: (model) => `Written by ${model}. Each sentence was checked against those it cites.`,
  whose: 'Whose words:',
  choices: { chosen: 'the articles’', written: 'a model’s' },
  checked: (kept, dropped) =>
    dropped === 0
      ? `All ${plural(kept, 'sentence', 'sentences')} passed the checks.`
      : `${plural(kept, 'sentence', 'sentences')} passed the checks, ${dropped} did not and ${dropped === 1 ? 'was' : 'were'} left out.`,
  tooLittle: (kept, dropped) =>
    `A model wrote this too, but too little of it passed the checks (${kept} of ${plural(kept + dropped, 'sentence', 'sentences')}): the chosen sentences stand.`,
  background: 'Background',
  backgroundNote: 'Earlier stories on the same matter, the oldest first, each with a sentence of its own.',
  noBackground: 'No earlier story on this matter is known here.',
  nothing: 'No article of this story is held whole, so nothing is summarized.',
  words: (count) => plural(count, 'word', 'words'),
  minutes: (count) => `${count} min`,
  aSentence: (count) => `${plural(count, 'word', 'words')} a sentence`,
  grade: {
    'flesch-kincaid': (value) => `Flesch–Kincaid grade ${value}`,
    lix: (value) => `LIX ${value}`,
  },
  gradeNote: {
    'flesch-kincaid': 'School years it takes to read it, by the length of sentences and words; counted by rule.',
    lix: 'Words a sentence and share of long words: under 30 easy, over 50 hard.',
  },
  reading: 'How it reads:',
}
