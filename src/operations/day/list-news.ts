import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { SourceId, StoryId } from '../../core/ids.ts'
import { storyId } from '../input.ts'
import { mutableOutline, mutedLists, withoutParked } from '../library/hide-muted.ts'
import { defineOperation } from '../operation.ts'

/** What arrived while a page is open: enough for its notice and its filters. */
export type NewsView = {
  /** The newest story; the next request continues from it. */
  readonly newest?: StoryId
  /** Unmuted stories newer than the given one, at most 500. */
  readonly founded: readonly {
    readonly id: StoryId
    readonly lastAt: string
    readonly language: string
    readonly section?: string
    readonly sources: readonly SourceId[]
  }[]
  /** When each of the given stories last changed. */
  readonly changed: readonly { readonly id: StoryId; readonly changedAt: string }[]
}

const mostNew = 500

export const listNews = defineOperation({
  name: 'list_news',
  minRole: 'guest',
  summary: 'Stories newer than a given one, and when given stories last changed',
  input: z.strictObject({ after: storyId.optional(), stories: z.array(storyId).max(500).optional() }),
  async run(context, { after, stories = [] }): Promise<NewsView> {
    const { store } = context
    const [newest, ids, asked] = await Promise.all([
      store.stories.newest(),
      after === undefined ? [] : store.stories.createdAfter(after, mostNew),
      stories.length === 0 ? [] : store.stories.findOutlines(stories),
    ])
    const outlines = ids.length === 0 ? [] : await withoutParked(context, await store.stories.findOutlines(ids))
    const shown =
      outlines.length === 0 ? [] : (await mutedLists(context, undefined, 'stories')).sift(outlines, mutableOutline)
    return {
      ...defined({ newest }),
      founded: shown.map(({ id, lastAt, language, section, outline }) => ({
        id,
        lastAt,
        language,
        ...defined({ section }),
        sources: outline.sources.map((source) => source.id),
      })),
      changed: asked.map(({ id, changedAt }) => ({ id, changedAt })),
    }
  },
})
