import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Crew } from '../../lab/prove/cluster/crew.ts'
import { likeness } from '../../lab/prove/cluster/examine.ts'
import { killOne, meantBy } from '../../lab/prove/cluster/kill-workers.ts'
import { openNewsroom } from '../../lab/prove/cluster/newsroom.ts'
import { nodeSettings } from '../../lab/prove/cluster/nodes.ts'
import { runScript } from '../../lab/prove/cluster/run-script.ts'
import { takeIn } from '../../lab/prove/cluster/take-in.ts'
import { makeDatabase, skipReason } from './databases.ts'

const ARTICLES = 24
const KILLS = 3
const HOUR_MS = 3_600_000
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
/** Each outlet has an address of its own, as outlets do. */
const addresses = Array.from({ length: 6 }, (_, index) => `127.0.1.${index + 1}`)

test('two workers of which one or the other is killed again and again lose nothing', {
  skip: skipReason('postgres') || (process.platform !== 'linux' && 'only Linux has all of 127.0.0.0/8'),
}, async (t) => {
  const database = await makeDatabase('postgres')
  const folder = mkdtempSync(join(tmpdir(), 'twosource-workers-'))
  const newsroom = await openNewsroom(
    { seed: 5, count: ARTICLES, startMs: Date.now() - 50 * HOUR_MS },
    addresses,
    (script, args) => runScript([script, ...args]),
  )
  const startWorker = (crew: Crew, name: string) =>
    crew.start(name, (args, env) => runScript([main, ...args], env), ['worker'], {
      ...nodeSettings,
      TWOSOURCE_DATA: join(folder, name),
      TWOSOURCE_DATABASE: database.url,
    })
  try {
    let killed = 0
    const taken = await takeIn({
      newsroom,
      database: database.url,
      settings: { ...nodeSettings, TWOSOURCE_DATA: folder, TWOSOURCE_DATABASE: database.url },
      startCrew: (crew) => ['one', 'other'].map((name) => startWorker(crew, name)),
      steps: KILLS,
      idleMs: 5000,
      async disturb({ workers }) {
        await sleep(Math.random() * 800)
        await killOne(workers, database.url, meantBy(killed))
        killed += 1
      },
    })
    t.diagnostic(`${killed} kills, ${taken.leftToLeases} jobs left to leases, ${taken.wallSeconds} s`)
    assert.equal(killed, KILLS)
    assert.deepEqual(taken.fallen, [])
    assert.deepEqual(taken.faults, {})
    const gold = newsroom.news.articles.map(({ story }) => story)
    assert.ok(likeness(gold, taken.stories).b3F1 > 0.9, JSON.stringify(likeness(gold, taken.stories)))
  } finally {
    await newsroom.close()
    await database.remove()
    rmSync(folder, { recursive: true, force: true })
  }
})
