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
  readonly everything: string
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
  readonly dropsNote: string
  readonly noDrops: string
  readonly dropsUnkept: string
  readonly doubtsTitle: string
  readonly doubtsNote: string
  readonly takeAway: string
  readonly house: {
    readonly title: string
    readonly link: string
    readonly lead: string
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
    readonly checkNote: string
    readonly checkedNow: (stories: string, held: string, shown: string) => string
    readonly writtenTitle: string
    readonly writtenNone: string
    readonly writtenLead: string
    readonly kept: string
    readonly droppedHead: string
    readonly use: string
    readonly uses: Readonly<Record<ModelUse, string>>
    readonly why: string
    readonly day: string
    readonly plotTitle: string
    readonly plotCaption: (share: string, peak: string, day: string) => string
    readonly scoresTitle: string
    readonly scoresLead: string
    readonly floorNote: string
    readonly measuredAt: (day: string) => string
    readonly runAgain: string
    readonly set: string
    readonly figure: string
    readonly value: string
    readonly floor: string
    readonly records: string
    readonly samples: Readonly<Record<'in' | 'out' | 'both', string>>
    readonly ownSet: string
    readonly sets: (count: number) => string
    readonly belowFloor: string
    /** What each eval measures, by its name. */
    readonly evals: Readonly<Record<string, string>>
    readonly measures: readonly { readonly name: string; readonly note: string }[]
  }
}

