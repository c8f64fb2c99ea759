import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { StoryId } from '../../src/core/ids.ts'
import { keyedQueue } from '../../src/core/text/keyed-queue.ts'
import { jobRuns } from '../../src/pipeline/job-runs.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import type { ClusterLane } from '../../src/pipeline/stories/cluster-lane.ts'
import { refreshStory } from '../../src/pipeline/stories/refresh-story.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'
import { reason, storiesIn } from './store-story-fixture.ts'

for (const dialect of dialects)
  describe(`when stories are told on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open({ refreshDelayMs: 3_000 })
    })
    after(() => database.remove())

    const { makeStory, refreshes, nextUrl } = storiesIn(() => store)

    test('what comes to a large story is told later, and together', async () => {
      const { id, all } = await makeStory(1)
      const times = { firstAt: at(), lastAt: at(), changedAt: at() }
      const row = { title: 'The vote', language: 'en', articleCount: 1000, reportCount: 1, ...times }
      await store.stories.saveDossier(id, dossier(id, all, 1), row)
      await refreshes()
      const entries = await withEntries(store, [{ key: 'one' }, { key: 'more' }], nextUrl())
      for (const [index, entry] of entries.entries()) {
        const assignment = { kind: 'join' as const, storyId: id, reason }
        const one = ingested({ entry, text: `More ${index}.`, more: { assignment, storyId: id } })
        await store.articles.saveIngested([{ ...one, at: at(index / 10) }])
      }
      const claimed = async (minutes: number) => {
        const jobs = await store.jobs.claim('refresh-story', 10, 60_000, at(minutes))
        await store.jobs.complete(jobs)
        return jobs.map((job) => job.key)
      }
      assert.deepEqual(await claimed(1.6), [])
      assert.deepEqual(await claimed(1.7), [id])
      assert.deepEqual(await claimed(100), [])
      // What clustering mends comes to it as articles do.
      const other = await makeStory(1)
      await refreshes()
      await store.stories.move([{ documentId: other.all[0]!.document.id, to: id }], at(100))
      assert.deepEqual(await claimed(101.6), [])
      assert.deepEqual(await claimed(101.7), [id])
      // A person waits for it.
      const { articleId } = other.all[0]!.document
      const choice = await store.choices.choose({ kind: 'leave', from: id, articleIds: [articleId] }, at(200))
      assert.equal(choice.kind, 'done')
      assert.ok((await claimed(200)).includes(id))
    })

    test('a story that went into another is told with that one alone', async () => {
      const [into, gone] = [await makeStory(2), await makeStory(1)]
      await store.stories.move([{ documentId: gone!.all[0]!.document.id, to: into!.id }], at())
      const read: StoryId[] = []
      const members = (id: StoryId) => {
        read.push(id)
        return store.stories.members(id)
      }
      const stories = { ...store.stories, members }
      const context: Partial<PipelineContext> = {
        store: { ...store, stories },
        now: () => new Date(at()),
        log: () => {},
      }
      for (const id of await refreshes()) await refreshStory(context as PipelineContext, id)
      assert.ok(read.includes(into!.id))
      assert.ok(!read.includes(gone!.id))
    })

    test('of large stories one is told at a time, and small ones meanwhile', async () => {
      const [large, another, small] = [await makeStory(2), await makeStory(2), await makeStory(2)]
      const times = { firstAt: at(), lastAt: at(), changedAt: at() }
      const row = { title: 'The vote', language: 'en', articleCount: 1000, reportCount: 1, ...times }
      for (const { id, all } of [large!, another!]) await store.stories.saveDossier(id, dossier(id, all, 1), row)
      const order: StoryId[] = []
      const smallIsTold = Promise.withResolvers<void>()
      const stories: Store['stories'] = {
        ...store.stories,
        members: async (id) => {
          order.push(id)
          if (id !== small!.id) await smallIsTold.promise
          return store.stories.members(id)
        },
        saveDossier: async (id, ...told) => {
          order.push(id)
          await store.stories.saveDossier(id, ...told)
        },
      }
      const context: Partial<PipelineContext> = {
        store: { ...store, stories },
        now: () => new Date(at()),
        log: () => {},
      }
      const inTurn = keyedQueue()
      const tell = (id: StoryId) => refreshStory(context as PipelineContext, id, (work) => inTurn('large', work))
      const both = [tell(large!.id), tell(another!.id)]
      await tell(small!.id)
      smallIsTold.resolve()
      await Promise.all(both)
      const [first, firstSaved, second, secondSaved] = order.filter((id) => id !== small!.id)
      assert.notEqual(first, second)
      assert.deepEqual([firstSaved, secondSaved], [first, second], 'each is read and kept before the next is read')
    })

    test('the lease of a large story begins with its turn; one that ran out while it waited is left to who took it', async () => {
      const { id, all } = await makeStory(2)
      const times = { firstAt: at(), lastAt: at(), changedAt: at() }
      const row = { title: 'The vote', language: 'en', articleCount: 1000, reportCount: 1, ...times }
      await store.stories.saveDossier(id, dossier(id, all, 1), row)
      const claim = async (minutes: number) => {
        const jobs = await store.jobs.claim('refresh-story', 1_000, 60_000, at(minutes))
        return jobs.find(({ key }) => key === id)!
      }
      const told: StoryId[] = []
      const saveDossier: Store['stories']['saveDossier'] = async (story) => void told.push(story)
      const context: Partial<PipelineContext> = {
        store: { ...store, stories: { ...store.stories, saveDossier } },
        now: () => new Date(at(102)),
        log: () => {},
      }
      const { refresh } = jobRuns(context as PipelineContext, {} as ClusterLane, new AbortController().signal)
      const [lost, taken] = [await claim(100), await claim(102)]
      await refresh.run(lost)
      assert.deepEqual(told, [])
      await refresh.run(taken)
      assert.deepEqual(told, [id])
      assert.equal(await claim(104), undefined, 'three minutes from its turn on')
    })
  })
