import type { StoryId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'

/** A story with the parts of its dossier that relate it to others. */
export type RelatedRow = {
  readonly id: StoryId
  readonly title: string
  readonly language: string
  readonly firstAt: string
  readonly lastAt: string
  readonly changedAt: string
  readonly articleCount: number
  readonly dossier: Pick<Dossier, 'storyId' | 'headline' | 'language' | 'entities' | 'relation'> & {
    readonly members: readonly Pick<Dossier['members'][number], 'documentId'>[]
  }
}
