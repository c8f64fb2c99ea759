import { type ProgramBody, readProgramBody } from '../operations/program-body.ts'
import { fieldSchema, type InputForm, inputForms, type JsonSchema, unknownFields } from './input-schema.ts'
import { problem } from './problem.ts'
import type { AnyOperation, Route } from './route.ts'
import { routeInput } from './route-input.ts'

/** Bytes: the largest JSON body, and the largest file. */
export const maxJsonBytes = 2 ** 20
export const maxFileBytes = 64 * 2 ** 20

type InputRead =
  | { readonly kind: 'read'; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly answer: Response }

/** Builds an operation's input from a request's path, query and body. */
export async function readInput(
  request: Request,
  route: Route,
  operation: AnyOperation,
  inPath: Readonly<Record<string, string>>,
): Promise<InputRead> {
  const { query, bodies } = routeInput(route, operation)
  const asked = readQuery(new URL(request.url).searchParams, query)
  if (asked.kind === 'unusable') return refused(problem('unusable-input', { errors: asked.errors }))
  const body = await bodyOf(request, route, bodies)
  if (body.kind === 'refused') return body
  const input: Record<string, unknown> = { ...body.input, ...asked.fields, ...route.fixed }
  for (const [field, text] of Object.entries(inPath))
    put(input, field, asField(text, fieldSchema(inputForms(operation), field) ?? {}))
  return { kind: 'read', input }
}

async function bodyOf(
  request: Request,
  { raw }: Route,
  bodies: ReturnType<typeof routeInput>['bodies'],
): Promise<InputRead> {
  if (!raw && bodies.length === 0) return { kind: 'read', input: {} }
  const read = await readProgramBody(request, raw ? maxFileBytes : maxJsonBytes)
  if (read.kind !== 'read') return refused(unread(read, raw ? maxFileBytes : maxJsonBytes))
  const mediaTypes = raw?.mediaTypes ?? ['application/json']
  const sent = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (read.bytes.length === 0 && !raw) return { kind: 'read', input: {} }
  const coding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (coding !== 'identity')
    return refused(
      problem('not-this-kind', { detail: 'Send the body uncompressed.' }, { 'Accept-Encoding': 'identity' }),
    )
  if (!mediaTypes.includes(sent))
    return refused(
      problem('not-this-kind', { detail: `Send ${mediaTypes.join(' or ')}.` }, { Accept: mediaTypes.join(', ') }),
    )
  if (raw?.field === 'bytes') return { kind: 'read', input: { bytes: read.bytes } }
  const text = textIn(read.bytes)
  if (text === undefined) return refused(problem('unreadable-request', { detail: 'The body is not UTF-8.' }))
  return raw ? { kind: 'read', input: { [raw.field]: text } } : fieldsIn(text, bodies)
}

function unread({ kind }: Exclude<ProgramBody, { kind: 'read' }>, mostBytes: number): Response {
  switch (kind) {
    case 'too-large':
      return problem('too-large', { detail: `At most ${mostBytes} bytes are accepted here.` }, { Connection: 'close' })
    case 'cut-off':
      return problem('unreadable-request', { detail: 'The body ended too early.' })
  }
}

function fieldsIn(text: string, bodies: ReturnType<typeof routeInput>['bodies']): InputRead {
  const given = parsed(text)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused(problem('unreadable-request', { detail: 'The body is not a JSON object.' }))
  const unknown = unknownFields(given as Readonly<Record<string, unknown>>, bodies)
  if (unknown.length === 0) return { kind: 'read', input: given as Readonly<Record<string, unknown>> }
  const errors = unknown
    .slice(0, 20)
    .map((name) => ({ path: name.slice(0, 80), message: 'There is no field with this name' }))
  return refused(problem('unusable-input', { errors }))
}

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refused(answer: Response): InputRead {
  return { kind: 'refused', answer }
}

type QueryRead =
  | { readonly kind: 'read'; readonly fields: Readonly<Record<string, unknown>> }
  /** Unknown names, or names given more than once. */
  | { readonly kind: 'unusable'; readonly errors: readonly { readonly path: string; readonly message: string }[] }

/**
 * Reads the fields of a query: `a=1`, lists as `a=1&a=2`, nested fields as `a[b]=1` (OpenAPI: deepObject). Text becomes a number
 * or boolean where the schema has one; otherwise it stays text, which the operation then rejects by name.
 */
export function readQuery(query: URLSearchParams, known: Readonly<Record<string, JsonSchema>>): QueryRead {
  const forms: readonly InputForm[] = [{ fields: known, required: [] }]
  const errors: { path: string; message: string }[] = []
  const fields: Record<string, unknown> = {}
  for (const name of new Set(query.keys())) {
    const path = name.replace(/\[(\w+)\]/g, '.$1')
    const schema = fieldSchema(forms, path)
    const given = query.getAll(name)
    if (!schema) errors.push({ path: name.slice(0, 80), message: 'There is no field with this name' })
    else if (schema.type === 'array')
      put(
        fields,
        path,
        given.map((text) => asField(text, schema.items ?? {})),
      )
    else if (given.length > 1) errors.push({ path, message: 'It’s given more than once' })
    else put(fields, path, asField(given[0] ?? '', schema))
  }
  return errors.length > 0 ? { kind: 'unusable', errors } : { kind: 'read', fields }
}

/** Sets a value at a dotted path. Every name in the path has to be in a schema. */
function put(fields: Record<string, unknown>, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) {
    fields[first] = value
    return
  }
  const inner = { ...(fields[first] as Record<string, unknown> | undefined) }
  put(inner, rest.join('.'), value)
  fields[first] = inner
}

function asField(text: string, schema: JsonSchema): unknown {
  const types = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(({ type }) => type ?? [])
  if ((types.includes('integer') || types.includes('number')) && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text))
    return Number(text)
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
