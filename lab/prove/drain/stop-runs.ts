import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomNumbers } from '../../bench/material/random-numbers.ts'
import { growingFeeds } from '../rolling/growing-feeds.ts'
import { startNode } from '../rolling/node.ts'
import { type Asked, keepAsking, nothingAsked } from './asking.ts'

const FEEDS = 12
const GROWS_BY = 2
/** A host that answers later than a process that stops can wait. */
const SLOW_MS = 25_000
const MOST_MS = 1_500

export type StopRuns = {
  readonly asked: Asked
  /** How each process ended that did not end with 0. */
  readonly badEnds: readonly (number | string)[]
  /** From the signal to the end, in milliseconds. */
  readonly stopMs: readonly number[]
  /** How many said that ten seconds were not enough: what these leave in hand they may. */
  readonly cutShort: number
  /** Jobs that a stopped process left in hand, and lanes and signs of life. */
  readonly leftInHand: number
  readonly leftLanes: number
  readonly leftNodes: number
  /** Acknowledged writes that were not there afterwards. */
  readonly lost: number
  /** Of the feeds: entries that came and are not kept, or kept twice; articles not read in the end; jobs that failed. */
  readonly entriesLost: number
  readonly entriesDoubled: number
  readonly unread: number
  readonly failedJobs: number
  readonly integrity: string
  readonly givenBack: number
  readonly entries: number
}

/**
 * Starts a server on one data folder, lets it work and be asked, and tells it to stop at a moment drawn from `seed`; again and again.
 * The last one is let finish. Bounded: each start, stop and wait has an end.
 */
export async function stopAgainAndAgain(main: string, runs: number, seed: number): Promise<StopRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-drain-'))
  const random = randomNumbers(seed)
  const feeds = await growingFeeds(FEEDS)
  const slow = createServer((_request, response) => void setTimeout(() => response.end('too late'), SLOW_MS))
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
  const opml = join(folder, 'feeds.opml')
  const slowUrl = `http://127.0.0.1:${(slow.address() as AddressInfo).port}/slow.xml`
  writeFileSync(opml, feeds.opml.replace('<body>', `<body><outline type="rss" text="Slow" xmlUrl="${slowUrl}"/>`))
  const settings = {
    TWOSOURCE_DATA: folder,
    TWOSOURCE_ALLOW_PRIVATE: 'true',
    TWOSOURCE_FETCH_PAGES: 'false',
    TWOSOURCE_ANALYSIS_THREADS: '1',
  }
  const file = join(folder, 'twosource.db')
  const asked = nothingAsked()
  const badEnds: (number | string)[] = []
  const stopMs: number[] = []
  const left = { hand: 0, lanes: 0, nodes: 0, lost: 0, givenBack: 0, cutShort: 0 }
  try {
    for (let run = 0; run < runs; run++) {
      feeds.grow(GROWS_BY)
      const node = await startNode(main, settings, ['--only-me', ...(run === 0 ? ['--opml', opml] : [])])
      if (run > 0) ask(file, `update feed set next_poll_at = '2000-01-01T00:00:00.000Z', leased_until = null`)
      let isOver = false
      const asking = keepAsking(node.url, asked, () => isOver)
      await sleep(100 + random() * MOST_MS)
      const startedMs = performance.now()
      const ended = await node.stop()
      stopMs.push(Math.round(performance.now() - startedMs))
      isOver = true
      await asking
      if (ended !== 0) badEnds.push(ended)
      for (const line of ['loop-failed', 'job-not-put-back', 'stopped-unfinished'].flatMap((event) =>
        node.lines(event),
      ))
        console.error(line)
      if (node.events().has('stopped-unfinished')) left.cutShort += 1
      left.givenBack += node.events().get('jobs-given-back') ?? 0
      for (const row of ask(file, `select * from job where state = 'running'`)) console.error(JSON.stringify(row))
      left.hand += count(file, `job where state = 'running'`)
      // Each run is told by itself: leases last longer than one.
      ask(file, `update job set state = 'waiting', locked_until = null where state = 'running'`)
      left.lanes += count(file, `lane where holder <> 'lanes by language' and expires_ms > unixepoch('subsec') * 1000`)
      left.nodes += count(file, 'node')
      for (const [name, value] of asked.kept)
        if (count(file, `preference where name = '${name}' and value = '${value}'`) !== 1) left.lost += 1
      asked.kept.clear()
    }
    const last = await startNode(main, settings, ['--only-me'])
    ask(file, `update feed set next_poll_at = '2000-01-01T00:00:00.000Z', leased_until = null`)
    await untilQuiet(file, feeds.total())
    const ended = await last.stop()
    if (ended !== 0) badEnds.push(ended)
    return {
      asked,
      badEnds,
      stopMs,
      cutShort: left.cutShort,
      leftInHand: left.hand,
      leftLanes: left.lanes,
      leftNodes: left.nodes,
      lost: left.lost,
      entriesLost: feeds.total() - count(file, 'entry'),
      entriesDoubled: count(file, '(select 1 from entry group by feed_id, key having count(*) > 1)'),
      unread: count(file, 'entry where article_id is null'),
      failedJobs: count(file, `job where state = 'failed'`),
      integrity: String(ask(file, 'pragma integrity_check')[0]?.integrity_check),
      givenBack: left.givenBack,
      entries: feeds.total(),
    }
  } finally {
    feeds.close()
    slow.closeAllConnections()
    slow.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Waits until all that came is kept and read, ten minutes at most. */
async function untilQuiet(file: string, entries: number): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const left = count(file, `job where kind in ('ingest-entry', 'refresh-story')`)
    if (count(file, 'entry') === entries && left === 0) return
    await sleep(500)
  }
}

function count(file: string, what: string): number {
  return Number(ask(file, `select count(*) as count from ${what}`)[0]?.count)
}

function ask(file: string, statement: string): readonly Record<string, unknown>[] {
  using database = new DatabaseSync(file)
  database.exec('pragma busy_timeout = 10000')
  return database.prepare(statement).all() as Record<string, unknown>[]
}
