/** A certain quotation: its words between the marks, in the edition's notation, and its speaker. */
type ExpectedQuote = { readonly article: string; readonly speaker: string; readonly text: string }

/** One statement in the words of two or more articles. */
type ExpectedVariants = {
  readonly speaker: string
  readonly wordings: readonly { readonly article: string; readonly text: string }[]
}

/** Two statements that differ, and the reporter's sentence that says so. */
type ExpectedDifference = {
  readonly article: string
  readonly kind: 'reversal' | 'dispute'
  readonly signal: string
  readonly a: { readonly speaker: string; readonly text: string }
  readonly b: { readonly speaker: string; readonly text: string }
}

/** A number that grows in a story. `words` are in the article exactly. */
type ExpectedFigure = {
  readonly story: string
  readonly unit: string
  readonly readings: readonly { readonly article: string; readonly value: number; readonly words: string }[]
}

/** A promise with its condition. All texts are in the article. */
type ExpectedCommitment = {
  readonly article: string
  readonly by: string
  readonly text: string
  readonly condition?: string
  readonly due?: string
  /** What a later article says became of it. */
  readonly became?: {
    readonly kind: 'kept' | 'broken' | 'withdrawn' | 'changed'
    readonly article: string
    readonly text: string
  }
}

const quotes: readonly ExpectedQuote[] = [
  {
    article: 'sella-valley-echo/crack-in-dam-wall',
    speaker: 'Jonas Pell',
    text: 'I put my thumb on it and it was wet. Then I ran.',
  },
  {
    article: 'sella-valley-echo/crack-in-dam-wall',
    speaker: 'Dilys Amberley',
    text: 'They all ask me if it will hold, as if I had built it,',
  },
  {
    article: 'corran-today/sella-dam-crack',
    speaker: 'Petra Ansgard',
    text: 'The dam is stable and it is behaving as it was designed to behave,',
  },
  {
    article: 'corran-today/sella-dam-crack',
    speaker: 'Ines Cardell',
    text: 'People should go to work and send their children to school,',
  },
  {
    article: 'aldmere-courier/sella-dam-crack',
    speaker: 'Aldo Brandreth',
    text: 'A crack that is wet is a crack that goes somewhere,',
  },
  {
    article: 'harbour-gazette/quillbeck-evacuation',
    speaker: 'Oskar Delbrin',
    text: 'We are not waiting for the last reading from the last instrument,',
  },
  {
    article: 'aldmere-courier/governor-evacuation',
    speaker: 'Lorne Pettifer',
    text: 'She bought a loaf in the high street and called it a safety plan,',
  },
  {
    article: 'aldmere-courier/governor-evacuation',
    speaker: 'Edda Marsh',
    text: "I have left my own pills at home and brought everybody else's,",
  },
  {
    article: 'ostvala-observer/dam-evacuation-night',
    speaker: 'Oskar Delbrin',
    text: 'I would rather apologise for a wasted night than for the other thing,',
  },
  // Three paragraphs: each begins with a mark, only the last ends with one.
  {
    article: 'sella-valley-echo/sports-hall',
    speaker: 'Callum Iveson',
    text: 'We are all in the same raincoat. I have seen people who have not spoken since the quarrel about the bypass share a toothbrush mug.',
  },
  {
    article: 'sella-valley-echo/sports-hall',
    speaker: 'Callum Iveson',
    text: 'I have seen a boy of nine read to a row of old men, and the old men pretend that they could not see the pictures.',
  },
  {
    article: 'sella-valley-echo/sports-hall',
    speaker: 'Callum Iveson',
    text: 'It is not that we are brave. It is that nobody wants to be the first to complain,',
  },
  {
    article: 'corran-today/dam-inquiry',
    speaker: 'Maren Tolvay',
    text: 'People were moved out of their beds by something that somebody had already written down,',
  },
  // A quotation inside a quotation.
  {
    article: 'radio-corran/engineer-interview',
    speaker: 'Petra Ansgard',
    text: 'He said to me, “Petra, leave it with me,” so I left it with him and sent the minister a copy.',
  },
  {
    article: 'radio-corran/engineer-interview',
    speaker: 'Conrad Ashlar',
    text: 'I have a clear memory of that week and Ms Ansgard is not in it.',
  },
  {
    article: 'corran-today/ferry-freighter-crash',
    speaker: 'Rhona Tarbet',
    text: 'The ferry is upright and is not taking on water,',
  },
  {
    article: 'aldmere-courier/ferry-deaths',
    speaker: 'Rhona Tarbet',
    text: 'We had hoped to bring everybody home and we did not,',
  },
  {
    article: 'corran-today/ferry-survivors',
    speaker: 'Emrys Dallow',
    text: 'I said my name and she said hers, and then we just kept saying them,',
  },
  {
    article: 'aldmere-courier/fishing-talks',
    speaker: 'Gwen Aldous',
    text: 'Fish do not carry passports, but fishermen have mortgages,',
  },
  {
    article: 'ostvala-observer/fishing-deal',
    speaker: 'Milos Tarkan',
    text: 'We gave up fish we were not going to catch in order to stop paying for patrols we could not afford,',
  },
  {
    article: 'radio-corran/rail-deal',
    speaker: 'Dov Hartnell',
    text: 'You cannot make a speech when your teeth are chattering,',
  },
  {
    article: 'corran-today/rail-deal',
    speaker: 'Lena Prowse',
    text: 'Passengers have been patient with both of us,',
  },
  {
    article: 'radio-corran/mayor-recount',
    speaker: 'Joss Ferriby',
    text: 'They found no mistake, so they are looking for one,',
  },
  {
    article: 'aldmere-courier/recount-lead-shrinks',
    speaker: 'Anneke Rusk',
    text: 'It is an ordinary mistake, and it was found in the ordinary way,',
  },
  {
    article: 'radio-corran/measles-forty-seven',
    speaker: 'Amara Lindqvane',
    text: 'This virus can hang in the air of a room for two hours after the patient has gone home,',
  },
  {
    article: 'corran-today/chip-plant',
    speaker: 'Piet Marlock',
    text: 'We have spent thirty years exporting our engineers,',
  },
  {
    article: 'meridian/chip-plant',
    speaker: 'Signe Okafor-Lund',
    text: 'A plant like this costs three billion to build and is out of date in ten years,',
  },
  {
    article: 'harbour-gazette/comet',
    speaker: 'Sunniva Holm',
    text: 'It has been falling towards us since before there were people,',
  },
  { article: 'corran-today/cup-final', speaker: 'Mika Orrell', text: 'I would like to say I meant it,' },
  {
    article: 'radio-corran/chalice-stolen',
    speaker: 'Calder Finch',
    text: 'They knew what they wanted and where it stood,',
  },
  {
    article: 'aldmere-courier/chalice-guard',
    speaker: 'Eamon Tressel',
    text: 'I radioed down and I was told it was a pigeon,',
  },
  {
    article: 'ostvala-observer/chalice-border',
    speaker: 'Vesna Dorrit',
    text: 'Whoever they are, they are tidy,',
  },
  {
    article: 'meridian/bank-outage',
    speaker: 'Verity Naismith',
    text: 'We showed people something private that was not theirs,',
  },
  {
    article: 'harbour-gazette/lighthouse-keeper',
    speaker: 'Hester Vane',
    text: 'They used to send a man once a year to see if I was dead,',
  },
  {
    article: 'le-relais/barrage-solidarite',
    speaker: 'Clémence Vautrin',
    text: "Nos parents ont traversé cette rivière dans l'autre sens, en des temps plus difficiles, et on leur a ouvert",
  },
  {
    article: 'sada-al-marfa/mackerel',
    speaker: 'غوين ألدوس',
    text: 'إنه اتفاق يستطيع كلانا الدفاع عنه ولن يستمتع به أي منا',
  },
]

