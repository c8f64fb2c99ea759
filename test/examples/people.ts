import type { Entity } from '../../src/core/annotation.ts'
import { asId, type EntityId } from '../../src/core/ids.ts'
import type { Utterance } from '../../src/core/story.ts'
import type {
  EntityListView,
  EntityStoryRow,
  EntityView,
  Presence,
  SharedNameView,
  SpeakersView,
} from '../../src/operations/people/entity-views.ts'
import type { Answers } from './answers.ts'
import { citeWords, dossier, ellind, reyd, story, storyId, wording } from './story.ts'
import { hostile, namesake, wire } from './texts.ts'

const title = { id: storyId, title: wire.title, language: 'en' }
const storyRow = { storyId, ...title, lastAt: wire.at, articleCount: 25, reportCount: 4, namedCount: 20, quoteCount: 3 }

function entity(kind: Entity['kind'], name: string): Entity {
  return { id: asId<EntityId>(`${kind}:${name.toLowerCase().replaceAll(' ', '-')}`), kind, name }
}

function presence(of: Entity, storyCount: number, quoteCount: number): Presence {
  const saidAt = quoteCount > 0 ? { saidAt: wire.at } : {}
  return { entity: of, storyCount, quoteCount, ...saidAt, lastAt: wire.at }
}

const names = ['Ida Holm', 'Sana Odd', 'Per Voll', 'Una Kern', 'Jo <script>', 'سمير حداد', '\u202Egnorts']
const others = names.map((name, index) => presence(entity('person', name), 9 - index, 3 * (6 - index)))

/** Somebody of whom everything there can be is known. */
export const person: EntityView = {
  kind: 'entity',
  entity: { ...reyd, wikidataId: 'Q4242' },
  isFollowed: false,
  storyCount: 12,
  quoteCount: 61,
  firstAt: '2026-01-05T08:00:00.000Z',
  lastAt: wire.at,
  names: ['Mr Reyd', 'Reyd', 'توماس ريد'],
  roles: [citeWords(wire, 'leads the island council')],
  said: dossier.ledger
    .filter(({ speaker }) => speaker.id === reyd.id)
    .map(({ utterances }) => ({ story: title, utterances, moreCount: 4 })),
  next: '2026-03-10T08:00:00.000Z story-0',
  isOlder: false,
  promised: dossier.commitments.map((commitment) => ({ story: title, commitment })),
  changed: dossier.differences
    .filter(({ kind }) => kind === 'reversal')
    .map((difference) => ({ story: title, difference })),
  figures: [{ story: title, unit: 'ferries', value: 2, at: wire.at, citation: citeWords(wire, wire.blocks[0]!) }],
  days: [
    ...['2026-01-05', '2026-01-06', '2026-02-20'].map((day) => ({ day, storyCount: 2 })),
    { day: '2026-03-16', storyCount: 6 },
  ],
  stories: [
    storyRow,
    { ...storyRow, title: hostile.title, quoteCount: 0 },
    { ...storyRow, title: 'اتفاق على عبّارة ثانية', language: 'ar', reportCount: 1, articleCount: 1 },
  ] satisfies readonly EntityStoryRow[],
  around: {
    storyCount: 12,
    companions: [presence(ellind, 11, 9), ...others],
    voices: [presence(reyd, 12, 61), presence(ellind, 11, 29), ...others.filter(({ quoteCount }) => quoteCount > 0)],
    quoteCount: 170,
  },
  documents: story.documents,
}

const { next: _next, ...onePage } = person

/** A place: named, and nothing more. */
export const place: EntityView = {
  ...onePage,
  entity: entity('place', 'Varn'),
  isFollowed: true,
  storyCount: 1,
  quoteCount: 0,
  firstAt: wire.at,
  names: [],
  roles: [],
  said: [],
  promised: [],
  changed: [],
  figures: [],
  days: [{ day: '2026-03-16', storyCount: 1 }],
  stories: [storyRow],
  around: { storyCount: 1, companions: [], voices: [], quoteCount: 0 },
}

const cutShort: Utterance = {
  wordings: [wording(citeWords(namesake, 'You need a toll on the bridge,'))],
  outlets: [namesake.outlet],
  fuller: citeWords(wire, 'I don’t think you need a toll on the bridge,'),
}

/** A mayor and a goalkeeper, by their roles; one of the quotations was cut out of another. */
export const twoOfOneName: EntityView = {
  ...onePage,
  entity: ellind,
  names: ['Ms Ellind'],
  roles: [citeWords(wire, 'the mayor of Halvik'), citeWords(namesake, 'the goalkeeper of Halvik United')],
  mayBeSeveral: true,
  said: dossier.ledger
    .filter(({ speaker }) => speaker.id === ellind.id)
    .map(({ utterances }) => ({ story: title, utterances: [cutShort, ...utterances], moreCount: 0 })),
  promised: [],
  figures: [],
}

/** Older quotations of the same person. */
export const older: EntityView = {
  ...person,
  isOlder: true,
  figures: [],
  promised: [],
  changed: [],
  roles: [],
  days: [],
  stories: [],
}

export const shared: SharedNameView = {
  kind: 'shared',
  id: asId<EntityId>('person:reyd'),
  rows: [presence(reyd, 12, 61), presence(entity('person', 'Hanne Reyd'), 2, 0)],
}

export const people: EntityListView = {
  kind: 'person',
  days: 7,
  order: 'stories',
  page: 1,
  rows: [presence(reyd, 12, 61), presence(ellind, 11, 29), ...others],
  isCut: true,
}

/** Two who were quoted today, one of them in the words of the outlet. */
export const speakers: SpeakersView = {
  speakers: dossier.ledger
    .filter(({ speaker }) => speaker.id === reyd.id || speaker.id === ellind.id)
    .map(({ speaker, utterances }, index) => ({
      entity: speaker,
      storyCount: 12 - index,
      ...(index === 0 ? { role: citeWords(wire, 'leads the island council') } : {}),
      utterance: utterances[0]!,
      story: title,
    })),
  documents: story.documents,
}

/** People, organizations and places, from plain objects. */
export function peopleOperations() {
  const known = [person, place, twoOfOneName]
  return {
    list_speakers: async () => speakers,
    list_entities: async ({ kind = 'person', days = 7, query, order, page = 1 }) => {
      if (kind !== 'person' && kind !== 'organization' && kind !== 'place') return undefined
      const asked = {
        kind,
        days: days === 30 ? 30 : 7,
        order: order === 'quotes' || order === 'name' ? order : 'stories',
        page: Number(page),
        ...(query === undefined ? {} : { query }),
      } as const
      if (kind === 'place' || query === 'nobody') return { ...asked, rows: [], isCut: false }
      return { ...people, ...asked, isCut: query === undefined }
    },
    get_entity: async ({ id, before }) => {
      if (id === shared.id) return shared
      if (id === 'person:ellind') return { ...shared, rows: shared.rows.slice(0, 1) }
      const view = known.find((each) => each.entity.id === id)
      return before !== undefined && view ? older : view
    },
  } satisfies Answers
}
