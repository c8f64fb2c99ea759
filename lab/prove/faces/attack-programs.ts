import type { Context } from '../../../src/app/context.ts'
import { programApis } from '../../../src/app/serve/program-apis.ts'
import { scopes } from '../../../src/core/account.ts'
import type { ReaderIdentity } from '../../../src/core/reader-identity.ts'
import { feverKey } from '../../../src/credentials/fever-key.ts'
import { servedRoutes } from '../../../src/miniflux/miniflux-api.ts'
import { makeApiToken, makeAppPassword } from '../../../src/operations/accounts/access-keys.ts'
import { operations } from '../../../src/operations/all.ts'
import { apiPath } from '../../../src/rest/api-path.ts'
import { inputForms } from '../../../src/rest/input-schema.ts'
import { requestOf } from '../../../src/rest/request-of.ts'
import { hasQuery, pathFields } from '../../../src/rest/route.ts'
import { routes } from '../../../src/rest/routes/all-routes.ts'
import { trustThisMachine } from '../../../src/web/arrival.ts'
import { randomOf } from '../fuzz/random.ts'
import type { Common } from '../isolation/seed.ts'
import { tries } from '../isolation/tries.ts'
import { some } from './attack-pages.ts'
import type { Judge } from './judge-answer.ts'
import { payloads, strangeValues } from './payloads.ts'

const origin = 'http://127.0.0.1:7180'

/** The program faces of an instance, asked as one reader with a token and a password for apps. */
export async function openPrograms(context: Context, reader: ReaderIdentity) {
  const operationsOf = { ...context.operations, reader }
  const token = (await makeApiToken.run(operationsOf, { name: 'x', scopes: [...scopes] }))?.secret ?? ''
  const password = (await makeAppPassword.run(operationsOf, { name: 'x', isForFever: true }))?.secret ?? ''
  // What is asked here is more than any program may ask in a minute.
  const told: string[] = []
  const log: typeof context.log = (_, { error } = {}) => {
    if (error !== undefined) told.push(String(error))
  }
  const operations = { ...context.operations, log }
  const faces = programApis(
    { operations, config: context.config, limits: { ...context.limits, requestsPerMinute: 1_000_000 } },
    trustThisMachine(),
  )
  return {
    token,
    password,
    /** What the log says of the last failure. */
    lastError: () => told.at(-1),
    ask(path: string, init: RequestInit = {}): Response | Promise<Response> {
      const answer = faces(new Request(origin + path, init), { incoming: { socket: { remoteAddress: '192.0.2.1' } } })
      return answer ?? new Response(null, { status: 404, headers: { 'x-content-type-options': 'nosniff' } })
    },
  }
}
type Programs = Awaited<ReturnType<typeof openPrograms>>

/** Every route of the interface for programs with every field in turn holding what it is not for. */
export async function attackRest(programs: Programs, common: Common, judge: Judge, percent: number): Promise<void> {
  const random = randomOf(11)
  const headers = { authorization: `Bearer ${programs.token}` }
  for (const route of routes) {
    const operation = operations.find(({ name }) => name === route.operation)
    const [first = {}] = (tries[route.operation]?.inputs(common) ?? []) as readonly Readonly<Record<string, unknown>>[]
    const names = new Set([
      ...Object.keys(first),
      ...(operation ? inputForms(operation).flatMap(({ fields }) => Object.keys(fields)) : []),
    ])
    for (const name of names)
      for (const value of some([...payloads, ...strangeValues], percent, random)) {
        const asked = { face: 'REST', what: `${route.at} ${name}`, payload: String(JSON.stringify(value)).slice(0, 60) }
        if (route.raw?.field === name && typeof value !== 'string') continue
        const isInAddress = pathFields(route).includes(name) || hasQuery(route)
        // What is no text cannot be in an address.
        if (isInAddress && typeof value === 'object') continue
        const { method, path, mediaType, body } = requestOf(route, { ...first, [name]: value })
        if (URL.parse(`${origin}${apiPath}${path}`) === null) continue
        await judge.look(asked, () =>
          programs.ask(apiPath + path, {
            method,
            headers: { ...headers, ...(mediaType && { 'content-type': mediaType }) },
            ...(body !== undefined && method !== 'GET' && { body }),
          }),
        )
      }
    for (const body of ['', '[]', 'null', '{', '"x"', '{"__proto__":{"polluted":1}}', '[['.repeat(5_000), '\ufeff{}'])
      if (route.method !== 'GET')
        await judge.look({ face: 'REST', what: `${route.at} body`, payload: body.slice(0, 30) }, () =>
          programs.ask(apiPath + requestOf(route, first).path, {
            method: route.method,
            headers: { ...headers, 'content-type': 'application/json' },
            body,
          }),
        )
  }
}

