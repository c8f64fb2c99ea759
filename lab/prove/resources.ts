import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { editionLimits, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { readEdition } from '../../src/app/demo.ts'
import { percentile, round } from '../bench/measure.ts'
import { ask, type ServedInstance, serveInstance } from '../bench/served-instance.ts'
import type { Proof } from './proof.ts'
import { type Farm, opmlOf, startFarm } from './resources/farm.ts'
import type { SlowWay } from './resources/slow-visitors.ts'
import { watchPages } from './resources/watch-pages.ts'
import { surroundings } from './surroundings.ts'

const VISITORS = 1_000
const MOST_MEGABYTES = 512
/** Of the C library, as the image and the unit of systemd have it; with as many as it likes it holds a fifth more. */
const arenas = { MALLOC_ARENA_MAX: '2' }
const pages = ['/', '/feeds', '/search?q=bridge', '/sources']

/** Something that continues beside the pages: `begin` resolves once it is under way, with what ends it and says how much it was. */
type Load = { readonly name: string; readonly begin: () => Promise<() => Promise<string>> }

/**
 * Outlets and visitors that hold up an instance, one kind after the other, and pages beside them: they take at most twice as long as
 * in the quiet before and after, the process lives, and its memory has an end.
 */
export const prove: Proof = async ({ isFull = false } = {}) => {
  const windowMs = isFull ? 20_000 : 6_000
  const folder = await filledFolder()
  const farm = await startFarm()
  const instance = await serveInstance(folder, '/', {}, 'whole', { ...surroundings, ...arenas })
  try {
    await watchPages(instance, pages, 4_000)
    const quiet: (readonly number[])[] = [(await watchPages(instance, pages, windowMs)).times]
    const rows = []
    for (const { name, begin } of loads(instance, farm)) {
      const end = await begin()
      const during = await watchPages(instance, pages, windowMs)
      const memory = instance.memoryMb()
      const amount = await end()
      await farm.letGo()
      await settled(instance)
      const after = await watchPages(instance, pages, windowMs)
      quiet.push(after.times)
      const before = [...quiet.at(-2)!, ...after.times]
      rows.push({
        name,
        amount,
        failed: during.failed,
        pages: during.times.length,
        memory: memory.now,
        ...p99s(before, during.times),
      })
    }
    const { status } = await ask(undefined, `${instance.url}/livez`, { headers: {} })
    const { peak } = instance.memoryMb()
    return {
      name: 'resources',
      checks: [
        ...rows.map(({ name, amount, idle, beside, failed, pages: count }) => ({
          what: name,
          measured: `p99 ${beside} ms beside it, ${idle} ms without, ${round(beside / idle)} ×; ${failed} of ${count} pages not answered; ${amount}`,
          wanted: 'at most 2 ×, every page answered',
          isMet: beside <= 2 * idle && failed === 0,
        })),
        { what: 'answers at the end', measured: status, wanted: '200', isMet: status === 200 },
        {
          what: 'most memory held with two arenas, in MB',
          measured: peak,
          wanted: `at most ${MOST_MEGABYTES}`,
          isMet: peak <= MOST_MEGABYTES,
        },
      ],
      table: rows,
    }
  } finally {
    await instance.close()
    await farm.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function p99s(quiet: readonly number[], during: readonly number[]) {
  const at = (times: readonly number[], share: number) => round(percentile([...times], share))
  return {
    idleP50: at(quiet, 0.5),
    besideP50: at(during, 0.5),
    idle: at(quiet, 0.99),
    beside: at(during, 0.99),
    times: round(at(during, 0.99) / at(quiet, 0.99)),
  }
}

function loads(instance: ServedInstance, farm: Farm): readonly Load[] {
  return [
    outlets('60 feeds that drip a byte now and then', 'drip', 60),
    outlets('60 feeds without an end', 'endless', 60),
    outlets('60 feeds of 20 pages of 50 MB each', 'big-pages', 60, 'big-page'),
    visitors(`${VISITORS} visitors whose fields trickle`, 'fields'),
    visitors(`${VISITORS} visitors whose forms trickle`, 'body'),
    visitors(`${VISITORS} visitors who say nothing`, 'silence'),
    visitors(`${VISITORS} visitors who ask for a page and read none of it`, 'reading'),
    outlets('10,000 subscriptions of one reader, coming in and polled', 'good', 10_000),
  ]

  function outlets(name: string, kind: string, count: number, counted = kind): Load {
    return {
      name,
      async begin() {
        await importList(instance, farm.feeds(kind, count))
        await setTimeout(1_500)
        return async () => {
          const { asked, underWay } = await farm.count()
          return `asked ${asked[counted] ?? 0} times, ${underWay} under way at the end`
        }
      },
    }
  }

  function visitors(name: string, way: SlowWay): Load {
    return {
      name,
      async begin() {
        const port = Number(new URL(instance.url).port)
        const worker = new Worker(new URL('./resources/slow-visitors.ts', import.meta.url), {
          workerData: { port, way, count: VISITORS },
        })
        await setTimeout(way === 'reading' ? 14_000 : 4_000)
        return async () => {
          worker.postMessage('count')
          const [told] = (await once(worker, 'message')) as [{ opened: number; ended: number; open: number }]
          await worker.terminate()
          return `${told.opened} connections opened, ${told.ended} ended by the server, ${told.open} open at the end`
        }
      },
    }
  }
}

async function importList(instance: ServedInstance, urls: readonly string[]): Promise<void> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  const body = new URLSearchParams({ file: opmlOf(urls) }).toString()
  const { status } = await ask(undefined, `${instance.url}/opml`, {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    body,
  })
  if (status >= 400) throw new Error(`The list was answered with ${status}`)
}

/** Until what was under way is over: the instance uses little of a processor for a second, or half a minute has passed. */
async function settled(instance: ServedInstance): Promise<void> {
  for (let second = 0; second < 30; second++) {
    const before = instance.cpuSeconds()
    await setTimeout(1_000)
    if (instance.cpuSeconds() - before < 0.15) return
  }
}

/** A data folder with the demo edition in it. */
async function filledFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-prove-'))
  const edition = await serveEdition({ now: new Date() })
  const config = readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' })
  const context = await createContext(config, () => {}, undefined, { limits: editionLimits })
  await readEdition(context, edition)
  await context[Symbol.asyncDispose]()
  await edition.close()
  return folder
}
