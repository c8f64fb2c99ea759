import { defined } from '../../core/defined.ts'
import { defaultSliders, type Lift, type Sliders } from '../../core/ranking.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { Rankable, Weights } from '../../story/rank-today.ts'
import type { OperationContext } from '../operation.ts'

/** A reader's ranking settings, read once per list. */
type Weighing = {
  readonly sliders: Sliders
  readonly weights: Weights
  readonly lifts: readonly Lift[]
  readonly mySources: ReadonlySet<string>
}

/** A story with everything its rank depends on. */
export type RankableStory = Rankable & { readonly story: OutlinedStory }

/** A reader's ranking settings; by default those without any adjustment. */
export async function readWeighing(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  follows: readonly { readonly kind: string; readonly target: string }[],
): Promise<Weighing> {
  const [sliders = defaultSliders, lifts] = await Promise.all([
    store.rankings.find(reader.id),
    store.rankings.listLifts(reader.id),
  ])
  return weighingOf(sliders, lifts, follows)
}

/** The same for sliders in the preview. */
export function weighingOf(
  sliders: Sliders,
  lifts: readonly Lift[],
  follows: readonly { readonly kind: string; readonly target: string }[],
): Weighing {
  const { reports, newness, follows: followed, sources, differs } = sliders
  return {
    sliders,
    weights: {
      reports: reports / 100,
      newness: newness / 100,
      follows: followed / 100,
      sources: sources / 100,
      differs: differs / 100,
    },
    lifts,
    mySources: new Set(follows.filter(({ kind }) => kind === 'source').map(({ target }) => target)),
  }
}

export function rankable(story: OutlinedStory, isFollowed: boolean, { lifts, mySources }: Weighing): RankableStory {
  const { outline } = story
  const lift = lifts.reduce((sum, each) => (isOf(each, story) ? sum + each.weight / 100 : sum), 0)
  return {
    story,
    id: story.id,
    reportTimes: outline.reportTimes,
    ...defined({
      isFollowed: isFollowed || undefined,
      isOfMySources: outline.sources.some(({ id }) => mySources.has(id)) || undefined,
      isDiffering: outline.differenceCount > 0 || outline.changedTimes.length > 0 || undefined,
      lift: lift === 0 ? undefined : lift,
    }),
  }
}

/** True if a lift applies to a story: by language, section, outlet, or a name in at least half of its articles. */
function isOf({ kind, target }: Pick<Lift, 'kind' | 'target'>, { section, outline }: OutlinedStory): boolean {
  switch (kind) {
    case 'language':
      return primaryLanguage(outline.language) === target
    case 'section':
      return section === target
    case 'entity':
      return outline.mainEntityIds.some((id) => id === target)
    case 'source':
      return outline.sources.some(({ id }) => id === target)
  }
}
