import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, beforeEach, describe, test } from 'node:test'
import { BroadcastChannel } from 'node:worker_threads'
import type { DocumentId, StoryId } from '../../src/core/ids.ts'
import { createAnalysisPool } from '../../src/pipeline/analysis/analysis-pool.ts'
import { importArticles } from '../../src/pipeline/imports/import-articles.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import { type ClusterLane, createClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import type { RepairThreadOptions } from '../../src/pipeline/stories/repair-thread.ts'
import { tidy } from '../../src/pipeline/tidy.ts'
import type { Store } from '../../src/store/store.ts'
import { client } from '../http-client.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const now = new Date('2026-03-10T12:00:00Z')
const patient: RepairThreadOptions = { deadlineMs: 60_000 }
const waiting = new URL('./waiting-repair-worker.ts', import.meta.url)
const dying = new URL(
  'data:text/javascript,import%20%7BparentPort%7D%20from%20%22node:worker_threads%22%3BparentPort.on(%22message%22%2C()%3D%3E%7Bthrow%20new%20Error(%22Out%20of%20breath%22)%7D)',
)

const bridge =
  'Engineers closed the harbour bridge of Port Alder after divers found cracks in two piers. Mayor Ada Lindqvist said ferries would carry shopkeepers and pupils across until the piers are mended.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. The union of Petra Novak wants rest between late and early carriages, and the company went to court over the depot.'
const asides = [
  'At the market hall a baker counted her lost customers and wrote a sign for the window.',
  'An old timetable hangs in the waiting room, and somebody has drawn a heron on it.',
  'The council sits again on Thursday, when the price of the work is to be read aloud.',
  'Two brothers who row for a club offered to take over those who miss the last boat.',
]

