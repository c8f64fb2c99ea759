import type { Method, Route } from './route.ts'

export type Matched =
  | { readonly kind: 'route'; readonly route: Route; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'other-methods'; readonly allowed: readonly Method[] }
  | { readonly kind: 'none' }
  /** A segment isn't percent-encoded UTF-8. */
  | { readonly kind: 'unreadable' }

/** Finds routes by method and path (without the base path). Literal segments win over fields. */
export function matchRoutes(routes: readonly Route[]): (method: string, path: string) => Matched {
  const byLength = Map.groupBy(routes, ({ segments }) => segments.length)
  return (method, path) => {
    const given = decoded(path)
    if (!given) return { kind: 'unreadable' }
    const fitting = (byLength.get(given.length) ?? [])
      .filter(({ segments }) => segments.every((segment, at) => segment.kind === 'field' || segment.word === given[at]))
      .toSorted((a, b) => fieldCount(a) - fieldCount(b))
    const nearest = fitting.filter((route) => fieldCount(route) === fieldCount(fitting[0]))
    const route = fitting.find((candidate) => candidate.method === method)
    if (!route)
      return nearest.length > 0
        ? { kind: 'other-methods', allowed: [...new Set(fitting.map((other) => other.method))] }
        : { kind: 'none' }
    return {
      kind: 'route',
      route,
      fields: Object.fromEntries(
        route.segments.flatMap((segment, at) => (segment.kind === 'field' ? [[segment.field, given[at] ?? '']] : [])),
      ),
    }
  }
}

function decoded(path: string): readonly string[] | undefined {
  try {
    return path.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return undefined
  }
}

function fieldCount(route: Route | undefined): number {
  return route?.segments.filter(({ kind }) => kind === 'field').length ?? 0
}
