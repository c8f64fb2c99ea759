import type { BriefStoryView, BriefView } from '../../src/operations/brief-views.ts'
import type { BriefOperations } from '../../src/web/brief-operations.ts'
import { cards } from './cards.ts'
import { story, storyId } from './story.ts'

const [first] = story.dossier.ledger
const difference = story.dossier.differences[0]!

const main: BriefStoryView = {
  id: storyId,
  title: story.dossier.headline.title,
  language: 'en',
  isFollowed: true,
  isNew: false,
  changes: { reports: 2, quote: 3, 'commitment-state': 1 },
  points: story.dossier.brief.slice(0, 3).map(({ citations, outlets }) => ({ citation: citations[0], outlets })),
  strongest: {
    kind: 'difference',
    a: { ...difference.a, isDirect: true },
    b: { ...difference.b, isDirect: false },
    ...(difference.signal ? { signal: difference.signal } : {}),
  },
  articleCount: 25,
  reportCount: 4,
  outlets: cards[0]!.outlets,
  isWithheld: false,
  documents: story.documents,
}

const quoted: BriefStoryView = {
  ...main,
  title: cards[1]!.title,
  isFollowed: false,
  isNew: true,
  changes: {},
  strongest: {
    kind: 'quote',
    speaker: first!.speaker.name,
    citation: first!.utterances[0]!.wordings[0].citation,
    isDirect: true,
  },
}

const withheld: BriefStoryView = {
  ...main,
  title: cards[4]!.title,
  isFollowed: false,
  changes: {},
  points: [],
  isWithheld: true,
  articleCount: 1,
  reportCount: 1,
  outlets: cards[4]!.outlets,
  strongest: quoted.strongest!,
}

export const brief: BriefView = {
  day: '2026-03-17',
  from: '2026-03-16T10:00:00Z',
  until: '2026-03-17T10:00:00Z',
  isToday: true,
  previousDay: '2026-03-16',
  stories: [main, quoted, withheld],
  storyCount: 212,
  minutes: 2,
  feedCount: 12,
}

export const earlier: BriefView = {
  ...brief,
  day: '2026-03-16',
  from: '2026-03-16T00:00:00Z',
  until: '2026-03-16T23:59:59Z',
  isToday: false,
  nextDay: '2026-03-17',
}

export const nothing: BriefView = { ...brief, stories: [], storyCount: 0, minutes: 1 }

export const briefOperations: BriefOperations = {
  brief: async ({ day }) => {
    if (day === undefined || day === brief.day) return brief
    if (day === earlier.day) return earlier
    return { ...nothing, day, isToday: false }
  },
}
