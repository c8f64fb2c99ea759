import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ArticleId, FeedId, StoryId } from '../../src/core/ids.ts'
import { guest, instanceOwner } from '../../src/core/reader-identity.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { setEmbargo } from '../../src/operations/feeds/embargo.ts'
import { exportNotes } from '../../src/operations/library/export-notes.ts'
import { exportSaved } from '../../src/operations/library/export-saved.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { save } from '../../src/operations/library/save.ts'
import { saveNote } from '../../src/operations/library/save-note.ts'
import { find } from '../../src/operations/search/find.ts'
import { packCheck } from '../../src/operations/search/pack-check.ts'
import { exportData } from '../../src/operations/stories/export-data.ts'
import { exportStory } from '../../src/operations/stories/export-story.ts'
import { packStory } from '../../src/operations/stories/pack-story.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const HOUR_MS = 3_600_000
const rob = { id: 'rob', name: 'Rob', role: 'reader' as const }
const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const secret = 'gooseberry'
/** What an outlet copies while the embargo runs. */
const passage =
  'The port authority will hire two barges and a crane from Sandvik, sink four steel caissons around the damaged piers, pump them dry one after the other and pour new footings at low tide, working by night so that the ferries can keep to their timetable. The council has set aside eleven million crowns for it and expects the state to pay half of that once the survey of the remaining piers is finished in April.'
const bytes = (text: string) => new TextEncoder().encode(text)

