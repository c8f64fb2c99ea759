import type { AmendmentKind } from '../../core/annotation.ts'
import type { CoveragePoint, UnknownReason } from '../../core/coverage.ts'
import type { ModelUse } from '../../core/model.ts'
import type { CommitmentState } from '../../core/reading/commitment-state.ts'
import { type IncompleteReason, incompleteReasons } from '../../core/reading/incomplete-reason.ts'
import type { SummaryLength, SummaryPart } from '../../core/summary.ts'
import type { AuditCheck, AuditLine, AuditPart } from '../../operations/stories/audit-views.ts'
import type { DataRefused, exportChoices } from '../../operations/stories/export-data.ts'
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
  readonly instance: {
    readonly title: string
    readonly link: string
    readonly stories: (count: number) => string
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
    readonly use: string
    readonly uses: Readonly<Record<ModelUse, string>>
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
  instance: {
    title: 'Server audit',
    link: 'Audit of this server',
    stories: (count) => plural(count, 'story', 'stories'),
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
    use: 'Used for',
    uses: {
      summary: 'Summaries',
      background: 'Background',
      answer: 'Answers',
      judging: 'Finding answers',
      translation: 'Translation',
      embedding: 'Semantic search',
      test: 'Test',
    },
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
  nothingToCheck: 'Nothing to check',
  noQuotes: 'No quotes in this article.',
  thought: 'Detected',
  sure: (share: string) => `right in ${share} of tested cases`,
  choose: 'Choose…',
  otherName: 'Other name',
  confirm: 'Confirm',
  nobody: 'Unknown',
  notAQuote: 'Not a quote',
  youSaid: 'corrected',
  labeled: (count: number) => `${grouped.format(count)} corrected`,
  left: (count: number) => `${grouped.format(count)} to check`,
  download: 'Download (JSON Lines)',
  corrected: 'Corrected',
  nameIs: 'name',
  noName: 'not a name',
  waits: 'no longer in the article',
  correctThis: 'Correct',
  correctQuotes: 'Correct speakers',
  otherWords: 'Other words and names',
  otherWordsNote: 'For quotes we missed and names we got wrong. Copy the words exactly.',
  within: 'Surrounding text (if they occur twice)',
  meaning: 'are',
  notSaved: 'Not saved',
  ownerOnly: 'Not available with your account',
  ownerOnlyLead: 'Only moderators and the owner of this server can do this.',
  byCommand: 'On the server itself:',
}

/** Moving articles: a story's history, proposals, and the forms that change it. */
export const arranging = {
  notThisStory: 'Not this story…',
  grouping: 'Grouping',
  together: 'Why these articles are together',
  arrange: 'Split, merge or correct',
  founded: 'First article',
  joined: 'Added automatically',
  events: { moved: 'Moved', split: 'Split off', merged: 'Merged', undone: 'Undone' },
  by: { reader: 'by a reader', clustering: 'automatically' },
  afterFirst: (time: string) => `${time} after the first`,
  proposals: (count: number) => plural(count, 'suggested change to this story', 'suggested changes to this story'),
  mayBeOne: 'May be the same event:',
  mayBeApart: (articles: string) => `May be another event: ${articles}`,
  mayBelong: (articles: string) => `May belong to another story: ${articles}`,
  merge: 'Merge',
  split: 'Split',
  dismiss: 'Dismiss',
  lead: 'Your choices override automatic grouping and can be undone.',
  takeOut: 'Remove an article',
  ownStory: 'to its own story',
  withReport: (articles: string) => `with ${articles} of the same report`,
  takeOutButton: 'Remove',
  findStory: 'Find another story',
  find: 'Find',
  noneFound: 'No other story found.',
  standing: 'Your changes',
  kinds: {
    leave: (articles: string) => `${articles} removed`,
    split: (articles: string) => `${articles} split off`,
    merge: (articles: string) => `${articles} merged in`,
  },
  doneNote: 'Both stories will be updated in a few seconds.',
  to: 'To',
  notDone: 'Not done',
  problems: {
    everything: 'A story needs at least one article. Leave one, or merge the story instead.',
    missing: 'That story no longer exists.',
    later: 'A later change builds on this one. Undo that one first.',
  },
  laterOne: 'Later change',
}

/** Which outlet covers which point, and the words outlets chose. */
export const matrix = {
  title: 'What each outlet covered',
  note: '“Not included” appears only when we have the full text and it came out at least an hour after the point was known.',
  point: 'Point',
  kinds: {
    sentence: '',
    figure: 'Figure',
    quotation: 'Quote',
    commitment: 'Promise',
  } as Readonly<Record<CoveragePoint['of'], string>>,
  included: 'Included',
  leftOut: 'Not included',
  earlier: 'Published earlier',
  notKnown: 'Unclear',
  why: {
    incomplete: 'full text not available',
    short: 'the text is short',
    'other-kind': 'not a news article',
    'other-language': 'in another language',
    similar: 'may use other words',
    unverified: 'the passage has changed',
  } as Readonly<Record<UnknownReason, string>>,
  choices: 'Wording differences',
  inHeadline: 'headline',
}

/** How reports are counted. Names come after a label, so that sentences need not inflect around them. */
export const counting = {
  title: 'How reports are counted',
  note: 'Articles that carry the same text count once. Quoting the same person doesn’t count as copying.',
  /** Why the articles of a report are one. */
  because: {
    credit: 'Credited by the outlets; counted once.',
    time: 'The earliest article we have with this text; counted once.',
    alone: 'Shares no passages with any other article.',
    undecided: 'Same text; we can’t tell who published it first.',
  },
  sameOwner: 'Same owner, counted once:',
  partlyOwn: 'Reuses some passages, but more than half is original: counted as independent.',
  takenOver: 'Mostly reused passages: counted with the report they come from.',
  retells: 'Retells another outlet’s report, as it says: counted with that report.',
  opinions: 'Opinion, not counted as reports:',
  mayBeOpinions: 'May be opinion, so not counted as reports:',
  claimed: 'Only one outlet credits it and we don’t have the original, so the source is unconfirmed.',
  agencysText: 'credited to',
  sameQuotation: 'same quotation (not counted as copying)',
  noneFound: 'We don’t have the text it was taken from.',
  /** Before the outlet that has the same sentences. */
  wordForWord: (count: number) => plural(count, 'passage matches', 'passages match'),
  retold: 'Same facts in other words as',
  figures: 'figures in common',
  retoldNote: 'Counted as independent: both may rely on a third source; we can’t tell who reported it first.',
}

type RelationReason = StoryView['related'][number]['reason']

/** Related stories. */
export const relations = {
  related: 'Related stories',
  storyline: 'Earlier in this story',
  thisStory: 'this story',
  inCommon: 'in common',
  matchingWords: 'matching words, by dictionary',
  inOtherLanguages: 'In other languages',
  reasons: {
    'leads to': 'led to this story',
    follows: 'follow-up',
    'same matter': 'same topic, same time',
    'part of': 'the bigger story',
    contains: 'part of this story',
    'same people': 'same people',
    'same place': 'same place',
  } as Readonly<Record<RelationReason, string>>,
}

/** The drawings: what each article counts as, the busiest time, the zoom. */
export const plots = {
  day: 'Day',
  planned: (count: number) => `${grouped.format(count)} planned (dashed).`,
  farther: (count: number) => `${grouped.format(count)} more before or after, in the strip above.`,
  zoom: {
    title: 'Zoom',
    earlier: 'Earlier',
    closer: 'Zoom in',
    farther: 'Zoom out',
    later: 'Later',
    whole: 'Show all',
    hint: 'Also: pinch, Ctrl + wheel, arrow keys, + and −',
  },
  differs: 'figures differ',
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
    note: 'You can read everything. New articles and changes aren’t stored until there is space again; then work continues automatically.',
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
      'Only indexes are damaged; no data is lost. Stop the server, and run this to copy the data into a file with new indexes:',
    newest: 'The newest sound backup is from',
    restore:
      'Stop the server, run this with the same settings, and start it again. The damaged file is kept beside it.',
    none: 'There is no sound backup in the backup folder. Keep the database file as it is, and look for a backup elsewhere.',
  },
}

