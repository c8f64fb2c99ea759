import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { loadEdition } from '../../demo/edition.ts'
import { expected } from '../../demo/expected.ts'
import { type ServedEdition, serveEdition } from '../../demo/serve-edition.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'
import { type Product, runProduct, startProduct } from './product.ts'

/** Under a full machine the first round of the edition takes a while. */
const PATIENCE_S = 240

let folder: string
let edition: ServedEdition
const now = new Date()
const { articles } = loadEdition(now)
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-workers-'))
  edition = await serveEdition({ now })
  await writeFile(join(folder, 'feeds.opml'), edition.opml)
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
    const soon = new Date().toISOString()
    const due = (await store.jobs.list(1000)).filter(({ kind, runAt }) => kind === 'tidy' && runAt <= soon)
    if (counts.articles >= articles.length && left.every((count) => count === 0) && due.length === 0) return
    await sleep(1000)
  }
  assert.fail(`Not told: ${JSON.stringify([await store.check(), await store.jobs.counts()])}`)
}

async function stopAll(products: readonly Product[]): Promise<void> {
  for (const { child } of products) child.kill('SIGTERM')
  for (const { ended, written } of products) assert.equal(await ended, 0, written.err)
}

for (const dialect of dialects)
  test(`pages and work in processes of their own make the same stories (${dialect})`, {
    skip: skipReason(dialect),
  }, async () => {
    const database = await makeDatabase(dialect)
    const settings = {
      TWOSOURCE_DATA: join(folder, dialect),
      TWOSOURCE_DATABASE: database.url,
      TWOSOURCE_PORT: '0',
      TWOSOURCE_ALLOW_PRIVATE: 'true',
    }
    const pages = startProduct(['serve', '--roles', 'none', '--json', '--opml', join(folder, 'feeds.opml')], settings)
    await pages.says(/"url"/)
    const roles = dialect === 'sqlite' ? ['fetch,analyze', 'story,tell'] : ['fetch', 'analyze', 'analyze', 'story,tell']
    const workers = roles.map((role) => startProduct(['worker', '--roles', role, '--json'], settings))
    try {
      const store = await database.open(dialect === 'postgres' ? { schema: 'twosource' } : {})
      await untilTold(store)
      await store.jobs.enqueue([{ kind: 'tidy', key: 'window', runAt: new Date().toISOString() }])
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
      await stopAll([pages, ...workers])
    } finally {
      for (const { child } of [pages, ...workers]) child.kill('SIGKILL')
      await database.remove()
    }
  })

test('a worker says what it does, refuses what is no role, and makes no database of its own', async () => {
  const [wrong, idle, lost, set] = await Promise.all([
    runProduct(['worker', '--roles', 'fetch,anaylze'], { TWOSOURCE_DATA: folder }),
    runProduct(['worker', '--roles', 'none'], { TWOSOURCE_DATA: join(folder, 'nowhere') }),
    runProduct(['worker'], { TWOSOURCE_DATA: join(folder, 'nowhere') }),
    runProduct(['doctor'], { TWOSOURCE_DATA: folder, TWOSOURCE_ROLES: 'everything' }),
  ])
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /--roles fetch,anaylze: not fetch, analyze, story, tell/)
  assert.notEqual(idle.code, 0)
  assert.equal(lost.code, 1)
  assert.match(lost.err, /^There is no .*TWOSOURCE_DATABASE/)
  assert.equal(set.code, 1)
  assert.match(set.err, /^TWOSOURCE_ROLES: not fetch, analyze, story, tell/)
})
