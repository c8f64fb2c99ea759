import type { CoveragePoint, Unknown } from '../../core/coverage.ts'
import type { StoryView } from '../../operations/views.ts'
import { grouped, plural } from './counts-en.ts'

/** The words around which outlet carries which point, and around the words outlets chose. */
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

/** The words around how reports are counted. Names stand after a label, so that no sentence bends around them. */
export const counting = {
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
  claimed: 'One outlet alone credits it, and its own article is not here: whose text it is, nothing else tells.',
  agencyNotHeld: 'Credits the agency; that text is not among the agency’s articles in this story.',
  agencysText: 'credited to',
  sameQuotation: 'the same quotation, which is no copying',
  noneFound: 'The text it was taken from is not among the articles of this story.',
  /** Before the outlet in which the same sentences stand. */
  wordForWord: 'Word for word, or nearly, also in',
  passages: 'Passages in common',
  retold: 'Same facts in the same order, in other words, as',
  retoldNote: 'Counted as a report of its own: both may have it from a third, and we do not know who told it first.',
  figures: 'Figures in common',
}

type RelationReason = StoryView['related'][number]['reason']

/** The words around related stories. */
export const relations = {
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

/** The words in the drawings: what each article is worth as a report, the busiest time, the zoom. */
export const plots = {
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
