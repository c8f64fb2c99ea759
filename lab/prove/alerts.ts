import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { addAlertChannel } from '../../src/operations/notify/alert-channels.ts'
import { createAlertJobs } from '../../src/operations/notify/alert-jobs.ts'
import { listAlerts, setAlertSettings } from '../../src/operations/notify/alerts.ts'
import { isQuiet } from '../../src/story/alerts/alert-times.ts'
import type { Proof } from './proof.ts'

const OUTLETS = 6
const CHANGES = 24
const COPIES = 48
const quiet = { from: 22 * 60, until: 7 * 60 }
const readers = ['ada', 'ben', 'cleo', 'dora']
/** Some keep quiet hours; all are in UTC here. */
const keepsQuiet = (name: string) => name === 'ada' || name === 'cleo'

type Delivered = { readonly reader: string; readonly key: string; readonly alert: string; readonly minute: string }

/**
 * A random stream of reports and copies through the real pipeline over a virtual day and more, to readers with webhooks that
 * fail now and then; the product is ended between sending and noting, and opened again. Each report must reach each reader
 * under one name, none may be lost, none may come in quiet hours, and no copy may raise anything.
 */
export const prove: Proof = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-prove-alerts-'))
  const random = dice(20261127)
  let clock = Date.parse('2026-03-12T06:00:00Z')
  const delivered: Delivered[] = []
  let refused = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (random() < 0.25) {
        refused += 1
        response.writeHead(500).end()
        return
      }
      const { alerts } = JSON.parse(Buffer.concat(chunks).toString()) as {
        readonly alerts: readonly { readonly id: string }[]
      }
      const reader = (request.url ?? '').slice(1)
      const minute = new Date(clock).toISOString()
      for (const { id } of alerts)
        delivered.push({ reader, key: String(request.headers['idempotency-key']), alert: id, minute })
      response.end()
    })
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const open = () =>
    createContext(
      { ...readConfig({}), TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: true },
      () => {},
      () => new Date((clock += 5)),
    )
  let context = await open()
  const as = (name: string) => ({ ...context.operations, reader: { id: name, name, role: 'reader' as const } })
  let crashes = 0
  let restarts = 0
  try {
    for (let outlet = 0; outlet < OUTLETS; outlet++)
      await takeIn(context, clock, outlet, `Beginning ${outlet}`, textOf(random))
    const sources = await context.operations.store.feeds.listSources('owner')
    for (const name of readers) {
      const hours = keepsQuiet(name) ? { quiet } : {}
      await setAlertSettings.run(as(name), { isAllOn: true, perHour: 4, ...hours })
      await addAlertChannel.run(as(name), { kind: 'webhook', url: `${origin}/${name}` })
      for (const { id, name: label } of sources) await follow.run(as(name), { kind: 'source', target: id, label })
    }
    clock += 60_000
    const stream = shuffled([...Array<'change'>(CHANGES).fill('change'), ...Array<'copy'>(COPIES).fill('copy')], random)
    const texts: { readonly text: string; readonly outlet: number }[] = []
    for (const [index, what] of stream.entries()) {
      const known = texts[Math.floor(random() * texts.length)]
      const isCopy = what === 'copy' && known !== undefined
      const outlet = isCopy
        ? (known.outlet + 1 + Math.floor(random() * (OUTLETS - 1))) % OUTLETS
        : Math.floor(random() * OUTLETS)
      const text = isCopy ? known.text : textOf(random)
      if (!isCopy) texts.push({ text, outlet })
      await takeIn(context, clock, outlet, `Item ${index} of the day`, text)
      clock += Math.floor(random() * 40) * 60_000
      for (const name of readers) if (random() < 0.5) crashes += await crash(context, name)
      if (random() < 0.15) {
        restarts += 1
        await context[Symbol.asyncDispose]()
        context = await open()
      }
    }
    // What waits for the end of quiet hours, and for another attempt.
    for (let hour = 0; hour < 40; hour++) {
      clock += 60 * 60_000
      await context.pipeline.runOnce()
    }
    const raised = await Promise.all(readers.map(async (name) => (await listAlerts.run(as(name), {})).alerts.length))
    const changes = texts.length
    const names = Map.groupBy(delivered, ({ reader, alert }) => `${reader} ${alert}`)
    const duplicates = [...names.values()].filter((all) => new Set(all.map(({ key }) => key)).size > 1).length
    const again =
      delivered.length - new Set(delivered.map(({ reader, alert, key }) => `${reader} ${alert} ${key}`)).size
    const atNight = delivered.filter(({ reader, minute }) => keepsQuiet(reader) && isQuiet(minute, quiet, 'UTC')).length
    const wanted = changes * readers.length
    const alerts = raised.reduce((sum, count) => sum + count, 0)
    return {
      name: 'alerts',
      checks: [
        check('changes (reports in words of their own)', changes, 'as drawn', true),
        check('copies', stream.length - changes, 'as drawn', true),
        check('readers', readers.length, 'as drawn', true),
        check('alerts raised', alerts, `${wanted}: one for each change and reader`, alerts === wanted),
        check('alerts delivered', names.size, String(wanted), names.size === wanted),
        check('duplicates (one alert under two names)', duplicates, '0', duplicates === 0),
        check('lost', wanted - names.size, '0', names.size === wanted),
        check('inside quiet hours', atNight, '0', atNight === 0),
        check('ended between sending and noting', crashes, 'at least 1', crashes > 0),
        check('sent again under the same name', again, 'as many as that made, or fewer', true),
        check('restarts', restarts, 'at least 1', restarts > 0),
        check('attempts the receivers failed', refused, 'at least 1', refused > 0),
      ],
    }
  } finally {
    await context[Symbol.asyncDispose]()
    server.closeAllConnections()
    await new Promise<void>((settle) => server.close(() => settle()))
    await rm(folder, { recursive: true, force: true })
  }
}

const check = (what: string, measured: number, wanted: string, isMet: boolean) => ({ what, measured, wanted, isMet })

/** Sends what waits for a reader, and ends before it is noted: as if the machine had stopped there. */
async function crash(context: Context, readerId: string): Promise<number> {
  const { alertContext } = context.operations
  const { store } = alertContext
  let count = 0
  const settle = async () => {
    count += 1
    throw new Error('The machine stopped')
  }
  const ending = { ...alertContext, store: { ...store, alerts: { ...store.alerts, settle } } }
  await createAlertJobs(ending)
    .deliver(readerId)
    .catch(() => {})
  return count
}

async function takeIn(context: Context, at: number, outlet: number, title: string, text: string): Promise<void> {
  const url = `https://outlet-${outlet}.example/${encodeURIComponent(title)}`
  const publishedAt = new Date(at).toISOString()
  const line = JSON.stringify({ title, outlet: `Outlet ${outlet}`, url, publishedAt, text })
  await importFile.run(context.operations, { bytes: new TextEncoder().encode(`${line}\n`), name: 'a.jsonl' })
  await context.pipeline.runOnce()
}

const syllables = [
  'ba',
  'den',
  'fo',
  'gri',
  'hal',
  'ka',
  'lum',
  'mor',
  'ne',
  'or',
  'pel',
  'ru',
  'sta',
  'ti',
  'vel',
  'zor',
]

/** A text of invented words: no two are alike, so that what is counted is copies and nothing else. */
function textOf(random: () => number): string {
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * syllables.length)]).join(
      '',
    )
  const sentence = () => {
    const words = Array.from({ length: 12 }, word).join(' ')
    return `${words[0]!.toUpperCase()}${words.slice(1)} in the town.`
  }
  return Array.from({ length: 6 }, sentence).join(' ')
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
