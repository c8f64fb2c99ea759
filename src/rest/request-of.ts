import { hasQuery, pathFields, type Route } from './route.ts'

type Fields = Readonly<Record<string, unknown>>

export type RouteRequest = {
  readonly method: string
  /** Relative to the API's base path, with the query. */
  readonly path: string
  readonly mediaType?: string
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** The first route that accepts the whole input; undefined if none does. */
export function routeFor(routes: readonly Route[], input: Fields): Route | undefined {
  return routes.find(
    (route) =>
      pathFields(route).every(
        (field) => typeof at(input, field) === 'string' || typeof at(input, field) === 'number',
      ) &&
      Object.entries(route.fixed ?? {}).every(([field, value]) => input[field] === value) &&
      (route.without ?? []).every((field) => input[field] === undefined),
  )
}

export function requestOf(route: Route, input: Fields): RouteRequest {
  const { method, segments, raw, fixed } = route
  const inPath = segments.map((segment) =>
    segment.kind === 'word' ? segment.word : encodeURIComponent(String(at(input, segment.field))),
  )
  const path = `/${inPath.join('/')}`
  const taken = new Set([
    ...pathFields(route).map((field) => field.split('.')[0]),
    ...Object.keys(fixed ?? {}),
    raw?.field,
  ])
  const rest = Object.entries(input).filter(([field, value]) => !taken.has(field) && value !== undefined)
  const query = hasQuery(route)
    ? new URLSearchParams(rest.flatMap(([field, value]) => pairsOf(field, value)))
    : undefined
  const asked = { method, path: query && query.size > 0 ? `${path}?${query}` : path }
  if (raw)
    return { ...asked, mediaType: raw.mediaTypes[0] ?? '', body: input[raw.field] as string | Uint8Array<ArrayBuffer> }
  if (query || rest.length === 0) return asked
  return { ...asked, mediaType: 'application/json', body: JSON.stringify(Object.fromEntries(rest)) }
}

function pairsOf(name: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map((item) => [name, String(item)])
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([field, inner]) =>
      inner === undefined ? [] : pairsOf(`${name}[${field}]`, inner),
    )
  return [[name, String(value)]]
}

function at(input: Fields, field: string): unknown {
  return field.split('.').reduce<unknown>((found, name) => (found as Fields | undefined)?.[name], input)
}