/** The page of a story. */
export const story = {
  storyTabs: {
    overview: 'Overview',
    quotes: 'Quotes',
    timeline: 'Timeline',
    coverage: 'Coverage',
    changes: 'What changed',
    discussion: 'Discussion',
  },
  firstReport: 'First',
  newestArticle: 'Updated',
  howCounted: 'How we count',
  showNumbers: 'As a table',
  coverageOverTime: 'Over time',
  period: 'Period',
  inBrief: 'In brief',
  accountsDiffer: 'Where accounts differ',
  differNote: 'We show both sides and don’t say who is right.',
  differKinds: {
    reversal: 'The same speaker at different times',
    dispute: 'Two accounts of the same thing',
    figures: 'Different figures for the same thing',
  },
  signaledBy: 'Signaled by',
  unattributed: 'Speaker unknown',
  probably: 'probably',
  inOutletsWords: 'Paraphrased by the outlet',
  partlyInOutletsWords: 'Partly paraphrased',
  translatedWords: 'Translated',
  cutShort: 'Another article quotes more, and there it means something else:',
  attribution: (pattern: string, share: string) => `${pattern}; right in ${share} of tested cases`,
  patterns: {
    'cue-right': 'named after the quote',
    'cue-left': 'named before the quote',
    colon: 'named before a colon',
    continued: 'continues from the paragraph before',
    'run-on': 'continues from the quote before',
    'previous-subject': 'the sentence before is about this person',
    echo: 'the text below attributes these words to this person',
    pronoun: 'a pronoun refers to this person',
    label: 'set by a reader of this server',
    none: 'nobody is named',
  } as Readonly<Record<string, string>>,
  commitments: 'Promises',
  onCondition: 'condition',
  dueBy: 'when',
  figureBounds: {
    atLeast: (number: string) => `at least ${number}`,
    atMost: (number: string) => `at most ${number}`,
    between: (from: string, until: string) => `${from} to ${until}`,
  },
  figureText: (unit: string, from: string, until: string) => `${unit}: from ${from} to ${until}`,
  timelineText: (count: number, from: string, until: string) =>
    `${plural(count, 'event', 'events')} from ${from} to ${until}.`,
  planned: 'planned',
  originalWords: 'reported as',
  byCredit: 'by its credit line',
  byTime: 'earliest we have',
  undecided: 'original source unknown',
  roles: { original: 'original', copy: 'copy', 'partly-own': 'reuses some text', undecided: 'source unknown' },
  outlet: 'Outlet',
  published: 'Published',
  own: 'Original text',
  sharedNames: 'same names',
  sharedWords: 'same words',
  copiedSentences: (count: number) => plural(count, 'shared sentence', 'shared sentences'),
  founded: 'First article of this story',
  pictures: 'Pictures',
  seePicture: 'see it at the outlet',
  noCaption: 'No caption',
  credit: 'Credit',
  dropped: (count: number) => `${plural(count, 'statement', 'statements')} dropped: a check failed`,
  takeAway: 'Export',
}

