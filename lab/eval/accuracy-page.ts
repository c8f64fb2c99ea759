import type { PublishedScores } from '../../src/operations/stories/audit-views.ts'

export const accuracyFile = new URL('../../docs/guide/accuracy.md', import.meta.url)

/** One line of the page: what was measured, in which published figure of which set. */
type Line = {
  readonly what: string
  readonly texts: string
  /** `EVAL/SET/FIGURE` as in the published scores. */
  readonly of: string
  /** The rules' authors had these texts at hand. */
  readonly inSample?: true
}

const parts: readonly (readonly [string, readonly Line[]])[] = [
  [
    'Articles',
    [
      {
        what: 'words of the text that are right (F1)',
        texts: 'pages of 73 news sites in many languages',
        of: 'extraction/fundus-dev/wordF1',
        inSample: true,
      },
      { what: 'the same', texts: 'news pages, set aside', of: 'extraction/scrapinghub-unseen/f1' },
      {
        what: 'pages without a line that isn’t the article’s',
        texts: 'pages of 73 news sites',
        of: 'extraction/fundus-dev/foreignFree',
        inSample: true,
      },
      {
        what: 'authors right, or none named',
        texts: 'pages of all kinds, set aside',
        of: 'metadata/wcxb-dev held/rightOrAbsent',
      },
      { what: 'how complete a text is: stated correctly', texts: 'our own pages', of: 'completeness/own/right' },
      {
        what: 'corrections and withdrawals found',
        texts: 'our own texts, set aside',
        of: 'corrections/own-unseen/recall',
      },
    ],
  ],
  [
    'Stories',
    [
      {
        what: 'articles together that belong together (B³)',
        texts: 'articles of 2021, many outlets',
        of: 'clustering/allsides-2021-dev/b3F1',
        inSample: true,
      },
      { what: 'the same, large look-alike events', texts: 'our own', of: 'clustering/look-alikes/b3F1' },
      {
        what: 'copies marked that are copies',
        texts: 'plagiarized and original texts',
        of: 'copies/clough-stevenson/precision',
      },
      { what: 'copies found', texts: 'the same', of: 'copies/clough-stevenson/recall' },
      {
        what: 'stories whose number of independent reports is right',
        texts: 'real news, judged',
        of: 'copies/editor-held/countRight',
        inSample: true,
      },
      {
        what: 'stories whose number of independent reports is not too high',
        texts: 'the same',
        of: 'copies/editor-held/countNotOver',
        inSample: true,
      },
      {
        what: 'related stories that are related',
        texts: 'real news, judged',
        of: 'related/allsides-ten-days/judgedPrecision',
        inSample: true,
      },
      {
        what: 'links to German and Spanish stories that are right',
        texts: 'our own, set aside',
        of: 'related/word-links-held-out/precision',
      },
      { what: 'such links found', texts: 'the same', of: 'related/word-links-held-out/recall' },
    ],
  ],
  [
    'What a story shows',
    [
      {
        what: 'headline states the news',
        texts: 'real news, judged, set aside',
        of: 'headlines/editor-held-headline/right',
      },
      {
        what: 'first sentence states the news and is clear alone',
        texts: 'the same',
        of: 'headlines/editor-held-first/right',
      },
      { what: 'sentence on Today fits its headline', texts: 'the same', of: 'headlines/editor-held-line/right' },
      {
        what: 'sentences of In brief that are wholly right',
        texts: 'real news, judged, set aside',
        of: 'brief/editor-held/right',
      },
      {
        what: 'timeline entries that are right',
        texts: 'real news, judged, set aside',
        of: 'timelines/editor-held/right',
      },
      { what: 'promises that are right', texts: 'real news, judged, set aside', of: 'commitments/editor-held/right' },
      {
        what: '“Where accounts differ” that is right',
        texts: 'real news, judged, set aside',
        of: 'conflicts/allsides-train, fresh/precision',
      },
      {
        what: '“Not included” that is right',
        texts: 'real news, judged, set aside',
        of: 'coverage/allsides-train, fresh/leftOutPrecision',
      },
      { what: 'wording differences that mean one thing', texts: 'real news, judged', of: 'words/neus-train/precision' },
      { what: 'dates resolved correctly (value F1)', texts: 'news of the 1990s', of: 'times/timex-aquaint/valueF1' },
    ],
  ],
  [
    'Quotations',
    [
      {
        what: 'quotations that are right in all respects',
        texts: 'real news, judged, set aside',
        of: 'quotes/editor-held/right',
      },
      { what: 'quotations given to the wrong person', texts: 'the same', of: 'quotes/editor-held/wrong-person' },
      {
        what: 'named speakers that are right',
        texts: 'news articles (PolNeAR), set aside',
        of: 'quotes/polnear held/named_speaker',
      },
    ],
  ],
  [
    'Ask',
    [
      {
        what: 'questions that have an answer: it is among the passages shown',
        texts: 'real news, set aside',
        of: 'ask/allsides-train-b/shown',
      },
      { what: 'passages shown as an answer that are right', texts: 'the same', of: 'ask/allsides-train-b/precision' },
      { what: 'questions without an answer: none is given', texts: 'the same', of: 'ask/allsides-train-b/declines' },
      { what: 'speakers named for who said it that are right', texts: 'the same', of: 'ask/allsides-train-b/speaker' },
    ],
  ],
  [
    'Check a text',
    [
      {
        what: 'quotations as they are: found word for word',
        texts: 'real news, set aside',
        of: 'quotation-check/allsides-train held/exact',
      },
      {
        what: 'quotations with another word, number, negation or speaker: found, with the difference',
        texts: 'the same',
        of: 'quotation-check/allsides-train held/altered',
      },
      {
        what: 'invented quotations: not found',
        texts: 'the same',
        of: 'quotation-check/allsides-train held/invented',
      },
    ],
  ],
  [
    'Models and translation, checked',
    [
      { what: 'true sentences that pass the check', texts: 'made from real news', of: 'checker/allsides-train/kept' },
      { what: 'false sentences that are dropped', texts: 'the same', of: 'checker/allsides-train/rejected' },
      { what: 'free paraphrases that pass', texts: 'our own, by hand', of: 'checker/own-written/kept' },
      { what: 'right translations that pass', texts: 'our own, set aside', of: 'translation/held/kept' },
      { what: 'wrong translations that are found', texts: 'the same', of: 'translation/held/found' },
    ],
  ],
]

