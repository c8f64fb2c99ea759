import { existsSync, statSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { rareWords } from './material/like-news.ts'
import { fillFirstBlock, growStore } from './material/million-store.ts'
import { type Bench, measure, type Row, round, sized } from './measure.ts'
import { type Asked, serveInstance } from './served-instance.ts'
import { timedPages } from './timed-pages.ts'

const asked: Asked = { headers: { 'accept-encoding': 'gzip, deflate, br' } }
const often = sized({ warming: 30, requests: 100 }, { warming: 1, requests: 2 })
/** At most, 95 of 100. */
const most = { today: 20, search: 50 }

/** For another look: a folder in which the filled stores stand and stay, each a few gigabytes, `BENCH_KEEP=/tmp/million`. */
const kept = process.env.BENCH_KEEP

/** Articles that go through the product; the rest are copies of their rows. */
const BLOCK = 10_000

/**
 * Today and search in a instance that keeps a hundred thousand, three hundred thousand and a million articles (`--sizes`), 2,500 of each
 * day, and how each grows. SQLite; the copies are made within the database.
 */
export const bench: Bench = async ({ sizes = sized([100_000, 300_000, 1_000_000], [40]) }) => {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'twosource-bench-')))
  const block = Math.min(BLOCK, sizes[0] ?? BLOCK)
  const rows: Row[] = []
  const figures = new Map<string, { readonly p50: number; readonly p95: number; readonly cpu: number }[]>()
  let peakMemoryMb = 0
  try {
    for (const [at, size] of sizes.entries()) {
      const place = join(folder, `million-${size}`)
      const smaller = sizes[at - 1]
      const from = smaller === undefined ? undefined : { size: smaller, place: join(folder, `million-${smaller}`) }
      const { wallSeconds } = await measure(() => makeStore(place, block, size, from))
      const file = join(place, 'twosource.db')
      const label = size.toLocaleString('en')
      rows.push({
        what: `${label}: made`,
        figures: {
          wallSeconds,
          gb: round(statSync(file).size / 1e9),
          bytesPerArticle: Math.round(statSync(file).size / size),
        },
      })
      const instance = await serveInstance(place, '/', asked.headers, 'pages')
      rows.push({ what: `${label}: start to first Today, ms`, figures: { ms: round(instance.firstPageMs) } })
      const database = new DatabaseSync(file, { timeout: 30_000 })
      let version = 0
      // Another process writes something: nothing that was read before is known to stand.
      const change = () => database.exec(`pragma user_version = ${(version = (version + 1) % 1_000)}`)
      try {
        const time = async (what: string, path: string, target?: number, before?: () => void) => {
          const found = await timedPages(instance, path, asked, { ...often, ...(before && { before }) })
          rows.push({ what: `${label}: ${what}, ms`, figures: { ...found, ...(target && { targetP95: target }) } })
          figures.set(what, [...(figures.get(what) ?? []), found])
        }
        await time('Today', '/', most.today)
        await time('first after a change: Today', '/', undefined, change)
        await time('week', '/?period=week')
        await time('unread list', '/feeds')
        for (const { word, oneIn } of rareWords) {
          await time(`search, 1 in ${oneIn}`, `/search?q=${word}`, most.search)
          await time(`search, 1 in ${oneIn}, articles`, `/search?q=${word}&tab=articles`, most.search)
        }
        await time('search, a word of most texts', '/search?q=the', most.search)
        const { peak, now } = instance.memoryMb()
        peakMemoryMb = Math.max(peakMemoryMb, peak)
        rows.push({ what: `${label}: memory, MB`, figures: { now, peak } })
      } finally {
        database.close()
        await instance.close()
      }
    }
    for (const [what, found] of sizes.length > 1 ? figures : [])
      for (const figure of ['p50', 'p95', 'cpu'] as const)
        rows.push({
          what: `growth of ${what}, ${figure}, from size to size`,
          figures: Object.fromEntries(
            found.slice(1).flatMap((one, at) => {
              const before = found[at]![figure]
              // So little that the system counted nothing has no ratio.
              return before > 0 ? [[sizes[at + 1]!.toLocaleString('en'), round(one[figure] / before)]] : []
            }),
          ),
        })
    return {
      name: 'million',
      load: `${block} articles in four days, each four days older once more; SQLite, one connection, Brotli`,
      rows,
      peakMemoryMb,
      notes: [
        'Copied: articles, texts of some 300 words, stories, dossiers, memberships, entries and the search index; not layers and vectors.',
        'cpu is of the server’s process, with its threads, per request; memory is its own.',
        '“First after a change”: another process wrote something just before.',
      ],
    }
  } finally {
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}

/** A store of so many articles, grown from the one before; one that was kept is taken as it is. */
async function makeStore(
  place: string,
  block: number,
  size: number,
  from: { readonly size: number; readonly place: string } | undefined,
): Promise<void> {
  if (existsSync(place)) return
  const begun = `${place}-begun`
  await rm(begun, { recursive: true, force: true })
  if (from && kept) await cp(from.place, begun, { recursive: true })
  else if (from) await rename(from.place, begun)
  else {
    await using context = await createContext({ ...readConfig({}), TWOSOURCE_DATA: begun }, () => {})
    await fillFirstBlock(context, block)
  }
  growStore(join(begun, 'twosource.db'), block, from?.size ?? 0, size)
  await rename(begun, place)
}
