import type { SummaryLength, SummaryPart } from '../../core/summary.ts'
import { plural } from './counts-en.ts'

/** The words of summaries and of how a text reads. */
export type SummaryWords = {
  /** Heads of the page, each before the story's headline. */
  readonly titles: Readonly<Record<SummaryLength, string>>
  /** What the lengths are called where one is chosen. */
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
