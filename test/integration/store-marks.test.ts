import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ArticleId, asId, type DocumentId, type MuteId, type NoteId } from '../../src/core/ids.ts'
import type { Follow, Mute, Note } from '../../src/core/marks.ts'
import { selectText } from '../../src/core/text/text-quote.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

const text = 'The tram stands still. ‏قالت العمدة إن الجسر آمن.‏ “\u{1f309} naïve”'

for (const dialect of dialects)
  describe(`what belongs to the reader on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let readers = 0
    let count = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const newReader = () => `reader-${++readers}`
    const follow = (target: string, minute = 0, kind: Follow['kind'] = 'entity'): Follow => ({
      kind,
      target,
      label: `Label of ${target}`,
      at: at(minute),
    })
    const mute = (target: string, more: Partial<Mute> = {}): Mute => ({
      id: asId<MuteId>(`${target}-${++count}`),
      kind: 'word',
      target,
      label: target,
      at: at(),
      ...more,
    })
    const note = (id: string, minute = 0, more: Partial<Note> = {}): Note => ({
      id: asId<NoteId>(id),
      articleId: asId<ArticleId>('article-1'),
      documentId: asId<DocumentId>('document-1'),
      selector: selectText(text, { start: 4, end: 22 }),
      body: 'Ask the depot.\nثم اسأل العمدة \u{1f309}',
      at: at(minute),
      changedAt: at(minute),
      ...more,
    })
    async function makeStory(): Promise<Ingested> {
      const [entry] = await withEntries(store, [{ key: `k${++count}` }], `https://m${count}.example/`)
      const more = { assignment: { kind: 'found' } as const, storyId: store.stories.newId() }
      const one = ingested({ entry: entry!, text: `${text} ${count}`, more })
      await store.articles.saveIngested([one])
      return one
    }
    const merge = (from: Ingested, into: Ingested) =>
      store.stories.move([{ documentId: from.document.id, to: into.storyId! }], at(5))

    test('what is followed comes back the latest first, and following again changes nothing', async () => {
      const reader = newReader()
      await store.follows.add(reader, [follow('person:anna-berg', 1), follow('person:carl-lund', 2)])
      await store.follows.add(reader, [{ ...follow('person:anna-berg', 9), label: 'Another' }])
      assert.deepEqual(await store.follows.list(reader), [follow('person:carl-lund', 2), follow('person:anna-berg', 1)])
      assert.deepEqual(await store.follows.list(newReader()), [], 'another reader follows nothing')
      assert.deepEqual(await store.follows.remove(reader, 'entity', 'person:anna-berg'), follow('person:anna-berg', 1))
      assert.equal(await store.follows.remove(reader, 'entity', 'person:anna-berg'), undefined)
      assert.equal(await store.follows.remove(reader, 'topic', 'person:carl-lund'), undefined)
      assert.equal((await store.follows.list(reader)).length, 1)
    })

    test('a mark on a story that went into another is one on that other', async () => {
      const reader = newReader()
      const [old, other] = [await makeStory(), await makeStory()]
      await store.follows.add(reader, [follow(old.storyId!, 1, 'story'), follow(other.storyId!, 2, 'story')])
      await store.saves.add(reader, [{ kind: 'story', target: old.storyId!, title: 'Old', at: at(1) }])
      await store.mutes.add(reader, [mute(old.storyId!, { kind: 'story' })])
      await store.visits.touch(reader, 'story', old.storyId!, at(1))
      await merge(old, other)
      assert.deepEqual(
        (await store.follows.list(reader)).map(({ target }) => target),
        [other.storyId],
      )
      assert.equal(await store.saves.has(reader, 'story', other.storyId!), true)
      assert.equal((await store.saves.list(reader))[0]?.target, other.storyId)
      assert.equal((await store.mutes.list(reader, at(9)))[0]?.target, other.storyId)
      assert.equal(await store.visits.lastBefore(reader, 'story', other.storyId!, at(500)), at(1))
      assert.equal((await store.follows.remove(reader, 'story', other.storyId!))?.at, at(1), 'both are gone')
      assert.deepEqual(await store.follows.list(reader), [])
      assert.equal((await store.saves.remove(reader, 'story', other.storyId!))?.title, 'Old')
      assert.ok(await store.mutes.removeFrom(reader, 'story', other.storyId!))
      assert.deepEqual([await store.saves.list(reader), await store.mutes.list(reader, at(9))], [[], []])
    })

    test('a mute ends by itself, and a new one on the same thing takes its place', async () => {
      const reader = newReader()
      const short = mute('football', { until: at(10) })
      await store.mutes.add(reader, [short, mute('golf', { at: at(-1) })])
      assert.deepEqual((await store.mutes.list(reader, at(9)))[0], short)
      assert.deepEqual(
        (await store.mutes.list(reader, at(10))).map(({ target }) => target),
        ['golf'],
      )
      await store.mutes.add(reader, [mute('football', { at: at(11) })])
      const [longer] = await store.mutes.list(reader, at(999_999))
      assert.deepEqual([longer?.target, longer?.until, longer?.id], ['football', undefined, short.id])
      assert.equal(await store.mutes.remove(newReader(), short.id), undefined, 'not another reader’s')
      assert.equal((await store.mutes.remove(reader, short.id))?.label, 'football')
      assert.equal(await store.mutes.remove(reader, short.id), undefined)
    })

    test('what is saved keeps its first time and its title', async () => {
      const reader = newReader()
      const saved = { kind: 'article', target: 'article-9', title: 'العنوان', at: at(1) } as const
      await store.saves.add(reader, [saved, { ...saved, target: 'article-10', at: at(2) }])
      await store.saves.add(reader, [{ ...saved, title: 'Later', at: at(3) }])
      assert.deepEqual((await store.saves.list(reader))[1], saved)
      assert.equal(await store.saves.has(reader, 'article', 'article-9'), true)
      assert.equal(await store.saves.has(reader, 'story', 'article-9'), false)
      assert.deepEqual(await store.saves.remove(reader, 'article', 'article-9'), saved)
      assert.equal(await store.saves.remove(reader, 'article', 'article-9'), undefined)
    })

    test('a note comes back letter by letter; a later change stays, an earlier one does not', async () => {
      const reader = newReader()
      const one = note(`one-${dialect}`)
      await store.notes.save(reader, [one])
      assert.deepEqual(await store.notes.find(reader, one.id), one)
      assert.deepEqual(await store.notes.listOf(reader, one.articleId), [one])
      assert.equal(await store.notes.find(newReader(), one.id), undefined)
      await store.notes.save(reader, [{ ...one, body: 'Later', changedAt: at(5) }])
      await store.notes.save(reader, [{ ...one, body: 'Earlier', changedAt: at(4) }])
      await store.notes.save(newReader(), [{ ...one, body: 'Somebody else', changedAt: at(9) }])
      assert.equal((await store.notes.find(reader, one.id))?.body, 'Later')
      assert.equal((await store.notes.remove(reader, one.id))?.body, 'Later')
      assert.equal(await store.notes.remove(reader, one.id), undefined)
    })

    test('notes are listed in pages, the latest first', async () => {
      const reader = newReader()
      await store.notes.save(
        reader,
        [1, 2, 3, 3].map((minute, index) => note(`${reader}-${index}`, minute)),
      )
      const ids: string[] = []
      for (let page = await store.notes.list(reader, 3); ; page = await store.notes.list(reader, 3, page.next)) {
        ids.push(...page.rows.map(({ id }) => id.slice(reader.length + 1)))
        if (page.next === undefined) break
      }
      assert.deepEqual(ids, ['3', '2', '1', '0'])
      assert.deepEqual(await store.notes.list(reader, 3, 'nonsense'), await store.notes.list(reader, 3))
    })

    test('a visit within half an hour of the last is the same visit', async () => {
      const reader = newReader()
      const touch = (minute: number) => store.visits.touch(reader, 'page', 'today', at(minute))
      assert.equal(await store.visits.lastBefore(reader, 'page', 'today', at(0)), undefined)
      assert.equal(await touch(0), undefined)
      assert.equal(await touch(20), undefined, 'still the first visit')
      assert.equal(await touch(45), undefined)
      assert.equal(await store.visits.lastBefore(reader, 'page', 'today', at(600)), at(45))
      assert.equal(await touch(600), at(45))
      assert.equal(await touch(610), at(45), 'the same visit sees the same news')
      assert.equal(await store.visits.lastBefore(reader, 'page', 'today', at(611)), at(45))
      assert.equal(await touch(700), at(610))
    })

    test('looking again within a minute writes nothing, and hides nothing that came meanwhile', async () => {
      const reader = newReader()
      const touch = (minute: number) => store.visits.touch(reader, 'page', 'today', at(minute))
      const noted = async () => (await store.visits.list(reader, ['page'], 9)).rows[0]?.at
      await touch(0)
      await touch(100)
      assert.equal(await touch(100.5), at(0), 'the visit before ended where it did')
      assert.equal(await noted(), at(100))
      assert.equal(await touch(101), at(0))
      assert.equal(await noted(), at(101))
      assert.equal(await touch(100.9), at(0), 'a clock that went back')
      assert.equal(await noted(), at(101), 'the later one stays')
    })

    test('visits are listed in pages and forgotten when asked', async () => {
      const reader = newReader()
      for (const [index, kind] of (['story', 'article', 'story', 'page'] as const).entries())
        await store.visits.touch(reader, kind, `${kind}-${index}`, at(index))
      const first = await store.visits.list(reader, ['story', 'article'], 2)
      assert.deepEqual(
        first.rows.map(({ target }) => target),
        ['story-2', 'article-1'],
      )
      const second = await store.visits.list(reader, ['story', 'article'], 2, first.next)
      assert.deepEqual(second, { rows: [{ kind: 'story', target: 'story-0', at: at(0) }] })
      assert.equal(await store.visits.clear(reader, ['story'], 'story-0'), 1)
      assert.equal(await store.visits.clear(reader, ['story', 'article']), 2)
      assert.equal((await store.visits.list(reader, ['page', 'story'], 9)).rows.length, 1)
      await store.visits.add(reader, [{ kind: 'page', target: 'page-3', at: at(-9) }])
      assert.equal((await store.visits.list(reader, ['page'], 9)).rows[0]?.at, at(3), 'the later one stays')
    })
  })
