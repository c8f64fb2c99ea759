import { defined } from '../core/defined.ts'
import type { ApiField, ApiReference, ApiRoute } from '../core/reading/api-reference.ts'
import { operations } from '../operations/all.ts'
import { fieldMeaning } from './field-meanings.ts'
import { fieldSchema, inputForms, type JsonSchema } from './input-schema.ts'
import { idOf, pathOf } from './openapi.ts'
import { parameterName } from './openapi-route.ts'
import { problemKinds } from './problem.ts'
import { type AnyOperation, pathFields, type Route } from './route.ts'
import { routeInput } from './route-input.ts'
import { areas, routes } from './routes/all-routes.ts'
import { scopeOf } from './scope.ts'
import viewSchemas from './view-schemas.json' with { type: 'json' }

const views = viewSchemas.views as Readonly<Record<string, JsonSchema>>

/** Never changes while the program runs; built at the first request. */
let described: Pick<ApiReference, 'areas' | 'problems'> | undefined

/** The API's documentation, as a page shows it. */
export function apiReference(address: string, perMinute: number): ApiReference {
  return {
    example: `curl -H "Authorization: Bearer $TOKEN" ${address}/today`,
    perMinute,
    ...(described ??= describeAll()),
  }
}

function describeAll(): Pick<ApiReference, 'areas' | 'problems'> {
  return {
    areas: areas.map(({ name, about }) => ({
      name,
      about,
      routes: routes.filter(({ area }) => area === name).map(referenceOf),
    })),
    problems: Object.entries(problemKinds).map(([id, { status, title }]) => ({ id, code: status, title })),
  }
}

function referenceOf(route: Route): ApiRoute {
  const operation = operations.find(({ name }) => name === route.operation)
  if (!operation) throw new Error(`There is a route to ${route.operation}, which there is not`)
  const scope = scopeOf(route, operation)
  const answer = answerOf(route)
  return {
    id: idOf(route),
    method: route.method,
    path: pathOf(route),
    summary: operation.summary,
    ...defined({ scope }),
    fields: fieldsOf(route, operation),
    ...defined({ answer }),
  }
}

function fieldsOf(route: Route, operation: AnyOperation): readonly ApiField[] {
  const { query, required, bodies } = routeInput(route, operation)
  const forms = inputForms(operation)
  const field = (name: string, place: ApiField['place'], isRequired: boolean, schema: JsonSchema): ApiField => ({
    name,
    place,
    isRequired,
    values: valuesOf(schema),
    meaning: fieldMeaning(operation.name, name) ?? '',
  })
  const inBody = Object.entries(Object.assign({}, ...bodies.map(({ fields }) => fields)) as Record<string, JsonSchema>)
  return [
    ...pathFields(route).map((path) => field(parameterName(path), 'path', true, fieldSchema(forms, path) ?? {})),
    ...Object.entries(query).map(([name, schema]) => field(name, 'query', required.includes(name), schema)),
    ...inBody.map(([name, schema]) =>
      field(
        name,
        'body',
        bodies.every((form) => form.required.includes(name)),
        schema,
      ),
    ),
  ]
}

/** The values a schema allows, in short. */
export function valuesOf(schema: JsonSchema): string {
  const members = schema.anyOf ?? schema.oneOf
  if (members) return [...new Set(members.map(valuesOf))].join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const { type, minimum, maximum, maxLength, maxItems, items } = schema as Readonly<Record<string, unknown>>
  if (type === 'array') return `${valuesOf((items ?? {}) as JsonSchema)}[]${most(maxItems)}`
  if (type === 'integer' || type === 'number')
    return typeof minimum === 'number' && typeof maximum === 'number' ? `${type} ${minimum}–${maximum}` : String(type)
  if (type === 'object' && schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  return `${typeof type === 'string' ? type : 'any'}${most(maxLength)}`
}

function most(limit: unknown): string {
  return typeof limit === 'number' ? ` ≤ ${limit}` : ''
}

function answerOf({ answers, operation }: Route): string | undefined {
  switch (answers) {
    case 'nothing':
    case 'done':
      return undefined
    case 'view':
      return shapeName(views[operation] ?? {})
    case 'recording':
      return 'Recording'
    case 'file':
      return '*/*'
    case 'opml':
      return 'text/x-opml'
    case 'picture':
      return 'image/*'
    case 'sound':
      return 'audio/*'
    case 'backup':
      return 'application/vnd.sqlite3'
  }
}

function shapeName(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
  if (schema.anyOf) return schema.anyOf.map(shapeName).join(' | ')
  if (schema.type === 'array') return `${shapeName(schema.items ?? {})}[]`
  return valuesOf(schema)
}
