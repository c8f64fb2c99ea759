import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import '../fuzz-seed.ts'
import { feverApi } from '../../src/fever/fever-api.ts'
import { idList } from '../../src/fever/fever-items.ts'
import { markAllRead } from '../../src/operations/articles/mark-entries.ts'
import { mute } from '../../src/operations/library/mute.ts'
import type { ProgramApi } from '../../src/operations/program-api.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { askFace, type FeedReaderInstance, openFeedReaderInstance, readerName } from './feed-reader-instance.ts'

type Item = {
  readonly id: number
  readonly feed_id: number
  readonly html: string
  readonly is_read: number
  readonly is_saved: number
}
type Answer = Record<string, unknown> & { readonly items?: readonly Item[] }

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

for (const dialect of dialects)
  describe(`Fever on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let made: FeedReaderInstance
    let face: ProgramApi
    let key: string

    before(async () => {
      database = await makeDatabase(dialect)
      made = await openFeedReaderInstance(database)
      face = feverApi(made.programInstance)
      key = md5(`${readerName}:${await made.appPassword(true)}`)
    })
    after(async () => {
      await made?.close()
      await database?.remove()
    })

    const post = (query: string, fields: Readonly<Record<string, string>> = {}, path = '/fever/') =>
      askFace(face, `${path}?api${query === '' ? '' : `&${query}`}`, {
        method: 'POST',
        body: new URLSearchParams({ api_key: key, ...fields }),
      })
    const ask = async (query: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      (await (await post(query, fields)).json()) as Answer
    const idsOf = ({ items = [] }: Answer) => items.map(({ id }) => String(id))
    const unread = async () => String((await ask('unread_item_ids')).unread_item_ids).split(',')
    const allUnread = async () => {
      await made.store.entries.setRead('ada', [...made.worldIds, ...made.localIds], false, new Date().toISOString())
    }

    test('lets in by the key of a password that was made for it, however that is typed, and by no other', async () => {
      const said = await ask('')
      assert.deepEqual([said.api_version, said.auth], [3, 1])
      assert.equal(typeof said.last_refreshed_on_time, 'number')
      const secret = await made.appPassword(true)
      for (const typed of [
        `${readerName}:${secret}`,
        `${readerName}:${secret.replaceAll('-', '')}`,
        `${readerName.toLowerCase()}:${secret}`,
      ])
        for (const word of [md5(typed), md5(typed).toUpperCase()])
          assert.equal((await ask('', { api_key: word })).auth, 1, typed)
      const other = await made.appPassword(false)
      assert.deepEqual(await ask('groups', { api_key: md5(`${readerName}:${other}`) }), { api_version: 3, auth: 0 })
      const inAddress = await askFace(face, `/fever/?api&api_key=${key}`, { method: 'POST' })
      assert.equal(((await inAddress.json()) as Answer).auth, 0)
    })

    test('of more unread entries than it tells at once it tells the newest', async () => {
      await allUnread()
      assert.deepEqual((await idList(made.context, 'unread', 2)).split(','), made.localIds.slice(-2).map(String))
    })

    test('keeps a hash of the key alone, and lets it in no longer once its password is revoked', async () => {
      const secret = await made.appPassword(true)
      const own = md5(`${readerName}:${secret}`)
      assert.equal((await ask('', { api_key: own })).auth, 1)
      const rows = JSON.stringify(await made.store.accessKeys.appPasswords('ada'))
      assert.ok(!rows.includes(own))
      const [newest] = (await made.store.accessKeys.appPasswords('ada')).filter(({ isForFever }) => isForFever)
      assert.ok(newest?.seenAt)
      const found = await made.store.accessKeys.findByFeverKey(createHash('sha256').update(own).digest('hex'))
      await made.store.accessKeys.remove('app-password', 'ada', found!.key.id)
      assert.equal((await ask('', { api_key: own })).auth, 0)
    })

    test('makes who guesses wait', async () => {
      const guess = () =>
        askFace(face, '/fever/?api', { method: 'POST', body: 'api_key=x' }, { address: '198.51.100.9' })
      const answers = []
      for (let count = 0; count < 11; count += 1) answers.push((await guess()).status)
      assert.deepEqual(answers, [...Array.from({ length: 10 }, () => 200), 429])
      assert.equal((await post('')).status, 200)
    })

    test('answers wherever apps look for it, from form fields and many parts at once', async () => {
      for (const path of ['/fever', '/fever/', '/fever//', '/fever/index.php', '/fever.php', '/api/fever.php']) {
        assert.ok(face.owns(path), path)
        assert.equal((await post('', {}, path)).status, 200)
      }
      assert.ok(!face.owns('/feverish') && !face.owns('/fever/x') && !face.owns('/'))
      const form = new FormData()
      form.set('api_key', key)
      form.set('groups', '')
      const said = (await (await askFace(face, '/fever/?api', { method: 'POST', body: form })).json()) as Answer
      assert.equal((said.groups as readonly unknown[]).length, 1)
      const all = await ask('groups&feeds&items&links&favicons&unread_item_ids&saved_item_ids')
      for (const part of [
        'groups',
        'feeds',
        'feeds_groups',
        'items',
        'total_items',
        'links',
        'favicons',
        'saved_item_ids',
      ])
        assert.ok(part in all, part)
    })

    test('tells groups and feeds, and which feed is in which group', async () => {
      const { groups, feeds, feeds_groups } = (await ask('groups&feeds')) as Record<
        string,
        readonly Record<string, unknown>[]
      >
      assert.deepEqual(
        groups!.map(({ title }) => title),
        ['World'],
      )
      assert.deepEqual(feeds_groups, [{ group_id: groups![0]!.id, feed_ids: made.world }])
      assert.deepEqual(
        feeds!
          .map(({ id, title, url, site_url, is_spark }) => ({ id: String(id), title, url, site_url, is_spark }))
          .toSorted((a, b) => Number(a.id) - Number(b.id)),
        [
          {
            id: made.world,
            title: 'World & Co',
            url: 'https://world.example/feed',
            site_url: 'https://www.outlet.example/',
            is_spark: 0,
          },
          {
            id: made.local,
            title: 'Local',
            url: 'https://local.example/feed',
            site_url: 'https://www.outlet.example/',
            is_spark: 0,
          },
        ],
      )
    })

    test('tells items fifty at a time: from the first on, after one, before one, and by number', async () => {
      const all = [...made.worldIds, ...made.localIds].toSorted((a, b) => Number(a) - Number(b))
      const walked: string[] = []
      for (
        let page = await ask('items&since_id=0');
        idsOf(page).length > 0;
        page = await ask(`items&since_id=${walked.at(-1)}`)
      ) {
        assert.equal(page.total_items, 63)
        walked.push(...idsOf(page))
      }
      assert.deepEqual(walked, all)
      assert.deepEqual(idsOf(await ask('items')), all.slice(0, 50))
      const back = idsOf(await ask('items&max_id=0'))
      assert.deepEqual(back, all.slice(13).toReversed())
      assert.deepEqual(idsOf(await ask(`items&max_id=${back.at(-1)}`)), all.slice(0, 13).toReversed())
      const some = [all[3]!, all[60]!]
      assert.deepEqual(idsOf(await ask(`items&with_ids=${some.join(',')},999999,x`)), some)
      assert.deepEqual(idsOf(await ask('items&with_ids=')), [])
    })

    test('tells what an item says, safe to show; pictures are links for who wants to be asked', async () => {
      const chooseImages = (images: string) =>
        made.store.preferences.set('ada', 'images', images, new Date(made.clock.at).toISOString())
      await chooseImages('ask')
      const { items = [] } = await ask(`items&with_ids=${made.worldIds[0]}`)
      const { html, ...rest } = items[0]!
      const link = '<a href="https://pictures.example/pier.jpg" rel="noopener noreferrer nofollow" class="picture">'
      assert.equal(html, `<p>Piers of w1.</p>${link}Picture: A "pier"</a>`)
      await chooseImages('on')
      assert.match(
        (await ask(`items&with_ids=${made.worldIds[0]}`)).items?.[0]?.html ?? '',
        /^<p>Piers of w1\.<\/p><img src="https?:\/\/[^/"]+\/api\/greader\.php\/pictures\/[\w.-]+" alt="A &quot;pier&quot;">$/,
        'Apps have them from this server: the outlet never sees the reader',
      )
      assert.deepEqual(rest, {
        id: Number(made.worldIds[0]),
        feed_id: Number(made.world),
        title: 'Title w1',
        author: 'A. Writer',
        url: 'https://outlet.example/w1',
        is_saved: 0,
        is_read: (await unread()).includes(made.worldIds[0]!) ? 0 : 1,
        created_on_time: Date.parse('2026-03-10T12:00:00Z') / 1000 - 999 * 60,
      })
    })

    test('marks an item as read, unread, saved and no longer saved', async () => {
      await allUnread()
      const id = made.localIds[0]!
      await ask('', { mark: 'item', as: 'read', id })
      assert.ok(!(await unread()).includes(id))
      await ask(`mark=item&as=unread&id=${id}`)
      assert.ok((await unread()).includes(id))
      await ask('', { mark: 'item', as: 'saved', id })
      assert.equal((await ask('saved_item_ids')).saved_item_ids, id)
      assert.equal((await ask(`items&with_ids=${id}`)).items?.[0]?.is_saved, 1)
      await ask('', { mark: 'item', as: 'unsaved', id })
      assert.equal((await ask('saved_item_ids')).saved_item_ids, '')
    })

    test('marks every item of a long list, and takes all of it back', async () => {
      await allUnread()
      const strangers = Array.from({ length: 5_000 }, (_, i) => 900_000 + i)
      const id = [made.localIds[0], ...strangers, made.localIds[0], made.worldIds[0]].join(',')
      await ask('', { mark: 'item', as: 'read', id })
      assert.equal((await unread()).length, 61)
      await ask('', { unread_recently_read: '1' })
      assert.equal((await unread()).length, 63)
    })

    test('marks a feed, a group and everything as read, as far as the app had seen it', async () => {
      const [noon, later] = [Date.parse('2026-03-10T12:00:00Z') / 1000, Date.parse('2026-03-10T12:02:00Z') / 1000]
      const [group] = (await ask('groups')).groups as readonly { readonly id: number }[]
      await allUnread()
      await ask('', { mark: 'feed', as: 'read', id: made.local, before: String(noon) })
      assert.equal((await unread()).length, 63, 'What came a minute after it stays')
      for (const before of ['never', '-1', '1e9', '99999999999999'])
        await ask('', { mark: 'feed', as: 'read', id: made.local, before })
      assert.equal((await unread()).length, 63, 'What is no time marks nothing')
      await ask('', { mark: 'feed', as: 'read', id: made.local, before: String(later) })
      assert.deepEqual((await unread()).toSorted(), made.worldIds.toSorted())
      await ask('', { mark: 'group', as: 'read', id: '-1', before: String(later) })
      await ask('', { mark: 'group', as: 'read', id: '12345', before: String(later) })
      assert.equal((await unread()).length, 60, 'No sparks, and no such group')
      await ask('', { mark: 'group', as: 'read', id: String(group!.id), before: String(later) })
      assert.deepEqual(await unread(), [''])
      await allUnread()
      await ask('', { mark: 'group', as: 'read', id: '0', before: String(later) })
      assert.deepEqual(await unread(), [''])
    })

    test('takes back what was marked read of late', async () => {
      await allUnread()
      made.clock.at += 3_600_000
      await ask('', { mark: 'item', as: 'read', id: made.localIds[1]! })
      await ask('', { mark: 'feed', as: 'read', id: made.world })
      assert.equal((await unread()).length, 2)
      await ask('', { unread_recently_read: '1' })
      assert.equal((await unread()).length, 63)
      await ask('', { mark: 'item', as: 'read', id: made.localIds[1]! })
      made.clock.at += 20 * 60_000
      await ask('', { unread_recently_read: '1' })
      assert.equal((await unread()).length, 62, 'That is no longer recent')
    })

    test('leaves out what is muted, and goes on behind it', async () => {
      const { id } = (await mute.run(
        made.context,
        mute.input.parse({
          kind: 'source',
          target: (await made.store.feeds.get('ada', made.world)).sourceId,
          label: 'World',
          period: 'day',
        }),
      )) as { readonly id: string }
      await allUnread()
      assert.deepEqual(idsOf(await ask('items&since_id=0')).toSorted(), made.localIds.toSorted())
      assert.deepEqual((await unread()).toSorted(), made.localIds.toSorted())
      await made.store.mutes.remove('ada', id as never)
    })

    test('answers in XML where it is asked to', async () => {
      const answer = await askFace(face, '/fever/?api=xml&feeds', { method: 'POST', body: `api_key=${key}` })
      assert.match(answer.headers.get('content-type') ?? '', /^text\/xml/)
      const text = await answer.text()
      assert.match(text, /^<\?xml [^>]*\?>\n<response><api_version>3<\/api_version><auth>1<\/auth>/)
      assert.match(text, /<feeds><feed><id>\d+<\/id>.*<title>World &amp; Co<\/title>.*<\/feed><\/feeds>/)
    })

    test('refuses a form without end, and one that is none', async () => {
      assert.equal((await post('', { x: 'x'.repeat(1_100_000) })).status, 413)
      const broken = { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } }
      assert.equal((await askFace(face, '/fever/?api', broken)).status, 400)
    })

    test('answers whatever it is asked', async () => {
      const names =
        'groups feeds favicons items links unread_item_ids saved_item_ids since_id max_id with_ids mark as id before offset range page unread_recently_read api'
      const value = fc.oneof(
        fc.constantFrom('', '0', '-1', '1', 'item', 'feed', 'group', 'read', 'unread', 'saved', 'xml', '9'.repeat(40)),
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.nat().map(String),
      )
      const fields = fc.array(fc.tuple(fc.constantFrom(...names.split(' ')), value), { maxLength: 8 })
      await fc.assert(
        fc.asyncProperty(fields, fields, async (inAddress, inForm) => {
          const answer = await askFace(face, `/fever/?${new URLSearchParams(inAddress)}`, {
            method: 'POST',
            body: new URLSearchParams([...inForm, ['api_key', key]]),
          })
          assert.equal(answer.status, 200)
          const text = await answer.text()
          if (/json/.test(answer.headers.get('content-type') ?? '')) assert.equal(JSON.parse(text).auth, 1)
        }),
        { numRuns: dialect === 'sqlite' ? 40 : 10 },
      )
    })

    test('is read by nobody but the reader', async () => {
      await markAllRead.run({ ...made.context, reader: { id: 'owner', name: 'owner', role: 'owner' } }, {})
      assert.equal((await ask('items')).total_items, 63)
    })
  })
