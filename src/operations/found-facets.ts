import type { FoundEntry } from '../store/find-store.ts'
import type { FindView } from './find-views.ts'
import type { Facet } from './today-views.ts'

const mostShown = 30

/** In which languages, outlets and sections matches are, the most first. */
export function foundFacets(rows: readonly FoundEntry[]): FindView['facets'] {
  return {
    languages: count(rows.map(({ language }) => language).filter((language) => language !== 'und')),
    sources: count(rows.map(({ source }) => source.name)),
    sections: count(rows.flatMap(({ section }) => section ?? [])),
  }
}

function count(values: readonly string[]): readonly Facet[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, label: value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostShown)
}
