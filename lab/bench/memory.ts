import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { packWhereStarted } from '../../deploy/release/pack-program.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import { type FeedFarm, openFeedFarm } from './material/feed-farm.ts'
import type { Bench, Row } from './measure.ts'
import { percentile, round, sized } from './measure.ts'
import { ask, type ServedInstance, serveInstance, startOnce } from './served-instance.ts'

const probe = fileURLToPath(new URL('./memory-probe.ts', import.meta.url))
const PAGES = sized(200, 2)
const LONGEST_MS = 300_000
const STARTS = sized(7, 1)
const twoArenas = ['two arenas', { MALLOC_ARENA_MAX: '2' }] as const
const SURROUNDINGS = sized<readonly (readonly [string, Readonly<Record<string, string>>])[]>(
  [twoArenas, ['arenas as it likes', {}]],
  [twoArenas],
)
const TARGET = { megabytes: 150, firstPageMs: 200 }

/** What a thread says of its heap, in bytes. */
type Heap = { readonly program: string; readonly heap: number; readonly young: number; readonly most: number }

/**
 * The packed product from its start through the first refresh of all feeds, asked for the list four times a second meanwhile, and then
 * for pages: what the process holds at each point and at most, by thread, and what it took; then how long a start takes to its first page
 * with all that kept. With two arenas of the C library, as an image and the unit of systemd have it, and with as many as it likes.
 */
export const bench: Bench = async (options) => {
  const packed = await packWhereStarted()
  const farm = await openFeedFarm({ ...options, isLikeNews: true })
  const rows: Row[] = []
  let peakMemoryMb = 0
  try {
    for (const [what, settings] of SURROUNDINGS) {
      const { figures, heaps, starts } = await live(packed, farm, options.entries, settings)
      rows.push({ what: `${what}: MB`, figures: { ...figures, target: TARGET.megabytes } })
      rows.push({ what: `${what}: started again`, figures: { ...starts, target: TARGET.firstPageMs } })
      for (const { program, heap, young, most } of heaps)
        rows.push({
          what: `${what}: heap of ${program}, MB`,
          figures: { heap: mb(heap), young: mb(young), most: mb(most) },
        })
      peakMemoryMb = Math.max(peakMemoryMb, figures.peak)
    }
  } finally {
    await farm.close()
  }
  return {
    name: 'memory',
    load: `${farm.feeds.length} feeds of ${options.entries} entries, ${farm.name}; SQLite; no article is made; packed`,
    rows,
    peakMemoryMb,
    notes: [
      'Resident memory of the one process, about 60 MB of it Node’s program, which is the same for every process of it.',
    ],
  }
}

async function live(packed: string, farm: FeedFarm, entries: number, settings: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  const heapFolder = join(folder, 'heaps')
  try {
    await mkdir(heapFolder)
    await subscribeAll(folder, farm)
    const start = (before: readonly string[], ...roles: readonly string[]) =>
      serveInstance(folder, '/feeds', {}, [...before, packed, 'serve', '--only-me', ...roles], {
        BENCH_HEAPS: heapFolder,
        // From before the probe on, which would bring the stripper of types along (25 MB).
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
        ...settings,
      })
    // What Node makes of the files is kept: the second start is the usual one.
    const first = await start(['--import', probe], '--roles', 'none')
    // Told to stop sooner it would end without writing that down.
    await sleep(2_000)
    await first.close()
    const held = await refreshAndRead(await start(['--import', probe]), (instance) =>
      refreshed(instance, join(folder, 'twosource.db'), farm.feeds.length * entries),
    )
    return { figures: held, heaps: await heapsOf(heapFolder), starts: await startAgain(() => start([])) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function refreshAndRead(instance: ServedInstance, refresh: (instance: ServedInstance) => Promise<void>) {
  try {
    const atFirstPage = instance.memoryMb().now
    await refresh(instance)
    const afterRefresh = instance.memoryMb().now
    const refreshCpuSeconds = round(instance.cpuSeconds())
    await readPages(instance)
    const { now, peak } = instance.memoryMb()
    return { atFirstPage, afterRefresh, afterPages: now, peak, refreshCpuSeconds }
  } finally {
    await instance.close()
  }
}

/** From the start of the process to the list, with what was taken in. */
async function startAgain(start: () => Promise<ServedInstance>) {
  const taken: Awaited<ReturnType<typeof startOnce>>[] = []
  for (let count = 0; count < STARTS; count += 1) taken.push(await startOnce(start))
  const of = (figure: 'ms' | 'cpuMs') => taken.map((each) => each[figure])
  return {
    leastMs: Math.min(...of('ms')),
    medianMs: percentile(of('ms'), 0.5),
    leastCpuMs: Math.min(...of('cpuMs')),
    medianCpuMs: percentile(of('cpuMs'), 0.5),
  }
}

async function subscribeAll(folder: string, farm: FeedFarm): Promise<void> {
  const config = readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' })
  await using context = await createContext(config, () => {})
  for (const [number, indexes] of Map.groupBy(farm.feeds.keys(), (index) => index % 40))
    await subscribe(
      context.operations,
      indexes.map((index) => farm.feeds[index]!),
      `Folder ${number}`,
    )
}

/** Asks for the list until so many entries are kept. */
async function refreshed(instance: ServedInstance, path: string, wanted: number): Promise<void> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 30_000 })
  const counting = database.prepare('select count(*) as count from entry')
  const until = performance.now() + LONGEST_MS
  try {
    while (Number(counting.get()?.count) < wanted) {
      if (performance.now() > until) throw new Error('The feeds were not taken in within five minutes')
      await page(instance, '/feeds')
      await sleep(250)
    }
  } finally {
    database.close()
  }
}

async function readPages(instance: ServedInstance): Promise<void> {
  const list = (await ask(undefined, `${instance.url}/feeds`, { headers: {} })).body.toString()
  const entries = [...new Set([...list.matchAll(/\/entries\/(\d+)"/g)].map(([, id = '']) => id))]
  for (let count = 0; count < PAGES; count += 1) {
    await page(instance, `/feeds?x=${count}`)
    await page(instance, `/entries/${entries[count % entries.length]}?x=${count}`)
  }
}

async function page(instance: ServedInstance, path: string): Promise<void> {
  const { status } = await ask(undefined, instance.url + path, { headers: { 'accept-encoding': 'br' } })
  if (status !== 200) throw new Error(`${path} was answered with ${status}`)
}

async function heapsOf(folder: string): Promise<readonly Heap[]> {
  const said = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  return said.filter((text) => text !== '').map((text) => JSON.parse(text) as Heap)
}

function mb(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
