import type { Answer } from '../../core/answer.ts'
import type { WritingFailure } from '../../operations/search/answer-writer.ts'
import { grouped, plural } from '../layout/words-en.ts'

/** Asking: the form, the answer, what was searched, and a model's answer. */
export type AskingWords = {
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
  readonly everywhere: string
  readonly change: string
  readonly answer: string
  readonly nothing: string
  readonly why: Readonly<Record<Extract<Answer, { kind: 'nothing' }>['reason'], string>>
  readonly understood: string
  readonly sinceDayOf: (from: string) => string
  readonly untilDayOf: (until: string) => string
  readonly searched: string
  readonly sentences: (count: number) => string
  readonly missing: string
  readonly isCut: string
  readonly closest: string
  readonly closestNote: string
  readonly mentions: string
  readonly articleMentions: string
  readonly firstHere: string
  /** The first article here carries another's report. */
  readonly reportOf: (name: string) => string
  readonly alsoIn: string
  readonly conflictsNote: string
  readonly other: string
  readonly askOn: string
  readonly askOnNote: string
  readonly when: string
  readonly howMany: string
  readonly whoElse: string
  readonly whatSaidBy: (name: string) => string
  readonly howManyOf: (unit: string) => string
  readonly whatPromisedBy: (name: string) => string
  readonly whatDiffers: string
  readonly whatChanged: string
  readonly whatWhen: string
  readonly whoIsOf: (name: string) => string
  readonly whatHappenedIn: (name: string) => string
  readonly thread: string
  readonly anew: string
  readonly searchInstead: string
  readonly askInstead: string
  readonly wider: string
  readonly examples: string
  readonly judging: string
  readonly chosenByOf: (name: string) => string
  readonly written: string
  readonly writtenNote: string
  readonly byModelOf: (name: string) => string
  readonly write: string
  readonly writing: string
  readonly writingNote: string
  readonly characters: (count: number) => string
  readonly failures: Readonly<Record<WritingFailure, string>>
  readonly dropped: (dropped: number, all: number) => string
  readonly tooLittle: string
  readonly passageNumber: (number: number) => string
}

export const askingEn: AskingWords = {
  lead: 'Ask a question',
  note: 'Answers are quoted word for word, with sources.',
  ask: 'Ask',
  key: 'ask a question',
  ofStory: 'Ask about this story',
  ofDay: 'Ask about this day',
  aboutOf: (name) => `Ask about ${name}`,
  where: 'Search in',
  onlyStory: 'This story only',
  onlyEntity: 'Only about',
  period: 'Dates',
  fromDay: 'From',
  everywhere: 'All articles',
  change: 'Change',
  answer: 'Answer',
  nothing: 'Nothing found',
  why: {
    nothing: 'We found no article about this.',
    'no-question': 'Please name a person, place or topic.',
  },
  understood: 'Looked for',
  sinceDayOf: (from) => `since ${from}`,
  untilDayOf: (until) => `until ${until}`,
  searched: 'Searched',
  sentences: (count) => plural(count, 'sentence', 'sentences'),
  missing: 'Not found',
  isCut: 'There are more matches. Narrow your question to see them.',
  closest: 'Closest passages',
  closestNote: 'We aren’t sure that any of these answers your question.',
  mentions: 'Mentions',
  articleMentions: 'Its article mentions',
  firstHere: 'first here',
  reportOf: (name) => `first here, from ${name}`,
  alsoIn: 'also in',
  conflictsNote: 'Shown as published. We don’t judge which is right.',
  other: 'Other articles',
  askOn: 'Ask a follow-up',
  askOnNote: 'Follow-ups work: “and when?”',
  when: 'When?',
  howMany: 'How many?',
  whoElse: 'Who else said something about it?',
  whatSaidBy: (name) => `What did ${name} say?`,
  howManyOf: (unit) => `How many ${unit}?`,
  whatPromisedBy: (name) => `What did ${name} promise?`,
  whatDiffers: 'What do accounts differ on?',
  whatChanged: 'What changed?',
  whatWhen: 'What happened when?',
  whoIsOf: (name) => `Who is ${name}?`,
  whatHappenedIn: (name) => `What happened in ${name}?`,
  thread: 'Earlier questions',
  anew: 'New question',
  searchInstead: 'Search these words instead',
  askInstead: 'Ask as a question',
  wider: 'Ask all articles',
  examples: 'Try asking',
  judging: 'Checking which passages answer…',
  chosenByOf: (name) => `Chosen from the articles by ${name}, quoted word for word.`,
  written: 'Written by a model',
  writtenNote: 'Each sentence was checked against the passages below.',
  byModelOf: (name) => `by ${name}`,
  write: 'Write an answer',
  writing: 'Writing an answer…',
  writingNote: 'It appears once every sentence has been checked.',
  characters: (count) => `${plural(count, 'character', 'characters')} so far`,
  failures: {
    off: 'The model is off.',
    'over-budget': 'Today’s model budget is used up.',
    timeout: 'The model took too long.',
    cancelled: 'Stopped.',
    'too-long': 'The model’s answer was too long and was discarded.',
    failed: 'The model couldn’t be reached.',
    unreadable: 'The model’s answer couldn’t be read and was discarded.',
    'refused-by-pages': 'These articles’ publishers don’t allow their text to be used by a model.',
    busy: 'The model is busy. Try again in a minute.',
  },
  dropped: (dropped, all) => `${grouped.format(dropped)} of ${plural(all, 'sentence', 'sentences')} dropped:`,
  tooLittle: 'Too little of the model’s answer matched the articles to show it.',
  passageNumber: (number) => `Passage ${grouped.format(number)}`,
}

/** Search results, or their absence. */
export const search = {
  articlesHeading: 'Articles',
  moreResults: 'Next page',
}

/** Searching: query syntax, filters, saved searches. */
export const find = {
  tabs: { stories: 'Stories', articles: 'Articles', quotes: 'Quotes', people: 'People' },
  results: 'Results',
  filters: 'Filters',
  saidBy: 'Said by',
  source: 'Source',
  time: 'Time',
  times: { 1: 'Today', 7: '7 days', 30: '30 days' },
  after: 'Since',
  before: 'Before',
  apply: 'Apply',
  removeThis: (part: string) => `Remove: ${part}`,
  notReadOf: (part: string) =>
    `We don’t understand “${part}”. Try in:2026-08, after:2026-08-01, before:2026-09-01 or lang:ar.`,
  read: 'Read',
  best: 'Best match',
  newest: 'Newest',
  matching: (count: number) => plural(count, 'matching article', 'matching articles'),
  noneFor: (what: string) => `No results for ${what}.`,
  loosen: 'Try a broader search:',
  without: (part: string) => `without “${part}”`,
  otherTab: 'Other results:',
  older: (day: string) => `See results before ${day}`,
  how: 'Search tips',
  hows: [
    'both words, in any order',
    'an exact phrase',
    'without a word',
    'quotes from one person',
    'one source',
    'a month; also in:2026, in:2026-08-19, after:, before:',
    'a language',
    'a section',
  ] as readonly string[],
  examples: 'Try searching',
  saved: 'Saved searches',
  saveSearch: 'Save search',
  isSaved: 'Search saved',
  fresh: (count: string, _total: number) => `${count} new`,
  feed: 'Feed',
  removed: 'Search deleted:',
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
}
