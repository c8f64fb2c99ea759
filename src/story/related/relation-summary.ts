import type { EntityKind } from '../../core/annotation.ts'
import type { DocumentId, EntityId, StoryId } from '../../core/ids.ts'
import type { Dossier, Term } from '../../core/story.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { wordsOf } from '../words.ts'

/** What is needed to relate a story to others; small enough to keep thousands in memory. */
export type RelationSummary = {
  readonly id: StoryId
  readonly title: string
  /** Primary tag of the language of most members. */
  readonly language: string
  /** ISO 8601: publication of the first and the last article. */
  readonly firstAt: string
  readonly lastAt: string
  readonly articleCount: number
  /** `count`: in how many of the story's documents it is mentioned. */
  readonly entities: readonly {
    readonly id: EntityId
    readonly name: string
    readonly kind: EntityKind
    readonly count: number
  }[]
  readonly terms: readonly Term[]
  readonly documents: readonly DocumentId[]
  /** Documents of other stories that are copies or originals of ours. */
  readonly copies: readonly DocumentId[]
  readonly marks: readonly string[]
}

const maxEntities = 12

/** The parts of a dossier that a summary needs. */
type RelationSource = Pick<Dossier, 'storyId' | 'headline' | 'language' | 'entities' | 'relation'> & {
  readonly members: readonly Pick<Dossier['members'][number], 'documentId'>[]
  readonly brief?: Dossier['brief']
}

/**
 * Summarizes a story from its dossier and the times of its first and last article. Dossiers of older versions lack the words, so headline
 * and brief provide them.
 */
export function summarizeForRelation(
  dossier: RelationSource,
  times: { readonly firstAt: string; readonly lastAt: string },
): RelationSummary {
  return {
    id: dossier.storyId,
    title: dossier.headline.title,
    language: primaryLanguage(dossier.language),
    firstAt: times.firstAt,
    lastAt: times.lastAt,
    articleCount: dossier.members.length,
    entities: (dossier.entities ?? []).slice(0, maxEntities).map(({ entity, documentCount }) => ({
      id: entity.id,
      name: entity.name,
      kind: entity.kind,
      count: documentCount,
    })),
    terms: dossier.relation?.terms ?? termsOfBrief(dossier),
    documents: dossier.members.map(({ documentId }) => documentId),
    copies: dossier.relation?.copies ?? [],
    marks: dossier.relation?.marks ?? [],
  }
}

function termsOfBrief({ headline, brief = [] }: RelationSource): Term[] {
  const terms = new Map<string, Term>()
  for (const { stem, text, isStop } of wordsOf(headline.title))
    if (!isStop && !terms.has(stem)) terms.set(stem, { stem, word: text, weight: 2, isInTitle: true })
  for (const { stem, text, isStop } of brief.flatMap((point) => wordsOf(point.text)))
    if (!isStop && !terms.has(stem)) terms.set(stem, { stem, word: text, weight: 1 })
  return [...terms.values()]
}
