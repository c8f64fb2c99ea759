import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type StoryId } from '../../src/core/ids.ts'
import { quantize } from '../../src/core/text-vector.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { find } from '../../src/operations/search/find.ts'
import { textEmbedder } from '../../src/pipeline/analysis/embed-texts.ts'
import { openMeaningIndex } from '../../src/pipeline/analysis/meaning-index.ts'
import type { PipelineContext } from '../../src/pipeline/pipeline-context.ts'
import type { Store } from '../../src/store/store.ts'
import { conceptVectors, openEmbeddingPort } from '../embedding-port.ts'
import { writing } from '../model-behaviours.ts'
import { type ModelServerUnderTest, startModelServer } from '../model-server.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

const model = 'words-8'
const topics = ['school', 'flood', 'strike', 'election'] as const
/** One text on the bridge, two on the ferry, and forty on other things. */
const texts = [
  'The viaduct is shut for repairs.',
  'A ferry ran late.',
  'The vessel stays in the harbor.',
  ...Array.from({ length: 40 }, (_, index) => `Notice ${'x'.repeat(index)} about the ${topics[index % 4]}.`),
]

for (const dialect of dialects)
  describe(`vectors of texts on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let server: ModelServerUnderTest
    let door: ReturnType<typeof openEmbeddingPort>
    const story = asId<StoryId>('00000000-0000-7000-8000-000000000001')
    const context = () =>
      ({ store, model: door.port, now: () => new Date(at()), log: () => {} }) as unknown as PipelineContext
    const embedAll = async () => {
      const step = textEmbedder(context())
      let steps = 0
      while (steps < 20 && (await step())) steps += 1
      return steps
    }

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      server = await startModelServer(writing.honest!)
      server.behaveVectors(conceptVectors)
      door = openEmbeddingPort(server)
      const entries = await withEntries(
        store,
        texts.map((text, index) => ({ key: `k${index}`, title: `Title ${index}`, text, publishedAt: at(-index) })),
      )
      await store.articles.saveIngested(
        entries.map((entry, index) =>
          ingested({
            entry,
            text: texts[index]!,
            ...(index < 2 ? { more: { assignment: { kind: 'found' }, storyId: story } as never } : {}),
          }),
        ),
      )
    })
    after(async () => {
      await server.close()
      await database.remove()
    })

    test('nothing is asked and nothing kept while it is switched off', async () => {
      door.choose('')
      assert.equal(await embedAll(), 0)
      assert.deepEqual([server.requests.length, await store.embeddings.count(model)], [0, 0])
      door.choose(model)
    })

    test('are made for all texts, in steps, each once', async () => {
      assert.equal(await embedAll(), Math.ceil(texts.length / 32))
      assert.equal(await store.embeddings.count(model), texts.length)
      const asked = server.requests.length
      assert.equal(await embedAll(), 0)
      assert.equal(server.requests.length, asked, 'what is there is not asked for again')
      assert.deepEqual(await store.embeddings.missing(model, at(-1_000), 10), [])
    })

    test('are made by one process at a time, each once, however many there are', async () => {
      await store.embeddings.dropOthers('none')
      const asked = server.requests.length
      const second = { ...context(), store: await database.open() }
      const steps = [textEmbedder(context()), textEmbedder(second)]
      let rounds = 0
      while (rounds < 20 && (await Promise.all(steps.map((step) => step()))).some(Boolean)) rounds += 1
      assert.equal(await store.embeddings.count(model), texts.length)
      const wanted = Math.ceil(texts.length / 32)
      assert.equal(server.requests.length - asked, wanted)
      // A process that is there keeps its turn for a moment, should there be more to do.
      await second.store.close()
    })

    test('rest after a failure, and go on later where they were', async () => {
      server.behaveVectors(() => [])
      door.choose('other')
      let now = Date.parse(at())
      const logged: string[] = []
      const step = textEmbedder({ ...context(), now: () => new Date(now), log: (event) => void logged.push(event) })
      assert.equal(await step(), false)
      const asked = server.requests.length
      server.behaveVectors(conceptVectors)
      assert.equal(await step(), false)
      assert.equal(server.requests.length, asked)
      now += 6 * 60_000
      assert.equal(await step(), true)
      assert.deepEqual(logged, ['embeddings-dropped', 'embeddings-rest'])
      assert.deepEqual([await store.embeddings.count(model), await store.embeddings.count('other')], [0, 32])
      door.choose(model)
      await embedAll()
      assert.deepEqual(
        [await store.embeddings.count(model), await store.embeddings.count('other')],
        [texts.length, 0],
        'what another model made goes: two are never mixed',
      )
    })

    test('of a story are those of its articles', async () => {
      const found = await store.embeddings.ofStories(model, [story], 1)
      assert.deepEqual([...found.keys()], [story])
      assert.equal(found.get(story)!.length, 1)
      assert.equal((await store.embeddings.ofStories(model, [story], 9)).get(story)!.length, 2)
      assert.equal((await store.embeddings.ofStories('other', [story], 9)).size, 0)
    })

    test('find what is near, read on with what is new, and hold no more than so many', async () => {
      const [bridge] = conceptVectors(['bridge'])
      const index = openMeaningIndex(store.embeddings)
      const [first, second] = await index.near(model, quantize(bridge!), 2)
      const [viaduct] = (await store.search.entries('viaduct', {}, 9)).rows
      assert.equal(first!.articleId, viaduct!.articleId)
      assert.ok(first!.standsOut > 4 && first!.likeness > second!.likeness + 0.3)
      assert.deepEqual(await index.near('other', quantize(bridge!), 2), [])
      const small = openMeaningIndex(store.embeddings, 7)
      assert.equal((await small.near(model, quantize(bridge!), 100)).length, 7)
    })

    test('bring into a search what is close in meaning, apart and marked, and nothing when off', async () => {
      const operations = (): OperationContext =>
        ({
          ...context(),
          reader: { id: 'owner', name: 'Owner', role: 'owner' },
          meanings: openMeaningIndex(store.embeddings),
        }) as unknown as OperationContext
      const search = (query: string) => find.run(operations(), find.input.parse({ query }))
      const bridge = await search('bridge')
      assert.equal(bridge.counts.articles.count, 0)
      assert.deepEqual(
        [bridge.alsoClose?.model, bridge.alsoClose?.articles.map(({ title }) => title)],
        [model, ['Title 0']],
      )
      const ferry = await search('ferry')
      assert.deepEqual(
        ferry.alsoClose?.articles.map(({ title }) => title),
        ['Title 2'],
        'what its words found is not told twice',
      )
      assert.equal((await search('bridge lang:fr')).alsoClose, undefined)
      server.behaveVectors(() => [])
      assert.equal((await search('a pont')).alsoClose, undefined, 'a model that fails leaves the search as it is')
      server.behaveVectors(conceptVectors)
      door.choose('')
      const { alsoClose, ...off } = await search('ferry')
      const { alsoClose: _, ...on } = ferry
      assert.equal(alsoClose, undefined)
      assert.deepEqual(off, on)
      door.choose(model)
    })
  })
