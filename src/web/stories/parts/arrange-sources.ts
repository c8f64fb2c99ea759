import { defined } from '../../../core/defined.ts'
import type { SourceRowView } from '../../../operations/feeds/source-views.ts'

/** What the table can be sorted by. */
export const sourceSorts = ['health', 'name', 'articles', 'own', 'first', 'behind', 'edits'] as const
export type SourceSort = (typeof sourceSorts)[number]

/** The choices in the URL of the table of sources. Without `sort`, failing sources come first, then by name. */
export type SourceChoice = {
  readonly sort?: SourceSort
  /** In the reverse of the column's usual order. */
  readonly isReversed: boolean
  readonly family?: string
  readonly language?: string
  readonly health?: 'fine' | 'failing'
  /** Part of a name. */
  readonly query?: string
  /** Page of a long table; absent: the first. */
  readonly page?: string
}

/** Reads the parameters of a URL; invalid ones are dropped. */
export function readSourceChoice(query: Readonly<Record<string, string | undefined>>): SourceChoice {
  const sort = sourceSorts.find((each) => each === query.sort)
  const health = (['fine', 'failing'] as const).find((each) => each === query.health)
  return {
    ...defined({ sort }),
    isReversed: query.order === 'reversed',
    ...defined({
      family: query.family || undefined,
      language: query.language || undefined,
      health,
      query: query.q?.trim() || undefined,
      page: query.page || undefined,
    }),
  }
}

/** True when a feed of a source failed at its last poll, or is no longer read. */
export function isFailing({ feeds }: Pick<SourceRowView, 'feeds'>): boolean {
  return feeds.some(({ isStopped, lastError }) => isStopped || lastError !== undefined)
}

/** The matching sources in the chosen order; sources without the figure come last in either direction. */
export function arrangeSources(
  views: readonly SourceRowView[],
  { sort, isReversed, family, language, health, query }: SourceChoice,
  locale: string,
): readonly SourceRowView[] {
  const names = new Intl.Collator(locale)
  const byName = (a: SourceRowView, b: SourceRowView) => names.compare(a.name, b.name)
  const part = query?.toLocaleLowerCase()
  const wanted = views.filter(
    (view) =>
      (part === undefined || view.name.toLocaleLowerCase().includes(part)) &&
      (family === undefined || view.family === family) &&
      (language === undefined || view.language === language) &&
      (health === undefined || isFailing(view) === (health === 'failing')),
  )
  if (sort === undefined || sort === 'name') {
    const troubled = (view: SourceRowView) => (sort === undefined && isFailing(view) ? 0 : 1)
    const ordered = wanted.toSorted((a, b) => troubled(a) - troubled(b) || byName(a, b))
    return isReversed ? ordered.toReversed() : ordered
  }
  const known = wanted.flatMap((view) => {
    const value = figureOf(view, sort)
    return value === undefined ? [] : [{ view, value }]
  })
  const isRising = (sort === 'behind') !== isReversed
  const ordered = known
    .toSorted((a, b) => (isRising ? a.value - b.value : b.value - a.value) || byName(a.view, b.view))
    .map(({ view }) => view)
  const rest = wanted.filter((view) => figureOf(view, sort) === undefined).toSorted(byName)
  return [...ordered, ...rest]
}

function figureOf(view: SourceRowView, sort: Exclude<SourceSort, 'name'>): number | undefined {
  switch (sort) {
    case 'articles':
      return view.articleCount
    case 'own':
      return view.ownShare
    case 'first':
      return view.speed.storyCount === 0 ? undefined : view.speed.firstCount / view.speed.storyCount
    case 'behind':
      return view.speed.medianBehind
    case 'edits':
      return view.editedCount
    case 'health':
      return Number(isFailing(view))
  }
}