export const auditEn: AuditWords = {
  title: 'Audit',
  ofStory: 'Audit of this story',
  lead: 'Every sentence of an article that this story shows, beside the place where it stands. All of them were held against the stored articles again to make this page.',
  shown: (count) => plural(count, 'sentence shown', 'sentences shown'),
  hold: (count) => plural(count, 'holds', 'hold'),
  fail: (count) => plural(count, 'does not hold', 'do not hold'),
  dropped: (count) => plural(count, 'dropped before it was shown', 'dropped before they were shown'),
  checkedAt: 'Checked',
  parts: {
    headline: 'Headline',
    brief: 'In brief',
    differ: 'Where accounts differ',
    said: 'Who said what',
    commitments: 'Commitments',
    figures: 'Figures',
    timeline: 'Timeline',
    reports: 'What articles share',
    points: 'Which outlet carries which point',
    words: 'Choice of words',
    amendments: 'Corrections',
    summary: 'Summaries',
    background: 'What came before',
    written: 'Written by a model',
  },
  everything: 'Everything',
  hows: { title: 'an article’s title', chosen: 'chosen', quoted: 'quoted' },
  writtenBy: (model) => `written by ${model}`,
  heads: { shown: 'Shown', source: 'Where it stands', checks: 'Checks' },
  same: 'The title of the article, whole.',
  textOf: (number, count) => `text ${number} of ${count}`,
  fetched: 'fetched',
  newest: 'the newest',
  isInNewest: 'The newest text still has these words.',
  isNotInNewest: 'The newest text no longer has these words.',
  whatChanged: 'What was changed',
  missing: 'The article is not stored any more.',
  alsoAt: 'Also cited',
  passed: 'passed',
  failed: 'failed',
  checks: {
    stored: 'article stored',
    unaltered: 'text unaltered',
    words: 'word for word',
    whole: 'nothing added or left out',
    title: 'whole title',
    sentence: 'whole sentence',
    speaker: 'speaker',
    citation: 'words cited',
    form: 'plain sentence',
    quotation: 'quotations',
    number: 'numbers',
    unit: 'units',
    date: 'days and dates',
    name: 'names',
    negation: 'denials',
    modality: 'hedges',
    support: 'every word borne',
    relation: 'who did what',
  },
  checkTitle: 'What each check means',
  checkNotes: {
    stored: 'The article that is cited is stored here.',
    unaltered: 'The stored text is the one that was fetched, letter by letter: a fingerprint of it is its name.',
    words: 'At every place cited stands, letter by letter, what is said to stand there.',
    whole: 'What is shown is what is cited: no letter more, no letter less.',
    title: 'It is the title of the article, whole.',
    sentence: 'It begins where a sentence begins and ends where one ends. A quotation may be a part of one.',
    speaker: 'The article has these words said by this speaker.',
    citation: 'The sentences named are there, and the words given stand in one of them.',
    form: 'It is one plain sentence, without addresses or orders.',
    quotation: 'Words in quotation marks stand so in the article.',
    number: 'Every number is the one in the article, however it is written.',
    unit: 'Every number counts what it counts in the article.',
    date: 'Every date is one of the article.',
    name: 'Every name is one of the article.',
    negation: 'What is denied in the article is denied, and nothing else.',
    modality: 'What may be, is planned or is said by somebody is not told as what is.',
    support: 'Every word that carries meaning stands in what is cited.',
    relation: 'Who did what to whom is as in one sentence of the article.',
  },
  dropsTitle: 'Dropped before they were shown',
  dropsNote: 'When the story was told last, these did not pass where they were to stand, and do not stand there.',
  noDrops: 'Nothing was dropped when this story was told last.',
  dropsUnkept: 'Their number is kept, not their words.',
  doubtsTitle: 'Shown, with a doubt',
  doubtsNote:
    'These stand, since their words are an outlet’s own. But a check had a doubt, such as a number of a title that the text lacks, or a speaker whom the text does not name there.',
  takeAway: 'Export',
  house: {
    title: 'What is shown, and what was dropped',
    link: 'Audit of this server',
    lead: 'Over the stories of the last 30 days: how much of articles was shown, what did not pass the checks, and how well the parts of Twosource do on texts with known answers.',
    stories: (count) => plural(count, 'story', 'stories'),
    shownTitle: 'Shown, by part of the page',
    part: 'Part',
    count: 'Sentences',
    share: 'Share',
    told: (passed, checked) =>
      `Held against their articles once more when they were told: of ${checked} sentences, ${passed} passed every check.`,
    failedBy: 'Checks that failed',
    mostDropped: 'Stories with the most dropped',
    newestDrops: 'Dropped last',
    checkNow: 'Check the stories told last again',
    checkNote: 'Each sentence passed when its story was told. This holds them against the stored articles once more.',
    checkedNow: (stories, held, shown) =>
      `Checked just now: of ${shown} sentences of the ${stories} stories told last, ${held} hold.`,
    writtenTitle: 'What a model wrote',
    writtenNone: 'No model has written anything in these 30 days. Everything shown stands so in an article.',
    writtenLead:
      'Each sentence of a model is held against the sentences it names. What fails one check is dropped and never shown.',
    kept: 'Kept',
    droppedHead: 'Dropped',
    use: 'For',
    uses: {
      summary: 'Summaries',
      background: 'Background',
      answer: 'Answers',
      translation: 'Translation',
      embedding: 'Likeness',
      test: 'Trying the model',
    },
    why: 'The check they failed',
    day: 'Day',
    plotTitle: 'Share of a model’s sentences dropped, by day',
    plotCaption: (share, peak, day) => `Dropped in all: ${share}. The most on one day: ${peak}, on ${day}.`,
    scoresTitle: 'How good it is',
    scoresLead:
      'Each part is scored on texts for which the answers are known. A version whose figure falls below its floor does not pass its own tests.',
    floorNote:
      'Figures run from 0 to 1 unless they count something. Sets of our own are small, and say that a part works rather than how well.',
    measuredAt: (day) => `Measured on ${day}`,
    runAgain: 'To measure again, from the source code:',
    set: 'Set',
    figure: 'Figure',
    value: 'Measured',
    floor: 'Floor',
    records: 'Cases',
    samples: {
      in: 'The rules were made with this set at hand: on other texts expect less.',
      out: 'The rules were made without this set.',
      both: 'The rules were made with a part of this set at hand.',
    },
    ownSet: 'A set of our own.',
    sets: (count) => plural(count, 'set', 'sets'),
    belowFloor: 'below its floor',
    evals: {
      addresses: 'Are addresses of private networks refused, however they are written?',
      ask: 'Does a question about the stored articles find the sentence that answers it, and is it declined where there is none?',
      brief:
        'Do the sentences of a brief stand by themselves, belong to the story and say nothing twice? Judged by reading.',
      checker: 'Are true sentences about an article kept, and those with one thing made wrong rejected?',
      citations: 'Does every sentence shown stand, letter by letter, where it is said to stand?',
      clustering: 'Are articles on the same event put into one story, and others kept apart?',
      commitments: 'Is it found what became of a promise?',
      conflicts: 'Where it is said that accounts differ, do they? Judged by reading.',
      copies: 'Is it found which article is a copy of which, and in which passages?',
      completeness:
        'Is it said rightly whether an article is whole, and are error pages and dialogs no articles? On cases of ours.',
      corrections: 'Are corrections that outlets print found, and told from news about corrections?',
      coverage: 'Where it is said that an outlet left a point out, did it? Judged by reading.',
      differences: 'Are reversals, disputes and promises found, and silence kept where there are none?',
      extraction: 'Is the text of an article taken from its page, all of it and nothing else?',
      feeds: 'Are feeds read as the tests of older feed readers expect, broken ones too?',
      furniture: 'Is it known what stands on all pages of a site, and never an article?',
      headlines: 'Is the headline chosen one that a person would accept?',
      languages: 'Arabic, French, German and Spanish: are sentences, quotations, speakers and times found?',
      lead: 'Does the text of an article have its opening?',
      metadata: 'Are title, authors and day of an article right?',
      names: 'Are people, organizations and places found, and short names joined to full ones?',
      'page-kinds': 'Are lists told from articles, on domains not seen before, and every kind of page from the others?',
      pos: 'Is it known of each word what kind of word it is?',
      quotes: 'Is every quotation found, and given to the one who said it?',
      related: 'Are the stories named as related really related?',
      sanitize: 'Is hostile markup of feeds made harmless, and are the words kept?',
      sentences: 'Are texts cut into sentences where a reader would?',
      statements: 'Are figures, promises and denials found, with who and by when?',
      'story-order': 'Do stories come out the same, in whatever order their articles arrive?',
      summaries: 'How near are the sentences chosen for a short summary to what editors wrote?',
      timelines: 'Are the dates of a long matter the ones an editor chose?',
      times: 'Are phrases such as “last Friday” read as the right day?',
      topics: 'Is it told right what an article is about?',
      translation: 'Are right translations of a sentence kept, and those with one thing wrong found?',
      words: 'Where it is said that outlets chose different words for one thing, did they? Judged by reading.',
    },
    measures: [
      { name: 'precision', note: 'Of what was said, the share that is right.' },
      { name: 'recall', note: 'Of what there is to find, the share that was found.' },
      { name: 'F1 score', note: 'Both in one figure, low when either is low.' },
    ],
  },
}

/** The labels page. */
export const labels = {
  title: 'Who said it?',
  lead: 'What you say here stands above what was computed: on the story, in the article, in search and in what you export. It is known again when the article changes, and can be taken back.',
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
  labeled: (count: number) => `${grouped.format(count)} labeled`,
  left: (count: number) => `${grouped.format(count)} to check`,
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
  ownerOnly: 'Not with your role',
  ownerOnlyLead: 'Who said what is corrected by moderators and by the owner of this server. Ask one of them.',
  byCommand: 'At the machine on which Twosource runs, the command line does it too:',
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
