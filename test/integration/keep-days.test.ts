import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { daysKept, keepDays } from '../../src/pipeline/keep-days.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { DAY, keepStory } from './keeping-instance.ts'
import { at } from './store-fixtures.ts'

const limits = {
  pollMinutes: 60,
  inFlight: 1,
  feedBytes: 1,
  pageBytes: 1,
  fetchesPages: false,
  storyDays: 4,
} satisfies PipelineContext['limits']

test('no fewer days are kept than a story may need', () => {
  assert.equal(daysKept(180, 4), 180)
  assert.equal(daysKept(14, 30), 62)
})

for (const dialect of dialects)
  describe(`a pass of keeping on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    const logged: (readonly [string, unknown])[] = []
    const pass = (minutes: number, keepDaysOf?: number) =>
      keepDays({
        store,
        now: () => new Date(at(minutes)),
        limits: { ...limits, ...(keepDaysOf === undefined ? {} : { keepDays: keepDaysOf }) },
        log: (event, fields) => logged.push([event, fields]),
      })
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('removes nothing where the owner wants everything kept, however old it is', async () => {
      const story = await keepStory(store, 'forgood', 2, 0)
      await pass(5_000 * DAY)
      assert.equal((await store.stories.members(story.id)).length, 2)
      assert.deepEqual(logged, [])
      assert.equal(await store.retention.removedTotal(), undefined)
    })

    test('removes what is older, says how much in the log, and asks for the next pass', async () => {
      const young = await keepStory(store, 'young', 2, 4_990 * DAY)
      await pass(5_001 * DAY, 30)
      assert.equal((await store.stories.members(young.id)).length, 2)
      assert.deepEqual(
        logged.map(([event, fields]) => [event, { ...(fields as object), before: '' }]),
        [['aged-removed', { entries: 2, articles: 2, stories: 1, before: '', isDone: true }]],
      )
      const jobs = await store.jobs.claim('tidy', 10, 60_000, at(5_003 * DAY))
      assert.deepEqual(
        jobs.map(({ key }) => key),
        ['keep'],
      )
    })
  })
