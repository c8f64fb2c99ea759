import type { Answer } from '../../core/answer.ts'
import type { WritingFailure } from '../../operations/search/answer-writer.ts'
import type { StatementResult } from '../../operations/search/text-check-views.ts'
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
  readonly newQuestion: string
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
  askOnNote: 'For example: “And when?”',
  when: 'When?',
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
  newQuestion: 'New question',
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

/** Checking a text: the form, and what articles here have of it. */
export type CheckingWords = {
  readonly note: string
  readonly textLabel: string
  readonly check: string
  readonly limit: (characters: number) => string
  readonly tooLong: (characters: number) => string
  readonly again: string
  /** Above the text that was checked. */
  readonly edit: string
  readonly result: string
  readonly nothing: string
  readonly quotations: (count: number) => string
  readonly reported: (count: number) => string
  readonly results: Readonly<Record<StatementResult, string>>
  readonly isSentence: string
  readonly notFoundNote: string
  readonly isCut: string
  readonly saidHere: (name: string) => string
  readonly inYours: (name: string) => string
  readonly ownWords: string
  readonly differs: string
  readonly changed: (given: string, found: string) => string
  readonly added: (given: string) => string
  readonly leftOut: (found: string) => string
  readonly kinds: Readonly<Record<'number' | 'negation', string>>
  readonly firstIn: string
  readonly figures: string
  readonly figureResults: Readonly<Record<'same' | 'differs' | 'not-there', string>>
  readonly packLead: string
  readonly packChanged: string
  readonly checkInstead: string
}

export const checkingEn: CheckingWords = {
  note: 'Paste a quotation, a draft or a chatbot’s answer to see what the articles here have of it.',
  textLabel: 'Text to check',
  check: 'Check',
  limit: (characters) => `Up to ${grouped.format(characters)} characters. Nothing you paste is saved.`,
  tooLong: (characters) => `This text is too long. Paste at most ${grouped.format(characters)} characters.`,
  again: 'Check another text',
  edit: 'Change it and check again',
  result: 'Result',
  nothing: 'There is no quotation or statement in this text to look up.',
  quotations: (count) => plural(count, 'quotation', 'quotations'),
  reported: (count) => plural(count, 'reported statement', 'reported statements'),
  results: {
    exact: 'Word for word',
    altered: 'Different words',
    cut: 'Words left out',
    'other-speaker': 'Another speaker',
    unquoted: 'In an article, not as a quotation',
    'not-found': 'Not in the articles here',
  },
  isSentence: 'Also in an article',
  notFoundNote: 'It may have been said all the same.',
  isCut: 'Only the first part of this text was checked. Paste the rest separately.',
  saidHere: (name) => `Said here by ${name}`,
  inYours: (name) => `Your text names ${name}`,
  ownWords: 'the outlet’s own words',
  differs: 'Differences',
  changed: (given, found) => `${given} in your text, ${found} in the article`,
  added: (given) => `${given} only in your text`,
  leftOut: (found) => `${found} only in the article`,
  kinds: { number: 'Number', negation: 'Negation' },
  firstIn: 'First in',
  figures: 'Numbers and dates',
  figureResults: { same: 'same in', differs: 'differs in', 'not-there': 'not in these articles' },
  packLead:
    'A ZIP file with your text, each finding, the texts it cites and their hashes. You can read and check it offline.',
  packChanged: 'The result has changed since you opened this page. This is the new pack.',
  checkInstead: 'Check a text',
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
