import { isDeepStrictEqual } from 'node:util'
import { readFeverRequest } from '../../../../src/fever/fever-request.ts'
import { readItemId } from '../../../../src/greader/item-id.ts'
import { readParameters } from '../../../../src/greader/parameters.ts'
import { readPath } from '../../../../src/greader/read-path.ts'
import { readStream } from '../../../../src/greader/stream.ts'
import { operations } from '../../../../src/operations/all.ts'
import { marksRecord } from '../../../../src/operations/library/marks-record.ts'
import { annotationsIn } from '../../../../src/operations/library/web-annotations.ts'
import type { JsonSchema } from '../../../../src/rest/input-schema.ts'
import { matchRoutes } from '../../../../src/rest/match-route.ts'
import { readInput } from '../../../../src/rest/read-input.ts'
import type { AnyOperation, Route } from '../../../../src/rest/route.ts'
import { routeInput } from '../../../../src/rest/route-input.ts'
import { routes } from '../../../../src/rest/routes/all-routes.ts'
import { growBy } from '../grow-feed.ts'
import { hostileWords } from '../hostile-words.ts'
import type { Random } from '../random.ts'
import type { Subject } from '../subject.ts'

const rules: Readonly<Record<string, readonly string[]>> = {
  ...hostileWords,
  value: [
    '"{word}"',
    '{number}',
    'null',
    'true',
    '[{value}]',
    '[{value},{value}]',
    '{"{word}":{value}}',
    '"{url}"',
    '"2026-03-10T09:00:00Z"',
    '{}',
  ],
  other: [
    'GET /reader/api/0/stream/contents/{word}?n={number}&ot={number}&c={word}\n\n',
    'POST /reader/api/0/edit-tag\napplication/x-www-form-urlencoded\ni=tag:google.com,2005:reader/item/{word}&a=user/-/label/{word}&i={number}',
    'POST /fever/?api&items\nmultipart/form-data; boundary=b\n--b\r\nContent-Disposition: form-data; name="api_key"\r\n\r\n{word}\r\n--b--',
    'POST /x\napplication/json\n{value}',
    'POST /x\napplication/json\n{"version":{number},"saved":[{value}],"notes":[{value}],"tags":{value}}',
    'POST /x\napplication/json\n{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","first":{"items":[{value}]}}',
  ],
}

const byName = new Map<string, AnyOperation>(operations.map((operation) => [operation.name, operation]))
const match = matchRoutes(routes)

/** Requests of programs, as `METHOD target`, the type of the body, and the body: routes are found, and inputs read or refused by name. */
export const subject: Subject = {
  seeds: [
    'GET /search?query=ferry&cursor=x\n\n',
    'POST /follows\napplication/json\n{"kind":"search","target":"ferry"}',
    'POST /mutes\napplication/json\n{"kind":"word","target":"ferry","period":"week"}',
    'POST /reader/api/0/edit-tag\napplication/x-www-form-urlencoded\ni=1&a=user/-/state/com.google/read',
  ],
  tokens: [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    'null',
    '1e999',
    '"__proto__":',
    '&',
    '=',
    '%',
    '%00',
    '%e9',
    '..',
    '//',
    '[a]',
    '\n',
  ],
  grow: (random) => (random.isIn(30) ? growBy(rules, random, 'other') : growRequest(random)),
  async attempt(bytes) {
    const [line = '', type = '', ...rest] = new TextDecoder().decode(bytes).split('\n')
    const body = rest.join('\n')
    const [method = 'GET', target = '/'] = line.split(' ', 2)
    const url = URL.parse(target, 'http://a.example')
    if (!url || !/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(method)) return { isRead: false }
    const request = () => newRequest(url, method, type, body)
    const made = request()
    if (!made) return { isRead: false }
    const once = await readAll(made, url, method)
    const again = await readAll(request()!, url, method)
    if (!isDeepStrictEqual(once, again)) return { isRead: false, wrong: 'is read otherwise the second time' }
    const json = parsed(body)
    if (json !== undefined) {
      marksRecord.safeParse(json)
      annotationsIn(json)
    }
    for (const word of [target, body.slice(0, 400)]) {
      readPath(word)
      readStream(word)
      const id = readItemId(word)
      if (id !== undefined && (id < -(2n ** 63n) || id >= 2n ** 64n))
        return { isRead: false, wrong: `is the item ${id}` }
    }
    return { isRead: once.kind === 'read' || once.kind === 'usable' }
  },
}