for (const dialect of dialects)
  describe(`repair of the window in a thread on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const pool = createAnalysisPool({ threads: 1, deadlineMs: 60_000 })
    const http = client({})
    let database: TestDatabase
    let store: Store
    let context: PipelineContext
    let logged: string[] = []

    before(async () => {
      database = await makeDatabase(dialect)
    })
    beforeEach(async () => {
      await database.remove()
      database = await makeDatabase(dialect)
      store = await database.open()
      logged = []
      context = {
        store,
        http,
        pool,
        log: (event) => logged.push(event),
        now: () => now,
        limits: {
          pollMinutes: 60,
          inFlight: 8,
          feedBytes: 1_000_000,
          pageBytes: 1_000_000,
          fetchesPages: false,
          storyDays: 4,
        },
      }
    })
    after(async () => {
      await database.remove()
      await pool.close()
      http.close()
    })

    async function takeIn(lane: ClusterLane, names: readonly string[]) {
      const articles = names.map((name, i) => ({
        outlet: `Outlet ${name}`,
        title: name.startsWith('bridge') ? `Harbour bridge closed, ${name}` : `Tram strike goes on, ${name}`,
        url: `https://${name}.example/news`,
        publishedAt: `2026-03-10T0${i % 10}:30:00Z`,
        body: {
          kind: 'text' as const,
          text: `${name.startsWith('bridge') ? bridge : tram}\n${asides[i % asides.length]}`,
        },
      }))
      await importArticles(context, lane, articles, { at: now.toISOString() })
    }
    const find = async (name: string) => (await store.articles.findByUrl(`https://${name}.example/news`))!
    const storyOf = async (name: string) => (await find(name)).storyId as StoryId
    const documentOf = async (name: string): Promise<DocumentId> => (await find(name)).document.id
    /** Four articles on the bridge of which one was taken out, as a decision made too early would have it, and one on trams. */
    async function scatter(lane: ClusterLane) {
      await takeIn(lane, ['bridge1', 'bridge2', 'bridge3', 'bridge4', 'tram1'])
      const away = store.stories.newId()
      await store.stories.move([{ documentId: await documentOf('bridge4'), to: away }], now.toISOString())
      return { home: await storyOf('bridge1'), away }
    }

    test('what belongs together comes together, and the thread is gone afterwards', async () => {
      const lane = createClusterLane(context, patient)
      const { home, away } = await scatter(lane)
      assert.notEqual(home, away)
      assert.equal(await lane.repair(), 1)
      assert.equal(await storyOf('bridge4'), home)
      assert.notEqual(await storyOf('tram1'), home)
      assert.equal(await lane.repair(), 0, 'Nothing has come since')
      assert.deepEqual(logged, [])
    })

    test('two asked for at once run one after the other', async () => {
      const lane = createClusterLane(context, patient)
      await scatter(lane)
      assert.deepEqual(await Promise.all([lane.repair(), lane.repair()]), [1, 0])
    })

    test('a thread that dies is logged; articles come in as before, and the next repair does its work', async () => {
      const thread = { ...patient, program: dying as URL | undefined } as RepairThreadOptions & { program?: URL }
      const lane = createClusterLane(context, thread)
      const { home, away } = await scatter(lane)
      await tidy(context, lane)
      assert.deepEqual(logged, ['repair-failed'])
      assert.equal(await storyOf('bridge4'), away, 'It stays where it was')
      await takeIn(lane, ['tram2'])
      assert.equal(await storyOf('tram2'), await storyOf('tram1'))
      delete thread.program
      await tidy(context, lane)
      assert.equal(await storyOf('bridge4'), home)
      assert.equal((await store.check()).counts.articles, 6)
    })

    test('a thread that takes too long is ended, and that is logged', async () => {
      const lane = createClusterLane(context, { deadlineMs: 1, program: waiting })
      await scatter(lane)
      assert.equal(await lane.repair(), 0)
      assert.deepEqual(logged, ['repair-failed'])
    })

    /** Starts a repair, changes what stands while its thread is at work, and lets it finish. */
    async function during(lane: ClusterLane, change: () => Promise<void>): Promise<number> {
      const channel = new BroadcastChannel('repair')
      const asked = new Promise((settle) => {
        channel.onmessage = settle
      })
      const repaired = lane.repair()
      await asked
      await change()
      channel.postMessage('go')
      const moved = await repaired
      channel.close()
      return moved
    }

    test('articles come in while the thread is at work', async () => {
      const lane = createClusterLane(context, { ...patient, program: waiting })
      const { home } = await scatter(lane)
      const moved = await during(lane, () => takeIn(lane, ['tram2']))
      assert.equal(moved, 1)
      assert.equal(await storyOf('bridge4'), home)
      assert.equal(await storyOf('tram2'), await storyOf('tram1'))
    })

    test('a document that has moved meanwhile stays where it went', async () => {
      const lane = createClusterLane(context, { ...patient, program: waiting })
      await scatter(lane)
      const elsewhere = store.stories.newId()
      const moved = await during(lane, async () =>
        store.stories.move([{ documentId: await documentOf('bridge4'), to: elsewhere }], now.toISOString()),
      )
      assert.equal(moved, 0)
      assert.equal(await storyOf('bridge4'), elsewhere)
    })

    test('a story that a reader touched meanwhile keeps what it has', async () => {
      const lane = createClusterLane(context, { ...patient, program: waiting })
      const { home, away } = await scatter(lane)
      const articleId = (await find('tram1')).article.id
      const tramStory = await storyOf('tram1')
      const moved = await during(lane, async () => {
        await store.choices.choose(
          { kind: 'split', from: tramStory, articleIds: [articleId], to: away },
          now.toISOString(),
        )
      })
      assert.equal(moved, 0)
      assert.equal(await storyOf('bridge4'), away)
      assert.equal(await storyOf('bridge1'), home)
    })

    test('nothing goes into a story that was merged away meanwhile', async () => {
      const lane = createClusterLane(context, { ...patient, program: waiting })
      const { home, away } = await scatter(lane)
      const tramStory = await storyOf('tram1')
      const moved = await during(lane, async () => {
        await store.choices.choose({ kind: 'merge', from: home, to: tramStory }, now.toISOString())
      })
      assert.equal(moved, 0)
      assert.equal(await storyOf('bridge1'), tramStory)
      assert.equal(await storyOf('bridge4'), away)
    })

    test('a lane that is told to stop ends its thread and moves nothing more', async () => {
      const lane = createClusterLane(context, { ...patient, program: waiting })
      const { away } = await scatter(lane)
      const channel = new BroadcastChannel('repair')
      const asked = once(channel as unknown as EventTarget, 'message')
      const repaired = lane.repair()
      await asked
      await lane.stop()
      channel.close()
      assert.equal(await repaired, 0)
      assert.equal(await lane.repair(), 0)
      assert.equal(await storyOf('bridge4'), away)
      assert.deepEqual(logged, [])
    })

    test('after a start the window is read from the store, in several pages, and is the same window', async () => {
      const names = Array.from({ length: 104 }, (_, i) => (i % 2 === 0 ? `bridge${i}` : `tram${i}`))
      await takeIn(createClusterLane(context, patient), names)
      await takeIn(createClusterLane(context, patient), ['bridge104', 'tram105'])
      assert.equal(await storyOf('bridge104'), await storyOf('bridge0'))
      assert.equal(await storyOf('tram105'), await storyOf('tram1'))
      assert.notEqual(await storyOf('tram105'), await storyOf('bridge104'))
    })
  })
