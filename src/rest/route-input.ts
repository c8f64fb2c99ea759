import { type InputForm, inputForms, type JsonSchema } from './input-schema.ts'
import { type AnyOperation, hasQuery, pathFields, type Route } from './route.ts'

/** What a request to a route may contain besides its path: query fields, or a JSON body. */
export type RouteInput = {
  readonly query: Readonly<Record<string, JsonSchema>>
  /** Query fields that every form of the input requires. */
  readonly required: readonly string[]
  /** The possible forms of a JSON body; empty if the route takes none. */
  readonly bodies: readonly InputForm[]
}

/** Which part of a route each field of an operation's input belongs to. */
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

/** The forms that have the fields given in the path. */
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
