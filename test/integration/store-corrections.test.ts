import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Correction, Verdict } from '../../src/core/correction.ts'
import { type ArticleId, asId, type CorrectionId } from '../../src/core/ids.ts'
import { selectText } from '../../src/core/text/text-quote.ts'
import type { Ingested, Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { backTo } from './earlier-release.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

const said = 'The zephyrine bridge holds'
const berg = { id: asId<never>('person:anna-berg'), kind: 'person', name: 'Anna Berg' } as const
const byBerg: Verdict = { kind: 'speaker', speaker: berg }

for (const dialect of dialects)
  describe(`corrections on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let count = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open({ refreshDelayMs: 3_000 })
    })
    after(() => database.remove())

    async function makeArticle(isInStory = true): Promise<Ingested> {
      const [entry] = await withEntries(store, [{ key: `k${++count}` }], `https://c${count}.example/`)
      const storyId = store.stories.newId()
      const one = ingested({
        entry: entry!,
        text: `“${said} ${count},” she said. “\u{1f309} naïve”`,
        quotes: [{ said: `${said} ${count},`, speaker: 'Carl Lund' }],
        more: isInStory ? { assignment: { kind: 'found' }, storyId } : {},
      })
      await store.articles.saveIngested([one])
      return one
    }
    function correctionOf({ article, document }: Ingested, verdict: Verdict, minute = 0, more = {}): Correction {
      const start = document.text.indexOf(said)
      return {
        id: asId<CorrectionId>(`of ${article.id}`),
        articleId: article.id,
        documentId: document.id,
        selector: selectText(document.text, { start, end: start + said.length }),
        verdict,
        at: at(minute),
        ...more,
      }
    }
    const found = ({ document, annotations }: Ingested, name: string) => [
      { document, quotes: annotations.quotes!.items.map((quote) => ({ ...quote, speaker: { ...berg, name } })) },
    ]
    const speakers = async ({ article }: Ingested, speaker: string) =>
      (await store.entries.searchQuotes('', speaker, 50)).filter(({ articleId }) => articleId === article.id).length
    const refreshes = async () => {
      const jobs = await store.jobs.claim('refresh-story', 1_000, 60_000, at(1_000))
      await store.jobs.complete(jobs)
      return jobs.map(({ key }) => key)
    }

    test('one comes back as it was saved, whatever its words, and saving it again changes nothing', async () => {
      const one = await makeArticle()
      const whole = { ...correctionOf(one, byBerg, 0, { note: 'She says so on video. 北京' }) }
      const selector = selectText(one.document.text, {
        start: one.document.text.length - 9,
        end: one.document.text.length,
      })
      const given = { ...whole, selector }
      for (let i = 0; i < 2; i++) await store.corrections.save([given, given], [], at())
      assert.deepEqual(await store.corrections.listOf([one.article.id]), [given])
      assert.deepEqual(await store.corrections.find(given.id), given)
      assert.equal(await store.corrections.find(asId('none')), undefined)
      const bare = { ...given, id: asId<CorrectionId>('bare'), verdict: { kind: 'speaker' } as const, note: undefined }
      const { note: _note, ...withoutNote } = bare
      await store.corrections.save([withoutNote], [], at())
      assert.deepEqual(await store.corrections.find(bare.id), withoutNote)
    })

    test('a later one of the same id takes its place, an earlier one does not', async () => {
      const one = await makeArticle()
      await store.corrections.save([correctionOf(one, byBerg, 5)], [], at(5))
      await store.corrections.save([correctionOf(one, { kind: 'not-a-quote' }, 4)], [], at(6))
      assert.deepEqual((await store.corrections.listOf([one.article.id]))[0]?.verdict, byBerg)
      await store.corrections.save([correctionOf(one, { kind: 'not-a-quote' }, 7)], [], at(7))
      assert.deepEqual((await store.corrections.listOf([one.article.id]))[0]?.verdict, { kind: 'not-a-quote' })
    })

    test('saving and removing one has the story of its article told anew, a little later', async () => {
      const one = await makeArticle()
      const { storyId } = one
      await refreshes()
      await store.corrections.save([correctionOf(one, byBerg)], [], at())
      const job = (await store.jobs.list(100)).find(({ kind }) => kind === 'refresh-story')
      assert.deepEqual([job?.key, job?.runAt], [storyId, '2026-03-10T12:00:03.000Z'])
      assert.deepEqual(await refreshes(), [storyId])
      assert.equal(await store.corrections.remove(correctionOf(one, byBerg).id, [], at(1)), true)
      assert.deepEqual(await refreshes(), [storyId])
      assert.equal(await store.corrections.remove(correctionOf(one, byBerg).id, [], at(1)), false)
      assert.deepEqual(await refreshes(), [])
      assert.deepEqual(await store.corrections.listOf([one.article.id]), [])
    })

    test('search finds what is corrected, and again what was computed when it is taken back', async () => {
      const one = await makeArticle(false)
      assert.deepEqual([await speakers(one, 'Lund'), await speakers(one, 'Berg')], [1, 0])
      await store.corrections.save([correctionOf(one, byBerg)], found(one, 'Anna Berg'), at())
      assert.deepEqual([await speakers(one, 'Lund'), await speakers(one, 'Berg')], [0, 1])
      await store.corrections.remove(correctionOf(one, byBerg).id, found(one, 'Carl Lund'), at())
      assert.deepEqual([await speakers(one, 'Lund'), await speakers(one, 'Berg')], [1, 0])
    })

    test('one stays when its article is read again, and search keeps to it', async () => {
      const one = await makeArticle()
      const correction = correctionOf(one, byBerg)
      await store.corrections.save([correction], found(one, 'Anna Berg'), at())
      const document = { ...one.document, id: asId<never>(`${one.document.id} 2`), text: `${one.document.text} More.` }
      const [{ quotes }] = found(one, 'Anna Berg') as [ReturnType<typeof found>[number]]
      await store.articles.saveIngested([{ ...one, document, quotesToFind: quotes }])
      assert.deepEqual(await store.corrections.listOf([one.article.id]), [correction])
      assert.deepEqual([await speakers(one, 'Lund'), await speakers(one, 'Berg')], [0, 1])
      const stored = await store.articles.find(one.article.id)
      assert.equal(stored?.annotations.quotes?.items[0]?.speaker?.name, 'Carl Lund', 'the layer is as computed')
    })

    test('one of an article that is not here yet waits for it', async () => {
      const correction = { ...correctionOf(await makeArticle(), byBerg), id: asId<CorrectionId>('early') }
      const articleId = asId<ArticleId>('later')
      await refreshes()
      await store.corrections.save([{ ...correction, articleId }], [], at())
      assert.deepEqual(await refreshes(), [])
      assert.equal((await store.corrections.listOf([articleId])).length, 1)
    })

    test('all of them are listed in pages, the latest first, and counted', async () => {
      const one = await makeArticle()
      const many = [1, 2, 3, 3, 3].map((minute, index) =>
        correctionOf(one, byBerg, 100 + minute, { id: asId<CorrectionId>(`page-${index}`) }),
      )
      const before = await store.corrections.count()
      await store.corrections.save(many, [], at())
      assert.equal(await store.corrections.count(), before + 5)
      const ids: string[] = []
      let page = await store.corrections.list(2)
      for (;;) {
        ids.push(...page.rows.map(({ id }) => id))
        if (page.next === undefined) break
        page = await store.corrections.list(2, page.next)
      }
      assert.deepEqual(ids.slice(0, 5), ['page-4', 'page-3', 'page-2', 'page-1', 'page-0'])
      assert.equal(new Set(ids).size, before + 5)
      assert.deepEqual(await store.corrections.list(2, 'nonsense'), await store.corrections.list(2))
    })

    test('the newest articles come first, and one is found by its address', async () => {
      const older = await makeArticle()
      const newer = await makeArticle()
      const listed = await store.articles.listNewest(2)
      assert.deepEqual(
        listed.map(({ article }) => article.id),
        [newer.article.id, older.article.id],
      )
      assert.equal((await store.articles.findByUrl(newer.article.url))?.document.id, newer.document.id)
      assert.equal(await store.articles.findByUrl('https://nowhere.example/'), undefined)
    })

    test('are there when the store is opened again, as is all else', async () => {
      const one = await makeArticle()
      await store.corrections.save([correctionOf(one, byBerg)], [], at())
      const second = await database.open()
      assert.equal((await second.corrections.listOf([one.article.id])).length, 1)
    })
  })

for (const dialect of dialects)
  test(`data of the first release gets the table on ${dialect}`, { skip: skipReason(dialect) }, async (t) => {
    const database = await makeDatabase(dialect)
    t.after(() => database.remove())
    const first = await database.open()
    await withEntries(first, [{ key: 'kept' }])
    await first.close()
    await backTo(database, 1)
    const second = await database.open()
    assert.equal(await second.corrections.count(), 0)
    assert.equal((await second.check()).counts.entries, 1)
  })
