import type { Answer, QuestionKind } from '../../core/answer.ts'
import type { ClaimCheck } from '../../core/claim.ts'
import type { WritingFailure } from '../../operations/search/answer-writer.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** Asking: the form, the answer, what was searched, and a model's answer. */
export type AskingWords = {
  readonly title: string
  readonly lead: string
  readonly note: string
  readonly ask: string
  readonly key: string
  readonly ofStory: string
  readonly ofDay: string
  /** About a person, an organization or a place. */
  readonly aboutOf: (name: string) => string
  readonly where: string
  readonly onlyStory: string
  readonly onlyEntity: string
  readonly period: string
  readonly fromDay: string
  readonly untilDay: string
  readonly everywhere: string
  readonly change: string
  readonly answer: string
  readonly declined: string
  readonly why: Readonly<Record<Extract<Answer, { kind: 'declined' }>['reason'], string>>
  readonly understood: string
  readonly sorts: Readonly<Record<QuestionKind, string>>
  readonly withWordsOf: (terms: string) => string
  readonly saidByOf: (name: string) => string
  readonly betweenDays: (from: string, until: string) => string
  readonly sinceDayOf: (from: string) => string
  readonly beforeDayOf: (until: string) => string
  readonly untilDayOf: (until: string) => string
  readonly afterQuestionOf: (question: string) => string
  readonly searched: string
  readonly sentences: (count: number) => string
  readonly publishedIn: (period: string) => string
  readonly missing: string
  readonly isCut: string
  readonly nearest: string
  readonly nearestNote: string
  readonly said: string
  readonly sure: (share: number) => string
  readonly alsoIn: string
  readonly passages: (count: number) => string
  readonly conflicts: string
  readonly conflictsNote: string
  readonly other: string
  readonly askOn: string
  readonly askOnLabel: string
  readonly askOnNote: string
  readonly next: string
  readonly when: string
  readonly howMany: string
  readonly whoElse: string
  readonly whatSaidBy: (name: string) => string
  readonly howManyOf: (unit: string) => string
  readonly whatPromisedBy: (name: string) => string
  readonly thread: string
  readonly anew: string
  readonly searchInstead: string
  readonly askInstead: string
  readonly wider: string
  readonly examples: string
  readonly written: string
  readonly writtenNote: string
  readonly byModelOf: (name: string) => string
  readonly write: string
  readonly writing: string
  readonly writingNote: string
  readonly characters: (count: number) => string
  readonly cancel: string
  readonly again: string
  readonly failures: Readonly<Record<WritingFailure, string>>
  readonly dropped: (dropped: number, all: number) => string
  readonly noneDropped: string
  readonly checks: Readonly<Record<ClaimCheck, string>>
  readonly tooLittle: string
  readonly passageNumber: (number: number) => string
}

