import type { operations } from '../operations/all.ts'

/** Every operation there is. */
export type AnyOperation = (typeof operations)[number]
export type OperationName = AnyOperation['name']

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** How what an operation answers becomes an answer over HTTP. */
export type Answers =
  /** Its view as JSON. */
  | 'view'
  /** Nothing, 204: it answers nothing; or only that it is done, and 404 where there was nothing to do it to. */
  | 'nothing'
  | 'done'
  /** A file of a name and a kind of its own. */
  | 'file'
  /** A picture, or the reason why there is none as 502. */
  | 'picture'
  /** What is known of a recording as JSON; and the sound itself, which can be asked for in ranges. */
  | 'recording'
  | 'sound'
  /** A copy of the database. */
  | 'backup'
  /** Subscriptions as OPML. */
  | 'opml'

/** Where an operation is asked for. What it has no path and no body for stands in the query. */
export type RouteDetail = {
  /** Method and path below `/api/v1`; `{name}` is a field of the input, `{a.b}` one within another. */
  readonly at: `${Method} /${string}`
  /** Fields that this path has settled. */
  readonly fixed?: Readonly<Record<string, string>>
  /** Fields that cannot be given here. With `reads` or `looks` a GET would change something. */
  readonly without?: readonly string[]
  /** The field that is the body as it comes, of one of these kinds. */
  readonly raw?: { readonly field: string; readonly mediaTypes: readonly string[] }
  readonly answers?: Answers
}

/** Most operations have one path and need no more than that; some can be asked for at several. */
export type RouteGiven = RouteDetail['at'] | RouteDetail | readonly RouteDetail[]
export type RouteTable = { readonly [Name in OperationName]?: RouteGiven }

/** A route as it is walked: its path in segments, a field in braces being the dotted path to it. */
export type Route = RouteDetail & {
  readonly operation: OperationName
  readonly area: string
  readonly method: Method
  readonly path: string
  readonly segments: readonly Segment[]
  readonly answers: Answers
}
export type Segment =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'field'; readonly field: string }

/** The routes of a table. */
export function routesOf(area: string, table: RouteTable): readonly Route[] {
  return (Object.entries(table) as [OperationName, RouteGiven][]).flatMap(([operation, given]) =>
    detailsOf(given).map((detail) => {
      const [method, path] = detail.at.split(' ') as [Method, string]
      const segments = path.slice(1).split('/').map(segmentOf)
      return { answers: 'view' as const, ...detail, operation, area, method, path, segments }
    }),
  )
}

function detailsOf(given: RouteGiven): readonly RouteDetail[] {
  if (typeof given === 'string') return [{ at: given }]
  return isDetail(given) ? [given] : given
}

function isDetail(given: RouteDetail | readonly RouteDetail[]): given is RouteDetail {
  return !Array.isArray(given)
}

function segmentOf(written: string): Segment {
  const field = /^\{([\w.]+)\}$/.exec(written)?.[1]
  return field === undefined ? { kind: 'word', word: written } : { kind: 'field', field }
}

/** The fields of the input that stand in the path, in order. */
export function pathFields({ segments }: Pick<Route, 'segments'>): readonly string[] {
  return segments.flatMap((segment) => (segment.kind === 'field' ? [segment.field] : []))
}

/** True for a request whose fields stand in the query: it has no body, or the body is one field as it comes. */
export function hasQuery({ method, raw }: Pick<Route, 'method' | 'raw'>): boolean {
  return method === 'GET' || method === 'DELETE' || raw !== undefined
}
