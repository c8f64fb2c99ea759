import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { loadEdition } from '../../src/app/demo/edition.ts'
import { expected } from '../../src/app/demo/expected.ts'
import { type ServedEdition, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'
import { demoNow } from './filled-demo.ts'
import { runProduct, startProduct } from './product.ts'

/** Under a full machine the first round of the edition takes a while. */
const PATIENCE_S = 600

let folder: string
let edition: ServedEdition
const startedAt = Date.now()
/** The words of the edition follow the day and the hour: these are the same whenever the test runs. Time passes as it does. */
const now = () => new Date(demoNow.getTime() + Date.now() - startedAt)
const { articles } = loadEdition(demoNow)
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-workers-'))
  edition = await serveEdition({ now: demoNow })
})
after(async () => {
  await edition.close()
  await rm(folder, { recursive: true, force: true })
})

/** Waits until nothing is left to read or to tell. */
async function untilTold(store: Store): Promise<void> {
  for (let second = 0; second < PATIENCE_S; second++) {
    const { counts } = await store.check()
    const jobs = await store.jobs.counts()
    const left = [jobs['ingest-entry'], jobs['refresh-story'], jobs['import-opml']].map(
      ({ waiting, running }) => waiting + running,
    )
    const at = now().toISOString()
    const due = (await store.jobs.list(1000)).filter(({ kind, runAt }) => kind === 'tidy' && runAt <= at)
    if (counts.articles >= articles.length && left.every((count) => count === 0) && due.length === 0) return
    await sleep(1000)
  }
  assert.fail(`Not told: ${JSON.stringify([await store.check(), await store.jobs.counts()])}`)
}

for (const dialect of dialects)
  test(`each role beside the others makes the same stories (${dialect})`, { skip: skipReason(dialect) }, async () => {
    const database = await makeDatabase(dialect)
    const start = async (roles: string) => {
      const context = await createContext(
        readConfig({
          TWOSOURCE_DATA: join(folder, dialect),
          TWOSOURCE_DATABASE: database.url,
          TWOSOURCE_ALLOW_PRIVATE: 'true',
          TWOSOURCE_FETCH_PAGES: 'once',
        }),
        () => {},
        now,
        { roles },
      )
      context.pipeline.start()
      return context
    }
    const pages = await start('none')
    const workers = await Promise.all(['fetch', 'analyze', 'analyze', 'story,tell'].map(start))
    const { operations } = pages
    const { store } = operations
    try {
      await subscribe(operations, edition.feeds, '')
      await untilTold(store)
      await store.jobs.enqueue([{ kind: 'tidy', key: 'window', runAt: now().toISOString() }])
      await untilTold(store)
      const { counts, isOk } = await store.check()
      assert.ok(isOk)
      assert.equal(counts.articles, articles.length)
      const { rows } = await store.entries.list('owner', {}, 500)
      const storyOf = new Map<string, string | undefined>()
      for (const { articleId, url = '' } of rows) {
        const stored = articleId && (await store.articles.find(articleId))
        storyOf.set(new URL(url).pathname, stored ? stored.storyId : undefined)
      }
      const pathOf = new Map(articles.map(({ id, path }) => [id, path]))
      for (const { key, members } of expected.stories)
        assert.equal(new Set(members.map((id) => storyOf.get(pathOf.get(id) ?? ''))).size, 1, key)
    } finally {
      for (const context of [...workers, pages]) await context[Symbol.asyncDispose]()
      await database.remove()
    }
  })

test('a worker beside a server says what it does and stops when told to', async () => {
  const settings = { TWOSOURCE_DATA: join(folder, 'beside'), TWOSOURCE_PORT: '0', TWOSOURCE_PER_HOST: '2' }
  const pages = startProduct(['serve', '--roles', 'none'], settings)
  await pages.says(/Background work here: none/)
  const worker = startProduct(['worker', '--roles', 'story,analyze'], settings)
  await worker.says(/is working: analyze, story/)
  for (const { child } of [worker, pages]) child.kill('SIGTERM')
  for (const { ended, written } of [worker, pages]) {
    assert.equal(await ended, 0, written.err)
    assert.match(written.err, /^TWOSOURCE_PER_HOST is no longer used: /m)
  }
})

test('a worker says what it does, refuses what is no role, and makes no database of its own', async () => {
  const [wrong, idle, lost] = await Promise.all([
    runProduct(['worker', '--roles', 'fetch,anaylze'], { TWOSOURCE_DATA: folder }),
    runProduct(['worker', '--roles', 'none'], { TWOSOURCE_DATA: join(folder, 'nowhere') }),
    runProduct(['worker'], { TWOSOURCE_DATA: join(folder, 'nowhere') }),
  ])
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /--roles takes fetch, analyze, story, tell.*not fetch,anaylze/)
  assert.notEqual(idle.code, 0)
  assert.equal(lost.code, 1)
  assert.match(lost.err, /^There is no .*TWOSOURCE_DATABASE/)
})
