import { defined } from '../core/defined.ts'
import { operations } from '../operations/all.ts'
import { type DescribedRoute, describeRoute, parameterName } from './openapi-route.ts'
import { type ProblemKind, problemKinds } from './problem.ts'
import type { Route } from './route.ts'
import { areas, routes } from './routes/all-routes.ts'
import viewSchemas from './view-schemas.json' with { type: 'json' }

type ApiDescription = {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  /** By path, then by lowercase method. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedRoute>>>>
  readonly components: Readonly<Record<string, unknown>>
}

/** The OpenAPI document of the whole API, generated from the routes, the operations' inputs and the types of their views. */
export function describeApi(version: string, apiUrl: string): ApiDescription {
  const paths: Record<string, Record<string, DescribedRoute>> = {}
  for (const route of routes) {
    const operation = operations.find(({ name }) => name === route.operation)
    if (!operation) throw new Error(`There is a route to ${route.operation}, which there is not`)
    const path = (paths[pathOf(route)] ??= {})
    path[route.method.toLowerCase()] = describeRoute(route, operation, idOf(route))
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Twosource',
      version,
      summary: 'Every operation of a self-hosted news reader that shows every story once, with every source.',
      description:
        'Send `Authorization: Bearer` and a token, which you make under Settings, Advanced, API tokens. Times are ISO 8601, UTC. Spans are half-open, in UTF-16 units of the text of a document. A list that continues has a `next`, or a `page` below `pageCount`, and an answer with it a `Link`.',
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: apiUrl }],
    tags: areas.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token may `read`, also `write`, or, with `admin`, do all that the role of who made it may.',
        },
      },
      schemas: { ...viewSchemas.schemas, Problem: problemSchema },
      responses: Object.fromEntries(
        Object.entries(problemKinds)
          // No operation returns this one: it's for a method the URL doesn't support.
          .filter(([kind]) => kind !== 'no-such-method')
          .map(([kind, { title }]) => [kind, response(title, kind)]),
      ),
    },
  }
}

export function pathOf({ segments }: Pick<Route, 'segments'>): string {
  return segments
    .map((segment) => (segment.kind === 'word' ? `/${segment.word}` : `/{${parameterName(segment.field)}}`))
    .join('')
}

/** A route's unique name: the operation, with a number if it has several routes. */
export function idOf(route: Route): string {
  const same = routes.filter(({ operation }) => operation === route.operation)
  const at = same.findIndex(({ method, path }) => method === route.method && path === route.path)
  return at > 0 ? `${route.operation}_${at + 1}` : route.operation
}

const problemSchema = {
  type: 'object',
  description: 'What went wrong (RFC 9457)',
  properties: {
    type: { type: 'string', description: 'Where it is explained' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: 'Of an input that cannot be used: each field with what is wrong',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
    reference: { type: 'string', description: 'Of something that went wrong here: what to look for in the log' },
  },
  required: ['type', 'title', 'status'],
}

function response(title: string, kind: string) {
  return {
    description: title,
    ...defined({ headers: headersOf(kind as ProblemKind) }),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

function headersOf(kind: ProblemKind) {
  if (kind === 'too-many')
    return { 'Retry-After': { description: 'After how many seconds to ask again', schema: { type: 'integer' } } }
  if (kind === 'not-signed-in') return { 'WWW-Authenticate': { schema: { type: 'string' } } }
  return undefined
}