export const askingEn: AskingWords = {
  title: 'Ask',
  lead: 'Ask a question',
  note: 'Answers are sentences of articles, word for word, each with its place. Where they do not answer the question, that is said.',
  ask: 'Ask',
  key: 'ask a question',
  ofStory: 'Ask this story',
  ofDay: 'Ask about this day',
  aboutOf: (name) => `Ask about ${name}`,
  where: 'Where to look',
  onlyStory: 'Only in this story',
  onlyEntity: 'Only about',
  period: 'Only in a period',
  fromDay: 'From',
  untilDay: 'To',
  everywhere: 'In all articles',
  change: 'Change the question or this',
  answer: 'Answer',
  declined: 'No answer was found',
  why: {
    nothing: 'Nothing in what was searched has to do with this question.',
    thin: 'What was found says too little about this question to be an answer.',
    'no-question': 'This asks nothing that could be looked up. Name somebody or something.',
  },
  understood: 'Looked for',
  sorts: {
    who: 'a person or an organization',
    what: 'what happened',
    when: 'a time',
    where: 'a place',
    'how-many': 'a number',
    why: 'a reason',
    how: 'a way',
    'yes-no': 'whether it is so',
    said: 'what was said',
    'who-said': 'who said it',
  },
  withWordsOf: (terms) => `with the words ${terms}`,
  saidByOf: (name) => `said by ${name}`,
  betweenDays: (from, until) => `between ${from} and ${until}`,
  sinceDayOf: (from) => `since ${from}`,
  beforeDayOf: (until) => `before ${until}`,
  untilDayOf: (until) => `until ${until}`,
  afterQuestionOf: (question) => `following on “${question}”`,
  searched: 'Searched',
  sentences: (count) => plural(count, 'sentence', 'sentences'),
  publishedIn: (period) => `published ${period}`,
  missing: 'Stands nowhere in it',
  isCut: 'More matched than was read; a narrower question finds more.',
  nearest: 'Nearest passages',
  nearestNote: 'These are not an answer. They are what comes nearest to the question.',
  said: 'Said by',
  sure: (share) => `right in ${Math.round(share * 100)}% of tested cases`,
  alsoIn: 'also in',
  passages: (count) => plural(count, 'passage', 'passages'),
  conflicts: 'Passages that differ',
  conflictsNote: 'Both stand as published. Which of them is right is not decided here.',
  other: 'Other articles',
  askOn: 'Ask on',
  askOnLabel: 'Your next question',
  askOnNote: 'It may lean on this one: “and when?”, “what did she say?”',
  next: 'Could be asked next',
  when: 'When?',
  howMany: 'How many?',
  whoElse: 'Who else said something about it?',
  whatSaidBy: (name) => `What did ${name} say?`,
  howManyOf: (unit) => `How many ${unit}?`,
  whatPromisedBy: (name) => `What will ${name} do?`,
  thread: 'Asked before this',
  anew: 'Ask something else',
  searchInstead: 'Search for these words instead',
  askInstead: 'Ask this as a question',
  wider: 'Ask all articles instead',
  examples: 'Questions to begin with',
  written: 'Written by a model',
  writtenNote:
    'Each sentence was checked against the passages it names; what did not hold was dropped. The passages stand below.',
  byModelOf: (name) => `by ${name}`,
  write: 'Let the model write an answer from these passages',
  writing: 'The model is still writing',
  writingNote:
    'Nothing of it is shown before it has been checked. The passages below are the answer meanwhile; look again in a moment.',
  characters: (count) => `${plural(count, 'character', 'characters')} so far, not yet checked`,
  cancel: 'Stop writing',
  again: 'Try again',
  failures: {
    off: 'The model is switched off.',
    'over-budget': 'The budget of the day for the model is used up.',
    timeout: 'The model did not answer in time.',
    cancelled: 'The writing was stopped.',
    'too-long': 'The model wrote more than it was allowed, and all of it was dropped.',
    failed: 'The model could not be asked.',
    unreadable: 'What the model wrote could not be read, and was dropped.',
    'refused-by-pages': 'The pages that answer ask that no model be given their text.',
    busy: 'The model is busy with other questions. Try again in a minute.',
  },
  dropped: (dropped, all) =>
    `${grouped.format(dropped)} of ${plural(all, 'sentence was', 'sentences were')} dropped, because of:`,
  noneDropped: 'No sentence was dropped.',
  checks: {
    citation: 'words or passages that are not there',
    form: 'its form: an address, markup or an order',
    quotation: 'a quotation that does not stand there',
    number: 'a number',
    unit: 'a unit',
    date: 'a date',
    name: 'a name',
    negation: 'a “not” too many or too few',
    modality: 'a plan or a guess told as a fact',
    speaker: 'who said it',
    support: 'words that the passages do not bear',
    relation: 'facts joined that are not joined there',
  },
  tooLittle: 'The model wrote an answer, but too little of it held. The passages stand alone.',
  passageNumber: (number) => `Passage ${grouped.format(number)}`,
}

/** Search results, or their absence. */
export const search = {
  speaker: 'Said by',
  quotations: 'Quotations',
  articlesHeading: 'Articles',
  nothingFound: 'Nothing found',
  nothingFoundNote: (query: string) =>
    `Searched every article and quotation held for “${query}”. Try fewer or other words.`,
  moreResults: 'More results',
}

/** Searching: query syntax, filters, saved searches. */
export const find = {
  tabs: { stories: 'Stories', articles: 'Articles', quotes: 'Quotations', people: 'People and names' },
  results: 'Results',
  moreThan: (count: string, _total: number) => `more than ${count}`,
  lead: 'Search stories, articles, quotations and people',
  narrow: 'Narrow the search',
  said: 'Said by',
  from: 'Outlet',
  after: 'From this day',
  before: 'Before this day',
  anyLanguage: 'any',
  apply: 'Narrow',
  keys: {
    said: 'said by',
    from: 'from',
    in: 'in',
    after: 'from',
    before: 'before',
    lang: 'language',
    section: 'section',
  },
  removeThis: (part: string) => `Remove: ${part}`,
  notReadOf: (part: string) =>
    `“${part}” was not understood and filters nothing. A time is written as in:2026-08, after:2026-08-01 or before:2026-09-01; a language as lang:ar.`,
  order: 'Order',
  best: 'Best match',
  newest: 'Newest',
  matching: (count: number) => plural(count, 'of its articles matches', 'of its articles match'),
  searchedOf: (what: string) => `Searched all that is held for ${what}.`,
  loosen: 'You could look for more:',
  without: (part: string, _of: string) => `without “${part}”`,
  otherTab: 'Found instead:',
  capped: (day: string, _count: string) =>
    `Only the newest matches are put in order. There are older ones, before ${day}:`,
  older: 'search those',
  how: 'How to search',
  hows: [
    'both words, in any order',
    'a phrase, as it stands',
    'without a word',
    'quotations of a speaker',
    'one outlet',
    'a month; also in:2026, in:2026-08-19, after:, before:',
    'a language',
    'a section',
  ] as readonly string[],
  examples: 'Examples that find something now',
  saved: 'Saved searches',
  saveSearch: 'Save this search',
  isSaved: 'Saved as',
  name: 'Name',
  rename: 'Rename',
  removeSearch: 'Remove',
  fresh: (count: string, _total: number) => `${count} new`,
  feed: 'feed',
  savedNote: 'Each says how many articles came since you looked, and is a feed of its own.',
  removed: 'The search was removed.',
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  previous: 'Results before',
  unattributed: 'speaker not known',
  quotesCount: (count: number) => plural(count, 'quotation', 'quotations'),
}
