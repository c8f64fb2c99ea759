import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ArticleId, asId, type DocumentId } from '../../src/core/ids.ts'
import type { TextAccount } from '../../src/core/reading/text-account.ts'
import type { ProblemReport, ReportedPage } from '../../src/store/articles/problem-reports.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const article = (n: number) => asId<ArticleId>(`article-${n}`)
const document = (n: number) => asId<DocumentId>(`document-${n}`)
const day = (n: number) => new Date(Date.UTC(2026, 2, n)).toISOString()

const told = (id: string, readerId: string, n: number, more: Partial<ProblemReport> = {}): ProblemReport => ({
  ...{ id, readerId, articleId: article(n), documentId: document(n), host: 'post.example', wrong: 'opening-missing' },
  ...{ words: '', state: 'open', at: day(n) },
  ...more,
})
const page = (n: number, host = 'post.example'): ReportedPage => ({
  ...{ articleId: article(n), host, url: `https://${host}/${n}`, contentType: 'text/html', at: day(n) },
  body: new TextEncoder().encode(`<p>Page ${n} of the harbour</p>`.repeat(50)),
})

for (const dialect of dialects) {
  describe(`what is kept of texts and what is wrong with them, ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    test('an account is kept, replaced, and goes with time unless somebody waits for it', async () => {
      const account = (text: string): TextAccount => ({
        ...{
          lines: [{ step: 'appeal', text, words: 2 }],
          unlisted: 0,
          chosenBy: 'main text',
          found: { title: ['meta'] },
        },
      })
      await store.textAccounts.save(document(1), account('Sign up'), day(1))
      await store.textAccounts.save(document(1), account('Sign in'), day(2))
      assert.deepEqual(await store.textAccounts.find(document(1)), account('Sign in'))
      assert.equal(await store.textAccounts.find(document(9)), undefined)
      await store.problemReports.add(told('t0', 'ada', 1))
      assert.equal(await store.textAccounts.prune(day(9)), 0)
      await store.problemReports.remove('ada', 't0')
      assert.equal(await store.textAccounts.prune(day(9)), 1)
    })

    test('what was told is its reader’s, and its page stays as long as one of them wants it', async () => {
      await store.problemReports.add(told('t1', 'ada', 3), page(3))
      await store.problemReports.add(told('t2', 'ben', 3, { words: 'The first lines are gone' }))
      assert.deepEqual(
        (await store.problemReports.listOf('ada')).map(({ id }) => id),
        ['t1'],
      )
      assert.deepEqual(await store.problemReports.countSince('ada', day(1)), { own: 1, all: 2 })
      assert.deepEqual((await store.problemReports.page(article(3)))?.body, page(3).body)
      assert.equal(await store.problemReports.remove('ben', 't1'), undefined)
      assert.equal(await store.problemReports.remove('ada', 't1'), true)
      assert.ok(await store.problemReports.page(article(3)))
      assert.equal(await store.problemReports.remove('ben', 't2'), true)
      assert.equal(await store.problemReports.page(article(3)), undefined)
      assert.equal(await store.problemReports.pageBytes(), 0)
    })

    test('telling again replaces what was told, and settling closes it for all', async () => {
      await store.problemReports.add(told('t3', 'ada', 4), page(4))
      await store.problemReports.add(told('t4', 'ada', 4, { wrong: 'wrong-date' }))
      await store.problemReports.add(told('t5', 'ben', 4))
      assert.deepEqual((await store.problemReports.list('open', 9)).map(({ id }) => id).toSorted(), ['t4', 't5'])
      await store.problemReports.settle(article(4), 'ruled', day(5))
      assert.deepEqual(await store.problemReports.list('open', 9), [])
      assert.equal((await store.problemReports.find('t4'))?.settledAt, day(5))
      await store.problemReports.add(told('t6', 'ada', 5), page(5))
      await store.problemReports.add(told('t7', 'ada', 6), page(6, 'other.example'))
      const others = await store.problemReports.pagesOf('post.example', article(4), 5)
      assert.deepEqual(
        others.map(({ url }) => url),
        ['https://post.example/5'],
      )
      assert.equal(await store.problemReports.prunePages(day(30)), 1)
    })

    test('the one rule in force for a place is the latest, until it is withdrawn', async () => {
      const rule = { host: 'post.example', path: '', keep: '', articleId: article(4) }
      await store.siteRules.add({ ...rule, id: 'r1', remove: '.promo', at: day(1) })
      await store.siteRules.add({ ...rule, id: 'r2', remove: '.promo, .ad', at: day(2) })
      assert.deepEqual(await store.siteRules.active(), [
        { hosts: ['post.example'], article: { remove: '.promo, .ad' } },
      ])
      assert.equal((await store.siteRules.find('r1'))?.withdrawnAt, day(2))
      assert.equal(await store.siteRules.withdraw('r2', day(3)), true)
      assert.equal(await store.siteRules.withdraw('r2', day(3)), undefined)
      assert.deepEqual(await store.siteRules.active(), [])
      assert.equal((await store.siteRules.list()).length, 2)
    })

    test('a site keeps its latest blocks', async () => {
      await database.execute(
        `insert into site_block (host, fingerprint, page_count, pages, at) values
          ('post.example', 9007199254740991, 4, 'a b c d', '${day(3)}'), ('post.example', 2, 3, 'a b c', '${day(2)}'),
          ('post.example', 3, 1, 'a', '${day(4)}'), ('old.example', 4, 3, 'a b c', '${day(1)}')`,
      )
      assert.deepEqual(await store.siteLayouts.seenOn('post.example', 3), [
        { fingerprint: Number.MAX_SAFE_INTEGER, pages: ['a', 'b', 'c', 'd'] },
        { fingerprint: 2, pages: ['a', 'b', 'c'] },
      ])
      assert.equal(await store.siteLayouts.prune(day(2), 2), 2)
      assert.equal((await store.siteLayouts.seenOn('post.example', 1)).length, 2)
    })
  })
}