for (const dialect of dialects)
  describe(`a text under embargo on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    let articleId: ArticleId
    let storyId: StoryId
    let copyId: ArticleId | undefined
    const until = new Date(clock + HOUR_MS).toISOString()

    const open = () =>
      createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 10)),
      )
    const settle = async () => {
      for (let round = 0; round < 2; round++) {
        await context.pipeline.runOnce()
        clock += 30_000
      }
    }
    const bring = (name: string, text: string, embargoUntil?: string) =>
      importFile.run(context.operations, {
        bytes: bytes(text),
        name,
        ...(embargoUntil === undefined ? {} : { embargoUntil }),
      })
    /** All that can be passed on, as one text. */
    const passedOn = async () => {
      const { operations } = context
      const pack = await packStory.run(operations, { id: storyId })
      const check = await packCheck.run(operations, { text: 'Divers brought a gooseberry up from the third pier.' })
      const data = await exportData.run(operations, { what: 'reports', format: 'jsonl', texts: true })
      const parts = await Promise.all([
        pack && new Response(pack.body).text(),
        new Response(check.body).text().then((zip) => zip.replaceAll('Divers brought a gooseberry up', '')),
        data.kind === 'file' ? new Response(data.body).text() : '',
        ...['md', 'csv', 'bib', 'warc'].map(
          async (format) => (await exportStory.run(operations, { id: storyId, format }))?.text,
        ),
        ...(['md', 'json', 'warc'] as const).map(
          async (format) => (await exportSaved.run(operations, { format })).text,
        ),
        ...(['md', 'jsonld'] as const).map(async (format) => (await exportNotes.run(operations, { format })).text),
        JSON.stringify(await operations.store.sendings.list(instanceOwner.id, 'hook', 50)),
      ])
      return parts.join('\n')
    }
    const foundBy = async (who: typeof guest | typeof rob) => {
      const seen = context.operations.store.seenBy(who)
      const dossier = (await seen.stories.find(storyId))?.dossier
      return [
        (await seen.articles.find(articleId)) !== undefined,
        (await seen.search.entries(secret, {}, 10)).rows.length > 0,
        dossier?.members.some((member) => member.articleId === articleId) ?? false,
      ]
    }

    /** The articles that share text with one, as the reader sees it. */
    const sharing = async (reader: typeof rob, id: ArticleId | undefined) => {
      const own = { ...context.operations, reader, store: context.operations.store.seenBy(reader) }
      const view = await getArticle.run(own, { id: id! })
      return view?.syndications.map(({ other, isCopyOfOther }) => ({ articleId: other.articleId, isCopyOfOther }))
    }

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-embargo-'))
      context = await open()
      const lines = ['A baker counted her customers.', 'The council sits again on Thursday.'].map((aside, at) =>
        JSON.stringify({
          title: `Harbour bridge closed ${at}`,
          outlet: `Outlet ${at}`,
          url: `https://outlet${at}.example/news`,
          date: '2026-03-12T06:30:00Z',
          text: `${bridge}\n${aside}`,
        }),
      )
      await bring('news.jsonl', lines.join('\n'))
      await settle()
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true })
    })

    test('is read by who brought it, and by nobody else, though they are alone', async () => {
      const past = await bring('late.txt', 'Late\nToo late.', '2026-03-12T11:00:00Z')
      assert.equal(past.kind === 'refused' && past.reason, 'embargo-past')
      const line = JSON.stringify({
        title: 'Harbour bridge closed: what the divers saw',
        outlet: 'Port Authority',
        url: 'https://port.example/release',
        date: '2026-03-12T11:00:00Z',
        text: `${bridge}\nDivers brought a ${secret} up from the third pier.\n${passage}`,
      })
      const made = await bring('release.jsonl', line, until)
      const again = await bring('release.jsonl', line, until)
      assert.ok(made.kind === 'imported' && made.articles[0]?.articleId)
      articleId = made.articles[0].articleId
      assert.deepEqual(again.kind === 'imported' && again.articles[0]?.articleId, articleId)
      await settle()
      const { operations } = context
      const view = await getArticle.run(operations, { id: articleId })
      assert.equal(view?.embargoUntil, until)
      storyId = view!.story!.id
      const hits = await find.run(operations, find.input.parse({ query: secret, tab: 'articles' }))
      assert.equal(hits?.articles.length, 1)
      const { text } = view!.document
      const start = text.indexOf(secret)
      const place = { articleId, documentId: view!.document.id, start, end: start + secret.length }
      await saveNote.run(operations, saveNote.input.parse({ ...place, body: 'Ask the port about this.' }))
      await operations.store.destinations.add({ ...hook, at: operations.now().toISOString() })
      await save.run(operations, { kind: 'article', target: articleId })
      assert.deepEqual(await foundBy(guest), [false, false, false])
      assert.doesNotMatch(await passedOn(), new RegExp(secret))
    })

    test('is kept from a second account, and through a restart', async () => {
      await context.operations.store.accounts.add({ ...rob, createdAt: '2026-03-12T12:00:00Z' })
      await context[Symbol.asyncDispose]()
      context = await open()
      await settle()
      assert.deepEqual(await foundBy(rob), [false, false, false])
      assert.doesNotMatch(await passedOn(), new RegExp(secret))
      const copy = JSON.stringify({
        title: 'Barges and a crane for the harbour bridge',
        outlet: 'Quay Courier',
        url: 'https://courier.example/barges',
        date: '2026-03-12T12:20:00Z',
        text: passage,
      })
      const made = await bring('copy.jsonl', copy)
      copyId = (made.kind === 'imported' && made.articles[0]?.articleId) || undefined
      await settle()
      assert.deepEqual(await sharing(rob, copyId), [])
      const feedId = await feedOf(articleId)
      const passed = await setEmbargo.run(context.operations, { id: feedId, until: '2020-01-01T00:00:00.000Z' })
      assert.equal(passed?.kind === 'refused' && passed.isMail, false)
      const asRob = { ...context.operations, reader: rob, store: context.operations.store.seenBy(rob) }
      assert.equal(await setEmbargo.run(asRob, { id: feedId }), undefined)
    })

    test('is ordinary once its moment has come, under the same id, with what was noted on it', async () => {
      clock = Date.parse(until) + 1000
      await settle()
      await settle()
      assert.deepEqual(await foundBy(guest), [true, true, true])
      assert.deepEqual(await foundBy(rob), [true, true, true])
      const view = await getArticle.run(context.operations, { id: articleId })
      assert.equal(view?.embargoUntil, undefined)
      assert.equal(view?.marks?.notes.length, 1)
      assert.equal(view?.marks?.isSaved, true)
      assert.match(await passedOn(), new RegExp(secret))
      const isCopyOfOther = true
      assert.deepEqual(await sharing(rob, copyId), [{ articleId, isCopyOfOther }], 'a copy made meanwhile is one')
      const feed = await context.operations.store.feeds.find(instanceOwner.id, await feedOf(articleId))
      assert.equal(feed?.url, 'import:port%20authority')
      assert.equal(await context.operations.store.embargoes.endIfDue(feed!.id, until), false)
      const members = (await context.operations.store.seenBy(rob).stories.members(storyId)).map(
        ({ article }) => article.id,
      )
      assert.equal(members.length, 4, 'the copy is in the story, too')
    })

    test('of a newsletter leaves only after its moment, and stays its recipient’s', async () => {
      const { store } = context.operations
      const at = context.operations.now().toISOString()
      const box = { id: 'box', readerId: instanceOwner.id, localPart: 'box', name: 'Press office', folder: '', at }
      const { feedId } = await store.newsletterAddresses.add(box)
      const entry = {
        key: 'one',
        title: `A ${secret} letter`,
        authors: [],
        categories: [],
        enclosures: [],
        contentHtml: '<p>x</p>',
      }
      const entries = [{ entry, contentHash: 'x', text: () => 'x' }]
      const result = { kind: 'parsed', title: 'Press', validators: {}, bodyHash: '', entries } as const
      await store.feeds.savePolls([{ feedId, at, nextPollAt: '9999-12-31T00:00:00.000Z', intervalMinutes: 60, result }])
      const leaving = store.seenBy({ ...instanceOwner, isLeaving: true })
      const lettersIn = async (seen: typeof store) =>
        (await seen.entries.list(instanceOwner.id, { feedId }, 10)).rows.length
      const set = (given: string | undefined) =>
        setEmbargo.run(context.operations, given === undefined ? { id: feedId } : { id: feedId, until: given })
      assert.equal(await lettersIn(leaving), 1)
      const passed = await set('2020-01-01T00:00:00.000Z')
      assert.ok(passed?.kind === 'refused' && passed.isMail)
      assert.equal((await set(new Date(clock + HOUR_MS).toISOString()))?.kind, 'set')
      assert.deepEqual([await lettersIn(leaving), await lettersIn(store.seenBy(instanceOwner))], [0, 1])
      clock += 2 * HOUR_MS
      await settle()
      assert.deepEqual([await lettersIn(leaving), await lettersIn(store.seenBy(rob))], [1, 0])
      assert.equal((await set(undefined))?.kind, 'ended')
    })

    const hook = {
      id: 'hook',
      readerId: instanceOwner.id,
      kind: 'webhook' as const,
      name: 'Hook',
      settings: { address: 'https://hook.example/' },
      secret: { token: 'x' },
      occasions: ['saved'] as const,
    }

    async function feedOf(id: ArticleId): Promise<FeedId> {
      const stored = await context.operations.store.seenBy(instanceOwner).articles.find(id)
      return (await context.operations.store.entries.find(instanceOwner.id, stored!.entryIds[0]!))!.feedId
    }
  })
