import type { Hono } from 'hono'
import { chromiumPath, openBrowser } from '../../test/e2e/browser.ts'
import { exampleOperations, exampleWeb } from '../../test/examples/operations.ts'
import { redirectPayloads } from './cross-site/redirect-payloads.ts'
import { fieldNames, fill, routesOf } from './isolation/route-walk.ts'
import type { Proof } from './proof.ts'

const origin = 'http://127.0.0.1:7180'
/** What makes a form of the example pages one that can be carried out. */
const good: Readonly<Record<string, string>> = {
  kind: 'story',
  target: 'story-1',
  story: 'story-1',
  other: 'story-2',
  article: 'article-wire',
  articles: 'article-wire',
  entry: 'entry-1',
  feed: 'feed-varn',
  job: 'job-1',
  mute: 'mute-1',
  undo: '12345678',
  name: 'harbor',
  names: 'harbor',
  to: 'port',
  color: 'green',
  span: '0-60',
  start: '0',
  end: '60',
  body: 'x',
  sure: '1',
  section: 'appearance',
  theme: 'dark',
  language: 'fr',
  q: 'harbor',
  query: 'harbor',
  history: 'on',
  lasts: 'week',
  verdict: 'nobody',
  folder: 'x',
}

export type Redirect = { readonly from: string; readonly payload: string; readonly location: string }

/** Where a reader is sent back to, and what else leads somewhere: these are tried with all payloads, other fields with a part of them. */
export const leadingFields: ReadonlySet<string> = new Set(['back', 'url', 'to', 'next', 'mark', 'target'])

/** Every redirect that any address answers when each of its fields, or of those named, holds a payload in turn. */
export async function redirectsOf(
  web: Hono,
  payloads: readonly string[],
  named: readonly string[] = fieldNames(),
): Promise<readonly Redirect[]> {
  const found: Redirect[] = []
  const fields = fieldNames()
  for (const { method, path } of routesOf(web)) {
    if (path.endsWith('/events')) continue
    const address = fill(path, 'story-1')
    for (const field of named) {
      let tried = 0
      let led = 0
      for (const payload of leadingFields.has(field) ? payloads : payloads.slice(0, Math.ceil(payloads.length / 12))) {
        // A page that shows itself whatever a field holds leads nowhere by it: three payloads tell.
        if (method === 'GET' && tried >= 3 && led === 0) break
        if (method !== 'GET' && method !== 'POST') continue
        if (method === 'GET' && field !== 'back' && payload !== payloads[0] && !leadingFields.has(field)) continue
        const values = new URLSearchParams([
          ...fields
            .filter((name) => name !== field && Object.hasOwn(good, name))
            .map((name) => [name, good[name]!] as [string, string]),
          [field, payload],
        ])
        const answer = await (method === 'GET'
          ? web.request(`${origin}${address}?${values}`)
          : web.request(origin + address, { method, body: values, headers: { origin } }))
        const location = answer.headers.get('location')
        await answer.body?.cancel()
        tried++
        if (location === null) continue
        led++
        found.push({ from: `${method} ${path} ${field}`, payload, location })
      }
    }
  }
  return found
}

/** No parameter of any address leads a reader to another origin, as WHATWG URL and Chromium resolve the Location. */
export const prove: Proof = async () => {
  const payloads = redirectPayloads()
  const { app } = exampleOperations()
  const redirects = await redirectsOf(exampleWeb(app, { version: '0.1.0' }), payloads)
  const locations = [...new Set(redirects.map(({ location }) => location))]
  const leaves = redirects.filter(({ location }) => URL.parse(location, origin)?.origin !== origin)
  const browser = await openBrowser()
  const page = await browser.newPage()
  const inChromium = await page.evaluate<readonly string[]>(
    `${JSON.stringify(locations)}.filter((location) => new URL(location, '${origin}').origin !== '${origin}')`,
  )
  await browser.close()
  const routes = new Set(redirects.map(({ from }) => from.split(' ').slice(0, 2).join(' ')))
  const told = leaves.map(({ from, payload, location }) => `${from} ${JSON.stringify(payload)} → ${location}`)
  return {
    name: 'open-redirect',
    checks: [
      { what: 'payloads', measured: payloads.length, wanted: 'at least 100', isMet: payloads.length >= 100 },
      { what: 'addresses that redirect', measured: routes.size, wanted: 'at least 20', isMet: routes.size >= 20 },
      {
        what: 'redirects followed',
        measured: redirects.length,
        wanted: 'at least 3000',
        isMet: redirects.length >= 3_000,
      },
      {
        what: 'that leave the origin (WHATWG URL)',
        measured: leaves.length === 0 ? 0 : told.slice(0, 5).join(' | '),
        wanted: '0',
        isMet: leaves.length === 0,
      },
      {
        what: `that leave the origin (${chromiumPath})`,
        measured: inChromium.length === 0 ? 0 : inChromium.slice(0, 5).join(' | '),
        wanted: '0',
        isMet: inChromium.length === 0,
      },
    ],
  }
}
