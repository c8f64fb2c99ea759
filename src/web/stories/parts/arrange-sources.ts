import { defined } from '../../../core/defined.ts'
import type { SourceRowView } from '../../../operations/feeds/source-views.ts'

const sourceSorts = ['name', 'articles', 'own', 'first', 'behind', 'edits', 'health'] as const
export type SourceSort = (typeof sourceSorts)[number]

/** What the address of the table of sources asks for. Without `sort`, sources that cannot be read come first, then by name. */
export type SourceChoice = {
  readonly sort?: SourceSort
  /** The other way round than the column is usually looked at. */
  readonly isReversed: boolean
  readonly family?: string
  readonly language?: string
  readonly health?: 'fine' | 'failing'
  /** Which page of a long table; absent: the first. */
  readonly page?: string
}

/** Reads the parameters of an address; what is none of the choices is left out. */
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
      page: query.page || undefined,
    }),
  }
}

/** True when a feed of a source could not be read at its last poll, or is given up. */
export function isFailing({ feeds }: Pick<SourceRowView, 'feeds'>): boolean {
  return feeds.some(({ isStopped, lastError }) => isStopped || lastError !== undefined)
}

/** The sources that fit, in the order asked for; those of which a figure is not known come last, either way round. */
export function arrangeSources(
  views: readonly SourceRowView[],
  { sort, isReversed, family, language, health }: SourceChoice,
  locale: string,
): readonly SourceRowView[] {
  const names = new Intl.Collator(locale)
  const byName = (a: SourceRowView, b: SourceRowView) => names.compare(a.name, b.name)
  const wanted = views.filter(
    (view) =>
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