/** From the page of a story to other pages, and the comparison of two of its articles. */
export const storyPage = {
  beside: 'More about this story',
  tabs: 'Story',
  back: 'Back to overview',
  details: 'Details',
  all: (count: number) => `All ${grouped.format(count)}`,
  allQuotes: (count: number) => `All ${plural(count, 'quotation', 'quotations')}`,
  original: (count: number) => `${grouped.format(count)} original`,
  sharedTexts: (texts: number, articles: number) =>
    `${plural(texts, 'shared text', 'shared texts')}, in ${plural(articles, 'article', 'articles')}`,
  first: 'Reported first',
  keyQuotes: 'Key quotes',
  inOutlets: (count: number) => `In ${plural(count, 'outlet', 'outlets')}`,
  onlyIn: 'Only in',
  directOnly: (count: number) => `Direct quotes ${grouped.format(count)}`,
  bySpeaker: 'By speaker',
  byTime: 'By time',
  noQuotes: 'No quotes match.',
  quotesNote:
    'Direct quotes match the article exactly. Tap a source to see the words in place and how we identified the speaker.',
  noEvents: 'No dates found in these articles.',
  pack: {
    title: 'Evidence pack',
    lead: 'A ZIP file with every sentence, quotation and text of this story and their hashes. You can read and check it offline.',
    download: (size: string) => `Download (${size})`,
    fingerprint: 'Fingerprint',
    note: 'Keep the fingerprint apart from the file. Someone can rebuild the whole pack, but not with the same fingerprint.',
    limits: 'It shows that nothing changed since. It can’t show who made the pack, when, or that a report is true.',
    check: 'To check it',
    changed: 'The story has changed since you opened this page. This is the new pack.',
  },
  compare: {
    title: 'Compare two articles',
    second: 'Second',
    same: (count: number) => `${plural(count, 'sentence', 'sentences')} the same`,
    alike: (count: number) => `${grouped.format(count)} similar`,
    alone: (count: number) => `${grouped.format(count)} in only one`,
    kinds: { same: 'Same in both', alike: 'Similar' },
    lacks: 'Nothing here',
  },
}

/** Changes: what is new since a time, what became of a promise. */
type SinceWords = {
  /** What is new since the reader read the story. */
  readonly newItems: (count: number, time: string) => string
  readonly since: (time: string) => string
  readonly lastRead: string
  readonly yesterday: string
  readonly ownTime: string
  readonly nothing: string
  readonly isNew: string
  /** For articles published before the chosen time that arrived after it. */
  readonly cameAt: (time: string) => string
  readonly kinds: Readonly<Record<StoryChange['kind'], string>>
  readonly newReport: string
  readonly newCopy: string
  readonly notCounted: string
  readonly fromTo: (from: string, to: string) => string
  readonly wordsBefore: string
  readonly wordsNow: string
  readonly states: Readonly<Record<CommitmentState, string>>
  readonly amendments: string
  readonly amendmentKinds: Readonly<Record<AmendmentKind, string>>
}

