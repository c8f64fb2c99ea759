import { openWeb } from '../../src/app/serve/open-web.ts'
import { openBrowser, serveWeb } from '../../test/e2e/browser.ts'
import { type Attack, loadFrom, openAttacker, postFrom } from './cross-site/attack-page.ts'
import { openProofInstance, type ProofInstance } from './isolation/instance.ts'
import { fieldNames, fill, routesOf } from './isolation/route-walk.ts'
import type { Proof } from './proof.ts'

/**
 * What the instance itself notes when an address is opened, by whoever: that somebody guessed at a secret one or came back from a
 * provider, and the key that push messages are signed with, made when it is first shown. Nothing of it is a reader's choice.
 */
const notedByInstance: ReadonlySet<string> = new Set(['sign_in_try', 'security_event', 'house_secret'])
/**
 * What one's own reading notes besides: when something was looked at, and that an opened article counts as read, which is kept
 * as marks and as each subscription's count. Another site's page cannot even do that.
 */
const notedByReading: ReadonlySet<string> = new Set([...notedByInstance, 'visit', 'reading_mark', 'subscription'])

/**
 * No page of another site or origin changes anything here, and no address changes anything by being read. The pages are served
 * as they are to who sits at the machine: with all rights, and no cookie that a browser could hold back.
 */
export const prove: Proof = async () => {
  const instance = await openProofInstance('sqlite')
  const site = await serveWeb(instance.context.operations)
  const attacker = await openAttacker()
  const browser = await openBrowser()
  try {
    const routes = routesOf(instance.web)
    const unsafe = routes.filter(({ method }) => method !== 'GET')
    const attacks = unsafe.map(({ path }) => attackOn(site.origin, path, instance))
    const reads = routes
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => site.origin + fill(path, instance.common.story))
    const changed: string[] = []
    let posts = 0
    let loads = 0
    for (const origin of attacker.origins) {
      const page = await browser.newPage()
      await page.goto(origin)
      let before = await everything(instance)
      posts += await postFrom(page, attacks)
      changed.push(...differences(before, await everything(instance)).map((table) => `${origin} POST: ${table}`))
      before = await everything(instance)
      loads += await loadFrom(page, reads)
      const loaded = differences(before, await everything(instance)).filter((table) => !notedByInstance.has(table))
      changed.push(...loaded.map((table) => `${origin} GET: ${table}`))
      await page.close()
    }
    const refused = await refusedByOrigin(instance, attacks)
    const byReading = await changedByReading(instance)
    const byOwn = await changedByOwnPages(instance, unsafe)
    return {
      name: 'cross-site',
      checks: [
        least('addresses that change something', unsafe.length, 40),
        least('forms, fetches and beacons sent by pages of another site and another origin', posts, 600),
        least('pictures, frames, sheets, scripts and fetches loaded by them', loads, 600),
        none('tables that they changed', changed),
        none('addresses that took a POST with a foreign Origin and no Fetch Metadata', refused),
        none('addresses that change more by being read than when they were looked at', byReading),
        least('addresses that the same forms change from our own pages', byOwn, 10),
      ],
    }
  } finally {
    await browser.close()
    await attacker.close()
    await site.close()
    await instance.close()
  }
}

/** A form as good as one of our own pages could send. */
export function attackOn(origin: string, path: string, { common }: ProofInstance): Attack {
  const known: Readonly<Record<string, string>> = {
    kind: 'story',
    target: common.story,
    story: common.story,
    article: common.article,
    entry: common.entry,
    feed: common.feed,
    span: '0-20',
    start: '0',
    end: '20',
    sure: '1',
    all: '1',
    color: 'green',
    body: 'x',
    section: 'appearance',
    theme: 'dark',
    history: 'off',
    period: 'week',
    q: 'bridge',
    back: '/',
  }
  const fields = fieldNames().flatMap((name): [string, string][] => {
    if (name === 'mark' || name === 'at' || name === 'id') return []
    return [[name, known[name] ?? 'x']]
  })
  return { address: origin + fill(path, common.story), fields }
}

const everything = ({ rows }: ProofInstance) => rows.everything(new Set(['schema_version']))

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...after].filter(([table, text]) => before.get(table) !== text).map(([table]) => table)
}

/** As a browser that knows no Fetch Metadata sends it. */
export async function refusedByOrigin(instance: ProofInstance, attacks: readonly Attack[]): Promise<readonly string[]> {
  const web = openWeb(instance.context.operations, { version: '0.1.0' })
  const taken: string[] = []
  for (const { address, fields } of attacks)
    for (const origin of ['http://elsewhere.example', 'null', 'http://127.0.0.1.elsewhere.example']) {
      const body = new URLSearchParams(fields as [string, string][])
      const answer = await web.request(address, { method: 'POST', body, headers: { origin } })
      if (answer.status !== 403) taken.push(`${new URL(address).pathname} from ${origin}: ${answer.status}`)
    }
  return taken
}

export async function changedByReading(instance: ProofInstance): Promise<readonly string[]> {
  const changed: string[] = []
  let before = await everything(instance)
  for (const { method, path } of routesOf(instance.web)) {
    if (method !== 'GET' || path.endsWith('/events')) continue
    for (const address of new Set(Object.values(instance.common).map((id) => fill(path, id)))) {
      const answer = await instance.web.request(`http://127.0.0.1:7180${address}`, {
        headers: { 'x-reader': 'owner', 'sec-fetch-site': 'none' },
      })
      await answer.body?.cancel()
      const after = await everything(instance)
      const tables = differences(before, after).filter((table) => !notedByReading.has(table))
      if (tables.length > 0) changed.push(`${path}: ${tables.join(' ')}`)
      before = after
    }
  }
  return [...new Set(changed)]
}

/** That the forms are good: sent by our own pages, they change things. */
export async function changedByOwnPages(instance: ProofInstance, unsafe: ReturnType<typeof routesOf>): Promise<number> {
  let count = 0
  let before = await everything(instance)
  for (const { path } of unsafe) {
    const { address, fields } = attackOn('http://127.0.0.1:7180', path, instance)
    await instance.web.request(address, {
      method: 'POST',
      body: new URLSearchParams(fields as [string, string][]),
      headers: { 'x-reader': 'owner', origin: 'http://127.0.0.1:7180' },
    })
    const after = await everything(instance)
    if (differences(before, after).length > 0) count++
    before = after
  }
  return count
}

function none(what: string, found: readonly string[]) {
  const measured = found.length === 0 ? 0 : `${found.length}: ${[...new Set(found)].slice(0, 10).join(' | ')}`
  return { what, measured, wanted: '0', isMet: found.length === 0 }
}

function least(what: string, measured: number, wanted: number) {
  return { what, measured, wanted: `at least ${wanted}`, isMet: measured >= wanted }
}
