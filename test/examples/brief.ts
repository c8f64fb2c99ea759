import { defaultBrief } from '../../src/core/brief-choice.ts'
import { defaultSliders } from '../../src/core/ranking.ts'
import type { MailServerView } from '../../src/operations/admin/mail-server.ts'
import type { BriefStoryView, BriefView } from '../../src/operations/day/brief-views.ts'
import type { BriefSettingsView } from '../../src/operations/day/my-brief.ts'
import type { RankingView } from '../../src/operations/day/ranking.ts'
import type { Answers } from './answers.ts'
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
  sources: cards[0]!.sources,
  groups: cards[0]!.groups,
  picture: cards[0]!.picture!,
  section: 'Region',
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
  sources: cards[4]!.sources,
  groups: [1],
  strongest: quoted.strongest!,
}

export const brief: BriefView = {
  day: '2026-03-17',
  from: '2026-03-16T10:00:00Z',
  until: '2026-03-17T10:00:00Z',
  isToday: true,
  previousDay: '2026-03-16',
  stories: [main, quoted, withheld],
  also: cards.slice(1, 4),
  storyCount: 212,
  minutes: 2,
  feedCount: 12,
  unchangedCount: 0,
  otherLanguageCount: 0,
}

export const earlier: BriefView = {
  ...brief,
  day: '2026-03-16',
  from: '2026-03-16T00:00:00Z',
  until: '2026-03-16T23:59:59Z',
  isToday: false,
  nextDay: '2026-03-17',
}

export const nothing: BriefView = { ...brief, stories: [], also: [], storyCount: 0, minutes: 1 }

const settings: BriefSettingsView = {
  choice: { ...defaultBrief, hour: 6, days: [1, 2, 3, 4, 5], isMailed: true, languages: ['en'] },
  email: 'reader@example.org',
  isMailSet: true,
  isVoiceSet: true,
  hasAddress: true,
  lastSentAt: '2026-03-17T06:00:00.000Z',
  timeZone: 'Europe/Paris',
  languages: ['ar', 'en', 'fr'],
}

const parts = { reports: 2.3, newness: -0.4, follows: 2, sources: 0, differs: 0.5, lifts: 0 }
const ranking: RankingView = {
  sliders: { ...defaultSliders, differs: 50, suggests: true },
  isTried: false,
  lifts: [
    { kind: 'entity', target: 'person:tomas-reyd', label: 'Tomas Reyd', weight: 50, why: 'saved:4' },
    { kind: 'section', target: 'Sport', label: 'Sport', weight: 0, why: 'saved:3' },
    { kind: 'language', target: 'ar', label: 'ar', weight: 0, why: '' },
  ],
  first: cards.slice(0, 3).map(({ id, title, language }, index) => ({
    id,
    title,
    language,
    place: index + 1,
    standingPlace: 3 - index,
    parts,
  })),
  suggestions: [{ kind: 'section', target: 'World', label: 'World', savedCount: 5 }],
}

/** The brief and its settings; `changes` records what was asked to change. */
export const mailServer: MailServerView = {
  server: {
    host: 'smtp.example.org',
    port: 587,
    security: 'starttls',
    user: 'ada',
    from: 'Twosource <news@example.org>',
  },
  hasPassword: true,
  isFixed: false,
}

export function briefOperations(changes: unknown[]) {
  const record =
    <Result>(name: string, result: Result) =>
    async (input?: unknown): Promise<Result> => {
      changes.push([name, input])
      return result
    }
  const token = 'a-secret-token-of-the-example'
  return {
    get_brief: async ({ day }) => {
      if (day === undefined || day === brief.day) return brief
      if (day === earlier.day) return earlier
      return { ...nothing, day, isToday: false }
    },
    get_brief_settings: async () => settings,
    get_mail_server: async () => mailServer,
    async set_mail_server(input) {
      changes.push(['setMailServer', input])
      return input.host === 'no host' ? { kind: 'refused', field: 'host' } : 'done'
    },
    send_test_mail: async () => ({ kind: 'failed', reason: '550 <no> such user' }),
    set_brief: record('setBrief', settings.choice),
    make_brief_address: record('makeBriefAddress', { token }),
    remove_brief_address: record('removeBriefAddress', true),
    find_brief_reader: async (input) =>
      input.token === token ? { id: 'reader-7', name: 'Ada', role: 'guest' } : undefined,
    find_mail_end: async (input) => (input.token === token ? true : undefined),
    end_brief_mail: async (input) => {
      if (input.token !== token) return undefined
      changes.push(['endBriefMail', input])
      return true
    },
    get_ranking: async ({ tried }) => (tried ? { ...ranking, sliders: tried, isTried: true } : ranking),
    set_ranking: record('setRanking', true),
    reset_ranking: record('resetRanking', true),
    answer_lift: record('answerLift', true),
  } satisfies Answers
}
