import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { asId, type StoryId } from '../../src/core/ids.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, withEntries } from './store-fixtures.ts'
import { reason, storiesIn } from './store-story-fixture.ts'

for (const dialect of dialects)
  describe(`stories on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open({ refreshDelayMs: 3_000 })
    })
    after(() => database.remove())

    const { makeStory, refreshes, nextUrl } = storiesIn(() => store)
    const memberIds = async (id: StoryId) => (await store.stories.members(id)).map(({ article }) => article.id)

    test('new ids ascend with time', async () => {
      const first = store.stories.newId()
      await sleep(3)
      const second = store.stories.newId()
      assert.match(first, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      assert.ok(first < second)
    })

    test('members come with their reason, earliest first, and the story is to be refreshed once', async () => {
      await refreshes()
      const { id, all } = await makeStory(3)
      const members = await store.stories.members(id)
      assert.deepEqual(
        members.map(({ article }) => article.id).toSorted(),
        all.map(({ article }) => article.id).toSorted(),
      )
      assert.equal(members.filter((member) => member.reason).length, 2)
      assert.deepEqual(members.find((member) => member.reason)?.reason, reason)
      assert.equal(members[0]?.addedAt, at())
      assert.deepEqual(await refreshes(), [id])
      assert.equal((await store.stories.find(id))?.dossier, undefined)
      assert.equal((await store.entries.find('owner', all[0]!.entryIds[0]!))?.storyId, id)
    })

    test('a held article is in no story', async () => {
      const [entry] = await withEntries(store, [{ key: 'held' }], nextUrl())
      await refreshes()
      const one = ingested({ entry: entry!, text: 'Short.' })
      await store.articles.saveIngested([one])
      assert.equal((await store.articles.find(one.article.id))?.storyId, undefined)
      assert.deepEqual(await refreshes(), [])
    })

    test('a revision stays in its story, with its new document', async () => {
      const { id, all } = await makeStory(2)
      const [first] = all
      const revised: Ingested = {
        ...first!,
        document: { ...first!.document, id: asId(`${first!.document.id} 2`), text: 'Corrected.' },
        assignment: { kind: 'found' },
        storyId: store.stories.newId(),
        at: at(5),
      }
      await store.articles.saveIngested([revised])
      const members = await store.stories.members(id)
      assert.deepEqual(members.map(({ document }) => document.text).toSorted(), ['Corrected.', all[1]!.document.text])
      await store.articles.saveIngested([{ ...revised, assignment: { kind: 'hold', reason: 'incomplete' } }])
      const joined = { kind: 'join' as const, storyId: id, reason }
      await store.articles.saveIngested([{ ...revised, storyId: id, assignment: joined, at: at(6) }])
      const came = (await store.stories.members(id)).map(({ addedAt }) => addedAt)
      assert.deepEqual(came, [at(), at()], 'an edit does not make it come anew')
    })

    test('a dossier is kept with its story and read back', async () => {
      const { id, all } = await makeStory(2)
      const kept = dossier(id, all, 2)
      const row = {
        title: 'The bridge',
        language: 'en',
        section: 'world',
        firstAt: at(-30),
        lastAt: at(-20),
        changedAt: at(1),
        articleCount: 2,
        reportCount: 2,
      }
      await store.stories.saveDossier(id, kept, row)
      assert.deepEqual(await store.stories.find(id), { id, ...row, dossier: kept })
      const again = { ...kept, droppedCount: 3 }
      await store.stories.saveDossier(id, again, { ...row, changedAt: at(2) })
      assert.deepEqual((await store.stories.find(id))?.dossier, again)
      const source = await store.feeds.findSource('owner', all[0]!.article.sourceId)
      assert.equal(source?.ownShare, 0.625)
      assert.equal(source?.storyCount, 1)
      assert.equal(source?.articleCount, 2)
      // Both articles are of one outlet: nobody was first.
      assert.equal(source?.firstCount, 0)
    })

    test('stories of a period come weightiest first, by language, section and source', async () => {
      const day = (hour: number) => at(20 * 1440 + hour * 60)
      const save = async (
        title: string,
        reports: number,
        from: string,
        until: string,
        language = 'en',
        section = 'world',
      ) => {
        const { id, all } = await makeStory(1)
        await store.stories.saveDossier(id, dossier(id, all, reports), {
          title,
          language,
          section,
          firstAt: from,
          lastAt: until,
          changedAt: until,
          articleCount: reports,
          reportCount: reports,
        })
        return all[0]!.article.sourceId
      }
      await save('small', 1, day(1), day(2))
      const sourceId = await save('big', 5, day(0), day(1))
      await save('long-lived', 3, day(-48), day(30))
      await save('before', 9, day(-48), day(-24))
      await save('french', 4, day(1), day(1), 'fr', 'sport')
      const titles = async (filter: object, limit = 10) =>
        (await store.stories.list({ from: day(0), until: day(12), ...filter }, limit)).map((row) => row.title)
      assert.deepEqual(await titles({}), ['big', 'french', 'long-lived', 'small'])
      assert.deepEqual(await titles({}, 2), ['big', 'french'])
      assert.deepEqual(await titles({ language: 'fr' }), ['french'])
      assert.deepEqual(await titles({ section: 'world' }), ['big', 'long-lived', 'small'])
      assert.deepEqual(await titles({ sourceId }), ['big'])
      const days = await store.stories.days()
      assert.equal(days.find(({ day: one }) => one === day(1).slice(0, 10))?.storyCount, 3)
      assert.deepEqual(
        days.map(({ day: one }) => one),
        days
          .map(({ day: one }) => one)
          .toSorted()
          .reverse(),
      )
    })

    test('stories come with what relates them, also when their dossier has none, and anew when it changes', async () => {
      const time = (hour: number) => at(60 * 1440 + hour * 60)
      const period = { from: time(0), until: time(12) }
      const relation = { terms: [{ stem: 'bridg', word: 'bridge', weight: 2 }], copies: [], marks: ['n:47'] }
      const save = async (story: Awaited<ReturnType<typeof makeStory>>, title: string, more: object, reports: number) =>
        store.stories.saveDossier(
          story.id,
          { ...dossier(story.id, story.all, reports), ...more },
          {
            title,
            language: 'en',
            firstAt: time(1),
            lastAt: time(2),
            changedAt: time(2),
            articleCount: 2,
            reportCount: reports,
          },
        )
      const [one, two] = [await makeStory(2), await makeStory(1)]
      await save(one!, 'with', { relation, entities: [] }, 3)
      await save(two!, 'without', {}, 1)
      const rows = await store.stories.listRelated(period, 10)
      assert.deepEqual(
        rows.map(({ title }) => title),
        ['with', 'without'],
      )
      const [first, second] = rows.map((row) => row.dossier)
      assert.deepEqual([first?.storyId, first?.relation, first?.entities], [one!.id, relation, []])
      assert.deepEqual(
        first?.members.map(({ documentId }) => documentId),
        one!.all.map(({ document }) => document.id),
      )
      assert.equal(first?.headline.title, one!.all[0]!.document.title)
      assert.ok(second && !('relation' in second) && !('entities' in second))
      assert.equal((await store.stories.listRelated(period, 1)).length, 1)
      assert.deepEqual(await store.stories.listRelated({ from: time(20), until: time(30) }, 10), [])
      await save(one!, 'with', { relation: { ...relation, marks: [] } }, 3)
      assert.deepEqual((await store.stories.listRelated(period, 1))[0]?.dossier.relation?.marks, [])
    })

    test('a merged story leads to the one it went into, also after a second merge', async () => {
      const [a, b, c] = [await makeStory(1), await makeStory(2), await makeStory(1)]
      await refreshes()
      await store.stories.move(
        b!.all.map(({ document }) => ({ documentId: document.id, to: a!.id })),
        at(5),
      )
      assert.equal((await memberIds(a!.id)).length, 3)
      assert.equal((await store.stories.find(b!.id))?.id, a!.id)
      assert.deepEqual(await memberIds(b!.id), await memberIds(a!.id))
      assert.deepEqual(await refreshes(), [a!.id])
      const all = [...a!.all, ...b!.all]
      await store.stories.move(
        all.map(({ document }) => ({ documentId: document.id, to: c!.id })),
        at(6),
      )
      for (const id of [a!.id, b!.id]) assert.equal((await store.stories.find(id))?.id, c!.id)
      // A dossier that was under way for a merged story is not kept.
      await store.stories.saveDossier(b!.id, dossier(b!.id, b!.all), {
        title: 'late',
        language: 'en',
        firstAt: at(),
        lastAt: at(),
        changedAt: at(),
        articleCount: 1,
        reportCount: 1,
      })
      assert.equal((await store.stories.find(b!.id))?.dossier, undefined)
      // An article that joins a merged story joins its heir.
      const [entry] = await withEntries(store, [{ key: 'late' }], nextUrl())
      await store.articles.saveIngested([
        ingested({
          entry: entry!,
          text: 'Late.',
          more: { assignment: { kind: 'join', storyId: b!.id, reason }, storyId: b!.id },
        }),
      ])
      assert.equal((await memberIds(c!.id)).length, 5)
    })

    test('a split founds a story, and two stories can swap their articles', async () => {
      const { id, all } = await makeStory(3)
      await refreshes()
      const split = store.stories.newId()
      await store.stories.move([{ documentId: all[0]!.document.id, to: split }], at(5))
      assert.deepEqual(await memberIds(split), [all[0]!.article.id])
      assert.equal((await memberIds(id)).length, 2)
      assert.deepEqual(await refreshes(), [id, split].toSorted())
      await store.stories.move(
        [
          { documentId: all[0]!.document.id, to: id },
          { documentId: all[1]!.document.id, to: split },
          { documentId: all[2]!.document.id, to: split },
        ],
        at(6),
      )
      assert.deepEqual(await memberIds(id), [all[0]!.article.id])
      assert.equal((await memberIds(split)).length, 2)
      await store.stories.move([{ documentId: asId('not there'), to: id }], at(7))
    })

    test('the window is caught up from where one stopped, page by page, with vectors bit by bit', async () => {
      const { sequence: before } = await store.stories.windowAfter(['en'], 0, at(-100_000), 100_000)
      const { id, all } = await makeStory(3)
      const first = await store.stories.windowAfter(['en'], before, at(-1), 2)
      const second = await store.stories.windowAfter(['en'], first.sequence, at(-1), 2)
      const rows = [...first.rows, ...second.rows]
      assert.deepEqual(
        rows.map((row) => row.documentId),
        all.map(({ document }) => document.id),
      )
      assert.deepEqual([first.isLast, second.isLast], [false, true])
      assert.deepEqual(rows[0]?.features, all[0]!.vector.features)
      assert.deepEqual(rows[0]?.weights, all[0]!.vector.weights)
      assert.equal(rows[0]?.storyId, id)
      assert.equal(rows[0]?.at, at(-30))
      const { sequence } = second
      assert.deepEqual(await store.stories.windowAfter(['en'], sequence, at(-1), 2), {
        rows: [],
        sequence,
        isLast: true,
      })
      const older = await store.stories.windowAfter(['en'], before, at(1), 3)
      assert.deepEqual(older, { rows: [], sequence, isLast: false }, 'What is too old is passed over')
    })

    test('the window knows the pages that run along with events', async () => {
      const { sequence: before } = await store.stories.windowAfter(['en'], 0, at(-100_000), 100_000)
      const entries = await withEntries(store, [{ key: 'page' }, { key: 'live' }], nextUrl())
      const [page, live] = entries.map((entry) =>
        ingested({ entry, text: `Text ${entry.id}.`, title: '"kind":"live"' }),
      )
      await store.articles.saveIngested([page!, { ...live!, article: { ...live!.article, kind: 'live' } }])
      const { rows } = await store.stories.windowAfter(['en'], before, at(-1), 10)
      assert.deepEqual(
        rows.map(({ isRunning }) => isRunning),
        [undefined, true],
      )
    })

    test('one at a time holds a lane, across two openings of the store', async () => {
      const other = await database.open()
      let holders = 0
      let most = 0
      const work = (from: Store) =>
        from.stories.exclusive('only', async () => {
          most = Math.max(most, ++holders)
          await sleep(2)
          holders--
        })
      await Promise.all([store, other, store, other, store, other].map(work))
      assert.equal(most, 1)
      const both = await Promise.all([
        store.stories.exclusive('one', async () => 1),
        other.stories.exclusive('two', async () => 2),
      ])
      assert.deepEqual(both, [1, 2])
    })

    test('a lane is free again after its work threw, and is not nested', async () => {
      await assert.rejects(
        store.stories.exclusive('only', async () => assert.fail('on purpose')),
        /on purpose/,
      )
      assert.equal(await store.stories.exclusive('only', async () => 'free'), 'free')
      const nested = store.stories.exclusive('only', () => store.stories.exclusive('only', async () => 1))
      await assert.rejects(nested, /do not nest/)
    })

    if (dialect === 'sqlite')
      test('a lane that a dead process of this machine left is free at once', async () => {
        await store.stories.exclusive('left', async () => {})
        const dead = `${hostname()}/${spawnSync(process.execPath, ['--version']).pid}/life/1`
        await database.execute(`update lane set holder = '${dead}', expires_ms = 9e15 where name = 'left'`)
        assert.equal(await store.stories.exclusive('left', async () => 'free'), 'free')
      })

    test('writes within a lane are refused once somebody else took it', async () => {
      const [entry] = await withEntries(store, [{ key: 'fenced' }], nextUrl())
      const late = store.stories.exclusive('only', async () => {
        await stealLane(database, 'only')
        await store.articles.saveIngested([ingested({ entry: entry!, text: 'Too late.' })])
      })
      await assert.rejects(late, { name: 'LaneLostError' })
      assert.equal((await store.entries.find('owner', entry!.id))?.articleId, undefined)
    })
  })

/** Takes a lane over as another process does when the lease ran out: by force, since no test waits so long. */
async function stealLane(database: TestDatabase, lane: string): Promise<void> {
  await database.execute(`update lane set holder = 'thief', fence = fence + 1, expires_ms = 0 where name = '${lane}'`)
}
