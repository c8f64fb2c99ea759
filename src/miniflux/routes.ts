import type { Route } from './call.ts'
import { categoryRoutes } from './category-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { feedRoutes } from './feed-routes.ts'
import { missingRoutes } from './missing-routes.ts'
import { otherRoutes } from './other-routes.ts'
import { userRoutes } from './user-routes.ts'

/** What is answered as Miniflux answers it. */
export const servedRoutes: readonly Route[] = [
  ...userRoutes,
  ...categoryRoutes,
  ...feedRoutes,
  ...entryRoutes,
  ...otherRoutes,
]

/** Those, and those that say why they are not here. */
const routes: readonly (readonly [Route, readonly string[]])[] = [...servedRoutes, ...missingRoutes].map((route) => [
  route,
  route.path.split('/').slice(1),
])

export type Matched =
  | { readonly kind: 'route'; readonly route: Route; readonly path: readonly string[] }
  /** The path is one of ours, by other methods. */
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' }

/** The route of a request; `path` begins after `/v1`. */
export function matchRoute(method: string, path: string): Matched {
  const given = path.replace(/\/$/, '').split('/').slice(1)
  const matching: { readonly route: Route; readonly path: readonly string[] }[] = []
  for (const [route, pattern] of routes) {
    const found = match(pattern, given)
    if (found) matching.push({ route, path: found })
  }
  const found = matching.find(({ route }) => route.method === method)
  if (found) return { kind: 'route', ...found }
  if (matching.length === 0) return { kind: 'none' }
  return { kind: 'method', allowed: [...new Set(matching.map(({ route }) => route.method))] }
}

function match(pattern: readonly string[], given: readonly string[]): readonly string[] | undefined {
  if (pattern.length !== given.length) return undefined
  const taken: string[] = []
  for (const [at, part] of pattern.entries()) {
    const segment = given[at]!
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined
      continue
    }
    const text = decoded(segment)
    if (text === undefined || (part === ':id' && !/^[1-9]\d{0,14}$/.test(text))) return undefined
    taken.push(text)
  }
  return taken
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
