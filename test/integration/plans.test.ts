import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { EntryId } from '../../src/core/ids.ts'
import { savedTexts } from '../../src/operations/library/export-saved.ts'
import { savedItems } from '../../src/operations/library/list-saved.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { openPlans, type Plans } from './query-plans.ts'
import { at, ingested, withEntries } from './store-fixtures.ts'

/** Tables that grow with every article: nothing that a page asks may read one of them from end to end. */
const growing = 'entry|entry_content|entry_revision|article|document|annotation|membership|story|story_dossier|quote'
const wholeTable = new RegExp(`^(?:SCAN (?:${growing})(?! USING| VIRTUAL|_)|Seq Scan on (?:${growing})\\b)`)

/** What pages and programs ask most, as the store has it. */
const hottest: Readonly<Record<string, (store: Store, id: EntryId) => Promise<unknown>>> = {
  'the unread list': (store) => store.entries.list('owner', { isUnread: true }, 50),
  'the whole river, further on': async (store) => {
    const { next } = await store.entries.list('owner', {}, 5)
    assert.ok(next)
    await store.entries.list('owner', {}, 5, next)
  },
  'one feed': (store, id) =>
    store.entries.find('owner', id).then((found) => store.entries.list('owner', { feedId: found!.feedId }, 5)),
  starred: (store) => store.entries.list('owner', { isStarred: true }, 50),
  'an entry': (store, id) => store.entries.find('owner', id),
  'feeds with counters': (store) => store.feeds.list('owner'),
  'a search': (store) => store.search.entries('harbor', {}, 20),
  'what a search shows': (store, id) => store.search.hits([Number(id)], 'harbor'),
  'the stories of a day': (store) => store.stories.listOutlines({ from: at(-600), until: at(600) }),
  'an article': (store) => store.articles.find('article-1' as never),
  'articles edited on a day': (store) => store.articles.listEdited(at(-600), at(600), 5),
  'jobs that are due': (store) => store.jobs.claim('ingest-entry', 5, 60_000, at(60)),
  'feeds that are due': (store) => store.feeds.claimDue(at(600), 5, 60_000),
  'a session': (store) => store.sessions.find('hash', at()),
}

/** What pages ask again after each write. */
const readAgain: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  'counting what is read of each feed': (store) => store.feeds.counts('owner'),
  'counting polls': (store) => store.feeds.progress(at()),
  'the outlets of matches': (store) => store.search.entries('news', {}, 21),
}

for (const dialect of dialects)
  describe(`plans of the hottest queries on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let plans: Plans
    let first: EntryId

    before(async () => {
      database = await makeDatabase(dialect)
      // Before the store is opened, which keeps its statements ready.
      plans = await openPlans(database)
      store = await database.open()
      const entries = await withEntries(
        store,
        Array.from({ length: 40 }, (_, index) => ({ key: `entry ${index}`, text: `Harbor news number ${index}.` })),
      )
      await store.articles.saveIngested(entries.slice(0, 10).map((entry) => ingested({ entry, text: 'Harbor news.' })))
      await store.entries.setStarred('owner', entries[3]!.id, true, at())
      first = entries[0]!.id
    })
    after(async () => {
      await plans.close()
      await database.remove()
    })

    for (const [what, ask] of Object.entries(hottest))
      test(`${what} reads no table of articles from end to end`, async () => {
        const asked = await plans.during(() => ask(store, first))
        assert.ok(asked.length > 0, 'nothing was asked of the database')
        for (const { statement, plan } of asked) {
          const whole = plan.filter((line) => wholeTable.test(line))
          assert.deepEqual(whole, [], `${statement}\n${plan.join('\n')}`)
        }
      })

    test('tags of many names, and the texts of all that is saved, are asked for together', async () => {
      const kept = Array.from({ length: 10 }, (_, index) => index + 1)
      const tags = kept.map((n) => ({ kind: 'story' as const, target: `story-${n}`, name: `Name ${n}`, at: at(n) }))
      await store.tags.add('owner', tags)
      const saved = kept.map((n) => ({ kind: 'article' as const, target: `article-${n}`, title: 'T', at: at(n) }))
      await store.saves.add('owner', [...saved, { kind: 'story', target: 'story-1', title: 'T', at: at() }])
      const listed = await plans.during(() => store.tags.list('owner'))
      assert.ok(listed.length > 0 && listed.length <= 2, `${listed.length} questions for tags`)
      const items = await savedItems({ store, reader: { id: 'owner', name: '', role: 'owner' } })
      let texts = 0
      const asked = await plans.during(async () => {
        texts = (await savedTexts({ store }, items)).length
      })
      assert.equal(texts, 10)
      assert.ok(asked.length <= 12, `${asked.length} questions for texts`)
    })

    for (const [what, ask] of Object.entries(readAgain))
      test(`${what} reads no rows of feeds, which fill many pages`, {
        skip: dialect === 'postgres' && 'PostgreSQL keeps its pages',
      }, async () => {
        const asked = await plans.during(() => ask(store))
        const read = asked.flatMap(({ plan }) => plan.filter((line) => / feed(?: |$)/.test(line)))
        assert.ok(read.length > 0)
        assert.deepEqual(
          read.filter((line) => !line.includes('COVERING INDEX') && !line.includes('feed_by_next_poll')),
          [],
          read.join('\n'),
        )
      })
  })
