import { defined } from '../../core/defined.ts'
import { defaultSliders, type Lift, type Sliders } from '../../core/ranking.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import type { Rankable, Weights } from '../../story/rank-today.ts'
import type { OperationContext } from '../operation.ts'

/** How a reader weighs the news, read once for a list. */
export type Weighing = {
  readonly sliders: Sliders
  readonly weights: Weights
  readonly lifts: readonly Lift[]
  readonly mySources: ReadonlySet<string>
}

/** A story as its place depends on it. */
export type RankableStory = Rankable & { readonly story: OutlinedStory }

/** How a reader weighs the news; whoever chose nothing weighs it as it stands by itself. */
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

/** The same of sliders that are only tried. */
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

/** A story with what its place depends on. */
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

/** True where a lift is about a story: its language, its section, an outlet of it, or whom at least half of it names. */
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
