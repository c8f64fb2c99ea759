import type { ModelUse } from '../../core/model.ts'
import type { AuditCheck, AuditLine, AuditPart } from '../../operations/audit-views.ts'
import { plural } from './counts-en.ts'

/** The words of the audits. */
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
    /** What each eval asks, by its name. */
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
