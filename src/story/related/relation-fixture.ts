import { defined } from '../../core/defined.ts'
import { asId, type DocumentId, type StoryId } from '../../core/ids.ts'
import { entity } from '../story-fixture.ts'
import { wordsOf } from '../words.ts'
import type { RelationSummary } from './relation-summary.ts'

/** A short description of a test story. It begins and ends on `day` and `hour` of March 2025. */
export type SummaryFixture = {
  readonly id: string
  readonly day?: number
  readonly hour?: number
  readonly lastDay?: number
  readonly language?: string
  readonly people?: readonly string[]
  readonly places?: readonly string[]
  readonly title?: string
  readonly words?: string
  readonly articles?: number
  readonly copies?: readonly string[]
  readonly marks?: readonly string[]
}

/** The summary of a test story; its one document has the story's id. */
export function relationSummary(fixture: SummaryFixture): RelationSummary {
  const { id, day = 10, hour = 10, people = [], places = [], title = '', words = '' } = fixture
  const at = (which: number) => `2025-03-${String(which).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`
  const named = (kind: 'person' | 'place', names: readonly string[]) =>
    names.map((name) => ({ id: entity(kind, name).id, name, kind, count: 2 }))
  const inTitle = new Set(wordsOf(title).map(({ stem }) => stem))
  const stems = new Map(wordsOf(`${title} ${words}`).map((word) => [word.stem, word]))
  return {
    id: asId<StoryId>(id),
    title: title || id,
    language: fixture.language ?? 'en',
    firstAt: at(day),
    lastAt: at(fixture.lastDay ?? day),
    articleCount: fixture.articles ?? 1,
    entities: [...named('person', people), ...named('place', places)],
    terms: [...stems.values()].map(({ stem, text }) => ({
      stem,
      word: text,
      weight: inTitle.has(stem) ? 2 : 1,
      ...defined({ isInTitle: inTitle.has(stem) ? (true as const) : undefined }),
    })),
    documents: [asId<DocumentId>(id)],
    copies: (fixture.copies ?? []).map((copy) => asId<DocumentId>(copy)),
    marks: fixture.marks ?? [],
  }
}

/** Unrelated stories, so that rarity of words and names can be measured. */
export const unrelated: readonly RelationSummary[] = Array.from({ length: 100 }, (_, i) =>
  relationSummary({
    id: `other${i}`,
    people: [`Person${i} Name${i}`],
    places: [`Town${i}`],
    words: `word${i} thing${i}`,
  }),
)
