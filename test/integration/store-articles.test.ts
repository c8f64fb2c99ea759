import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type ArticleId, asId, type DocumentId, type EntityId } from '../../src/core/ids.ts'
import type { Syndication } from '../../src/core/syndication.ts'
import type { Store, StoredEntry } from '../../src/store/store.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { at, type EntryText, ingested, parsed, polled, withEntries } from './store-fixtures.ts'

for (const dialect of dialects)
  describe(`articles on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let store: Store
    let urls = 0

    before(async () => {
      database = await makeDatabase(dialect)
      store = await database.open()
    })
    after(() => database.remove())

    const oneEntry = async (text: EntryText) =>
      (await withEntries(store, [text], `https://outlet.example/f${++urls}`))[0]!

    test('an ingest target is the entry, its source and, for a revision, the article', async () => {
      const entry = await oneEntry({ key: 'k' })
      const target = await store.articles.ingestTarget(entry.id)
      // It is read for all: nobody subscribes to it here.
      assert.deepEqual(target?.entry, { ...entry, isSubscribed: false })
      assert.equal(target?.source.name, 'The Outlet')
      assert.equal(target?.articleId, undefined)
      const one = ingested({ entry, text: 'Text.' })
      await store.articles.saveIngested([one])
      assert.equal((await store.articles.ingestTarget(entry.id))?.articleId, one.article.id)
      assert.equal(await store.articles.ingestTarget(asId('987654')), undefined)
    })

    test('an article comes back as it was saved, and saving it again changes nothing', async () => {
      const entry = await oneEntry({ key: 'k' })
      const other = asId<DocumentId>('another')
      const text = 'She said “yes – “naïve” 𝒳”. 北京。\nSecond block.'
      const base = ingested({
        entry,
        text,
        quotes: [{ said: 'yes – “naïve” 𝒳', speaker: 'She' }],
        fingerprints: [1, 2, 2, 4_294_967_295],
      })
      const span = { start: 9, end: 14 }
      const one = {
        ...base,
        annotations: {
          ...base.annotations,
          figures: {
            by: 'figures' as const,
            version: 1,
            items: [{ span, value: 1.5, unit: '€ loan', isRough: true, low: 1.5, isCumulative: false, sentence: 0 }],
          },
          commitments: {
            by: 'commitments' as const,
            version: 1,
            items: [
              { span, kind: 'plan' as const, agents: [{ span }] as const, cue: span, content: span, sentence: 0 },
            ],
          },
          signals: {
            by: 'signals' as const,
            version: 1,
            items: [{ span, kind: 'denial' as const, denied: { span }, sentence: 0 }],
          },
        },
        syndications: [
          {
            documentId: base.document.id,
            otherId: other,
            kind: 'cut-copy' as const,
            share: 0.5,
            otherShare: 0.25,
            isCopyOfOther: true,
            direction: { kind: 'credit' as const, agency: 'PA' },
            passages: [{ span: { start: 0, end: 4 }, otherSpan: { start: 3, end: 7 }, isQuotation: false }],
          },
        ],
      }
      await store.articles.saveIngested([one])
      const saved = await store.articles.find(one.article.id)
      assert.deepEqual(saved, {
        article: one.article,
        source: saved?.source,
        document: one.document,
        annotations: one.annotations,
        revisions: [{ documentId: one.document.id, title: one.document.title, at: at() }],
        syndications: one.syndications,
        entryIds: [entry.id],
      })
      const before = await store.check()
      await store.articles.saveIngested([one])
      assert.deepEqual(await store.articles.find(one.article.id), saved)
      assert.deepEqual((await store.check()).counts, before.counts)
      assert.equal((await store.entries.searchQuotes('naive', 'she', 10)).length, 1)
      assert.deepEqual(await store.articles.findDocument(one.document.id), one.document)
      assert.deepEqual(await store.articles.findByDocument(one.document.id), saved)
      assert.equal((await store.entries.find('owner', entry.id))?.articleId, one.article.id)
    })

    test('a changed text is a new document; the old one can still be read and cited', async () => {
      const entry = await oneEntry({ key: 'k' })
      const first = ingested({ entry, text: 'Three people were hurt.' })
      const second = ingested({ entry, text: 'Five people were hurt.', title: 'Toll rises', when: at(30) })
      await store.articles.saveIngested([first])
      await store.articles.saveIngested([second])
      const now = await store.articles.find(first.article.id)
      assert.equal(now?.document.text, 'Five people were hurt.')
      assert.deepEqual(
        now?.revisions.map(({ documentId, title }) => ({ documentId, title })),
        [
          { documentId: first.document.id, title: first.document.title },
          { documentId: second.document.id, title: 'Toll rises' },
        ],
      )
      const then = await store.articles.findByDocument(first.document.id)
      assert.equal(then?.document.text, 'Three people were hurt.')
      assert.equal(then?.article.title, first.article.title)
      assert.deepEqual(await store.articles.listEdited(at(29), at(31), 10), [
        { articleId: first.article.id, sourceName: 'The Outlet', title: 'Toll rises', at: at(30) },
      ])
      assert.deepEqual(await store.articles.listEdited(at(31), at(60), 10), [])
      assert.equal((await store.feeds.findSource('owner', entry.sourceId))?.editedCount, 1)
    })

    test('an outlet that takes its change back gets its first document again', async () => {
      const entry = await oneEntry({ key: 'k' })
      const first = ingested({ entry, text: 'One.' })
      const second = ingested({ entry, text: 'Two.', when: at(1) })
      for (const one of [first, second, { ...first, at: at(2) }]) await store.articles.saveIngested([one])
      const found = await store.articles.find(first.article.id)
      assert.equal(found?.document.text, 'One.')
      assert.equal(found?.revisions.length, 2)
    })

    test('one article of two entries is found from both', async () => {
      const [one, two] = await withEntries(store, [{ key: '1' }, { key: '2' }], `https://outlet.example/f${++urls}`)
      const saved = ingested({ entry: one!, text: 'Shared.', more: { entryIds: [one!.id, two!.id] } })
      await store.articles.saveIngested([saved])
      assert.deepEqual((await store.articles.find(saved.article.id))?.entryIds, [one!.id, two!.id])
      assert.equal((await store.entries.find('owner', two!.id))?.articleId, saved.article.id)
    })

    test('a text with what a database cannot keep is kept with a mark in its place, of the same length', async () => {
      const entry = await oneEntry({ key: 'k' })
      const one = ingested({ entry, text: 'a\0b\ud800c' })
      await store.articles.saveIngested([one])
      const text = (await store.articles.find(one.article.id))!.document.text
      assert.equal(text.length, 5)
      assert.match(text, /^a.b\ufffdc$/s)
    })

    test('an entry that went with its feed while it was read leaves its article', async () => {
      const entry = await oneEntry({ key: 'k' })
      const one = ingested({ entry, text: 'Read just in time.' })
      await store.articles.saveIngested([one])
      await store.feeds.remove(entry.feedId)
      await store.articles.saveIngested([one])
      const found = await store.articles.find(one.article.id)
      assert.equal(found?.document.text, 'Read just in time.')
      assert.deepEqual(found?.entryIds, [])
    })

    test('look-alikes are those that share most fingerprints, within the window', async () => {
      const prints = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)
      const entries = await withEntries(
        store,
        [{ key: '1' }, { key: '2' }, { key: '3' }, { key: '4' }],
        `https://outlet.example/f${++urls}`,
      )
      const [near, far, chance, old] = [
        ingested({ entry: entries[0]!, text: 'near', fingerprints: prints(4_000_000_000, 40) }),
        ingested({ entry: entries[1]!, text: 'far', fingerprints: prints(4_000_000_030, 40) }),
        ingested({ entry: entries[2]!, text: 'chance', fingerprints: prints(4_000_000_039, 1) }),
        ingested({ entry: entries[3]!, text: 'old', fingerprints: prints(4_000_000_000, 40), when: at(-5_000) }),
      ]
      await store.articles.saveIngested([{ ...near, article: { ...near.article, credit: 'PA' } }, far, chance, old])
      const found = await store.articles.lookAlikes(prints(4_000_000_000, 40), at(-60), 10)
      assert.deepEqual(
        found.map(({ document, sharedFingerprints, credit }) => [document.text, sharedFingerprints, credit]),
        [
          ['near', 40, 'PA'],
          ['far', 10, undefined],
        ],
      )
      const { sentences, quotes } = near.annotations
      assert.deepEqual(found[0]?.annotations, { sentences, quotes })
      assert.equal(found[0]?.sourceId, entries[0]!.sourceId)
      assert.equal(found[0]?.kind, 'article')
      assert.equal((await store.articles.lookAlikes(prints(4_000_000_000, 40), at(-6_000), 1)).length, 1)
      assert.deepEqual(await store.articles.lookAlikes([], at(-60), 10), [])
      assert.deepEqual(await store.articles.lookAlikes(prints(77, 3), at(-60), 10), [])
    })

    test('of look-alikes that share as much, the first seen are taken: the original is one of them', async () => {
      const keys = Array.from({ length: 5 }, (_, index) => ({ key: `equal-${index}` }))
      const entries = await withEntries(store, keys, `https://outlet.example/f${++urls}`)
      for (const [index, entry] of entries.entries())
        await store.articles.saveIngested([ingested({ entry, text: `equal ${index}`, fingerprints: [901, 902, 903] })])
      const found = await store.articles.lookAlikes([901, 902, 903], at(-60), 2)
      assert.deepEqual(
        found.map(({ document }) => document.text),
        ['equal 0', 'equal 1'],
      )
    })

    test('an article edited many times takes one place among the look-alikes, as it reads now', async () => {
      const entries = await withEntries(
        store,
        [{ key: 'edited' }, { key: 'copy' }],
        `https://outlet.example/f${++urls}`,
      )
      const prints = [911, 912, 913, 914]
      for (let edit = 0; edit < 6; edit += 1)
        await store.articles.saveIngested([
          ingested({ entry: entries[0]!, text: `edited ${edit}`, fingerprints: prints, when: at(edit) }),
        ])
      await store.articles.saveIngested([
        ingested({ entry: entries[1]!, text: 'copy', fingerprints: prints.slice(1), when: at(9) }),
      ])
      const found = await store.articles.lookAlikes(prints, at(-60), 2)
      assert.deepEqual(
        found.map(({ document }) => document.text),
        ['edited 5', 'copy'],
      )
    })

    test('what the articles of a story have in common with a document is found, as they read now', async () => {
      const [first, second, third] = await withEntries(
        store,
        [{ key: 's1' }, { key: 's2' }, { key: 's3' }],
        `https://outlet.example/f${++urls}`,
      )
      const storyId = store.stories.newId()
      const joins = { storyId, reason: { score: 1, sharedNames: [], sharedWords: [], copiedSentences: 1 } }
      const original = ingested({ entry: first!, text: 'Theirs.', more: { assignment: { kind: 'found' }, storyId } })
      const towards = (documentId: DocumentId): Syndication => ({
        documentId,
        otherId: original.document.id,
        kind: 'whole-copy',
        share: 0.9,
        otherShare: 0.8,
        isCopyOfOther: true,
        direction: { kind: 'time' },
        passages: [{ span: { start: 0, end: 7 }, otherSpan: { start: 1, end: 7 }, isQuotation: false }],
      })
      const copyOf = (entry: StoredEntry, text: string, isInStory: boolean) => {
        const copy = ingested({ entry, text })
        const assignment = isInStory ? ({ kind: 'join', ...joins } as const) : copy.assignment
        return { ...copy, assignment, ...(isInStory ? { storyId } : {}), syndications: [towards(copy.document.id)] }
      }
      const inStory = copyOf(second!, 'Theirs', true)
      await store.articles.saveIngested([original, inStory, copyOf(third!, 'Held', false)])
      const found = await store.articles.syndicationsTo(original.document.id, storyId)
      assert.deepEqual(found, [towards(inStory.document.id)])
      assert.deepEqual(await store.articles.syndicationsTo(inStory.document.id, storyId), [])
      await store.articles.saveIngested([{ ...copyOf(second!, 'Its own now.', true), syndications: [] }])
      assert.deepEqual(await store.articles.syndicationsTo(original.document.id, storyId), [])
    })

    test('a look-alike carries who its feed said it came from', async () => {
      const { added } = await store.feeds.addMany('owner', [{ url: `https://outlet.example/f${++urls}` }], at())
      const entry = polled({ key: 'wired' })
      await store.feeds.savePolls([
        parsed(added[0]!, [{ ...entry, entry: { ...entry.entry, origin: { title: 'Associated Press' } } }]),
      ])
      const id = await store.entries.findByKey(added[0]!, 'wired')
      const stored = (await store.entries.find('owner', id!))!
      await store.articles.saveIngested([ingested({ entry: stored, text: 'wired', fingerprints: [501, 502] })])
      const found = (await store.articles.lookAlikes([501, 502], at(-60), 1))[0]
      assert.equal(found?.origin, 'Associated Press')
      assert.equal(found?.sourceName, 'The Outlet')
    })

    test('documents whose layers are missing or old are found, in steps from the newest', async () => {
      const { articles } = store
      const every = await articles.stale({ times: 1 }, Number.MAX_SAFE_INTEGER, 1_000)
      assert.ok(every.documents.length > 2)
      assert.equal(every.next, undefined)
      assert.deepEqual((await articles.stale({ mentions: 2 }, Number.MAX_SAFE_INTEGER, 1_000)).documents, [])
      const old = await articles.stale({ mentions: 3 }, Number.MAX_SAFE_INTEGER, 1_000)
      assert.equal(old.documents.length, every.documents.length)
      const walked = []
      for (let before: number | undefined = Number.MAX_SAFE_INTEGER; before !== undefined; ) {
        const step = await articles.stale({ mentions: 3 }, before, 2)
        walked.push(...step.documents)
        before = step.next
      }
      assert.deepEqual(walked, old.documents)
    })

    test('new layers take the place of old ones, their quotes are found, and the story is told anew', async () => {
      const { articles, entries, jobs } = store
      const one = ingested({ entry: await oneEntry({ key: 'read-again' }), text: 'Told before.' })
      await articles.saveIngested([{ ...one, assignment: { kind: 'found' }, storyId: store.stories.newId() }])
      const { document } = one
      const said = { span: { start: 0, end: 5 }, kind: 'direct', pattern: 'label', confidence: 1, sentence: 0 } as const
      const speaker = { id: asId<EntityId>('person:zelda-quarn'), kind: 'person', name: 'Zelda Quarn' } as const
      const annotations = {
        quotes: { by: 'quotes', version: 9, items: [{ ...said, speaker }] },
        times: { by: 'times', version: 1, items: [] },
      } as const
      for (let time = 0; time < 2; time++) await articles.saveLayers([{ document, annotations }], at())
      const found = await articles.find(document.articleId)
      assert.deepEqual(found?.annotations, annotations)
      assert.equal((await entries.searchQuotes('', 'Zelda Quarn', 10)).length, 1)
      assert.ok(
        !(await articles.stale({ times: 1 }, Number.MAX_SAFE_INTEGER, 1)).documents.some(
          ({ id }) => id === document.id,
        ),
      )
      const waiting = await jobs.list(1_000)
      assert.ok(waiting.some(({ kind, key }) => kind === 'refresh-story' && key === found?.storyId))
      // A layer whose analyzer failed is counted, and tried again by a newer version only.
      const failed = { ...annotations, times: { by: 'times', version: -2, items: [] } } as const
      await articles.saveLayers([{ document, annotations: failed }], at())
      assert.deepEqual(await articles.failedLayers(['quotes', 'times']), [{ layer: 'times', articles: 1 }])
      const isStale = async (times: number) =>
        (await articles.stale({ times }, Number.MAX_SAFE_INTEGER, 1)).documents.some(({ id }) => id === document.id)
      assert.deepEqual([await isStale(2), await isStale(3)], [false, true])
      await articles.saveLayers([{ document, annotations }], at())
      assert.deepEqual(await articles.failedLayers(['quotes', 'times']), [])
    })

    test('what is not there is undefined', async () => {
      assert.equal(await store.articles.find(asId<ArticleId>('none')), undefined)
      assert.equal(await store.articles.findDocument(asId<DocumentId>('none')), undefined)
      assert.equal(await store.articles.findByDocument(asId<DocumentId>('none')), undefined)
    })

    test('the posts of a live page stay with the revision they are spans of', async () => {
      const entry = await oneEntry({ key: 'k' })
      const base = ingested({ entry, text: 'Three people were hurt.' })
      const posts = [{ start: 0, end: 23, at: '2026-11-03T14:20:00+01:00', stamp: '14:20', heading: 'Toll' }]
      const live = { ...base, document: { ...base.document, posts } }
      await store.articles.saveIngested([live])
      await store.articles.saveIngested([ingested({ entry, text: 'Five people were hurt.', when: at(30) })])
      assert.deepEqual((await store.articles.findDocument(live.document.id))?.posts, posts)
      assert.deepEqual((await store.articles.findByDocument(live.document.id))?.document.posts, posts)
      assert.equal((await store.articles.find(live.article.id))?.document.posts, undefined)
    })
  })
