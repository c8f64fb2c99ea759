import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type RuleId } from '../../src/core/ids.ts'
import type { Rule, RuleActions, RuleConditions } from '../../src/core/rules/rule.ts'
import { exportOpml } from '../../src/operations/feeds/export-opml.ts'
import { importOpml } from '../../src/operations/feeds/import-opml.ts'
import { exportMarks } from '../../src/operations/library/export-marks.ts'
import { importMarks } from '../../src/operations/library/import-marks.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { actAtRandom, playedFeeds, pollAll } from './random-reader.ts'
import { at as minutes } from './store-fixtures.ts'

const at = '2026-03-12T12:00:00.000Z'

/** What becomes of each table of a reader's in an empty house; of those that do not come back, why. */
const comesBack: Readonly<
  Record<
    string,
    'marks' | 'opml' | 'never: it is of this house' | 'never: it proves who they are' | 'never: it is a log'
  >
> = {
  alert: 'never: it is a log',
  alert_delivery: 'never: it is a log',
  alert_channel: 'never: it proves who they are',
  alert_setting: 'marks',
  api_token: 'never: it proves who they are',
  app_password: 'never: it proves who they are',
  awaited_reading: 'never: it is a log',
  brief_choice: 'marks',
  brief_sent: 'never: it is a log',
  brief_token: 'never: it proves who they are',
  code_device: 'never: it proves who they are',
  comment: 'never: it is of this house',
  comment_block: 'never: it is of this house',
  comment_mention: 'never: it is of this house',
  comment_report: 'never: it is of this house',
  desk_note: 'never: it is of this house',
  destination: 'never: it proves who they are',
  discussion_lock: 'never: it is of this house',
  feed_address: 'never: it proves who they are',
  feed_notice: 'never: it is a log',
  fever_key: 'never: it proves who they are',
  folder_order: 'marks',
  folder_number: 'never: it is of this house',
  follow: 'marks',
  highlight: 'marks',
  invitation: 'never: it is of this house',
  kept_folder: 'marks',
  kept_list: 'opml',
  kept_outline: 'opml',
  letter_sender: 'never: it is of this house',
  letterbox: 'never: it is of this house',
  mailbox: 'never: it proves who they are',
  media_place: 'marks',
  moderation_entry: 'never: it is of this house',
  mute: 'marks',
  note: 'marks',
  opml_batch: 'never: it is a log',
  opml_import: 'never: it is a log',
  outside_identity: 'never: it proves who they are',
  own_headers: 'never: it proves who they are',
  passkey: 'never: it proves who they are',
  password: 'never: it proves who they are',
  preference: 'marks',
  program_access: 'never: it proves who they are',
  program_grant: 'never: it proves who they are',
  ranking: 'marks',
  ranking_lift: 'marks',
  read_undo: 'never: it is a log',
  reading_mark: 'marks',
  recovery_code: 'never: it proves who they are',
  rule_effect: 'never: it is a log',
  rule_list: 'marks',
  saved: 'marks',
  saved_search: 'marks',
  security_event: 'never: it is a log',
  sending: 'never: it is a log',
  session: 'never: it proves who they are',
  share: 'never: it is of this house',
  sign_in_step: 'never: it proves who they are',
  subscription: 'opml',
  subscription_folder: 'opml',
  tag: 'marks',
  tag_undo: 'never: it is a log',
  told_page: 'never: it is of this house',
  unsubscribe_undo: 'never: it is a log',
  visit: 'marks',
  watch: 'never: it is of this house',
}