const variants: readonly ExpectedVariants[] = [
  {
    speaker: 'Petra Ansgard',
    wordings: [
      {
        article: 'corran-today/sella-dam-crack',
        text: 'The dam is stable and it is behaving as it was designed to behave,',
      },
      {
        article: 'aldmere-courier/sella-dam-crack',
        text: 'The dam is stable and behaves the way it was designed to behave,',
      },
    ],
  },
  {
    speaker: 'Ines Cardell',
    wordings: [
      { article: 'aldmere-courier/governor-evacuation', text: 'I do not think we need an evacuation,' },
      { article: 'radio-corran/evacuation-widens', text: 'not think an evacuation is needed' },
    ],
  },
]

const differences: readonly ExpectedDifference[] = [
  {
    article: 'aldmere-courier/governor-evacuation',
    kind: 'reversal',
    signal: 'Ines Cardell appeared to give conflicting accounts of whether the valley had to be cleared.',
    a: { speaker: 'Ines Cardell', text: 'I do not think we need an evacuation,' },
    b: {
      speaker: 'Ines Cardell',
      text: 'everybody would prefer an orderly evacuation while the engineers work',
    },
  },
  {
    article: 'harbour-gazette/ferry-warning-dispute',
    kind: 'dispute',
    signal:
      'The ferry line and the port authority gave conflicting accounts of whether the Kestrel Bay was warned that a freighter was in the channel.',
    a: { speaker: 'Marcus Fell', text: 'No warning was received on our bridge,' },
    b: { speaker: 'Ludo Grange', text: 'The ferry was warned twice and acknowledged both calls,' },
  },
]