const greaderCalls = [
  'token',
  'user-info',
  'tag/list',
  'subscription/list',
  'unread-count',
  'stream/items/ids',
  'stream/items/contents',
  'stream/items/count',
  'stream/contents/user/-/state/com.google/reading-list',
  'stream/contents/',
  'preference/list',
  'friend/list',
  'subscription/edit',
  'subscription/quickadd',
  'subscription/import',
  'subscription/export',
  'edit-tag',
  'rename-tag',
  'disable-tag',
  'mark-all-as-read',
  'nothing',
]
const greaderFields = [
  's',
  'n',
  'c',
  'r',
  'ot',
  'nt',
  'xt',
  'it',
  'i',
  'a',
  'ac',
  't',
  'dest',
  'ts',
  'T',
  'output',
  'quickadd',
  'client',
  'all',
]

/** The Google Reader API: every call with each payload in its fields, in its path, and under the wrong method. */
export async function attackGreader(programs: Programs, judge: Judge, percent: number): Promise<void> {
  const random = randomOf(13)
  const signIn = await programs.ask('/accounts/ClientLogin', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Email: 'Attacker', Passwd: programs.password }),
  })
  const auth = /^Auth=(.+)$/m.exec(await signIn.text())?.[1] ?? ''
  const headers = { authorization: `GoogleLogin auth=${auth}`, 'content-type': 'application/x-www-form-urlencoded' }
  for (const call of greaderCalls)
    for (const payload of some(payloads, percent, random)) {
      const asked = { face: 'Google Reader', what: call, payload }
      const fields = new URLSearchParams(greaderFields.map((name): [string, string] => [name, payload]))
      const few = new URLSearchParams({
        s: 'user/-/state/com.google/reading-list',
        [random.of(greaderFields)]: payload,
      })
      const path = `/reader/api/0/${call}`
      for (const values of [fields, few]) {
        await judge.look(asked, () => programs.ask(`${path}?${values}`, { headers }))
        await judge.look(asked, () => programs.ask(path, { method: 'POST', headers, body: values }))
      }
      await judge.look(asked, () => programs.ask(`${path}/${encodeURIComponent(payload.toWellFormed())}`, { headers }))
    }
  if (auth === '') judge.find({ face: 'Google Reader', what: 'ClientLogin', payload: '' }, 'no sign-in for the attack')
}

const feverFields = [
  'groups',
  'feeds',
  'favicons',
  'items',
  'links',
  'unread_item_ids',
  'saved_item_ids',
  'since_id',
  'max_id',
  'with_ids',
  'mark',
  'as',
  'id',
  'before',
  'offset',
  'days',
  'range',
  'page',
  'unread_recently_read',
  'api',
]

