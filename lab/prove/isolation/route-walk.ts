import { readdirSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { markText } from '../../../src/web/mark-text.ts'
import { canariesIn } from './canary.ts'
import { changedTables, type readerRows } from './reader-rows.ts'
import { type Common, readerA } from './seed.ts'
import { idsOf } from './tries.ts'

export type RoutesFound = {
  readonly routes: number
  readonly requests: number
  readonly leaks: readonly string[]
  readonly changes: readonly string[]
}

const origin = 'http://127.0.0.1:7180'
/** What a form field means where it is no id. */
const usual: Readonly<Record<string, string>> = { sure: '1', back: '/', body: 'x', at: '2026-03-12', lasts: 'week' }
const kinds = ['story', 'article', 'entry', 'word', 'entity', 'search', 'page', 'brief']

/**
 * Every address of a web face with every id of reader A, as somebody else. `who` is what the face knows the asker by. With `everyId` 5,
 * each address is tried with one in five of the ids, the next address with others.
 */
export async function walkRoutes(
  web: Hono,
  who: string | undefined,
  common: Common,
  token: string,
  rows: Awaited<ReturnType<typeof readerRows>>,
  privateIds: readonly string[] = [],
  everyId = 1,
): Promise<RoutesFound> {
  const [leaks, changes]: [string[], string[]] = [[], []]
  let requests = 0
  const before = await rows.rowsOf(readerA.id)
  const all = [...new Set([...privateIds, ...idsOf(before), token])]
  const fields = fieldNames()
  let standing = before
  const routes = routesOf(web)
  for (const [place, { method, path }] of routes.entries()) {
    const ids = all.filter((_, at) => (at + place) % everyId === 0)
    const addresses = [...new Set([...ids, ...Object.values(common)].map((id) => fill(path, id)))]
    for (const address of addresses) {
      const isFirst = address === addresses[0]
      if (method === 'GET') {
        await ask(address, { method })
        if (isFirst) for (const query of queries(ids, fields)) await ask(`${address}?${query}`, { method })
      } else
        for (const body of forms(isFirst ? ids : ids.filter((id) => address.includes(encodeURIComponent(id))), fields))
          await ask(address, { method, body, headers: { origin } })
    }
    const after = await rows.rowsOf(readerA.id)
    const changed = changedTables(standing, after)
    // The desk is everybody's: a moderator who takes a story off takes its notes off.
    const isDesk = who === 'reader-m' && path === '/desk/:id/remove'
    if (changed.length > 0 && !isDesk) changes.push(`${method} ${path}: ${changed.join(', ')}`)
    standing = after
  }
  return { routes: routes.length, requests, leaks: [...new Set(leaks)], changes }

  async function ask(address: string, init: RequestInit): Promise<void> {
    requests++
    const headers = { ...init.headers, ...(who === undefined ? {} : { 'x-reader': who }) }
    const answer = await web.request(origin + address, { ...init, headers, redirect: 'manual' })
    const text = `${answer.headers.get('location') ?? ''} ${await bodyOf(answer)}`
    const given = `${decodeURIComponent(address.replace(/%(?![0-9a-f]{2})/gi, '%25'))} ${init.body ?? ''}`
    const leaked = canariesIn(text).filter((found) => !given.includes(found))
    if (leaked.length > 0) leaks.push(`${init.method} ${address.slice(0, 120)}: ${leaked.join(' ')}`)
  }
}

/** The addresses that answer something: what stands for all addresses is no address. */
export function routesOf(web: Hono): readonly { readonly method: string; readonly path: string }[] {
  const found = web.routes
    .filter(({ method, path }) => method !== 'ALL' && path !== '*' && path !== '/*')
    .map(({ method, path }) => ({ method, path }))
  return [...new Map(found.map((route) => [`${route.method} ${route.path}`, route])).values()]
}

/** An address with an id in each of its places, in the shape the place asks for. */
export function fill(path: string, id: string): string {
  return path.replace(/:(\w+)\??(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, (_, name: string, pattern?: string) =>
    encodeURIComponent(pattern === undefined ? id : fitting(pattern, id, name)),
  )
}

function fitting(pattern: string, id: string, name: string): string {
  const shapes = [id, '2026-03-12', '2026-03-12.txt', '0-9', 'md', 'json', 'csv', 'x', '1', name]
  return shapes.find((shape) => new RegExp(`^(?:${pattern})$`).test(shape)) ?? pattern.split('|')[0]!.replace(/\\/g, '')
}

let names: readonly string[] | undefined

/** The names of all fields that the routes read, from their source: a new one is tried without being listed here. */
export function fieldNames(): readonly string[] {
  return (names ??= readFieldNames())
}

function readFieldNames(): readonly string[] {
  const folder = new URL('../../../src/web/', import.meta.url)
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  const named = [...sources.matchAll(/texts?\(form, '([\w-]+)'\)|query\('([\w-]+)'\)|\.get\('([\w-]+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3]!,
  )
  const listed = [
    ...sources.matchAll(/const \{ ([^}]*) \} = context\.req\.query\(\)|\[([^\]]*)\]\.map\(\(name\) => text/g),
  ].flatMap((match) => (match[1] ?? match[2] ?? '').match(/\w+/g) ?? [])
  return [...new Set([...named, ...listed, 'id', 'undo', 'note', 'mute', 'search', 'article', 'story', 'entry'])].sort()
}

function queries(ids: readonly string[], fields: readonly string[]): readonly string[] {
  return ids.map((id) =>
    new URLSearchParams(fields.map((name): [string, string] => [name, usual[name] ?? id])).toString(),
  )
}

function* forms(ids: readonly string[], fields: readonly string[]): Generator<URLSearchParams> {
  for (const [at, id] of ids.entries()) {
    const kind = kinds[at % kinds.length]!
    const rest = fields.filter((name) => name !== 'kind' && name !== 'mark')
    const values = rest.map((name): [string, string] => [name, usual[name] ?? id])
    yield new URLSearchParams([...values, ['kind', kind]])
    // Without what would lead elsewhere: the id alone.
    yield new URLSearchParams({ id, sure: '1', body: 'x', back: '/' })
    yield new URLSearchParams({ mark: markText({ kind, target: id }), kind, target: id, back: '/' })
  }
}

/** What is in an answer; of a stream that never ends, what comes first. */
async function bodyOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text()
  const reader = answer.body?.getReader()
  if (!reader) return ''
  const soon = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 50))
  const first = await Promise.race([reader.read(), soon])
  await reader.cancel()
  return first?.value ? new TextDecoder().decode(first.value) : ''
}