/** The guide's page of figures, in Markdown, from the published scores. Throws on a figure that isn't published. */
export function accuracyPage(scores: PublishedScores): string {
  const tables = parts.map(([title, lines]) =>
    [
      `## ${title}`,
      '',
      '| what | measured on | texts | result |',
      '| --- | --- | ---: | ---: |',
      ...lines.map((line) => row(scores, line)),
    ].join('\n'),
  )
  return `${[intro(scores.at), ...tables, outro].join('\n\n')}\n`
}

function row(scores: PublishedScores, { what, texts, of, inSample }: Line): string {
  const [name = '', set = '', figure = ''] = of.split('/')
  const published = scores.evals[name]?.sets[set]
  const value = published?.figures[figure]
  if (published === undefined || value === undefined) throw new Error(`${of} is not in the published scores`)
  const percent = `${Math.round(value * 1000) / 10} %`
  return `| ${what} | ${texts}${inSample ? ' *' : ''} | ${published.records.toLocaleString('en-US')} | ${percent} |`
}

function intro(day: string): string {
  return `# How accurate is it?

Every part of Twosource is scored on texts with known answers. No version may fall below its minimums. These are the main figures, last measured
${day}. The [audit page](stories.md#the-audit) of a server lists more.

- **Set aside**: no rule was made from these texts.
- **\\***: the authors of the rules had these texts at hand, so expect less on your news.
- **Judged**: one strict reader, a language model, judged each case. Every judgement is in \`lab/eval/\`.
- **Our own**: the authors of the rules invented these texts, so they flatter.

\`npm run eval -- NAME\` measures one part again.`
}

const outro = `## What is often wrong

- **Opinion columns** that no page calls so are recognized by their words, in English only. Interviews printed whole and essays are mistaken for them, and then not counted as reports.
- **Speakers** known only by a description ("says the 71-year-old") are left unnamed.
- **Small stories** split: about one in five real stories with two or three articles is in pieces.
- **Fiscal quarters, seasons and feasts** get no date.
- **Questions in other words** than the articles' often get the closest passages only.`
