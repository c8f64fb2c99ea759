import { type InputForm, inputForms, type JsonSchema } from './input-schema.ts'
import { type AnyOperation, hasQuery, pathFields, type Route } from './route.ts'

/** What a request to a route may give beside its path: in the query, or in a JSON body. */
export type RouteInput = {
  readonly query: Readonly<Record<string, JsonSchema>>
  /** Those of the query that must be there, whichever form the input takes. */
  readonly required: readonly string[]
  /** The forms a JSON body can take; empty where there is none to give. */
  readonly bodies: readonly InputForm[]
}

/** Which fields of an operation's input stand where on a route. */
export function routeInput(route: Route, operation: AnyOperation): RouteInput {
  const taken = new Set([
    ...pathFields(route).map((field) => field.split('.')[0] ?? ''),
    ...Object.keys(route.fixed ?? {}),
    ...(route.without ?? []),
    ...(route.raw ? [route.raw.field] : []),
  ])
  const forms = formsOn(route, inputForms(operation)).map(({ fields, required }) => ({
    fields: Object.fromEntries(Object.entries(fields).filter(([name]) => !taken.has(name))),
    required: required.filter((name) => !taken.has(name)),
  }))
  if (!hasQuery(route))
    return { query: {}, required: [], bodies: forms.some(({ fields }) => Object.keys(fields).length > 0) ? forms : [] }
  const [first, ...rest] = forms
  return {
    query: Object.fromEntries(forms.toReversed().flatMap(({ fields }) => Object.entries(fields))),
    required: (first?.required ?? []).filter((name) => rest.every(({ required }) => required.includes(name))),
    bodies: [],
  }
}

/** The forms that have what the path gives. */
export function formsOn(route: Route, forms: readonly InputForm[]): readonly InputForm[] {
  const given = [...pathFields(route).map((field) => field.split('.')[0] ?? ''), ...Object.keys(route.fixed ?? {})]
  return forms.filter(
    ({ fields }) => given.every((name) => Object.hasOwn(fields, name)) && fixedFits(fields, route.fixed ?? {}),
  )
}

function fixedFits(fields: InputForm['fields'], fixed: Readonly<Record<string, string>>): boolean {
  return Object.entries(fixed).every(([name, value]) => {
    const { const: only } = fields[name] ?? {}
    return only === undefined || only === value
  })
}