const figures: readonly ExpectedFigure[] = [
  {
    story: 'dam-evacuation',
    unit: 'people moved',
    readings: [
      { article: 'sella-valley-echo/quillbeck-told-to-leave', value: 2000, words: 'about 2,000 people' },
      { article: 'corran-today/quillbeck-evacuated', value: 2400, words: 'About 2,400 people' },
      {
        article: 'ostvala-observer/dam-evacuation-night',
        value: 5800,
        words: 'the number of people moved from their homes to 5,800',
      },
      { article: 'meridian/evacuation-cost', value: 9300, words: 'has now taken 9,300 people from their homes' },
    ],
  },
  {
    story: 'ferry-collision',
    unit: 'injured',
    readings: [
      { article: 'harbour-gazette/ferry-hits-freighter', value: 8, words: 'Eight people are known to be hurt' },
      { article: 'corran-today/ferry-freighter-crash', value: 11, words: 'injuring at least 11 people' },
      { article: 'radio-corran/ferry-missing', value: 19, words: 'Nineteen people have been injured' },
      { article: 'aldmere-courier/ferry-deaths', value: 27, words: '27 are injured' },
      { article: 'harbour-gazette/ferry-warning-dispute', value: 31, words: '31 injured' },
    ],
  },
  {
    story: 'ferry-collision',
    unit: 'dead',
    readings: [
      { article: 'aldmere-courier/ferry-deaths', value: 2, words: 'Two people have died' },
      { article: 'harbour-gazette/ferry-warning-dispute', value: 3, words: 'Three people are now dead' },
    ],
  },
  {
    story: 'measles',
    unit: 'cases',
    readings: [
      { article: 'sella-valley-echo/measles-haverley', value: 23, words: '23 confirmed cases' },
      { article: 'corran-today/measles-queue', value: 31, words: '31 confirmed cases' },
      {
        article: 'radio-corran/measles-forty-seven',
        value: 47,
        words: 'Forty-seven people in Corran now have measles',
      },
    ],
  },
]

const commitments: readonly ExpectedCommitment[] = [
  {
    article: 'corran-today/dam-inquiry',
    by: 'Conrad Ashlar',
    text: 'Its chairman, Conrad Ashlar, has offered to step aside while the inquiry sits.',
    became: {
      kind: 'kept',
      article: 'sella-valley-echo/inquiry-quillbeck',
      text: 'Conrad Ashlar has stepped aside as chairman of the water authority, his office in Haddow told the Echo.',
    },
  },
  {
    article: 'ostvala-observer/dam-evacuation-night',
    by: 'The government',
    text: 'The government has pledged to rebuild the bridge by {{date:+45d}} if parliament approves the funds.',
    condition: 'if parliament approves the funds',
    due: 'by {{date:+45d}}',
  },
  {
    article: 'corran-today/quillbeck-evacuated',
    by: 'The government',
    text: 'The government has pledged to pay each household 1,500 crowns within ten days if the owner registers at a reception centre.',
    condition: 'if the owner registers at a reception centre',
    due: 'within ten days',
  },
  {
    article: 'corran-today/dam-inquiry',
    by: 'The government',
    text: 'The government has pledged to publish every inspection report since {{year:-20y}} by {{date:+21d}}, unless the judge asks for more time.',
    condition: 'unless the judge asks for more time',
    due: 'by {{date:+21d}}',
  },
  {
    article: 'aldmere-courier/ferry-deaths',
    by: 'Skerra Line',
    text: 'It has pledged to pay the hospital costs of every passenger, if its insurers agree.',
    condition: 'if its insurers agree',
  },
  {
    article: 'corran-today/fishing-deal',
    by: 'Ostvala',
    text: 'Ostvala has promised to halve its patrols by {{date:+30d}}, provided that Corran withdraws its complaint to the maritime court.',
    condition: 'provided that Corran withdraws its complaint to the maritime court',
    due: 'by {{date:+30d}}',
  },
  {
    article: 'corran-today/rail-deal',
    by: 'The union',
    text: 'The union has promised to hold no strikes before {{date:+180d}} if its members accept the deal in a ballot.',
    condition: 'if its members accept the deal in a ballot',
    due: 'before {{date:+180d}}',
  },
  {
    article: 'corran-today/chip-plant',
    by: 'Halvane',
    text: 'Halvane has promised to begin building by {{date:+90d}} if it is granted a permit to draw water from the River Aske.',
    condition: 'if it is granted a permit to draw water from the River Aske',
    due: 'by {{date:+90d}}',
  },
  {
    article: 'radio-corran/measles-forty-seven',
    by: 'The health ministry',
    text: 'The health ministry has pledged to bring every school in the country above 95 per cent by {{date:+120d}}, if the regions pay for the nurses.',
    condition: 'if the regions pay for the nurses',
    due: 'by {{date:+120d}}',
  },
]

export const expectedStatements = { quotes, variants, differences, figures, commitments } as const