for (const dialect of dialects)
  describe(`marks taken elsewhere on ${dialect}`, { skip: skipReason(dialect) }, () => {
    const databases: TestDatabase[] = []
    let here: Store
    let there: Store

    before(async () => {
      for (let number = 0; number < 2; number += 1) databases.push(await makeDatabase(dialect))
      here = await databases[0]!.open()
      there = await databases[1]!.open()
    })
    after(async () => {
      for (const store of [here, there]) await store?.close()
      for (const database of databases) await database.remove()
    })

    // What these two operations need of one.
    const contextOf = (store: Store, id: string) =>
      ({
        store,
        now: () => new Date(at),
        wake: () => {},
        reader: { id, name: id, role: 'reader' },
      }) as unknown as OperationContext

    test('hold every visit, also of what is looked at while they are read', async () => {
      const minute = (count: number) => new Date(Date.parse(at) + count * 60_000).toISOString()
      const visits = Array.from({ length: 1_500 }, (_, index) => ({
        kind: 'article' as const,
        target: `a${index}`,
        at: minute(-index),
      }))
      await here.visits.add('walker', visits)
      const walker = contextOf(here, 'walker')
      const list: Store['visits']['list'] = async (...asked) => {
        const page = await here.visits.list(...asked)
        if (asked[3] === undefined) await here.visits.touch('walker', 'article', 'a1400', minute(60))
        return page
      }
      const watched = { ...walker, store: { ...here, visits: { ...here.visits, list } } } as OperationContext
      const { text } = await exportMarks.run(watched, {})
      const told = JSON.parse(text).visits as readonly { readonly target: string }[]
      assert.equal(new Set(told.map(({ target }) => target)).size, 1_500)
      assert.equal(told.length, 1_500)
    })

    test('hold kept searches, which come back once', async () => {
      const search = { id: 'one', name: 'The harbor', query: 'harbor bridge', at, seenAt: at }
      await here.savedSearches.save('seeker', search)
      const { text } = await exportMarks.run(contextOf(here, 'seeker'), {})
      for (const store of [there, there, here]) await importMarks.run(contextOf(store, 'found'), { text })
      assert.deepEqual(await there.savedSearches.list('found'), [search])
      assert.deepEqual(await here.savedSearches.list('seeker'), [search])
      assert.deepEqual(
        (await here.savedSearches.list('found')).map(({ name, query }) => [name, query]),
        [[search.name, search.query]],
      )
    })

    test('come in whatever their titles, and no tag of an entry goes to the entry that has its number there', async () => {
      await here.saves.add('mover', [{ kind: 'article', target: 'a', title: 'T'.repeat(2_500), at }])
      await here.tags.add('mover', [
        { kind: 'entry', target: '1', name: 'harbor', at },
        { kind: 'article', target: 'a', name: 'sea', at },
      ])
      const { text } = await exportMarks.run(contextOf(here, 'mover'), {})
      const namesAfter = async (store: Store, id: string) => {
        const result = await importMarks.run(contextOf(store, id), { text })
        assert.equal(result.kind, 'imported', JSON.stringify(result))
        assert.equal((await store.saves.list(id)).length, 1)
        return (await store.tags.list(id)).map(({ name }) => name).toSorted()
      }
      assert.deepEqual(await namesAfter(there, 'moved'), ['sea'])
      assert.deepEqual(await namesAfter(here, 'stayed'), ['harbor', 'sea'])
    })

    test('hold rules, their feeds by URL; one about a feed that isn’t there is off, and none comes twice', async () => {
      const url = 'https://ruled.example/feed'
      const [feed] = (await here.feeds.addMany('ruler', [{ url }], at)).added
      const rules = [ruleAbout({ feed: feed!, title: 'car' }), ruleAbout({ author: 'Bell' }, { sendTo: 'service' })]
      await here.rules.change('ruler', at, () => rules)
      const { text } = await exportMarks.run(contextOf(here, 'ruler'), {})
      const [other, own] = (await there.feeds.addMany('ruled', [{ url: 'https://first.example/' }, { url }], at)).added
      assert.notEqual(other, own)
      for (const [id, expected] of [
        ['ruled', { feed: own, title: 'car' }],
        ['without', { feed: url, title: 'car' }],
      ] as const) {
        for (let round = 0; round < 2; round++) await importMarks.run(contextOf(there, id), { text })
        const [first, ...others] = await there.rules.list(id)
        assert.deepEqual([first?.conditions, first?.isOn, others], [expected, id === 'ruled', []])
      }
    })

    /** All that a reader sees of what left with them, in words that are the same in every house. */
    async function seen(store: Store, id: string) {
      const {
        exportedAt: _at,
        house: _house,
        stars,
        reading,
        tags,
        ...rest
      } = JSON.parse((await exportMarks.run(contextOf(store, id), {})).text)
      type Named = {
        readonly url: string
        readonly feed: string
        readonly read: readonly string[]
        readonly kind: string
      }
      const feeds = (await store.feeds.list(id)).filter(({ url }) => !url.startsWith('import:'))
      return {
        ...rest,
        reading: (reading as readonly Named[]).map(({ feed, read }) => `${feed} ${read.toSorted()}`).toSorted(),
        stars,
        tags: (tags as readonly Named[]).filter(({ kind }) => kind !== 'entry'),
        feeds: feeds.map(({ url, folder, unreadCount }) => `${url} ${folder} ${unreadCount}`).toSorted(),
      }
    }

    for (const [seed, order] of ['feeds first', 'marks before the feeds are read', 'marks first'].entries())
      test(`hold all that a reader did, at random: ${order}`, async () => {
        let state = 7_919 * (seed + 1)
        const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
        const id = `random-${seed}`
        const feeds = playedFeeds(`word-${seed}`)
        await actAtRandom(here, id, feeds, chance, 90)
        await here.rules.change(id, at, () => [ruleAbout({ title: 'zeppelin' })])
        const context = contextOf(there, id)
        const { text: marks } = await exportMarks.run(contextOf(here, id), {})
        const text = await exportOpml.run(contextOf(here, id), {})
        const takeFeeds = async () => assert.equal((await importOpml.run(context, { text })).kind, 'added')
        const takeMarks = async () => assert.equal((await importMarks.run(context, { text: marks })).kind, 'imported')
        const poll = () => pollAll(there, id, feeds, minutes(200))
        const [takeAll, isRead] =
          seed === 0
            ? [[takeFeeds, poll, takeMarks], true]
            : seed === 1
              ? [[takeFeeds, takeMarks, poll], false]
              : [[takeMarks, takeFeeds, poll], false]
        for (const take of takeAll) await take()
        const [given, taken] = [await seen(here, id), await seen(there, id)]
        // What was starred of feeds that had not come yet is a link.
        const linked = ({ feed: _feed, key: _key, ...star }: { readonly feed: string; readonly key: string }) => star
        const { reading, stars, places, ...rest } = taken
        assert.deepEqual(rest, { ...without(given, 'reading', 'stars', 'places') })
        assert.deepEqual(
          reading.filter((line: string) => !line.startsWith('import:')),
          given.reading,
        )
        assert.deepEqual(isRead ? stars : stars.map(linked), isRead ? given.stars : given.stars.map(linked))
        if (isRead) assert.deepEqual(places, given.places)
        // Once more, it changes nothing, here or there.
        await takeMarks()
        if (isRead) assert.deepEqual(await seen(there, id), taken)
        await importMarks.run(contextOf(here, id), { text: marks })
        assert.deepEqual(await seen(here, id), given)
        const tables = Object.keys(await there.readerRows.list(id))
        for (const [table, how] of Object.entries(comesBack))
          if (how === 'marks') assert.ok(tables.includes(table), `${table} has come back`)
      })

    test('are told of every table that readers have', async () => {
      assert.deepEqual(await here.readerRows.tables(), Object.keys(comesBack).toSorted())
    })
  })

function ruleAbout(conditions: RuleConditions, actions: RuleActions = { read: true }): Rule {
  return { id: asId<RuleId>(JSON.stringify(conditions)), isOn: true, conditions, actions, since: at }
}

function without<Whole extends object>(whole: Whole, ...names: readonly string[]) {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))
}