/** The Fever API: its fields, all and a few, with each payload. */
export async function attackFever(programs: Programs, judge: Judge): Promise<void> {
  const random = randomOf(17)
  const key = feverKey('Attacker', programs.password)
  for (const payload of payloads)
    for (const names of [
      feverFields,
      ...feverFields.map((name) => [name]),
      ['mark', 'as', 'id'],
      ['mark', 'as', 'before'],
    ]) {
      const usual: Readonly<Record<string, string>> = {
        mark: random.of(['item', 'feed', 'group']),
        as: random.of(['read', 'saved', 'unsaved', 'unread']),
      }
      const values = new URLSearchParams(
        names.map((name): [string, string] => [
          name,
          names.length < 5 && names.length > 1 ? (usual[name] ?? payload) : payload,
        ]),
      )
      const asked = { face: 'Fever', what: names.join(' ').slice(0, 40), payload }
      await judge.look(asked, () =>
        programs.ask(`/fever/?api&${values}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ api_key: key, ...Object.fromEntries(values) }),
        }),
      )
    }
}

const minifluxFields = [
  'limit',
  'offset',
  'order',
  'direction',
  'status',
  'before',
  'after',
  'before_entry_id',
  'after_entry_id',
  'published_before',
  'published_after',
  'changed_before',
  'changed_after',
  'starred',
  'search',
  'category_id',
  'feed_id',
  'globally_visible',
  'counts',
  'update_content',
]

/** The API of Miniflux: every path with numbers that are none, every field of lists, and bodies of every kind. */
export async function attackMiniflux(programs: Programs, judge: Judge, percent: number): Promise<void> {
  const random = randomOf(19)
  const headers = {
    authorization: `Basic ${btoa(`Attacker:${programs.password}`)}`,
    'content-type': 'application/json',
  }
  for (const { method, path } of servedRoutes)
    for (const value of some([...payloads, ...strangeValues], percent, random)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const asked = { face: 'Miniflux', what: `${method} ${path}`, payload: text.slice(0, 60) }
      const place = path.replace(/\{\w+\}|:\w+/g, () =>
        encodeURIComponent(random.isIn(50) ? text.toWellFormed().slice(0, 2_000) : '1'),
      )
      const query = new URLSearchParams(
        minifluxFields.filter(() => random.isIn(20)).map((name): [string, string] => [name, text]),
      )
      const body = {
        entry_ids: value,
        status: value,
        title: value,
        feed_url: value,
        category_id: value,
        url: value,
        username: value,
        password: value,
        description: value,
        hide_globally: value,
        language: value,
        entries_per_page: value,
        content: value,
      }
      for (const sent of method === 'GET' || method === 'DELETE'
        ? [undefined]
        : [JSON.stringify(body), JSON.stringify(value), text])
        await judge.look(asked, () =>
          programs.ask(`/v1${place}?${query}`, { method, headers, ...(sent !== undefined && { body: sent }) }),
        )
    }
}

/** The Model Context Protocol: messages that are none, and every tool with what its fields are not for. */
export async function attackMcp(programs: Programs, judge: Judge, percent: number): Promise<void> {
  const random = randomOf(23)
  const headers = {
    authorization: `Bearer ${programs.token}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    host: '127.0.0.1:7180',
  }
  const send = (what: string, payload: string, body: string) =>
    judge.look({ face: 'MCP', what, payload }, () => programs.ask('/mcp', { method: 'POST', headers, body }))
  const call = (method: string, params: unknown) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  for (const body of [
    '',
    '[]',
    'null',
    '{',
    '{"jsonrpc":"1.0"}',
    '[['.repeat(5_000),
    `[${'{"jsonrpc":"2.0","id":1,"method":"tools/list"},'.repeat(500)}{}]`,
  ])
    await send('message', body.slice(0, 30), body)
  const { tools } = await import('../../../src/mcp/tools.ts')
  for (const { name, input } of tools)
    for (const field of Object.keys(input.shape))
      for (const value of some([...payloads, ...strangeValues], percent, random))
        await send(
          `${name} ${field}`,
          String(JSON.stringify(value)).slice(0, 60),
          call('tools/call', { name, arguments: { [field]: value } }),
        )
  for (const payload of payloads) {
    await send('tools/call', payload, call('tools/call', { name: payload, arguments: {} }))
    await send('resources/read', payload, call('resources/read', { uri: payload }))
    await send('resources/read', payload, call('resources/read', { uri: `twosource://story/${payload}` }))
    await send('method', payload, call(payload, {}))
  }
}
