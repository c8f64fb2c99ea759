/** Text copied from elsewhere. `dispatch` is the agency text, by its slug in `edition/cpa`. */
type ExpectedCopy = {
  readonly article: string
  readonly dispatch: string
  readonly kind: 'whole-copy' | 'cut-copy' | 'shares-passages' | 'rewritten'
}

/** An article that isn't a complete news article, and its label. */
type ExpectedLabel = {
  readonly article: string
  readonly kind: 'article' | 'live' | 'video' | 'audio' | 'newsletter'
  readonly completeness: 'complete' | 'paywalled'
}

/** An article edited after publication. Texts in the edition's notation. */
type ExpectedEdit = {
  readonly article: string
  /** The headline at first and after each edit. */
  readonly titles: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
  /** True when a sentence was retracted under an editor's note. */
  readonly isRetraction: boolean
}

const whole = 'whole-copy'
const cut = 'cut-copy'

const copies: readonly ExpectedCopy[] = [
  { article: 'corran-today/sella-dam-crack', dispatch: 'dam-crack', kind: whole },
  { article: 'ostvala-observer/corran-dam-crack', dispatch: 'dam-crack', kind: whole },
  { article: 'radio-corran/sella-dam-crack', dispatch: 'dam-crack', kind: cut },
  // The same facts in other words, in the same order. Finding it is a bonus, missing it no mistake.
  { article: 'harbour-gazette/dam-fault', dispatch: 'dam-crack', kind: 'rewritten' },
  { article: 'corran-today/quillbeck-evacuated', dispatch: 'dam-evacuation', kind: whole },
  { article: 'harbour-gazette/quillbeck-evacuation', dispatch: 'dam-evacuation', kind: whole },
  { article: 'ostvala-observer/dam-evacuation-night', dispatch: 'dam-evacuation-night', kind: whole },
  { article: 'radio-corran/evacuation-widens', dispatch: 'dam-evacuation-night', kind: 'shares-passages' },
  { article: 'corran-today/dam-inquiry', dispatch: 'dam-inquiry', kind: whole },
  { article: 'harbour-gazette/dam-inquiry', dispatch: 'dam-inquiry', kind: cut },
  { article: 'sella-valley-echo/inquiry-quillbeck', dispatch: 'dam-inquiry', kind: 'shares-passages' },
  { article: 'corran-today/ferry-freighter-crash', dispatch: 'ferry-collision', kind: whole },
  { article: 'aldmere-courier/ferry-deaths', dispatch: 'ferry-toll', kind: whole },
  { article: 'ostvala-observer/ferry-deaths', dispatch: 'ferry-toll', kind: whole },
  { article: 'aldmere-courier/fishing-talks', dispatch: 'fishing-talks', kind: whole },
  { article: 'corran-today/fishing-deal', dispatch: 'fishing-deal', kind: cut },
  { article: 'aldmere-courier/rail-deal', dispatch: 'rail-deal', kind: whole },
  { article: 'corran-today/rail-deal', dispatch: 'rail-deal', kind: whole },
  { article: 'radio-corran/mayor-recount', dispatch: 'mayor-recount', kind: whole },
  { article: 'corran-today/mayor-recount', dispatch: 'mayor-recount', kind: cut },
  { article: 'aldmere-courier/recount-lead-shrinks', dispatch: 'mayor-recount', kind: 'shares-passages' },
  { article: 'sella-valley-echo/measles-haverley', dispatch: 'measles', kind: whole },
  { article: 'aldmere-courier/measles-haverley', dispatch: 'measles', kind: whole },
  { article: 'corran-today/chip-plant', dispatch: 'chip-plant', kind: whole },
  { article: 'ostvala-observer/chip-plant', dispatch: 'chip-plant', kind: 'shares-passages' },
  { article: 'ostvala-observer/comet', dispatch: 'comet', kind: whole },
  { article: 'harbour-gazette/comet', dispatch: 'comet', kind: whole },
  { article: 'corran-today/cup-final', dispatch: 'cup-final', kind: whole },
  { article: 'corran-today/chalice-stolen', dispatch: 'museum-theft', kind: whole },
  { article: 'radio-corran/chalice-stolen', dispatch: 'museum-theft', kind: cut },
]

const labels: readonly ExpectedLabel[] = [
  { article: 'radio-corran/live-sella-dam', kind: 'live', completeness: 'complete' },
  { article: 'radio-corran/video-dam-from-above', kind: 'video', completeness: 'complete' },
  { article: 'radio-corran/hear-the-engineer', kind: 'audio', completeness: 'complete' },
  { article: 'meridian/rail-deal-fares', kind: 'article', completeness: 'paywalled' },
  { article: 'aldmere-courier/briefing', kind: 'newsletter', completeness: 'complete' },
]

const edits: readonly ExpectedEdit[] = [
  {
    article: 'aldmere-courier/dam-warning',
    titles: [
      'Sella Dam repairs were urged four years ago, leaked report shows',
      'Sella Dam repairs were urged four years ago, and refused twice, leaked report shows',
      "Minister's office found lost Sella Dam report in its own archive",
    ],
    removed: [
      'The office of the interior minister, Oskar Delbrin, said it had no record of receiving the report.',
      'The report was signed for by the Sella Water Authority and, three weeks later, marked ‘noted’.',
    ],
    added: [
      'The office of the interior minister, Oskar Delbrin, said it had found the report in an archive {{when:0 16:30}}.',
      'The report was signed for by the Sella Water Authority and passed to two ministries, which both marked it ‘noted’.',
    ],
    isRetraction: false,
  },
  {
    article: 'sella-valley-echo/inquiry-quillbeck',
    titles: [
      'Inquiry judge will sit in our school hall, if we are home by then',
      'Inquiry judge will sit in our school hall, if we are home by then',
    ],
    removed: ["He said that the water authority's chairman had thrown one of them away in front of him."],
    added: [
      "Correction: an earlier version of this article said that the chairman of the water authority had thrown away one of Mr Pell's notes.",
    ],
    isRetraction: true,
  },
]

export const expectedPassages = { copies, labels, edits } as const
