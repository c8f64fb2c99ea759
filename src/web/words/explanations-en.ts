/** How one thing is counted, judged or labeled, for the page that says so. */
export type Explanation = {
  readonly id: string
  readonly title: string
  readonly caption?: string
  readonly paragraphs: readonly string[]
}

/** How the product counts, judges and labels, in plain words: the page every figure links to. */
export const explanations: readonly Explanation[] = [
  {
    id: 'independence',
    title: 'Independent reports',
    caption:
      'Eight articles on one event: five print one report, two print another, one stands alone. Three independent reports.',
    paragraphs: [
      'Twenty outlets can carry one report. Articles whose sentences stand word for word in another article belong to one group, and a group counts once, however many outlets print it. A story with 27 articles and 4 independent reports was reported four times and copied 23 times.',
      'Who had it first is known from a credit line (“by an agency”), or else from the earliest time we saw. When neither tells, the page says that it is not known.',
      'Sharing a quotation is not copying: two reporters in one room write down the same words. Outlets of one owner are not counted as independent of each other.',
      '“Own” is the share of an article’s words that stand in no earlier article of the story. Every story shows its reports one by one, with the sentences that its articles share and a link to both places.',
      'Some articles tell the same facts with the same figures in the same order, in other words. Those are marked. They still count: both may have it from a third, and we do not know who told it first.',
    ],
  },
  {
    id: 'today',
    title: 'What stands first, and the words beside it',
    paragraphs: [
      'Stories with two independent reports or more come first, then by how many, how new and how fast they grow. “Why here” under a story says what its place comes from. The time beside it is that of its newest article.',
      '“New” stands beside a story in its first six hours, “developing” after that while articles still come, “changed” for six hours after an outlet corrected itself or something became of a promise. “One source only” means that no other report is known, “accounts differ” that statements in it conflict.',
    ],
  },
  {
    id: 'citations',
    title: 'Citations',
    caption: 'A statement on the page leads to the sentence it came from, marked in its paragraph.',
    paragraphs: [
      'Every statement on a story page names the sentence it came from: the outlet and the number of the paragraph (¶). The link opens that sentence in its paragraph.',
      'Before a page is written, each citation is compared letter by letter with the stored text. A statement whose citation does not hold is left out, and the page says how many were.',
      'An article that changes becomes a new revision. The old one is kept, so that a citation keeps saying what it said.',
    ],
  },
  {
    id: 'differences',
    title: 'Where accounts differ',
    caption: 'Two accounts side by side, each with its own source. No verdict between them.',
    paragraphs: [
      'Two statements are set side by side only where a reporter’s own sentence says that they differ, or where the same figure is given differently for the same time. That sentence is cited too.',
      'There is no verdict: both are shown, with who said them. A number that grows from hour to hour is an update, not a difference.',
    ],
  },
  {
    id: 'confidence',
    title: 'How sure we are of a speaker',
    caption: 'Above the line a speaker is named; below it the page says “probably”.',
    paragraphs: [
      'A quotation is shown only as it stands in the text. Who said it is found by a pattern: a name after the words, a name before them, a pronoun, and so on. Each pattern was tested on labeled articles, and its share of right answers is shown under “how we know”.',
      'Below 60% the page says “probably”. When nobody is named, the quotation stays unattributed.',
    ],
  },
  {
    id: 'dates',
    title: 'Dates and incomplete texts',
    paragraphs: [
      'A date worked out from words such as “on Friday” stands beside those words.',
      'Pages behind a paywall, live pages, videos, index pages and texts whose beginning is missing are labeled as such and are not summarized as articles.',
    ],
  },
  {
    id: 'completeness',
    title: 'How much of an article is held',
    caption: 'Complete, cut off by a paywall, a summary only, the beginning missing: each is labeled.',
    paragraphs: [
      '“Full text” means that the whole text of the article was found, on its page or in its feed. Otherwise the label says what is missing: only the feed’s text, a summary, a paywall, a lost beginning, or a page that could not be read. The page of the article gives the reason.',
      'A text that is not held whole is never summarized as if it were, and nobody is said to have left something out of it. Live pages, video, audio, galleries, newsletters and index pages are named as what they are.',
    ],
  },
  {
    id: 'privacy',
    title: 'What leaves this machine',
    caption: 'This machine asks outlets for their feeds and pages. Nothing about you goes out.',
    paragraphs: [
      'The server asks outlets for their feeds and pages, and nobody else for anything. Your browser asks only this server: no picture, font or script comes from elsewhere. What you read is kept here.',
    ],
  },
]
