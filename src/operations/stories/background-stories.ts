import type { Dossier } from '../../core/story.ts'
import type { BackgroundStep } from '../../core/summary.ts'
import type { StoryRow } from '../../store/stories/stories.ts'
import { backgroundOf } from '../../story/background.ts'
import { storylineReasons } from '../../story/related/related.ts'
import type { OperationContext } from '../operation.ts'
import { relatedStories } from './related-stories.ts'

/** What came before a story: the earlier stories of its storyline or, without one, those related by the same matter. */
export async function backgroundStories(
  context: Pick<OperationContext, 'store'>,
  row: StoryRow & { readonly dossier: Dossier },
): Promise<readonly BackgroundStep[]> {
  const { storyline, related } = await relatedStories(context, row)
  const ids =
    storyline.length > 0
      ? storyline.flatMap(({ id, isPresent }) => (isPresent ? [] : [id]))
      : related.flatMap(({ id, reason }) => (storylineReasons.has(reason) ? [id] : []))
  const rows = await context.store.stories.findMany(ids)
  return backgroundOf(
    rows.flatMap(({ id, title, language, firstAt, dossier }) =>
      dossier ? [{ id, title, language, firstAt, dossier }] : [],
    ),
    row.firstAt,
  )
}