function newRequest(url: URL, method: string, type: string, body: string): Request | undefined {
  // What no server would let in is not ours to read.
  if (/[^\x20-\x7e\xa0-\xff]/.test(type)) return undefined
  return new Request(url, { method, headers: { 'content-type': type }, ...(method === 'GET' ? {} : { body }) })
}

async function readAll(
  request: Request,
  url: URL,
  method: string,
): Promise<{ readonly kind: string; readonly said?: unknown }> {
  const form = await readParameters(request.clone())
  const fever = await readFeverRequest(request.clone())
  const said = [form.kind, form.kind === 'read' ? form.parameters.all('i') : [], fever]
  const matched = match(method, url.pathname)
  if (matched.kind !== 'route') return { kind: matched.kind, said }
  const operation = byName.get(matched.route.operation)!
  const read = await readInput(request, matched.route, operation, matched.fields)
  if (read.kind === 'refused') return { kind: 'refused', said: [...said, read.answer.status, await read.answer.text()] }
  const { success, error } = operation.input.safeParse(read.input)
  return { kind: success ? 'usable' : 'unusable', said: [...said, error?.issues.map(({ path }) => path.join('.'))] }
}

function growRequest(random: Random): string {
  const route = random.of(routes)
  const { query, bodies } = routeInput(route, byName.get(route.operation)!)
  const asked = fieldsOf(query, random).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.replace(/^"|"$/g, '').toWellFormed())}`,
  )
  const target = `${pathOf(route, random)}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
  const type = random.isIn(90)
    ? (route.raw?.mediaTypes[0] ?? 'application/json')
    : growBy(rules, random, 'word').replace(/[^\x20-\x7e]/g, '')
  const form = bodies.length > 0 ? random.of(bodies) : undefined
  const body = form
    ? `{${fieldsOf(form.fields, random)
        .map(([name, value]) => `"${name}":${value}`)
        .join(',')}}`
    : growBy(rules, random, 'value')
  return `${route.method} ${target}\n${type}\n${body}`
}

function pathOf({ segments }: Route, random: Random): string {
  const parts = segments.map((segment) =>
    segment.kind === 'word' ? segment.word : encodeURIComponent(growBy(rules, random, 'word').toWellFormed()),
  )
  return `/${parts.join('/')}`
}

/** Most of the fields, most of them with a value their schema has. */
function fieldsOf(
  fields: Readonly<Record<string, JsonSchema>>,
  random: Random,
): readonly (readonly [string, string])[] {
  return Object.entries(fields)
    .filter(() => random.isIn(80))
    .map(([name, schema]) => [name, random.isIn(60) ? jsonOf(schema, random) : growBy(rules, random, 'value')] as const)
}

function jsonOf(schema: JsonSchema, random: Random): string {
  const { enum: choices, const: only, items, properties, anyOf, oneOf, type } = schema
  if (Array.isArray(choices)) return JSON.stringify(random.of(choices))
  if (only !== undefined) return JSON.stringify(only)
  const members = anyOf ?? oneOf
  if (members) return jsonOf(random.of(members), random)
  if (properties)
    return `{${fieldsOf(properties, random)
      .map(([name, value]) => `"${name}":${value}`)
      .join(',')}}`
  switch (type) {
    case 'array':
      return `[${jsonOf(items ?? {}, random)}]`
    case 'integer':
    case 'number':
      return String(random.below(60))
    case 'boolean':
      return String(random.isIn(50))
    default:
      return JSON.stringify(random.isIn(40) ? '2026-03-10T09:00:00.000Z' : growBy(rules, random, 'word'))
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
