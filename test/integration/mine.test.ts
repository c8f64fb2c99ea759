import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { ownerId } from '../../src/core/reader-identity.ts'
import { setPreferences } from '../../src/operations/accounts/preferences.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { listEntries } from '../../src/operations/articles/list-entries.ts'
import { getToday } from '../../src/operations/day/get-today.ts'
import { exportMarks } from '../../src/operations/library/export-marks.ts'
import { exportNotes } from '../../src/operations/library/export-notes.ts'
import { exportSaved } from '../../src/operations/library/export-saved.ts'
import { follow, unfollow } from '../../src/operations/library/follow.ts'
import { getFollowing } from '../../src/operations/library/get-following.ts'
import { clearHistory, getHistory } from '../../src/operations/library/get-history.ts'
import { getNoteForm, listNotes } from '../../src/operations/library/get-notes.ts'
import { removeHighlight, saveHighlight } from '../../src/operations/library/highlights.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { importMarks } from '../../src/operations/library/import-marks.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { mute, unmute } from '../../src/operations/library/mute.ts'
import { save, unsave } from '../../src/operations/library/save.ts'
import { removeNote, saveNote } from '../../src/operations/library/save-note.ts'
import { search } from '../../src/operations/search/search.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { mergeStories, undoChoice } from '../../src/operations/stories/story-choices.ts'
import { openPostgres } from '../../src/store/engine/postgres.ts'
import { openSqlite, sqliteTypes } from '../../src/store/engine/sqlite.ts'
import { savesAndStars } from '../../src/store/migrations/0044-saves-and-stars.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. “We want rest between carriages,” said Petra Novak, who leads the union. The company went to court over the depot.'
const asides = [
  'At the market hall a baker counted her lost customers and wrote a sign for the window.',
  'An old timetable hangs in the waiting room, and somebody has drawn a heron on it.',
  'The council sits again on Thursday, when the price of the work is to be read aloud.',
]
const HOUR_MS = 3_600_000