export const since: SinceWords = {
  newItems: (count, time) => `${grouped.format(count)} new since ${time}`,
  since: (time) => `Since ${time}`,
  lastRead: 'Since you last read it',
  yesterday: 'Last 24 hours',
  ownTime: 'Date and time',
  nothing: 'Nothing changed since then.',
  isNew: 'new',
  cameAt: (time) => `received ${time}`,
  kinds: {
    article: 'New articles',
    revision: 'Edited articles',
    headline: 'New headline',
    point: 'New in brief',
    quote: 'New quotes',
    figure: 'Changed figures',
    commitment: 'New promises',
    'commitment-state': 'Changed promises',
    difference: 'New disagreements',
    amendment: 'Corrections',
  },
  newReport: 'independent report',
  newCopy: 'counted with another report',
  notCounted: 'not counted as a report',
  fromTo: (from, to) => `from ${from} to ${to}`,
  wordsBefore: 'was',
  wordsNow: 'now',
  states: {
    open: 'Open',
    'due-passed': 'Overdue',
    kept: 'Kept',
    broken: 'Not kept',
    withdrawn: 'Withdrawn',
    changed: 'New date',
  },
  amendments: 'Corrections by the outlets',
  amendmentKinds: {
    correction: 'correction',
    clarification: 'clarification',
    'editor-note': 'editor’s note',
    update: 'update',
    retraction: 'withdrawn',
  },
}

/** Summaries and readability. */
export type SummaryWords = {
  /** Titles of the page, each before the story's headline. */
  readonly titles: Readonly<Record<SummaryLength, string>>
  readonly parts: Readonly<Record<SummaryPart['kind'], string>>
  readonly chosen: string
  readonly writtenBy: (model: string) => string
  readonly whose: string
  readonly choices: Readonly<Record<'chosen' | 'written', string>>
  readonly checked: (kept: number, dropped: number) => string
  readonly tooLittle: (kept: number, dropped: number) => string
  readonly noBackground: string
  readonly nothing: string
}

export const summariesEn: SummaryWords = {
  titles: { short: 'In short', medium: 'In brief', long: 'At length' },
  parts: { happened: 'What happened', said: 'Who says what', figures: 'Figures', next: 'What’s next' },
  chosen: 'Quoted, not written: every sentence is taken word for word from an article.',
  writtenBy: (model) => `Written by ${model}. Each sentence was checked against the ones it cites.`,
  whose: 'Words by:',
  choices: { chosen: 'the articles', written: 'a model' },
  checked: (kept, dropped) =>
    dropped === 0
      ? `All ${plural(kept, 'sentence', 'sentences')} passed the checks.`
      : `${plural(kept, 'sentence', 'sentences')} passed the checks, ${dropped} did not and ${dropped === 1 ? 'was' : 'were'} left out.`,
  tooLittle: (kept, dropped) =>
    `A model’s version isn’t shown: only ${kept} of ${plural(kept + dropped, 'sentence', 'sentences')} passed the checks.`,
  noBackground: 'No earlier stories on this topic.',
  nothing: 'We couldn’t get the full text of any article, so there’s no summary.',
}

/** Downloads of tables. */
export type DataOutWords = Readonly<
  Record<
    'title' | 'lead' | 'what' | 'snapshotNote' | 'format' | 'person' | 'personNote' | 'all' | 'from' | 'to',
    string
  >
> & {
  readonly texts: string
  readonly textsNote: string
  readonly download: string
  readonly tables: Readonly<Record<(typeof exportChoices)[number], string>>
  readonly refused: Readonly<Record<DataRefused['why'], string>>
}

export const dataOutEn: DataOutWords = {
  title: 'Download data',
  lead: 'What story pages show, as tables for your own analysis.',
  what: 'What',
  snapshotNote: 'A snapshot is a ZIP with a datasheet. Anyone can check it with “twosource verify”.',
  format: 'Format',
  person: 'Person',
  personNote: 'Full name of a person, organization or place.',
  all: 'All',
  from: 'From',
  to: 'To',
  texts: 'Include the words',
  textsNote: 'Otherwise rows have positions and hashes. The words belong to their publishers.',
  download: 'Download',
  tables: {
    quotations: 'Quotations',
    promises: 'Promises',
    figures: 'Figures',
    reports: 'Reports',
    copies: 'Copied passages',
    snapshot: 'All five, as a snapshot',
  },
  refused: {
    reversed: 'The first day is after the last. Swap them.',
    'no-such-name': 'Nobody by that name is in the news here. Check the spelling.',
    'no-such-source': 'There’s no outlet by that name here.',
    nothing: 'Nothing matches. Try a longer period.',
    'too-large': 'That’s more than 4 GB. Choose a shorter period, or one table at a time.',
  },
}
