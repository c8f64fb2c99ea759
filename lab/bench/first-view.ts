import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../test/e2e/tabs.ts'
import { type Bench, type BenchOptions, peakMemoryMb, percentile, round, sized } from './measure.ts'

const RUNS = sized(5, 1)
const KB = 1024
/** What a page may cost without pictures: below the best reader measured on the same work, which shows none. */
const most = { requests: 6, kilobytes: 35, scriptKilobytes: 20, largestPaintMs: 300, shift: 0 }

/**
 * First views in a browser, each with an empty cache, of a store with the demo edition and 30,000 entries of 1,000 feeds.
 * The store is built once, in a folder of its own, and served again by the next run.
 */
export const bench: Bench = async (options) => {
  const server = await startServer(options)
  const browser = await launchBrowser()
  try {
    const all = { Today: '', Feeds: 'feeds', Story: `stories/${server.story}`, Search: 'search?q=bridge' }
    const pages = sized<Readonly<Record<string, string>>>(all, { Story: all.Story })
    // The first page of a fresh server and browser pays for the warming of both.
    await firstView(browser, server.url)
    const rows = []
    for (const [name, path] of Object.entries(pages)) {
      const views: Pictured[] = []
      for (let run = 0; run < RUNS; run += 1) views.push(await firstView(browser, server.url + path))
      rows.push({ what: name, figures: median(views) })
    }
    const over = rows.flatMap(({ what, figures }) => overrun(figures).map((name) => `${what} ${name}`))
    return {
      name: 'first-view',
      load: `${server.counts.feeds} feeds, ${server.counts.entries} entries; Chromium ${browser.version()}, 1366×800, empty cache, median of ${RUNS}`,
      rows: [...rows, ...peers, { what: 'most we allow ourselves', figures: most }],
      peakMemoryMb: peakMemoryMb(),
      notes: [
        over.length === 0 ? 'Every page is within what we allow ourselves.' : `Over: ${over.join(', ')}.`,
        'Times are of this machine as it was; the peers were measured on the same kind of machine, list of 31,000 unread.',
      ],
    }
  } finally {
    await browser.close()
    await server.close()
  }
}

type View = Readonly<
  Record<'requests' | 'kilobytes' | 'scriptKilobytes' | 'firstPaintMs' | 'largestPaintMs' | 'shift', number>
>
/** Pictures of articles and icons of outlets, which are counted apart. */
type Pictured = View & Readonly<Record<'pictures' | 'pictureKilobytes', number>>

/** Their unread lists, from our own measurements of 2026 on the same load (Chromium 156, 1366×800, empty cache). */
const peers: readonly { readonly what: string; readonly figures: View }[] = [
  {
    what: 'Miniflux 2.3.3',
    figures: { requests: 6, kilobytes: 35.6, scriptKilobytes: 6.5, firstPaintMs: 424, largestPaintMs: 424, shift: 0 },
  },
  {
    what: 'FreshRSS 1.25',
    figures: {
      requests: 71,
      kilobytes: 292,
      scriptKilobytes: 17.4,
      firstPaintMs: 596,
      largestPaintMs: 888,
      shift: 0.049,
    },
  },
  {
    what: 'tt-rss',
    figures: {
      requests: 39,
      kilobytes: 586,
      scriptKilobytes: 299,
      firstPaintMs: 652,
      largestPaintMs: 1864,
      shift: 0.727,
    },
  },
  {
    what: 'yarr 2.8',
    figures: {
      requests: 12,
      kilobytes: 154,
      scriptKilobytes: 60,
      firstPaintMs: 296,
      largestPaintMs: 984,
      shift: 0.003,
    },
  },
]

async function startServer(options: BenchOptions) {
  const folder = join(tmpdir(), `twosource-first-view-${options.feeds}-${options.entries}`)
  await mkdir(folder, { recursive: true })
  const script = fileURLToPath(new URL('./first-view-server.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    [
      script,
      folder,
      String(options.feeds),
      String(options.entries),
      ...(options.farm === undefined ? [] : [options.farm]),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { url, story, counts } = JSON.parse(line) as {
    url: string
    story: string
    counts: { feeds: number; entries: number }
  }
  return {
    url,
    story,
    counts,
    async close() {
      const closed = once(child, 'close')
      child.stdin.end()
      await closed
    },
  }
}

/** Runs in the page before its own scripts. The report waits for the largest paint, and two frames more. */
const watchPaint = `{
  let largest = 0
  let shift = 0
  const painted = new Promise((settle) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) largest = entry.startTime
      settle()
    }).observe({ type: 'largest-contentful-paint', buffered: true }),
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  const frame = () => new Promise((settle) => requestAnimationFrame(settle))
  globalThis.painted = {
    async report() {
      await painted
      await frame()
      await frame()
      return { largest, shift, first: performance.getEntriesByName('first-contentful-paint')[0].startTime }
    },
  }
}`

/** One page in a new context of the browser: nothing is cached, nobody was here before. */
async function firstView(browser: Browser, url: string): Promise<Pictured> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const kinds = new Map<string, string>()
  const bytes = new Map<string, number>()
  network.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    const { protocol, pathname } = new URL(request.url)
    // The icons in a style sheet are part of it.
    if (protocol !== 'data:') kinds.set(requestId, /^\/(?:images|favicons)\//.test(pathname) ? 'Picture' : (type ?? ''))
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => bytes.set(requestId, encodedDataLength))
  await context.addInitScript(watchPaint)
  // A page may keep a stream open, which never ends: only what is asked for until the load is counted.
  await page.goto(url, { waitUntil: 'load' })
  const { largest, shift, first } = (await page.evaluate('painted.report()')) as Record<
    'largest' | 'shift' | 'first',
    number
  >
  const sum = (which: (kind: string) => boolean) =>
    [...bytes].reduce((total, [id, size]) => (which(kinds.get(id) ?? '') ? total + size : total), 0)
  const pictures = [...kinds.values()].filter((kind) => kind === 'Picture').length
  const view = {
    requests: kinds.size - pictures,
    kilobytes: sum((kind) => kind !== 'Picture') / KB,
    pictures,
    pictureKilobytes: sum((kind) => kind === 'Picture') / KB,
    scriptKilobytes: sum((kind) => kind === 'Script') / KB,
    firstPaintMs: first,
    largestPaintMs: largest,
    shift,
  }
  await context.close()
  return view
}

function median(views: readonly Pictured[]): Pictured {
  const names = Object.keys(views[0]!) as (keyof Pictured)[]
  const entries = names.map(
    (name) =>
      [
        name,
        round(
          percentile(
            views.map((view) => view[name]),
            0.5,
          ),
        ),
      ] as const,
  )
  return Object.fromEntries(entries) as Pictured
}

function overrun(figures: View): readonly string[] {
  const names = Object.keys(most) as (keyof typeof most)[]
  return names.filter((name) => figures[name] > most[name]).map((name) => `${name} ${figures[name]}`)
}
