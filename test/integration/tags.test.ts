import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { ReaderIdentity } from '../../src/core/reader-identity.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { exportMarks } from '../../src/operations/library/export-marks.ts'
import { exportNotes } from '../../src/operations/library/export-notes.ts'
import { exportSaved } from '../../src/operations/library/export-saved.ts'
import { listHighlights, removeHighlight, saveHighlight } from '../../src/operations/library/highlights.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { importMarks } from '../../src/operations/library/import-marks.ts'
import { listSaved } from '../../src/operations/library/list-saved.ts'
import { save } from '../../src/operations/library/save.ts'
import { saveNote } from '../../src/operations/library/save-note.ts'
import {
  addTags,
  dropTag,
  listTags,
  removeTag,
  renameTag,
  undoTags,
  untagMany,
} from '../../src/operations/library/tags.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const text =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const url = 'https://wire.example/news'

for (const dialect of dialects)
  describe(`tags and highlights on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    let readers = 0

    async function takeIn(more = '') {
      const publishedAt = '2026-03-12T06:30:00Z'
      const line = JSON.stringify({ title: 'Bridge closed', outlet: 'Wire', url, publishedAt, text: `${more}${text}` })
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(`${line}\n`), name: 'a.jsonl' })
      await context.pipeline.runOnce()
    }
    const stored = async () => (await context.operations.store.articles.findByUrl(url))!
    /** A reader of their own, who keeps the story and the article. */
    async function newReader() {
      const reader: ReaderIdentity = { id: `reader-${++readers}`, name: 'R', role: 'reader' }
      const operations = { ...context.operations, reader }
      const { article, storyId } = await stored()
      await save.run(operations, { kind: 'story', target: storyId! })
      await save.run(operations, { kind: 'article', target: article.id })
      return { operations, story: storyId!, article: article.id }
    }

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-tags-'))
      context = await createContext(
        readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
        () => {},
        () => new Date((clock += 10)),
      )
      await takeIn()
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    test('tags are one without case and accents, and find what is saved', async () => {
      const { operations, story, article } = await newReader()
      const add = (kind: 'story' | 'article', target: string, ...names: string[]) =>
        addTags.run(operations, addTags.input.parse({ kind, target, names }))
      await add('story', story, ' Été  à la plage ', 'harbor')
      await add('article', article, 'ete a la plage')
      assert.equal(await add('story', 'nowhere', 'x'), undefined)
      for (const name of ['', ' ', '\u0301', 'x'.repeat(61)])
        assert.equal(addTags.input.safeParse({ kind: 'story', target: story, names: [name] }).success, false, name)
      const counts = (await listTags.run(operations, {})).tags.map(({ count }) => count)
      assert.deepEqual(counts, [2, 1])
      const found = async (input: { tag?: string; query?: string }) =>
        (await listSaved.run(operations, { page: 1, ...input })).items.map(({ kind }) => kind).sort()
      assert.deepEqual(await found({ tag: 'ÉTÉ à la plage' }), ['article', 'story'])
      assert.deepEqual(await found({ tag: 'harbor' }), ['story'])
      assert.deepEqual(await found({ query: 'plage bridge' }), ['article', 'story'])
      assert.deepEqual(await found({ tag: 'none' }), [])
      assert.match((await exportSaved.run(operations, { format: 'md' })).text, /#harbor/)
      const was = await removeTag.run(operations, { kind: 'story', target: story, name: 'HARBOR' })
      assert.equal(was?.name, 'harbor')
      assert.equal(await removeTag.run(operations, { kind: 'story', target: story, name: 'harbor' }), undefined)
    })

    test('tags are taken off many at once, whatever their case, and off nothing else', async () => {
      const { operations, story, article } = await newReader()
      const { operations: other } = await newReader()
      const on = { story: { kind: 'story', target: story }, article: { kind: 'article', target: article } } as const
      await addTags.run(operations, { ...on.story, names: ['sea', 'port', 'pier'] })
      await addTags.run(operations, { ...on.article, names: ['sea', 'port'] })
      await addTags.run(other, { ...on.story, names: ['sea'] })
      assert.deepEqual(await untagMany.run(operations, { items: [on.story], names: ['SEA', 'Pier', 'none'] }), {
        count: 2,
      })
      const left = async () =>
        (await operations.store.tags.list(operations.reader.id)).map((tag) => `${tag.kind} ${tag.name}`)
      assert.deepEqual((await left()).toSorted(), ['article port', 'article sea', 'story port'])
      const items = [on.story, on.article, { kind: 'entry' as const, target: '1' }]
      assert.deepEqual(await untagMany.run(operations, { items, names: ['sea', 'port'] }), { count: 3 })
      assert.deepEqual(await left(), [])
      assert.deepEqual((await listTags.run(other, {})).tags, [{ name: 'sea', count: 1 }])
    })

    test('a tag is renamed, merged and dropped, and each can be undone as it was', async () => {
      const { operations, story, article } = await newReader()
      const { operations: other } = await newReader()
      await addTags.run(operations, { kind: 'story', target: story, names: ['sea', 'port'] })
      await addTags.run(operations, { kind: 'article', target: article, names: ['sea'] })
      await addTags.run(other, { kind: 'story', target: story, names: ['sea'] })
      const all = async () => operations.store.tags.list(operations.reader.id)
      const before = await all()
      const merged = (await renameTag.run(operations, { name: 'SEA', to: 'Port' }))!
      assert.equal(merged.count, 2)
      assert.deepEqual(
        (await listTags.run(operations, {})).tags.map(({ count }) => count),
        [2],
      )
      assert.equal(await undoTags.run(other, { undoId: merged.undoId }), undefined)
      assert.deepEqual(await undoTags.run(operations, { undoId: merged.undoId }), { count: 2 })
      assert.deepEqual(await all(), before)
      assert.equal(await undoTags.run(operations, { undoId: merged.undoId }), undefined, 'once')
      const dropped = (await dropTag.run(operations, { name: 'sea' }))!
      assert.equal((await all()).length, 1)
      await undoTags.run(operations, { undoId: dropped.undoId })
      assert.deepEqual(await all(), before)
      const spelled = (await renameTag.run(operations, { name: 'sea', to: 'Sea' }))!
      assert.ok((await all()).some(({ name }) => name === 'Sea'))
      await undoTags.run(operations, { undoId: spelled.undoId })
      assert.deepEqual(await all(), before)
      assert.equal(await renameTag.run(operations, { name: 'none', to: 'x' }), undefined)
      assert.deepEqual((await listTags.run(other, {})).tags, [{ name: 'sea', count: 1 }])
    })

    test('a highlight stays on its words when the article is changed', async () => {
      const { operations, article } = await newReader()
      const { document } = await stored()
      const start = document.text.indexOf('Ferries carry')
      const place = { articleId: article, documentId: document.id, start, end: document.text.length }
      const made = (await saveHighlight.run(operations, { ...place, color: 'green' }))!
      assert.equal(await saveHighlight.run(operations, { ...place, end: place.end + 1, color: 'green' }), undefined)
      assert.equal((await saveHighlight.run(operations, { id: made.id, color: 'pink' }))?.color, 'pink')
      await takeIn('The mayor spoke at noon. ')
      const view = (await getArticle.run(operations, { id: article }))!
      const [placed] = view.marks!.highlights!
      assert.equal(view.document.text.slice(placed!.span!.start, placed!.span!.end), made.selector.exact)
      const { highlights } = await listHighlights.run(operations, {})
      assert.deepEqual(
        highlights.map(({ highlight, citation }) => [highlight.color, citation.exact]),
        [['pink', made.selector.exact]],
      )
      assert.deepEqual((await removeHighlight.run(operations, { id: made.id }))?.selector, made.selector)
      assert.deepEqual((await listHighlights.run(operations, {})).highlights, [])
    })

    test('notes, highlights and tags go out as Web Annotations and come back without loss', async () => {
      const { operations, story, article } = await newReader()
      const { document } = await stored()
      const place = { articleId: article, documentId: document.id, start: 0, end: 9 }
      await saveNote.run(operations, { ...place, body: 'Who <says> so?\nAsk.' })
      await saveHighlight.run(operations, { ...place, end: 20, color: 'blue' })
      await addTags.run(operations, { kind: 'story', target: story, names: ['sea: harbor'] })
      await addTags.run(operations, { kind: 'article', target: article, names: ['ميناء'] })
      const { text: file } = await exportNotes.run(operations, { format: 'jsonld' })
      const { total, first } = JSON.parse(file)
      assert.deepEqual(
        [total, first.items.map(({ motivation }: { motivation: string }) => motivation)],
        [4, ['commenting', 'highlighting', 'tagging', 'tagging']],
      )
      assert.deepEqual(first.items[1].target.selector[0], { type: 'TextPositionSelector', start: 0, end: 20 })
      // Another reader of the same instance takes in the same file, and has all of it.
      const { operations: other } = await newReader()
      const imported = await importMarks.run(other, { text: file })
      assert.deepEqual(imported, { kind: 'imported', counts: { notes: 1, highlights: 1, tags: 2, skipped: 0 } })
      assert.equal((await exportNotes.run(other, { format: 'jsonld' })).text, file)
      await importMarks.run(other, { text: file })
      assert.equal((await exportNotes.run(other, { format: 'jsonld' })).text, file, 'safe to repeat')

      const marks = (await exportMarks.run(operations, {})).text
      const { operations: third } = await newReader()
      await importMarks.run(third, { text: marks })
      assert.equal((await exportNotes.run(third, { format: 'jsonld' })).text, file)
    })

    test('an annotation of another program finds its words by the address and the quotation', async () => {
      const { operations } = await newReader()
      const target = (exact: string, source = url) => ({
        source,
        selector: [{ type: 'TextQuoteSelector', exact, prefix: 'said. ', suffix: '' }],
      })
      const annotation = (id: string, more: object) => ({ id, type: 'Annotation', ...more })
      const items = [
        annotation('https://notes.example/1', {
          motivation: 'commenting',
          created: '2026-03-12T10:00:00+01:00',
          body: { type: 'TextualBody', value: 'Mine' },
          target: target('Ferries carry shopkeepers'),
        }),
        annotation('https://notes.example/2', { motivation: 'highlighting', target: target('no such words') }),
        annotation('https://notes.example/3', {
          motivation: 'highlighting',
          target: target('x', 'https://else.example'),
        }),
        { nonsense: true },
      ]
      const result = await importMarks.run(operations, {
        text: JSON.stringify({ type: 'AnnotationPage', items }),
      })
      assert.deepEqual(result, { kind: 'imported', counts: { notes: 1, highlights: 0, tags: 0, skipped: 3 } })
      const [note] = (await operations.store.notes.list(operations.reader.id, 5)).rows
      const { document } = await stored()
      const { span, exact } = note!.selector
      assert.equal(document.text.slice(span.start, span.end), exact)
      assert.equal(note!.at, '2026-03-12T09:00:00.000Z')
    })
  })
