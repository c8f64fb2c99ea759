import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import { importArticles } from '../../src/pipeline/imports/import-articles.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import type { Store } from '../../src/store/store.ts'
import { client } from '../http-client.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const now = new Date('2026-03-10T12:00:00Z')
const texts = {
  en: 'Engineers closed the harbour bridge of Port Alder after divers found cracks in two piers. Mayor Ada Lindqvist said ferries would carry shopkeepers and pupils across until the piers are mended.',
  fr: 'Les ingénieurs ont fermé le pont du port de Port Alder après que des plongeurs ont trouvé des fissures dans deux piles. La maire Ada Lindqvist a dit que des bacs porteraient les commerçants et les élèves.',
}
const asides = ['A baker counted her customers.', 'An old timetable hangs there.', 'Two brothers row for a club.']

for (const dialect of dialects)
  describe(`windows of lanes in several processes on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 })
    const http = client({})
    let database: TestDatabase
    let one: PipelineContext
    let other: PipelineContext
    before(async () => {
      database = await makeDatabase(dialect)
    })
    beforeEach(async () => {
      await database.remove()
      database = await makeDatabase(dialect)
      one = contextOver(await database.open())
      other = contextOver(await database.open())
    })
    after(async () => {
      await database.remove()
      await pool.close()
      http.close()
    })

    function contextOver(store: Store): PipelineContext {
      const limits = { pollMinutes: 60, inFlight: 8, feedBytes: 1e6, pageBytes: 1e6, fetchesPages: false, storyDays: 4 }
      return { store, http, pool, log: () => {}, now: () => now, limits }
    }
    const urlOf = (name: string) => `https://${name}.example/news`
    const articleOf = (language: 'en' | 'fr', name: string, i: number) => ({
      outlet: `Outlet ${name}`,
      title: language === 'en' ? `Harbour bridge closed, ${name}` : `Le pont du port est fermé, ${name}`,
      url: urlOf(name),
      publishedAt: `2026-03-10T0${i % 10}:30:00Z`,
      body: { kind: 'text' as const, text: `${texts[language]}\n${asides[i % asides.length]}` },
    })
    const find = async (name: string) => (await one.store.articles.findByUrl(urlOf(name)))!
    const storyOf = async (name: string) => (await find(name)).storyId!
    const at = { at: now.toISOString() }

    test('what either settles the other sees, in each language by itself', async () => {
      const lanes = [one, other].map((context) => ({ context, lane: createClusterLane(context) }))
      for (let i = 0; i < 6; i++)
        await Promise.all(
          (['en', 'fr'] as const).map((language, k) => {
            const { context, lane } = lanes[(i + k) % 2]!
            return importArticles(context, lane, [articleOf(language, `${language}${i}`, i)], at)
          }),
        )
      for (const language of ['en', 'fr'])
        for (let i = 1; i < 6; i++) assert.equal(await storyOf(`${language}${i}`), await storyOf(`${language}0`))
      assert.notEqual(await storyOf('en0'), await storyOf('fr0'))
    })

    test('what one settled another looks over, once, from where it was left', async () => {
      const articles = [0, 1, 2, 3].map((i) => articleOf('en', `en${i}`, i))
      await importArticles(one, createClusterLane(one), articles, at)
      const away = one.store.stories.newId()
      await one.store.stories.move([{ documentId: (await find('en3')).document.id, to: away }], now.toISOString())
      assert.equal(await createClusterLane(other).repair(), 1)
      assert.equal(await storyOf('en3'), await storyOf('en0'))
      const marks = await one.store.stories.repairMarks()
      assert.ok((marks.get('en') ?? 0) > 0)
      await one.store.stories.move([{ documentId: (await find('en3')).document.id, to: away }], now.toISOString())
      assert.equal(await createClusterLane(one).repair(), 0, 'Nothing has come since')
    })

    test('an article that is written anew in another language stays where it is, and is one', async () => {
      const lane = createClusterLane(one)
      await importArticles(one, lane, [articleOf('en', 'en0', 0), articleOf('en', 'en1', 1)], at)
      const before = await storyOf('en1')
      await importArticles(one, lane, [{ ...articleOf('fr', 'en1', 1) }], at)
      const { document, storyId } = await find('en1')
      assert.equal(document.language, 'fr')
      assert.equal(storyId, before)
      await importArticles(other, createClusterLane(other), [articleOf('en', 'en2', 2)], at)
      assert.equal(await storyOf('en2'), before)
      assert.equal((await one.store.check()).counts.articles, 3)
    })

    test('who arranges a story waits for all of its languages', async () => {
      const lane = createClusterLane(one)
      await importArticles(one, lane, [articleOf('en', 'en0', 0), articleOf('fr', 'fr0', 1)], at)
      const [from, to] = [await storyOf('en0'), await storyOf('fr0')]
      const order: string[] = []
      const held = Promise.withResolvers<void>()
      const holding = other.store.stories.exclusive('cluster:fr', async () => {
        held.resolve()
        await sleep(300)
        order.push('released')
      })
      await held.promise
      const chosen = one.store.choices.choose({ kind: 'merge', from, to }, now.toISOString())
      await Promise.all([holding, chosen.then(() => order.push('chosen'))])
      assert.deepEqual(order, ['released', 'chosen'])
      assert.equal((await chosen).kind, 'done')
      assert.equal(await storyOf('en0'), to)
    })
  })
