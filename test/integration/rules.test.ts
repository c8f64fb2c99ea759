import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asId, type EntryId, type FeedId, type MuteId, type RuleId } from '../../src/core/ids.ts'
import { compileRules } from '../../src/core/rules/compile-rules.ts'
import type { Rule, RuleActions, RuleConditions } from '../../src/core/rules/rule.ts'
import { markRead } from '../../src/operations/articles/mark-entries.ts'
import { markOpened } from '../../src/operations/articles/mark-opened.ts'
import type { AlertContext } from '../../src/operations/notify/alert-jobs.ts'
import { raiseForRules, sendForRules } from '../../src/operations/notify/rule-jobs.ts'
import type { SendingContext } from '../../src/operations/notify/sending-jobs.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, ingested, parsed, polled } from './store-fixtures.ts'

let rules = 0

function rule(conditions: RuleConditions, actions: RuleActions, more: Partial<Rule> = {}): Rule {
  return { id: asId<RuleId>(`rule-${++rules}`), isOn: true, conditions, actions, since: at(-120), ...more }
}

for (const dialect of dialects)
  describe(`rules on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let names = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    /** A reader with these rules and a feed that was polled before. */
    async function readerWith(...given: readonly Rule[]) {
      const id = `reader-${++names}`
      const feedId = (await store.feeds.addMany(id, [{ url: `https://rules-${names}.example/` }], at(-60))).added[0]!
      await store.feeds.savePolls([parsed(feedId, [polled({ key: 'old', title: 'Old' })], at(-30))])
      await store.rules.change(id, at(-20), () => given)
      return { id, feedId }
    }
    const arrive = async (feedId: FeedId, titles: readonly string[], minutes = 0) => {
      const entries = titles.map((title) => polled({ key: title, title, text: `Words of ${title}.` }))
      await store.feeds.savePolls([parsed(feedId, entries.toReversed(), at(minutes))])
      return Promise.all(titles.map(async (title) => (await store.entries.findByKey(feedId, title))!))
    }
    const unread = async (readerId: string) => {
      const { rows } = await store.entries.list(readerId, { isUnread: true }, 2_000)
      assert.equal(await store.entries.unreadCount(readerId, {}), rows.length)
      return rows.map(({ title }) => title).toSorted()
    }
    const state = async (readerId: string, ids: readonly EntryId[]) => ({
      unread: await unread(readerId),
      rows: (await store.entries.rows(readerId, ids)).map(({ isRead, isStarred }) => [isRead, isStarred]),
      tags: (await store.tags.list(readerId)).map(({ name, target }) => [name, target]),
      hidden: [...(await store.rules.hidden(readerId, at(1)))],
    })

    test('what arrives is marked read in the write that saves it, and another reader’s stays', async () => {
      const { id, feedId } = await readerWith(rule({ title: 'sponsored' }, { read: true }))
      const other = `other-${names}`
      await store.feeds.addMany(other, [{ url: `https://rules-${names}.example/` }], at(-25))
      await arrive(feedId, ['Sponsored: a car', 'News'])
      assert.deepEqual(await unread(id), ['News', 'Old'])
      assert.deepEqual(await unread(other), ['News', 'Old', 'Sponsored: a car'])
      assert.deepEqual([...(await store.rules.counts(id, at(-1))).values()], [1])
    })

    test('every action is done once, in order, and undone as if it had never been', async () => {
      const first = rule({ title: 'car' }, { read: true, tag: 'Cars' })
      const second = rule({ title: 'sponsored' }, { read: true, save: true, hideDays: 3 }, { isLast: true })
      const third = rule({ title: 'sponsored' }, { tag: 'Never' })
      const { id, feedId } = await readerWith(first, second, third)
      const before = await state(id, [])
      const titles = ['Sponsored car', 'Sponsored boat', 'News']
      const ids = await arrive(feedId, titles)
      const after = await state(id, ids)
      assert.deepEqual(after.rows, [
        [true, true],
        [true, true],
        [false, false],
      ])
      assert.deepEqual(after.tags, [['Cars', ids[0]]])
      assert.deepEqual(after.hidden.toSorted(), [ids[0], ids[1]].map((entry) => [entry, second.id]).toSorted())
      await arrive(feedId, titles, 5)
      await store.rules.apply(id, first, [Number(ids[0])], at(6))
      await store.rules.apply(id, second, ids.slice(0, 2).map(Number), at(6))
      assert.deepEqual(await state(id, ids), after, 'twice is once')
      for (const each of [first, second, third, first]) await store.rules.undo(id, each.id, at(7))
      const undone = await state(id, ids)
      const none = titles.map(() => [false, false])
      assert.deepEqual(undone, { unread: [...before.unread, ...titles].toSorted(), rows: none, tags: [], hidden: [] })
      await arrive(feedId, titles, 8)
      assert.deepEqual(await state(id, ids), undone, 'what was undone is not done again')
      assert.equal(await store.rules.apply(id, second, [Number(ids[1])], at(9)), 1, 'unless it is asked for')
      assert.deepEqual(
        (await store.entries.rows(id, [ids[1]!])).map(({ isRead }) => isRead),
        [true],
      )
    })

    test('a rule that matches everything can be undone; what the reader did stays', async () => {
      const all = rule({ titlePattern: '' }, { read: true, save: true, tag: 'All' })
      const { id, feedId } = await readerWith()
      const titles = Array.from({ length: 1_100 }, (_, index) => `Title ${index}`)
      const ids = await arrive(feedId, titles)
      await store.entries.setRead(id, ids.slice(0, 10), true, at(1))
      await store.entries.setAllStarred(id, ids.slice(5, 15), true, at(1))
      const before = await state(id, ids)
      assert.equal(await store.rules.apply(id, all, ids.map(Number), at(2)), 1_100)
      assert.deepEqual(await unread(id), ['Old'])
      assert.equal((await store.rules.effects(id, all.id, 50)).rows.length, 50)
      assert.equal(await store.rules.undo(id, all.id, at(3)), 1_100)
      assert.deepEqual(await state(id, ids), before)
      assert.equal(await store.rules.undo(id, all.id, at(4)), 0)
    })

    test('what the reader opened or marked since stays read when the rule is undone', async () => {
      const reads = rule({ titlePattern: '.' }, { read: true })
      const { id, feedId } = await readerWith(rule({ title: 'zeppelin' }, { read: true }), reads)
      const context = { store, now: () => new Date(at(1)), reader: { id, name: id, role: 'reader' } }
      const [opened, marked, kept] = await arrive(feedId, ['Opened', 'Marked', 'Left'])
      await markOpened(context as never, { kind: 'entry', id: opened! })
      await markRead.run(context as never, { entryIds: [marked!], isRead: true })
      const { rows } = await store.rules.effects(id, reads.id, 10)
      assert.ok(
        rows.every(({ isRead }) => isRead),
        'its log says what it did',
      )
      assert.equal(await store.rules.undo(id, reads.id, at(2)), 3)
      assert.deepEqual(
        (await store.entries.rows(id, [opened!, marked!, kept!])).map(({ isRead }) => isRead),
        [true, true, false],
      )
      await markRead.run(context as never, { entryIds: [opened!], isRead: false })
      assert.equal(await store.rules.apply(id, reads, [Number(opened)], at(3)), 1)
      await store.rules.undo(id, reads.id, at(4))
      assert.deepEqual(await unread(id), ['Left', 'Old', 'Opened'])
    })

    test('what only the page tells is decided when it is read, once', async () => {
      const word = rule({ text: 'tunnel' }, { read: true })
      const french = rule({ language: 'fr' }, { save: true })
      const { id, feedId } = await readerWith(word, french)
      const [entryId] = await arrive(feedId, ['A page'])
      assert.deepEqual(await unread(id), ['A page', 'Old'])
      const entry = (await store.entries.find(id, entryId!))!
      const article = ingested({ entry, text: 'All of the tunnel is open.' })
      const inFrench = { ...article, document: { ...article.document, language: 'fr' } }
      await store.articles.saveIngested([inFrench])
      assert.deepEqual(await unread(id), ['Old'])
      assert.deepEqual(
        (await store.entries.rows(id, [entryId!])).map(({ isStarred }) => isStarred),
        [true],
      )
      await store.entries.setRead(id, [entryId!], false, at(1))
      await store.articles.saveIngested([inFrench])
      assert.deepEqual(await unread(id), ['A page', 'Old'], 'a reader who wants it unread keeps it so')
    })

    test('a copy is one only where the reader has the other', async () => {
      const copies = rule({ isCopy: true }, { tag: 'Copy' })
      const { id, feedId } = await readerWith(copies)
      const [first, second] = await arrive(feedId, ['One', 'Two'])
      const entry = (await store.entries.find(id, first!))!
      await store.articles.saveIngested([ingested({ entry, text: 'Short.', articleId: `same-${names}` })])
      await store.articles.linkEntry(second!, asId(`same-${names}`), at(1))
      assert.deepEqual(
        (await store.tags.list(id)).map(({ target }) => target),
        [second],
      )
    })

    test('what arrived before a rule, or in a feed’s first round, is neither changed nor sent', async () => {
      const sends = rule({ title: 'news' }, { alert: true }, { since: at(-40) })
      const { id, feedId } = await readerWith(sends)
      await store.rules.change(id, at(-10), (list) => [
        ...list,
        rule({ title: 'late' }, { read: true }, { since: at(30) }),
      ])
      const fresh = (await store.feeds.addMany(id, [{ url: `https://fresh-${names}.example/` }], at(-5))).added[0]!
      await arrive(fresh, ['News of the first round'])
      const [sent] = await arrive(feedId, ['News later', 'Late'])
      assert.deepEqual(await store.rules.awaited(id, 'alert', 10), [{ ruleId: sends.id, entryId: sent }])
      assert.ok((await unread(id)).includes('Late'))
      await store.rules.undo(id, sends.id, at(1))
      assert.deepEqual(await store.rules.awaited(id, 'alert', 10), [])
    })

    test('alerts and messages are made once by a job, and what still waits is withdrawn', async () => {
      const service = {
        ...{
          readerId: '',
          kind: 'webhook',
          name: 'Hook',
          address: 'https://hook.example/',
          settings: {},
          occasions: [],
        },
        ...{ id: `hook-${++names}`, isOn: true, secret: 's', at: at(-40) },
      }
      const both = rule({ title: 'news' }, { alert: true, sendTo: service.id })
      const { id, feedId } = await readerWith(both)
      await store.destinations.add({ ...service, readerId: id } as unknown as Parameters<
        Store['destinations']['add']
      >[0])
      const muted = {
        id: asId<MuteId>(`mute-${names}`),
        kind: 'word',
        target: 'boat',
        label: 'boat',
        at: at(-5),
      } as const
      await store.mutes.add(id, [muted])
      const ids = await arrive(feedId, ['News of a car', 'News of a boat'])
      const context = { store, now: () => new Date(at(1)) }
      for (let round = 0; round < 2; round++) {
        await raiseForRules(context as unknown as AlertContext, id)
        await sendForRules(context as unknown as SendingContext, id)
      }
      const alerts = (await store.alerts.list(id, 10)).rows
      assert.deepEqual(
        alerts.map(({ title, cause, path }) => [title, cause.kind, cause.label, path]),
        [['News of a car', 'rule', 'news', `/entries/${ids[0]}`]],
      )
      const sent = await store.sendings.list(id, service.id, 10)
      assert.deepEqual(sent.rows.map(({ title }) => title).toSorted(), ['News of a boat', 'News of a car'])
      await store.rules.undo(id, both.id, at(2))
      assert.deepEqual((await store.alerts.list(id, 10)).rows, [])
      assert.deepEqual((await store.sendings.list(id, service.id, 10)).rows, [])
    })

    test('a folder’s rule follows its new name', async () => {
      const { id, feedId } = await readerWith(rule({ folder: 'Old' }, { read: true }))
      await store.feeds.setFolders(id, feedId, ['Old'])
      await store.feeds.renameFolder(id, 'Old', 'New')
      await arrive(feedId, ['In it'])
      assert.ok(!(await unread(id)).includes('In it'))
      await store.feeds.setFolders(id, feedId, ['Other', 'New/Below'])
      await arrive(feedId, ['Below it'], 1)
      assert.ok(!(await unread(id)).includes('Below it'))
      await store.feeds.renameFolder(id, 'New', '')
      await store.feeds.setFolders(id, feedId, [])
      await arrive(feedId, ['Out of it'], 2)
      assert.ok((await unread(id)).includes('Out of it'))
    })

    test('a preview sees what the rules saw', async () => {
      const { id, feedId } = await readerWith()
      const ids = await arrive(feedId, ['A boat', 'A car'])
      const { decide, needs } = compileRules([rule({ author: 'writer', title: 'car' }, { read: true })])
      const facts = await store.rules.facts(id, ids, needs)
      assert.deepEqual(
        facts.map((each) => decide(each).length),
        [0, 1],
      )
      assert.deepEqual(await store.rules.facts(`nobody-${names}`, ids, needs), [])
    })
  })
