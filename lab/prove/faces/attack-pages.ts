import type { Hono } from 'hono'
import { ownerId } from '../../../src/core/reader-identity.ts'
import { type Random, randomOf } from '../fuzz/random.ts'
import { fieldNames, fill, routesOf } from '../isolation/route-walk.ts'
import type { Common } from '../isolation/seed.ts'
import type { Judge } from './judge-answer.ts'
import { payloads } from './payloads.ts'

const origin = 'http://127.0.0.1:7180'

/**
 * Every address of the pages with each payload: in its path, in every field at once, in a few fields among good ones, and under
 * methods that the address is not for. As the owner, to whom most opens.
 */
export async function attackPages(web: Hono, common: Common, judge: Judge, percent: number): Promise<void> {
  const fields = fieldNames()
  const good: Readonly<Record<string, string>> = {
    ...common,
    kind: 'story',
    target: common.story,
    id: common.story,
    sure: '1',
    q: 'bridge',
    body: 'x',
    name: 'x',
  }
  const random = randomOf(7)
  for (const { method, path } of routesOf(web)) {
    const places = Object.values(common).map((id) => fill(path, id))
    for (const payload of some(payloads, percent, random)) {
      const asked = { face: 'pages', what: `${method} ${path}`, payload }
      const few = new Set([1, 2, 3].map(() => random.of(fields)))
      const mixed: Record<string, string> = { ...good, back: '/' }
      for (const name of few) mixed[name] = payload
      const all = Object.fromEntries(fields.map((name) => [name, payload]))
      const place = random.of(places)
      for (const values of [mixed, all]) await send(asked, method, place, values)
      if (path.includes(':')) await send(asked, method, inPlace(path, payload), mixed)
      if (method === 'GET') {
        await send(asked, 'POST', place, { ...mixed, _method: 'DELETE' })
        // An array where one value is meant.
        await send(asked, 'GET', place, mixed, few)
      }
    }
    for (const other of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      await send({ face: 'pages', what: `${other} ${path}`, payload: '' }, other, places[0] ?? path, {})
  }

  async function send(
    asked: { readonly face: string; readonly what: string; readonly payload: string },
    method: string,
    address: string,
    values: Readonly<Record<string, string>>,
    twice: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const form = new URLSearchParams(values)
    for (const name of twice) form.append(name, asked.payload)
    const headers = { 'x-reader': ownerId, origin, 'x-http-method-override': 'DELETE' }
    const isBodied = method !== 'GET' && method !== 'OPTIONS'
    const url = isBodied ? origin + address : `${origin}${address}?${form}`
    // What no URL can be made of never reaches a server.
    if (URL.parse(url) === null) return
    await judge.look(
      asked,
      () => web.request(url, { method, headers, redirect: 'manual', ...(isBodied && { body: form }) }),
      true,
    )
  }
}

function inPlace(path: string, payload: string): string {
  return path.replace(/:(\w+)\??(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g, () =>
    encodeURIComponent(payload.toWellFormed().slice(0, 3_000)),
  )
}

/** A share of a list, drawn again each time, so that over all addresses everything is tried. */
export function some<Item>(list: readonly Item[], percent: number, random: Random): readonly Item[] {
  return list.filter(() => random.isIn(percent))
}
