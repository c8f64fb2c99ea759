import { createHash } from 'node:crypto'
import { routes as restRoutes } from '../../../src/rest/routes/all-routes.ts'
import { canariesIn } from '../isolation/canary.ts'
import { fill } from '../isolation/route-walk.ts'
import type { Asker } from './server.ts'

/** What was asked, and the canaries in the answer. */
export type Seen = { readonly what: string; readonly canaries: readonly string[] }

/** What of the private feed may be asked for: everything that has an id, and words that stand only there. */
export type Wanted = { readonly ids: readonly string[]; readonly words: readonly string[] }

const days = '2020-01-01'

/** Asks every interface for everything as somebody: pages, REST, Google Reader, Miniflux, MCP, feeds and exports. */
export async function askAll(
  origin: string,
  pagePaths: readonly string[],
  asker: Asker,
  { ids, words }: Wanted,
): Promise<{ readonly seen: readonly Seen[]; readonly requests: number }> {
  const seen: Seen[] = []
  let requests = 0

  async function ask(path: string, init: RequestInit = {}): Promise<void> {
    requests++
    const answer = await fetch(origin + path, { redirect: 'manual', signal: AbortSignal.timeout(20_000), ...init })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') && init.method !== 'POST'
    const bytes = isStream ? new Uint8Array() : new Uint8Array(await answer.arrayBuffer())
    if (isStream) await answer.body?.cancel()
    const text = `${answer.headers.get('location') ?? ''} ${Buffer.from(bytes).toString('utf8')}`
    const given = decodeURIComponent(
      `${path} ${typeof init.body === 'string' ? init.body : ''}`.replace(/%(?![0-9a-f]{2})/gi, '%25'),
    )
    const canaries = canariesIn(text).filter((one) => !given.includes(one))
    if (canaries.length > 0) seen.push({ what: `${init.method ?? 'GET'} ${path.slice(0, 110)}`, canaries })
  }

  const page = { headers: asker.cookie === undefined ? {} : { cookie: asker.cookie } }
  const searches = [...words, 'bridge', 'Lindqvist'].map((word) => encodeURIComponent(word))
  for (const path of pagePaths) for (const address of new Set(ids.map((id) => fill(path, id)))) await ask(address, page)
  for (const word of searches) {
    for (const tab of ['', 'articles', 'stories', 'quotes', 'people', 'sources'])
      await ask(`/search?q=${word}&tab=${tab}`, page)
    await ask(`/ask?q=${word}`, page)
    await ask(`/people?q=${word}`, page)
  }

  const bearer = asker.token === undefined ? {} : { authorization: `Bearer ${asker.token}` }
  for (const { method, path } of restPaths())
    if (method === 'GET')
      for (const address of new Set(ids.map((id) => fill(path, id)))) await ask(address, { headers: bearer })
  for (const word of searches)
    for (const path of ['search', 'search/texts', 'ask', 'quotes', 'entities', 'people', 'entries'])
      await ask(`/api/v1/${path}?query=${word}&question=${word}&text=${word}&from=${days}`, { headers: bearer })
  for (const id of ids) await ask(`/api/v1/entries?feedId=${encodeURIComponent(id)}&show=all`, { headers: bearer })

  if (asker.identity && asker.appPassword !== undefined) await askApps(asker.identity.name, asker.appPassword)
  if (asker.token !== undefined) await askTools(bearer)
  return { seen, requests }

  async function askApps(name: string, password: string): Promise<void> {
    const numbers = ids.filter((id) => /^\d+$/.test(id))
    const signIn = await fetch(`${origin}/accounts/ClientLogin`, {
      method: 'POST',
      body: new URLSearchParams({ Email: name, Passwd: password }),
    })
    const auth = /Auth=(\S+)/.exec(await signIn.text())?.[1]
    if (auth === undefined) throw new Error(`${name} could not sign in by the Google Reader API (${signIn.status})`)
    const headers = { authorization: `GoogleLogin auth=${auth}` }
    const streams = [
      'user/-/state/com.google/reading-list',
      'user/-/state/com.google/starred',
      ...numbers.map((id) => `feed/${id}`),
    ]
    for (const stream of streams) {
      await ask(`/reader/api/0/stream/contents/${encodeURIComponent(stream)}?n=100&output=json`, { headers })
      await ask(`/reader/api/0/stream/items/ids?s=${encodeURIComponent(stream)}&n=100&output=json`, { headers })
    }
    for (const path of ['subscription/list', 'tag/list', 'unread-count'])
      await ask(`/reader/api/0/${path}?output=json`, { headers })
    const items = new URLSearchParams([
      ...numbers.map((id): [string, string] => ['i', id]),
      ['output', 'json'],
    ]).toString()
    const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    await ask('/reader/api/0/stream/items/contents', { method: 'POST', headers: form, body: items })
    const basic = { authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}` }
    for (const path of ['entries?limit=100', 'feeds', 'categories', 'entries?limit=100&globally_visible=true'])
      await ask(`/v1/${path}`, { headers: basic })
    for (const id of numbers)
      for (const path of [
        `entries/${id}`,
        `feeds/${id}`,
        `feeds/${id}/entries`,
        `feeds/${id}/entries/${id}`,
        `entries/${id}/fetch-content`,
      ])
        await ask(`/v1/${path}`, { headers: basic })
    for (const word of searches) await ask(`/v1/entries?search=${word}`, { headers: basic })
    const fever = new URLSearchParams({
      api_key: createHash('md5').update(`${name}:${password}`).digest('hex'),
    }).toString()
    const typed = { 'content-type': 'application/x-www-form-urlencoded' }
    for (const asked of ['items', `items&with_ids=${numbers.join()}`, 'feeds', 'groups', 'links'])
      await ask(`/fever/?api&${asked}`, { method: 'POST', headers: typed, body: fever })
  }

  async function askTools(headers: Readonly<Record<string, string>>): Promise<void> {
    const sent = {
      ...headers,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    }
    const call = async (method: string, params: unknown) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const answer = await fetch(`${origin}/mcp`, { method: 'POST', headers: sent, body })
      requests++
      return { body, text: await answer.text() }
    }
    const listed = await call('tools/list', {})
    const { result } = JSON.parse(/^data: (.*)$/m.exec(listed.text)?.[1] ?? listed.text) as {
      readonly result: { readonly tools: readonly { name: string; inputSchema: { properties?: object } }[] }
    }
    const inputs = [
      ...ids.map((id) => ({ id, articleId: id, entryId: id, storyId: id, feedId: id, ids: [id] })),
      ...words.map((word) => ({ query: word, question: word, words: word, name: word, text: word, folder: word })),
      { query: 'bridge', question: 'Who closed the harbour bridge?' },
    ]
    for (const { name, inputSchema } of result.tools)
      for (const given of inputs) {
        // A tool refuses what it does not take.
        const taken = Object.entries(given).filter(([field]) => Object.hasOwn(inputSchema.properties ?? {}, field))
        const input = Object.fromEntries(taken)
        const { text } = await call('tools/call', { name, arguments: input })
        const canaries = canariesIn(text).filter((one) => !JSON.stringify(input).includes(one))
        if (canaries.length > 0) seen.push({ what: `MCP ${name}`, canaries })
      }
  }
}

/** The paths of the REST interface, with their fields as the pages write them. */
function restPaths(): readonly { readonly method: string; readonly path: string }[] {
  return restRoutes.map((route) => {
    const [method = '', path = ''] = route.at.split(' ')
    return {
      method,
      path: `/api/v1${path.replace(/\{([\w.]+)\}/g, (_, name: string) => `:${name.replaceAll('.', '_')}`)}`,
    }
  })
}
