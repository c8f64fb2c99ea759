import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { guest } from '../../src/core/reader-identity.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { saveNote } from '../../src/operations/library/save-note.ts'
import { getShared, listShares, revokeShare, share } from '../../src/operations/library/share.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const canary = 'zqxj-private-words'
const lines = [
  [
    'wire',
    'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.',
  ],
  [
    'echo',
    'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Bakers counted their lost customers.',
  ],
] as const

for (const dialect of dialects)
  describe(`public links on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const urlOf = (name: string) => `https://${name}.example/news`
    async function takeIn(more = '') {
      const texts = lines.map(([name, text]) =>
        JSON.stringify({
          title: 'Harbour bridge closed',
          outlet: `Outlet ${name}`,
          url: urlOf(name),
          publishedAt: '2026-03-12T06:30:00Z',
          text: `${more}${text}`,
        }),
      )
      const bytes = new TextEncoder().encode(`${texts.join('\n')}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
    }

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-sharing-'))
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

    test('shows a story as it was, every sentence where its document has it, and nothing of the reader', async () => {
      const { operations } = context
      const stored = (await operations.store.articles.findByUrl(urlOf('wire')))!
      await saveNote.run(operations, { articleId: stored.article.id, start: 0, end: 9, body: canary })
      const input = share.input.parse({ kind: 'story', target: stored.storyId, isEmbeddable: true })
      const made = (await share.run(
        { ...operations, reader: { id: 'reader-a', name: canary, role: 'reader' } },
        input,
      ))!
      assert.ok(made.kind === 'made')
      const visitor = { ...operations, reader: guest }
      const before = (await getShared.run(visitor, { token: made.token }))!
      const texts = JSON.stringify(before)
      assert.ok(!texts.includes(canary) && !texts.includes('reader-a'))
      const lines = before.body.stories.flatMap(({ sections }) => sections.flatMap(({ items }) => items.flat()))
      assert.ok(lines.length >= 3)
      const full = [stored.document, (await operations.store.articles.findByUrl(urlOf('echo')))!.document]
      for (const { exact, span, source } of lines) {
        const { url } = before.body.sources[source]!
        const document = full.find(({ articleId }) => (url === urlOf('wire')) === (articleId === stored.article.id))!
        assert.equal(document.text.slice(span.start, span.end), exact)
      }
      assert.ok(!texts.includes(stored.document.text), 'never a whole article')
      await takeIn('The mayor spoke again at noon about the ferries. ')
      assert.deepEqual(await getShared.run(visitor, { token: made.token }), before, 'what came later is not in it')
    })

    test('opens nothing once it is taken back or over, and keeps its address from who reads the database', async () => {
      const { operations } = context
      const { storyId } = (await operations.store.articles.findByUrl(urlOf('wire')))!
      const reader = { id: 'reader-b', name: 'B', role: 'reader' } as const
      const own = { ...operations, reader }
      const make = async (lasts: 'week' | 'always') => {
        const made = await share.run(own, share.input.parse({ kind: 'story', target: storyId, lasts }))
        assert.ok(made?.kind === 'made')
        return made
      }
      const [week, always] = [await make('week'), await make('always')]
      const open = ({ token }: { token: string }) => getShared.run({ ...operations, reader: guest }, { token })
      assert.ok((await open(week)) && (await open(always)))
      const listed = await listShares.run(own, {})
      assert.equal(listed.shares.length, 2)
      assert.ok(!JSON.stringify(listed).includes(week.token))
      assert.deepEqual((await listShares.run({ ...own, reader: { ...reader, id: 'other' } }, {})).shares, [])
      assert.equal(
        await revokeShare.run({ ...own, reader: { ...reader, id: 'other' } }, { id: always.share.id }),
        undefined,
      )
      assert.ok(await open(always))
      assert.deepEqual(await revokeShare.run(own, { id: always.share.id }), { id: always.share.id })
      assert.equal(await open(always), undefined)
      clock += 8 * 86_400_000
      assert.equal(await open(week), undefined)
    })

    test('shows the brief of a day as anybody sees it', async () => {
      const { operations } = context
      const input = share.input.parse({ kind: 'brief', target: '2026-03-12', lasts: 'always' })
      const made = await share.run(operations, input)
      assert.ok(made?.kind === 'made')
      const view = await getShared.run({ ...operations, reader: guest }, { token: made.token })
      assert.equal(view?.moment, '2026-03-12T23:59:59.999Z')
      assert.ok(view.body.stories.length >= 1)
      assert.ok(view.body.sources.every(({ url }) => url.startsWith('https://')))
      assert.equal(await share.run(operations, { ...input, target: '2020-01-01' as never }), undefined)
    })
  })
