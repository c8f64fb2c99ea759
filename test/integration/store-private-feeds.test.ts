import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { asId, type StoryId } from '../../src/core/ids.ts'
import { guest } from '../../src/core/reader-identity.ts'
import { compareOutlets } from '../../src/operations/feeds/compare-outlets.ts'
import { raiseForWatches } from '../../src/operations/notify/raise-for-watches.ts'
import { exportData } from '../../src/operations/stories/export-data.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import type { Store } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, dossier, ingested, parsed, polled, withEntries } from './store-fixtures.ts'

const keyed = 'https://paid.example/feed?token=SECRETKEY12345'
const reader = (id: string) => ({ id, role: 'reader' }) as const

for (const dialect of dialects)
  describe(`a private feed in the store on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
      for (const id of ['rita', 'rob']) await store.accounts.add({ id, name: id, role: 'reader', createdAt: at(-90) })
    })
    after(() => database.remove())

    /** An entry of a feed, read as an article. */
    async function article(url: string, key: string, articleId: string, text: string) {
      const [entry] = await withEntries(store, [{ key, title: key }], url)
      await store.articles.saveIngested([ingested({ entry: entry!, text, articleId })])
      return entry!
    }

    test('shows its entries and articles to who subscribes, from the moment they do to the moment they do not', async () => {
      const entry = await article(keyed, 'paid-1', 'paid-one', 'Only subscribers read of the gooseberry here.')
      const [rita, rob] = [store.seenBy(reader('rita')), store.seenBy(reader('rob'))]
      const page = { url: keyed, status: 200, headers: {}, body: new TextEncoder().encode('<p>gooseberry'), at: at() }
      await store.servedPages.setLimit(1, at())
      await store.servedPages.add(asId('paid-one'), page)
      const isSeen = async (seen: Store) => [
        (await seen.entries.find('rita', entry.id)) !== undefined,
        (await seen.articles.find(asId('paid-one'))) !== undefined,
        (await seen.search.entries('gooseberry', {}, 10)).rows.length > 0,
        (await seen.entries.search('gooseberry', 10)).rows.length > 0,
        (await seen.servedPages.list(asId('paid-one'))).length > 0,
      ]
      assert.deepEqual(await isSeen(rita), Array(5).fill(false))
      await store.feeds.addMany('rita', [{ url: keyed }], at())
      assert.deepEqual(await isSeen(rita), Array(5).fill(true))
      assert.deepEqual(await isSeen(rob), Array(5).fill(false))
      assert.deepEqual(await isSeen(store.seenBy(guest)), Array(5).fill(false))
      await store.feeds.unsubscribe('rita', entry.feedId)
      assert.deepEqual(await isSeen(rita), Array(5).fill(false))
    })

    test('does not cut the search of others by what they may not see', async () => {
      const [first] = await withEntries(store, [{ key: 'open-1', title: 'A quince' }], 'https://open.example/feed')
      await article(keyed.replace('token', 'key'), 'paid-2', 'paid-two', 'A quince for subscribers.')
      const found = await store.seenBy(reader('rob')).search.entries('quince', {}, 1)
      assert.deepEqual(
        found.rows.map(({ sequence }) => String(sequence)),
        [first!.id],
      )
      assert.equal(found.isCut, false)
    })

    test('gives nobody else an article, a revision or a link', async () => {
      const own = await article(`${keyed}0`, 'paid-3', 'paid-three', 'A text behind a key.')
      const [other] = await withEntries(store, [{ key: 'open-2' }], 'https://other.example/feed')
      const mixed = ingested({ entry: other!, text: 'A public text.', articleId: 'paid-three' })
      await assert.rejects(store.articles.saveIngested([mixed]), /mix/)
      await assert.rejects(store.articles.linkEntry(other!.id, asId('paid-three'), at()), /mix/)
      assert.equal(await store.articles.privateFeedOf(asId('paid-three')), own.feedId)
      assert.equal((await store.articles.find(asId('paid-three')))?.revisions.length, 1)
    })

    test('hides a story that was told with it until it is told without it', async () => {
      const entry = await article(`${keyed}1`, 'paid-4', 'paid-four', 'A story with a key.')
      const id = asId<StoryId>('story-with-key')
      const told = ingested({
        entry,
        text: 'A story with a key.',
        articleId: 'paid-four',
        more: { assignment: { kind: 'found', reason: 'no-match' } as never, storyId: id },
      })
      await store.articles.saveIngested([told])
      const row = {
        title: 'x',
        language: 'en',
        firstAt: at(),
        lastAt: at(),
        changedAt: at(),
        articleCount: 1,
        reportCount: 1,
      }
      await store.stories.saveDossier(id, dossier(id, [told]), row)
      assert.ok((await store.stories.find(id))?.dossier)
      assert.equal(await store.seenBy(reader('rob')).stories.find(id), undefined)
      const packFor = async (who: ReturnType<typeof reader> | typeof guest) => {
        const context = {
          store: store.seenBy(who),
          reader: who,
          maintenance: { version: '1' },
          now: () => new Date(at()),
        }
        const pack = await packStory.run(context as never, { id })
        return pack && (await new Response(pack.body).text())
      }
      const dataFor = async (who: { readonly id: string; readonly role: 'reader' }, what: 'reports' | 'snapshot') => {
        const folder = await mkdtemp(join(tmpdir(), 'twosource-data-'))
        const context = {
          store: store.seenBy(who),
          reader: who,
          maintenance: { version: '1', folder },
          now: () => new Date(at()),
        }
        const file = await exportData.run(context as never, { what, format: 'jsonl', texts: true })
        const text = file.kind === 'file' ? await new Response(file.body).text() : ''
        await rm(folder, { recursive: true })
        return text
      }
      for (const other of [reader('rob'), guest]) assert.equal(await packFor(other), undefined)
      for (const what of ['reports', 'snapshot'] as const)
        assert.doesNotMatch(await dataFor(reader('rob'), what), /paid-four|story-with-key/)
      await store.feeds.addMany('rita', [{ url: `${keyed}1` }], at())
      assert.match((await packFor(reader('rita'))) ?? '', /A story with a key\./)
      for (const what of ['reports', 'snapshot'] as const)
        assert.match(await dataFor(reader('rita'), what), /story-with-key.*paid-four/)
    })

    test('counts in no comparison of outlets for anybody else', async () => {
      const url = `${keyed}8`
      const [paid] = await withEntries(store, [{ key: 'paid-8' }], url)
      const [open] = await withEntries(store, [{ key: 'open-8' }], 'https://paid.example/open')
      const [other] = await withEntries(store, [{ key: 'other-8' }], 'https://beside.example/feed')
      await store.feeds.addMany('rita', [{ url }], at())
      const id = asId<StoryId>('story-of-two')
      const assignment = { kind: 'found', reason: 'no-match' } as never
      // The paid article is of an outlet that has a feed for all, too.
      const texts = [{ ...paid!, sourceId: open!.sourceId }, other!].map((entry) =>
        ingested({ entry, text: `Plums of ${entry.title}.`, more: { assignment, storyId: id } }),
      )
      await store.articles.saveIngested([...texts, ingested({ entry: open!, text: 'A text for all.' })])
      const dates = { firstAt: at(), lastAt: at(), changedAt: at() }
      const row = { title: 'x', language: 'en', ...dates, articleCount: 2, reportCount: 1 }
      await store.stories.saveDossier(id, dossier(id, texts), row)
      const compare = async (who: ReturnType<typeof reader>, list: 'both' | 'own-a' | 'only-b', a = open!.sourceId) => {
        const context = { store: store.seenBy(who), reader: who, now: () => new Date(at()) }
        const asked = compareOutlets.input.parse({ a, b: other!.sourceId, list })
        const view = await compareOutlets.run(context as never, asked)
        return view.kind === 'compared' ? [view.bothCount, JSON.stringify(view.list?.items)] : [view.kind]
      }
      assert.equal((await compare(reader('rita'), 'both'))[0], 1)
      assert.match(String((await compare(reader('rita'), 'own-a'))[1]), /paid-8/)
      for (const list of ['both', 'own-a', 'only-b'] as const)
        assert.deepEqual(await compare(reader('rob'), list), [0, '[]'])
      // One that has only the paid feed isn't there.
      assert.deepEqual(await compare(reader('rob'), 'both', paid!.sourceId), ['refused'])
    })

    test('names no private story in the history of one that all may read', async () => {
      const paid = await article(`${keyed}3`, 'paid-5', 'paid-five', 'A plum for subscribers.')
      const [open] = await withEntries(store, [{ key: 'open-5' }], 'https://plums.example/feed')
      const [own, all] = [asId<StoryId>('plum-own'), asId<StoryId>('plum-all')]
      const founds = (entry: typeof paid, articleId: string, storyId: StoryId) =>
        ingested({
          entry,
          text: `Plums of ${articleId}.`,
          articleId,
          more: { assignment: { kind: 'found', reason: 'no-match' } as never, storyId },
        })
      const moved = founds(paid, 'paid-five', own)
      await store.articles.saveIngested([moved, founds(open!, 'open-five', all)])
      await store.stories.move([{ documentId: moved.document.id, to: all }], at(1))
      const toldIn = async (seen: Store) => JSON.stringify(await seen.choices.history(all)).includes('paid-5')
      assert.equal(await toldIn(store), true)
      assert.equal(await toldIn(store.seenBy(reader('rob'))), false)
    })

    test('counts for the unshared watches of its subscriber, and for no shared one or another reader’s', async () => {
      const url = `${keyed}6`
      const id = asId<StoryId>('story-watched')
      const [open] = await withEntries(store, [{ key: 'open-6' }], 'https://watched.example/feed')
      const [paid] = await withEntries(store, [{ key: 'paid-6' }], url)
      await store.feeds.addMany('rita', [{ url }], at())
      const watch = (readerId: string, kind: 'source' | 'story', isShared: boolean) =>
        store.watches.save(
          {
            ...{
              readerId,
              ownerName: readerId,
              kind,
              target: kind === 'story' ? id : String(open!.sourceId),
              label: 'x',
            },
            ...{ occasions: ['first', 'second'], isShared },
          },
          at(1),
        )
      const [shared, own, other] = [
        await watch('rita', 'story', true),
        await watch('rita', 'source', false),
        await watch('rob', 'source', false),
      ]
      const told = [open!, paid!].map((entry, index) =>
        ingested({
          ...{ entry, text: `Quinces of ${index}.`, articleId: `watched-${index}`, when: at(index + 2) },
          more: { assignment: { kind: 'found', reason: 'no-match' } as never, storyId: id },
        }),
      )
      await store.articles.saveIngested(told)
      const view = (members: typeof told) => {
        const reports = members.map(({ document }, group) => ({
          ...dossier(id, members).reports[0]!,
          ...{ group, documentIds: [document.id] },
        }))
        return { ...dossier(id, members), reports }
      }
      const row = {
        ...{ title: 'x', language: 'en', firstAt: at(), lastAt: at(), changedAt: at() },
        ...{ articleCount: 1, reportCount: 1 },
      }
      await store.stories.saveDossier(id, view(told.slice(0, 1)), row)
      const feeds = [paid!.feedId]
      await store.stories.savePrivateViews(id, [{ feeds, row: { id, ...row, dossier: view(told) } }])
      for (let count = 0; count < 2; count++) await raiseForWatches({ store, now: () => new Date(at(9)) } as never, id)
      const sent = async (of: typeof own, viewerId: string) =>
        (await store.watches.log(of!, viewerId, 9)).map((line) => line.kind === 'sent' && line.occasion).sort()
      assert.deepEqual(await sent(own, 'rita'), ['first', 'second'])
      assert.deepEqual(await sent(own, 'rob'), [])
      assert.deepEqual(await sent(shared, 'rita'), ['first'])
      assert.deepEqual(await sent(other, 'rob'), ['first'])
    })

    test('is found out in data that an older program left, and what others brought is read once more', async () => {
      const paid = await article(`${keyed}2`, 'shared-1', 'shared-one', 'From the key.')
      const open = await withEntries(store, [{ key: 'shared-1' }], 'https://shared.example/feed')
      await database.execute(`delete from private_article; delete from private_feed`)
      await store.articles.linkEntry(open[0]!.id, asId('shared-one'), at())
      const again = await database.open()
      assert.equal(await again.articles.privateFeedOf(asId('shared-one')), paid.feedId)
      assert.equal((await again.entries.find('owner', open[0]!.id))?.articleId, undefined)
      const { rows } = await again.entries.list('owner', { feedId: paid.feedId }, 5)
      assert.equal(rows[0]?.articleId, 'shared-one')
    })

    test('is one that moves to an address with a key, and stays one when it moves away', async () => {
      const url = 'https://moving.example/feed'
      const [entry] = await withEntries(store, [{ key: 'moving-1' }], url)
      const isSeen = async () => (await store.seenBy(reader('rob')).entries.find('rob', entry!.id)) !== undefined
      assert.equal(await isSeen(), true)
      const poll = (newUrl: string) =>
        store.feeds.savePolls([parsed(entry!.feedId, [polled({ key: 'moving-1' })], at(5), { newUrl })])
      await poll(`${url}?token=SECRETKEY12345`)
      assert.equal(await isSeen(), false)
      await poll(url)
      assert.equal(await isSeen(), false)
    })

    test('hides nothing where one account uses the server without guests', async () => {
      for (const id of ['rita', 'rob']) await store.readerRows.remove(id, 'remove' as never)
      const seen = store.seenBy({ id: 'owner', role: 'owner' })
      assert.ok(await seen.articles.find(asId('shared-one')))
      assert.equal(
        await store.seenBy({ id: 'owner', role: 'owner', isInPublic: true }).articles.find(asId('shared-one')),
        undefined,
      )
      await store.instanceSettings.set('guests', 'read', at())
      assert.equal(await store.seenBy(guest).articles.find(asId('shared-one')), undefined)
    })
  })
