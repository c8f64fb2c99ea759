import { defined } from '../core/defined.ts'
import { fieldMeaning } from './field-meanings.ts'
import { fieldSchema, type InputForm, inputForms, type JsonSchema } from './input-schema.ts'
import { maxFileBytes } from './read-input.ts'
import { type AnyOperation, pathFields, type Route } from './route.ts'
import { routeInput } from './route-input.ts'
import { scopeOf } from './scope.ts'
import viewSchemas from './view-schemas.json' with { type: 'json' }

/** An OpenAPI 3.1 Operation Object (§4.8.10). */
export type DescribedRoute = Readonly<Record<string, unknown>> & {
  readonly operationId: string
  readonly summary: string
}

const views = viewSchemas.views as Readonly<Record<string, JsonSchema>>

/** Describes one route in OpenAPI; `id` is its unique operationId. */
export function describeRoute(route: Route, operation: AnyOperation, id: string): DescribedRoute {
  const scope = scopeOf(route, operation)
  const { query, required, bodies } = routeInput(route, operation)
  const forms = inputForms(operation)
  const inPath = pathFields(route).map((field) => ({
    name: parameterName(field),
    in: 'path',
    required: true,
    ...meaning(operation, field),
    schema: fieldSchema(forms, field) ?? {},
  }))
  const inQuery = Object.entries(query).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(schema.type === 'object' && { style: 'deepObject', explode: true }),
    ...meaning(operation, name),
    schema,
  }))
  const body = route.raw ? rawBody(route) : bodies.length > 0 ? jsonBody(operation, bodies) : undefined
  return {
    operationId: id,
    summary: operation.summary,
    tags: [route.area],
    security: scope ? [{ token: [scope] }] : [{}],
    ...defined({
      parameters: inPath.length + inQuery.length > 0 ? [...inPath, ...inQuery] : undefined,
      requestBody: body,
    }),
    responses: {
      ...success(route),
      ...problems(route, body !== undefined, scope !== 'read'),
    },
    'x-operation': operation.name,
    'x-role': operation.minRole,
  }
}

/** The name of a path parameter: a nested field uses its own name only. */
export function parameterName(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1)
}

function meaning(operation: AnyOperation, field: string): { readonly description?: string } {
  const found = fieldMeaning(operation.name, parameterName(field))
  return found === undefined ? {} : { description: found }
}

function rawBody({ raw }: Route) {
  const schema = raw?.field === 'bytes' ? {} : { schema: { type: 'string' } }
  return {
    required: true,
    description: `The file as it is, at most ${maxFileBytes} bytes`,
    content: Object.fromEntries((raw?.mediaTypes ?? []).map((mediaType) => [mediaType, schema])),
  }
}

function jsonBody(operation: AnyOperation, bodies: readonly InputForm[]) {
  const members = bodies.map(({ fields, required }) => ({
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, schema]) => [name, { ...schema, ...meaning(operation, name) }]),
    ),
    ...defined({ required: required.length > 0 ? required : undefined }),
    additionalProperties: false,
  }))
  return {
    required: bodies.every(({ required }) => required.length > 0),
    content: { 'application/json': { schema: members.length === 1 ? members[0] : { anyOf: members } } },
  }
}

const etag = { ETag: { description: 'Send it as If-None-Match to get a 304', schema: { type: 'string' } } }
const bytes = (mediaType: string, description: string) => ({ 200: { description, content: { [mediaType]: {} } } })

function success({ answers, method, operation }: Route) {
  switch (answers) {
    case 'nothing':
    case 'done':
      return { 204: { description: 'It is done' } }
    case 'view': {
      const isRead = method === 'GET'
      const content = { 'application/json': { schema: views[operation] ?? {} } }
      const link = { Link: { description: 'The page after, as rel="next"', schema: { type: 'string' } } }
      return {
        200: {
          description: 'What was asked for',
          ...defined({ headers: isRead ? { ...etag, ...link } : undefined }),
          content,
        },
        ...defined({ 304: isRead ? { description: 'It is as it was' } : undefined }),
      }
    }
    case 'file':
      return bytes('*/*', 'A file')
    case 'opml':
      return bytes('text/x-opml', 'Subscriptions as OPML 2.0')
    case 'picture':
      return { ...bytes('image/*', 'The picture'), 502: { $ref: '#/components/responses/outlet-failed' } }
    case 'recording':
      return {
        200: {
          description: 'What is known of the recording',
          headers: etag,
          content: { 'application/json': { schema: recording } },
        },
        304: { description: 'It is as it was' },
      }
    case 'sound':
      return {
        ...bytes('audio/*', 'The sound'),
        206: { description: 'The part of it that Range names', content: { 'audio/*': {} } },
        416: { $ref: '#/components/responses/no-such-range' },
      }
    case 'backup':
      return bytes('application/vnd.sqlite3', 'A copy of the database')
  }
}

const number = { type: 'number' }
const recording = {
  type: 'object',
  properties: {
    contentType: { type: 'string' },
    bytes: number,
    seconds: number,
    cues: {
      type: 'array',
      items: {
        type: 'object',
        properties: { from: number, until: number, text: { type: 'string' } },
        required: ['from', 'until', 'text'],
      },
    },
  },
  required: ['contentType', 'bytes', 'seconds', 'cues'],
}

function problems({ answers }: Route, hasBody: boolean, isWriting: boolean) {
  const given = [
    [400, 'unreadable-request'],
    [401, 'not-signed-in'],
    [403, 'not-permitted'],
    ...(answers === 'nothing' ? [] : [[404, 'not-there'] as const]),
    ...(hasBody
      ? ([
          [413, 'too-large'],
          [415, 'not-this-kind'],
        ] as const)
      : []),
    [422, 'unusable-input'],
    [429, 'too-many'],
    [500, 'failed'],
    [503, 'busy'],
    ...(isWriting ? [[507, 'full'] as const] : []),
  ] as const
  return Object.fromEntries(given.map(([status, kind]) => [status, { $ref: `#/components/responses/${kind}` }]))
}
