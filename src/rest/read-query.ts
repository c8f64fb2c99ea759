import { fieldSchema, type InputForm, type JsonSchema } from './input-schema.ts'

export type QueryRead =
  | { readonly kind: 'read'; readonly fields: Readonly<Record<string, unknown>> }
  /** Names there are none of, or that came more than once. */
  | { readonly kind: 'unusable'; readonly errors: readonly { readonly path: string; readonly message: string }[] }

/**
 * Reads the fields of a query: `a=1`, a list as `a=1&a=2`, what is within another as `a[b]=1` (OpenAPI: deepObject). A text
 * becomes a number or a boolean where the schema has one; what cannot stays a text, which the operation then refuses by name.
 */
export function readQuery(query: URLSearchParams, known: Readonly<Record<string, JsonSchema>>): QueryRead {
  const forms: readonly InputForm[] = [{ fields: known, required: [] }]
  const errors: { path: string; message: string }[] = []
  const fields: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const path = name.replace(/\[(\w+)\]/g, '.$1')
    const schema = fieldSchema(forms, path)
    const given = query.getAll(name)
    if (!schema) errors.push({ path: name.slice(0, 80), message: 'There is no field of this name here' })
    else if (schema.type === 'array')
      put(
        fields,
        path,
        given.map((text) => asField(text, schema.items ?? {})),
      )
    else if (given.length > 1) errors.push({ path, message: 'It stands there more than once' })
    else put(fields, path, asField(given[0] ?? '', schema))
  }
  return errors.length > 0 ? { kind: 'unusable', errors } : { kind: 'read', fields }
}

/** Puts a value where a dotted path says. Every name of the path stands in a schema. */
export function put(fields: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    fields[first] = value
    return
  }
  const inner = { ...(fields[first] as Record<string, unknown> | undefined) }
  put(inner, rest.join('.'), value)
  fields[first] = inner
}

/** A text as the value its schema has. */
export function asField(text: string, schema: JsonSchema): unknown {
  const types = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(({ type }) => type ?? [])
  if ((types.includes('integer') || types.includes('number')) && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text))
    return Number(text)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
