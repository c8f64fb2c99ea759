/** A story in one language and its articles, by `<outlet>/<slug>`. */
type ExpectedStory = {
  readonly key: string
  readonly language: 'en' | 'fr' | 'ar'
  /** Articles that must be together. */
  readonly members: readonly string[]
  /** Live, audio, video and paywalled pages on the same event: may be in the story or held back. */
  readonly labelled?: readonly string[]
  /** The original reporters: the agency, and each outlet with reporting of its own. Their number is the expected count. */
  readonly origins: readonly string[]
  /**
   * Acceptable counts of independent reports: from every doubtful text counted as derived (rewritten and half-wire texts, an outlet's
   * second article, an agency's second dispatch) to every one counted as original.
   */
  readonly reports: readonly [least: number, most: number]
  /** The story that followed from it. */
  readonly leadsTo?: string
}

export const expectedStories: readonly ExpectedStory[] = [
  {
    key: 'dam-crack',
    language: 'en',
    members: [
      'sella-valley-echo/crack-in-dam-wall',
      'corran-today/sella-dam-crack',
      'ostvala-observer/corran-dam-crack',
      'radio-corran/sella-dam-crack',
      'aldmere-courier/sella-dam-crack',
      'harbour-gazette/dam-fault',
    ],
    origins: ['CPA', 'Sella Valley Echo', 'Aldmere Courier'],
    reports: [3, 4],
    leadsTo: 'dam-evacuation',
  },
  {
    key: 'dam-evacuation',
    language: 'en',
    members: [
      'sella-valley-echo/quillbeck-told-to-leave',
      'corran-today/quillbeck-evacuated',
      'harbour-gazette/quillbeck-evacuation',
      'aldmere-courier/governor-evacuation',
      'radio-corran/evacuation-widens',
      'ostvala-observer/dam-evacuation-night',
      'meridian/evacuation-cost',
      'sella-valley-echo/sports-hall',
    ],
    labelled: ['radio-corran/live-sella-dam', 'radio-corran/video-dam-from-above'],
    origins: ['CPA', 'Sella Valley Echo', 'Aldmere Courier', 'Radio Corran', 'The Meridian'],
    reports: [4, 9],
    leadsTo: 'dam-inquiry',
  },
  {
    key: 'dam-evacuation',
    language: 'fr',
    members: ['le-relais/barrage-evacuation', 'le-relais/barrage-solidarite'],
    origins: ['Le Relais de Brisane'],
    reports: [1, 2],
  },
  {
    key: 'dam-evacuation',
    language: 'ar',
    members: ['sada-al-marfa/dam-evacuation', 'sada-al-marfa/governor-dam'],
    origins: ['صدى المرفأ'],
    reports: [1, 2],
  },
  {
    key: 'dam-inquiry',
    language: 'en',
    members: [
      'aldmere-courier/dam-warning',
      'corran-today/dam-inquiry',
      'harbour-gazette/dam-inquiry',
      'radio-corran/engineer-interview',
      'sella-valley-echo/inquiry-quillbeck',
    ],
    labelled: ['radio-corran/hear-the-engineer'],
    origins: ['CPA', 'Aldmere Courier', 'Radio Corran', 'Sella Valley Echo'],
    reports: [3, 4],
  },
  {
    key: 'ferry-collision',
    language: 'en',
    members: [
      'harbour-gazette/ferry-hits-freighter',
      'corran-today/ferry-freighter-crash',
      'radio-corran/ferry-missing',
      'aldmere-courier/ferry-deaths',
      'ostvala-observer/ferry-deaths',
      'corran-today/ferry-survivors',
      'harbour-gazette/ferry-warning-dispute',
    ],
    origins: ['CPA', 'Harbour Gazette', 'Radio Corran', 'Corran Today'],
    reports: [4, 6],
  },
  {
    key: 'fishing-talks',
    language: 'en',
    members: [
      'aldmere-courier/fishing-talks',
      'harbour-gazette/fishing-talks',
      'corran-today/fishing-deal',
      'ostvala-observer/fishing-deal',
      'harbour-gazette/fishing-deal',
    ],
    origins: ['CPA', 'Harbour Gazette', 'Ostvala Observer'],
    reports: [3, 5],
  },
  {
    key: 'fishing-talks',
    language: 'fr',
    members: ['le-relais/accord-maquereau'],
    origins: ['Le Relais de Brisane'],
    reports: [1, 1],
  },
  {
    key: 'fishing-talks',
    language: 'ar',
    members: ['sada-al-marfa/mackerel'],
    origins: ['صدى المرفأ'],
    reports: [1, 1],
  },
  {
    key: 'rail-pay',
    language: 'en',
    members: [
      'aldmere-courier/rail-deal',
      'corran-today/rail-deal',
      'radio-corran/rail-deal',
      'harbour-gazette/rail-vote',
    ],
    labelled: ['meridian/rail-deal-fares'],
    origins: ['CPA', 'Radio Corran', 'Harbour Gazette'],
    reports: [3, 4],
  },
  {
    key: 'mayor-recount',
    language: 'en',
    members: [
      'harbour-gazette/recount-northmole',
      'radio-corran/mayor-recount',
      'corran-today/mayor-recount',
      'aldmere-courier/recount-lead-shrinks',
    ],
    origins: ['CPA', 'Harbour Gazette', 'Aldmere Courier'],
    reports: [2, 3],
  },
  {
    key: 'measles',
    language: 'en',
    members: [
      'sella-valley-echo/measles-haverley',
      'aldmere-courier/measles-haverley',
      'corran-today/measles-queue',
      'radio-corran/measles-forty-seven',
    ],
    origins: ['CPA', 'Corran Today', 'Radio Corran'],
    reports: [3, 3],
  },
  {
    key: 'chip-plant',
    language: 'en',
    members: [
      'meridian/chip-plant',
      'corran-today/chip-plant',
      'ostvala-observer/chip-plant',
      'radio-corran/chip-plant-water',
    ],
    origins: ['CPA', 'The Meridian', 'Ostvala Observer', 'Radio Corran'],
    reports: [3, 4],
  },
  {
    key: 'comet',
    language: 'en',
    members: [
      'aldmere-courier/comet-holm-adeyra',
      'radio-corran/comet-carrow',
      'ostvala-observer/comet',
      'harbour-gazette/comet',
    ],
    origins: ['CPA', 'Aldmere Courier', 'Radio Corran'],
    reports: [3, 3],
  },
  {
    key: 'cup-final',
    language: 'en',
    members: ['corran-today/cup-final', 'aldmere-courier/cup-final', 'harbour-gazette/cup-final'],
    origins: ['CPA', 'Aldmere Courier', 'Harbour Gazette'],
    reports: [3, 3],
  },
  {
    key: 'museum-theft',
    language: 'en',
    members: [
      'corran-today/chalice-stolen',
      'radio-corran/chalice-stolen',
      'aldmere-courier/chalice-guard',
      'ostvala-observer/chalice-border',
    ],
    origins: ['CPA', 'Aldmere Courier', 'Ostvala Observer'],
    reports: [3, 3],
  },
  {
    key: 'bank-outage',
    language: 'en',
    members: ['meridian/bank-outage'],
    origins: ['The Meridian'],
    reports: [1, 1],
  },
  {
    key: 'lighthouse-keeper',
    language: 'en',
    members: ['harbour-gazette/lighthouse-keeper'],
    origins: ['Harbour Gazette'],
    reports: [1, 1],
  },
  {
    key: 'ferrow-choir',
    language: 'en',
    members: ['sella-valley-echo/choir-wrong-key'],
    origins: ['Sella Valley Echo'],
    reports: [1, 1],
  },
]
