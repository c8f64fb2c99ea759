import type { Common } from '../../lab/prove/isolation/seed.ts'
import { tries } from '../../lab/prove/isolation/tries.ts'
import { operations } from '../../src/operations/all.ts'
import { type InputForm, inputForms, type JsonSchema } from '../../src/rest/input-schema.ts'
import { type RouteRequest, requestOf, routeFor } from '../../src/rest/request-of.ts'
import { pathFields, type Route } from '../../src/rest/route.ts'
import { formsOn } from '../../src/rest/route-input.ts'

type Fields = Readonly<Record<string, unknown>>

/** Inputs that a route takes: those the proof of isolation tries, and where it has none for a route, those here. */
export function validInputs(route: Route, common: Common): readonly Fields[] {
  const given = [...(tries[route.operation]?.inputs(common) ?? []), ...(more(common)[route.operation] ?? [])]
  return given
    .map((input) => ({ ...without(input as Fields, route.without ?? []), ...route.fixed }))
    .filter((input) => routeFor([route], input) && formFor(route, input))
    .slice(0, 3)
}

function more({ entry }: Common): Readonly<Record<string, readonly Fields[]>> {
  return { get_picture: [{ key: 'x'.repeat(24), of: { entryId: entry } }] }
}

/** The form of its input that an input is of. */
function formFor(route: Route, input: Fields): InputForm | undefined {
  return formsOf(route).find(({ fields, required }) =>
    [...required, ...Object.keys(input)].every((name) => Object.hasOwn(fields, name) && name in input),
  )
}

function formsOf(route: Route): readonly InputForm[] {
  return formsOn(route, inputForms(operations.find(({ name }) => name === route.operation)!))
}

export type WrongRequest = {
  readonly why: string
  readonly request: RouteRequest
  readonly statuses: readonly number[]
}

/**
 * Requests that a route must refuse, each made of a valid input by one change: a field that must be there left out, one of a
 * wrong kind, one that is too long or too much. A union may take what is left as another of its forms.
 */
export function wrongRequests(route: Route, input: Fields): readonly WrongRequest[] {
  const form = formFor(route, input)!
  const statuses = formsOf(route).length === 1 ? [422] : [200, 204, 404, 422]
  const inPath = new Set(pathFields(route).map((field) => field.split('.')[0]))
  const free = Object.entries(form.fields).filter(
    ([name]) => name !== route.raw?.field && !(name in (route.fixed ?? {})) && !route.without?.includes(name),
  )
  const isQuery = route.method === 'GET' || route.method === 'DELETE' || route.raw !== undefined
  return free.flatMap(([name, schema]) => {
    const put = (why: string, value: unknown) => ({
      why: `${why} ${name}`,
      request: requestOf(route, { ...input, [name]: value }),
      statuses,
    })
    const isText = inPath.has(name) || isQuery
    const wrong = wrongValue(schema, isText)
    const large = largeValue(schema)
    return [
      ...(form.required.includes(name) && !inPath.has(name) ? [put('without', undefined)] : []),
      ...(wrong === undefined || (inPath.has(name) && schema.type === 'object') ? [] : [put('wrong', wrong)]),
      ...(large === undefined ? [] : [put('too large', large)]),
    ]
  })
}

/** What cannot be a value of a schema; undefined where everything can. In a path or a query everything is text. */
function wrongValue(schema: JsonSchema, isText: boolean): unknown {
  if (schema.enum || schema.const !== undefined || schema.pattern) return 'no such value'
  if (schema.type === 'integer' || schema.type === 'number' || schema.type === 'boolean') return 'neither'
  if (schema.type === 'object') return { nope: 1 }
  return isText || schema.type === undefined ? undefined : 7
}

function largeValue(schema: JsonSchema): unknown {
  const { maxLength, maxItems, maximum, type } = schema as { readonly [name: string]: unknown }
  if (typeof maxLength === 'number' && maxLength <= 100_000) return 'x'.repeat(maxLength + 1)
  if (typeof maxItems === 'number' && maxItems <= 1000) return Array.from({ length: maxItems + 1 }, () => 'x')
  return typeof maximum === 'number' && type === 'integer' && maximum < 2 ** 50 ? maximum + 1 : undefined
}

function without(input: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)))
}
