import type { operations } from '../operations/all.ts'

export type AnyOperation = (typeof operations)[number]
export type OperationName = AnyOperation['name']

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

export type Answers =
  | 'view'
  /** 204 without content; or 404 if there was nothing to act on. */
  | 'nothing'
  | 'done'
  /** A download with its own name and media type. */
  | 'file'
  /** A picture, or 502 with the reason there is none. */
  | 'picture'
  /** Facts about a recording as JSON; or the sound itself, with range requests. */
  | 'recording'
  | 'sound'
  | 'backup'
  | 'opml'

/** An operation's URL. Without path fields and body, its input goes in the query. */
type RouteDetail = {
  /** Method and path below `/api/v1`; `{name}` is an input field, `{a.b}` a nested one. */
  readonly at: `${Method} /${string}`
  /** Fields whose values this path fixes. */
  readonly fixed?: Readonly<Record<string, string>>
  /** Fields not accepted here. With `reads` or `looks`, a GET would change something. */
  readonly without?: readonly string[]
  /** The field that is sent as the raw body, with one of these media types. */
  readonly raw?: { readonly field: string; readonly mediaTypes: readonly string[] }
  readonly answers?: Answers
}

/** Most operations have one path and nothing else to configure; some have several. */
type RouteGiven = RouteDetail['at'] | RouteDetail | readonly RouteDetail[]
export type RouteTable = { readonly [Name in OperationName]?: RouteGiven }

/** A parsed route: its path as segments; a field in braces is its dotted path. */
export type Route = RouteDetail & {
  readonly operation: OperationName
  readonly area: string
  readonly method: Method
  readonly path: string
  readonly segments: readonly Segment[]
  readonly answers: Answers
}
type Segment = { readonly kind: 'word'; readonly word: string } | { readonly kind: 'field'; readonly field: string }

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

/** The input fields in the path, in order. */
export function pathFields({ segments }: Pick<Route, 'segments'>): readonly string[] {
  return segments.flatMap((segment) => (segment.kind === 'field' ? [segment.field] : []))
}

/** True when the fields are sent in the query: the request has no body, or a raw one. */
export function hasQuery({ method, raw }: Pick<Route, 'method' | 'raw'>): boolean {
  return method === 'GET' || method === 'DELETE' || raw !== undefined
}
