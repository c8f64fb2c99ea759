import { z } from 'zod'
import { ownValue } from '../core/own-value.ts'
import type { AnyOperation } from './route.ts'

/** The part of JSON Schema (2020-12) that operations' inputs need. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly [keyword: string]: unknown
}

/** One form of an input: its fields, and which of them are required. */
export type InputForm = {
  readonly fields: Readonly<Record<string, JsonSchema>>
  readonly required: readonly string[]
}

const kept = new Map<string, readonly InputForm[]>()

/** The forms of an operation's input: usually one; for a union, one for each member. */
export function inputForms({ name, input }: AnyOperation): readonly InputForm[] {
  const known = kept.get(name)
  if (known) return known
  const forms = formsOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', override: asGiven }) as JsonSchema)
  kept.set(name, forms)
  return forms
}

/** In our types `readonly` applies to our own code. In OpenAPI `readOnly` would mean that clients may not send the field. */
function asGiven({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly
}

function formsOf(schema: JsonSchema): readonly InputForm[] {
  const members = schema.anyOf ?? schema.oneOf
  if (members) return members.flatMap(formsOf)
  if (schema.allOf)
    return schema.allOf.map(formsOf).reduce((left, right) => left.flatMap((a) => right.map((b) => joined(a, b))))
  return [{ fields: schema.properties ?? {}, required: schema.required ?? [] }]
}

function joined(a: InputForm, b: InputForm): InputForm {
  return { fields: { ...a.fields, ...b.fields }, required: [...new Set([...a.required, ...b.required])] }
}

/** A field's schema by its dotted path, from the first form that has it. */
export function fieldSchema(forms: readonly InputForm[], path: string): JsonSchema | undefined {
  const [first = '', ...rest] = path.split('.')
  for (const { fields } of forms) {
    const found = within(ownValue(fields, first), rest)
    if (found) return found
  }
  return undefined
}

function within(schema: JsonSchema | undefined, path: readonly string[]): JsonSchema | undefined {
  const [first, ...rest] = path
  if (schema === undefined || first === undefined) return schema
  return fieldSchema(formsOf(schema), [first, ...rest].join('.'))
}

/**
 * Dotted paths of given fields that no form has, including those within lists and objects. Empty for objects that allow any
 * name.
 */
export function unknownFields(
  given: Readonly<Record<string, unknown>>,
  forms: readonly InputForm[],
): readonly string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const schemas = forms.flatMap(({ fields }) => (Object.hasOwn(fields, name) ? [fields[name]!] : []))
    if (schemas.length === 0) return [name]
    return unknownWithin(value, schemas).map((path) => `${name}.${path}`)
  })
}

function unknownWithin(value: unknown, schemas: readonly JsonSchema[]): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const members = schemas.flatMap(membersOf)
  if (Array.isArray(value)) {
    const items = members.flatMap(({ items }): readonly JsonSchema[] => (items === undefined ? [] : [items]))
    return items.length === 0
      ? []
      : value.flatMap((item, at) => unknownWithin(item, items).map((path) => `${at}.${path}`))
  }
  const named = members.filter(({ properties }) => properties !== undefined)
  if (named.length === 0 || members.some(({ type, properties }) => type === 'object' && !properties)) return []
  return unknownFields(value as Readonly<Record<string, unknown>>, named.flatMap(formsOf))
}

function membersOf(schema: JsonSchema): readonly JsonSchema[] {
  const members = schema.anyOf ?? schema.oneOf
  return members ? members.flatMap(membersOf) : [schema]
}