for (const dialect of dialects)
  describe(`what belongs to the reader in the product on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')

    const urlOf = (name: string) => `https://${name}.example/news`
    async function takeIn(names: readonly string[], more = '', publishedAt = new Date(clock).toISOString()) {
      const lines = names.map((name) => {
        const number = Number(/\d+/.exec(name)?.[0] ?? 0)
        const isBridge = name.startsWith('bridge')
        return JSON.stringify({
          title: isBridge ? `Harbour bridge closed, ${number}` : `Tram strike goes on, ${number}`,
          outlet: `Outlet ${name}`,
          url: urlOf(name),
          publishedAt,
          text: `${more}${isBridge ? bridge : tram}\n${asides[number % asides.length]}`,
        })
      })
      const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
    }
    const articleOf = async (name: string) => (await context.operations.store.articles.findByUrl(urlOf(name)))!
    const storyOf = async (name: string) => (await articleOf(name)).storyId!
    const following = (muted?: 'show') => getFollowing.run(context.operations, { looks: true, ...(muted && { muted }) })
    const titles = (list: readonly { readonly title: string }[]) => list.map(({ title }) => title).sort()
    const pass = (hours: number) => (clock += hours * HOUR_MS)

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-mine-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 10)),
      )
      await takeIn(['bridge1', 'bridge2', 'tram1', 'tram2'], '', '2026-03-12T06:30:00Z')
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('a person followed is told of with what they said, until it was looked at', async () => {
      const { operations } = context
      const story = (await getStory.run(operations, { id: await storyOf('bridge1') }))!
      const speaker = story.dossier.ledger[0]!.speaker
      await follow.run(operations, { kind: 'entity', target: speaker.id, label: speaker.name })
      const first = (await following()).followed[0]!
      assert.ok(first.isFirstLook)
      assert.equal(first.counts.stories, 1)
      assert.ok(first.counts.quotes >= 1)
      const [quote] = first.quotes
      const document = await operations.store.articles.findDocument(quote!.citation.documentId)
      const { span, exact } = quote!.citation
      assert.equal(document?.text.slice(span.start, span.end), exact, 'letter by letter')
      assert.deepEqual((await following()).followed[0]?.counts, first.counts, 'the same visit sees the same')
      pass(1)
      const later = (await following()).followed[0]!
      assert.deepEqual([later.isFirstLook, later.newestAt], [false, undefined])
      await takeIn(['bridge3'], '“Nobody shall swim to school,” Mayor Ada Lindqvist said.\n')
      pass(1)
      const fresh = (await following()).followed[0]!
      assert.equal(fresh.counts.stories, 1)
      assert.ok(fresh.quotes.every(({ document }) => Date.parse(document.publishedAt) > Date.parse(fresh.since)))
      const was = await unfollow.run(operations, { kind: 'entity', target: speaker.id })
      assert.equal(was?.label, speaker.name)
      assert.deepEqual((await following()).followed, [])
    })

    test('a muted word is left out everywhere, which says so, and can be shown for once', async () => {
      const { operations } = context
      const made = await mute.run(operations, { kind: 'word', target: 'trams', label: 'trams', period: 'week' })
      assert.equal(Date.parse(made.until!) - Date.parse(made.at), 7 * 24 * HOUR_MS)
      const today = await getToday.run(operations, {})
      assert.deepEqual(
        titles(today.stories).filter((title) => title.startsWith('Tram')),
        [],
      )
      assert.equal(today.hidden?.total, today.hidden?.counts[0]?.count)
      assert.deepEqual([today.hidden?.counts[0]?.label, today.hidden?.isShown], ['trams', false])
      const shown = await getToday.run(operations, { muted: 'show' })
      assert.ok(titles(shown.stories).some((title) => title.startsWith('Tram')))
      assert.equal(shown.hidden?.isShown, true)
      const asked = { show: 'all', order: 'newest', hasText: false } as const
      const river = await listEntries.run(operations, asked)
      assert.ok(river!.entries.every(({ title }) => !title.startsWith('Tram')))
      assert.equal(river!.hidden?.total, 2)
      assert.equal(
        (await listEntries.run(operations, { ...asked, muted: 'show' }))?.entries.length,
        river!.entries.length + 2,
      )
      const found = await search.run(operations, { query: 'tram' })
      assert.ok(found.hits.every(({ title }) => !title.startsWith('Tram')))
      assert.ok((found.hidden?.total ?? 0) >= 2)
      assert.equal((await following()).hidden, undefined, 'nothing of what is followed')
      const story = await storyOf('tram1')
      await follow.run(operations, { kind: 'story', target: story })
      assert.equal((await following()).hidden?.counts[0]?.label, 'trams')
      assert.equal((await following('show')).followed[0]?.counts.stories, 1)
      await unfollow.run(operations, { kind: 'story', target: story })
      assert.equal((await following()).mutes.length, 1)
      assert.ok((await unmute.run(operations, { id: made.id }))?.until)
      assert.equal((await getToday.run(operations, {})).hidden, undefined)
    })

    test('what cannot be muted is refused', () => {
      for (const target of ['…', 'a', ' ', ''])
        assert.equal(mute.input.safeParse({ kind: 'word', target }).success, false, target)
      assert.equal(mute.input.safeParse({ kind: 'word', target: '足球' }).success, true)
    })

    test('what is saved is listed, found by words without accents, and goes with a merge', async () => {
      const { operations } = context
      const [story, other] = [await storyOf('bridge1'), await storyOf('tram1')]
      const { article } = await articleOf('tram2')
      await save.run(operations, { kind: 'story', target: other })
      await save.run(operations, { kind: 'article', target: article.id })
      assert.equal(await save.run(operations, { kind: 'story', target: 'nowhere' }), undefined)
      const entry = (await listEntries.run(operations, { show: 'all', order: 'newest', hasText: false }))!.entries[0]!
      await operations.store.entries.setStarred('owner', entry.id, true, new Date(clock).toISOString())
      const all = await listSaved.run(operations, { page: 1 })
      assert.deepEqual(all.counts, { all: 3, story: 1, article: 1, entry: 1 })
      assert.deepEqual(
        (await listSaved.run(operations, { page: 1, kind: 'article', query: 'TRÁM strike' })).items.map(
          ({ target }) => target,
        ),
        [article.id],
      )
      assert.equal((await listSaved.run(operations, { page: 9, query: 'nothing like it' })).total, 0)
      const merged = await mergeStories.run(operations, { story, other })
      assert.ok(
        (await listSaved.run(operations, { page: 1, kind: 'story' })).items.some(({ target }) => target === story),
      )
      assert.equal((await getStory.run(operations, { id: other }))?.marks?.isSaved, true)
      assert.ok(merged && 'choice' in merged)
      await undoChoice.run(operations, { id: merged.choice.id })
      assert.equal(await operations.store.saves.has(ownerId, 'story', other), true)
      const markdown = await exportSaved.run(operations, { format: 'md' })
      assert.match(markdown.text, /\[Tram strike goes on, 2\]\(<https:\/\/tram2\.example\/news>\)/)
      const json = JSON.parse((await exportSaved.run(operations, { format: 'json' })).text)
      assert.equal(json.saved.length, 3)
      await unsave.run(operations, { kind: 'story', target: other })
    })

    test('a note stays on its sentence when the article is changed, and says so when the sentence is gone', async () => {
      const { operations } = context
      const { article, document } = await articleOf('bridge2')
      const start = document.text.indexOf('Ferries carry')
      const form = await getNoteForm.run(operations, { articleId: article.id, start, end: start + 7 })
      assert.ok(form!.sentences.some(({ exact }) => exact.startsWith('Ferries carry')))
      const sentence = form!.sentences.find(({ exact }) => exact.startsWith('Ferries carry'))!
      const body = 'Who pays for them?\r\nSee <b>budget</b>.'
      const given = saveNote.input.parse({ articleId: article.id, ...sentence.span, body })
      const note = (await saveNote.run(operations, given))!
      assert.equal(note.body, 'Who pays for them?\nSee <b>budget</b>.')
      assert.equal(note.selector.exact, sentence.exact)
      await takeIn(['bridge2'], 'The mayor spoke at noon.\n', '2026-03-12T06:30:00Z')
      const view = (await getArticle.run(operations, { id: article.id }))!
      assert.notEqual(view.document.id, document.id)
      const [placed] = view.marks!.notes
      assert.equal(view.document.text.slice(placed!.span!.start, placed!.span!.end), sentence.exact)
      assert.ok(placed!.span!.start > sentence.span.start)
      const [listed] = (await listNotes.run(operations, {})).notes
      assert.equal(listed!.citation.documentId, document.id)
      assert.equal(document.text.slice(listed!.citation.span.start, listed!.citation.span.end), listed!.citation.exact)
      const changed = await saveNote.run(operations, { id: note.id, body: 'Changed.' })
      assert.equal(changed?.at, note.at)
      assert.equal(await saveNote.run(operations, { id: 'none' as never, body: 'x' }), undefined)
      assert.equal(saveNote.input.safeParse({ id: note.id, body: ' \n ' }).success, false)
      assert.equal(saveNote.input.safeParse({ id: note.id, body: 'x'.repeat(10_001) }).success, false)
      const out = { articleId: article.id, documentId: document.id, start: 0, end: document.text.length + 1, body: 'x' }
      assert.equal(await saveNote.run(operations, out), undefined)
      assert.equal(await getNoteForm.run(operations, { articleId: article.id, start: 5, end: 5 }), undefined)

      const exported = JSON.parse((await exportNotes.run(operations, { format: 'jsonld' })).text)
      const [annotation] = exported.first.items
      assert.equal(annotation.target.source, urlOf('bridge2'))
      assert.deepEqual(annotation.target.selector[1].exact, sentence.exact)
      assert.equal(annotation.body.value, 'Changed.')
      assert.match((await exportNotes.run(operations, { format: 'md' })).text, /> Ferries carry/)

      await removeNote.run(operations, { id: note.id })
      assert.equal((await getArticle.run(operations, { id: article.id }))?.marks?.notes.length, 0)
      await saveNote.run(operations, { ...given, id: note.id, at: note.at } as never)
      assert.equal((await listNotes.run(operations, {})).notes[0]?.note.at, note.at)
    })

    test('a note that is changed while the clock has gone back keeps what was written last', async () => {
      const { operations } = context
      const { article } = await articleOf('bridge2')
      const given = saveNote.input.parse({ articleId: article.id, start: 0, end: 20, body: 'First.' })
      const note = (await saveNote.run(operations, given))!
      clock -= HOUR_MS
      const changed = (await saveNote.run(operations, { id: note.id, body: 'Second.' }))!
      clock += HOUR_MS
      const kept = async () => (await getNoteForm.run(operations, { id: note.id }))?.note
      assert.equal((await kept())?.body, 'Second.')
      assert.deepEqual(await kept(), changed)
      await removeNote.run(operations, { id: note.id })
    })

    test('a note that was changed elsewhere is not written over unseen', async () => {
      const { operations } = context
      const { article } = await articleOf('bridge2')
      const given = saveNote.input.parse({ articleId: article.id, start: 0, end: 20, body: 'As both windows show it.' })
      const note = (await saveNote.run(operations, given))!
      const was = note.changedAt
      assert.ok(await saveNote.run(operations, { id: note.id, body: 'Of the first window.', was }))
      assert.equal(await saveNote.run(operations, { id: note.id, body: 'Of the second window.', was }), undefined)
      const kept = (await getNoteForm.run(operations, { id: note.id }))!.note!
      assert.equal(kept.body, 'Of the first window.')
      assert.ok(await saveNote.run(operations, { id: note.id, body: 'Seen.', was: kept.changedAt }))
      await removeNote.run(operations, { id: note.id })
    })

    test('of two who change a note at once one is told, and none brings back what was removed', async () => {
      const { operations } = context
      const { article } = await articleOf('bridge2')
      const given = saveNote.input.parse({ articleId: article.id, start: 0, end: 20, body: 'As both windows show it.' })
      const { id, changedAt: was } = (await saveNote.run(operations, given))!
      const changes = ['One.', 'Two.'].map((body) => saveNote.run(operations, { id, body, was }))
      const [kept, ...others] = (await Promise.all(changes)).filter((change) => change !== undefined)
      assert.ok(kept && others.length === 0)
      assert.deepEqual((await getNoteForm.run(operations, { id }))?.note, kept)
      const marked = saveHighlight.input.parse({ articleId: article.id, start: 0, end: 20, color: 'green' })
      const { id: highlight } = (await saveHighlight.run(operations, marked))!
      await Promise.all([
        removeNote.run(operations, { id }),
        saveNote.run(operations, { id, body: 'Three.' }),
        removeHighlight.run(operations, { id: highlight }),
        saveHighlight.run(operations, { id: highlight, color: 'yellow' }),
      ])
      const { marks } = (await getArticle.run(operations, { id: article.id }))!
      assert.ok(!marks?.notes.some(({ note }) => note.id === id))
      assert.ok(!marks?.highlights?.some((placed) => placed.highlight.id === highlight))
    })

    test('a story tells what came since it was read, once for each real visit', async () => {
      const { operations } = context
      const id = await storyOf('bridge1')
      const read = async () => (await getStory.run(operations, { id, reads: true }))!
      await clearHistory.run(operations, {})
      assert.equal((await read()).sinceRead, undefined, 'the first time')
      assert.equal((await getStory.run(operations, { id })) === undefined, false)
      pass(2)
      assert.deepEqual((await read()).sinceRead?.items, [])
      await takeIn(['bridge4'], '“We were not asked,” Mayor Ada Lindqvist said.\n')
      pass(0.1)
      const again = await read()
      assert.ok(
        again.sinceRead!.items.some(({ kind }) => kind === 'article'),
        'a visit goes on for half an hour',
      )
      pass(3)
      assert.deepEqual((await read()).sinceRead?.items, [])
      pass(1)
      const before = new Date(clock - 2 * HOUR_MS).toISOString()
      await takeIn(['bridge5'], '“It came late,” Mayor Ada Lindqvist said.\n', before)
      pass(0.1)
      const [late] = (await read()).sinceRead!.items.filter(({ kind }) => kind === 'article')
      assert.equal(late?.at, before, 'published before the story was read, and read here after')
      assert.ok(late.cameAt && late.cameAt > before)
      pass(3)
      assert.deepEqual((await read()).sinceRead?.items, [])
      await getArticle.run(operations, { id: (await articleOf('bridge1')).article.id, reads: true })
      const { items } = await getHistory.run(operations, {})
      assert.deepEqual(
        items.map(({ kind }) => kind),
        ['article', 'story'],
      )
    })

    test('history can be turned off, and forgotten', async () => {
      const { operations } = context
      await setPreferences.run(operations, { preferences: { history: 'off' } })
      await getStory.run(operations, { id: await storyOf('tram1'), reads: true })
      const view = await getHistory.run(operations, {})
      assert.deepEqual([view.isOn, view.items.length], [false, 2])
      await setPreferences.run(operations, { preferences: { history: 'on' } })
      assert.equal((await clearHistory.run(operations, { kind: 'article', target: view.items[0]!.target })).count, 1)
      assert.equal((await clearHistory.run(operations, {})).count, 1)
      assert.deepEqual((await getHistory.run(operations, {})).items, [])
    })

    test('articles saved before saves and stars were one get their star, once, and keep what is read', async () => {
      const { operations } = context
      const { article } = await articleOf('bridge2')
      const entry = async () => (await getArticle.run(operations, { id: article.id }))?.entry
      await unsave.run(operations, { kind: 'article', target: article.id })
      const wasRead = (await entry())?.isRead
      const at = '2026-04-02T03:04:05.000Z'
      const row = { reader_id: ownerId, kind: 'article', target: article.id, title: 'Old', at }
      const engine =
        dialect === 'sqlite'
          ? await openSqlite(database.url)
          : await openPostgres(database.url, { connections: 2, ...(database.schema && { schema: database.schema }) })
      try {
        await engine.write(async (tx) => {
          await tx.insertInto('saved').values(row).execute()
          for (const statement of ['once', 'twice'].flatMap(() => savesAndStars.statements(sqliteTypes)))
            await sql.raw(statement).execute(tx)
        })
      } finally {
        await engine.close()
      }
      assert.deepEqual([(await entry())?.isStarred, (await entry())?.isRead], [true, wasRead])
      const [star] = await operations.store.saves.listStarred(ownerId, 100)
      assert.deepEqual([star?.articleId, star?.at], [article.id, row.at])
      await unsave.run(operations, { kind: 'article', target: article.id })
    })

    test('all marks go out and come in again, and a file that is none changes nothing', async (t) => {
      const { operations } = context
      await follow.run(operations, { kind: 'search', target: 'bridge', label: 'bridge' })
      await mute.run(operations, { kind: 'topic', target: 'Sport', period: 'always' })
      await getStory.run(operations, { id: await storyOf('bridge1'), reads: true })
      const { text } = await exportMarks.run(operations, {})
      const second = await makeDatabase(dialect)
      t.after(() => second.remove())
      const other = { ...operations, store: await second.open() }
      assert.equal((await importMarks.run(other, { text })).kind, 'imported')
      assert.equal((await importMarks.run(other, { text })).kind, 'imported', 'twice')
      const again = JSON.parse((await exportMarks.run(other, {})).text)
      // What is read waits there for feeds of the same address.
      const { exportedAt: _a, house: _c, reading: _e, ...given } = JSON.parse(text)
      const { exportedAt: _b, house: _d, reading: _f, ...taken } = again
      // A star whose entry is not there is that of a link.
      assert.equal(given.stars.length, 2)
      const linked = given.stars.map((star: { url: string }) => ({ ...star, feed: `import:${new URL(star.url).host}` }))
      assert.deepEqual(taken, { ...given, stars: linked })
      for (const bad of [
        '',
        'x',
        '[]',
        '{"format":"twosource-marks","version":2}',
        `{"format":"twosource-marks","version":1,"more":[${'{},'.repeat(100_000)}{}]}`,
        text.replace('"search"', '"planet"'),
      ]) {
        const result = await importMarks.run(other, { text: bad })
        assert.equal(result.kind, 'refused', bad.slice(0, 30))
      }
      assert.deepEqual(JSON.parse((await exportMarks.run(other, {})).text).follows, given.follows)
    })
  })
