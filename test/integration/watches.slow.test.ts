import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { watchOccasions } from '../../src/core/alert.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { listAlerts } from '../../src/operations/notify/alerts.ts'
import { getWatch, listWatches, removeWatch, saveWatch, takeWatch } from '../../src/operations/notify/watches.ts'
import { dialects, makeDatabase, skipReason } from './databases.ts'

const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const again =
  'The harbour bridge at Port Alder stays shut, the city said, since divers saw that two of its piers are cracked. Mayor Ada Lindqvist told the council that ferries would take pupils and shopkeepers over the water until the piers are sound.'
const copies = 60

for (const dialect of dialects)
  test(`a watch tells each event of a week with ${copies} copies once on ${dialect}`, {
    skip: skipReason(dialect),
  }, async () => {
    const database = await makeDatabase(dialect)
    const folder = await mkdtemp(join(tmpdir(), 'twosource-watches-'))
    let clock = Date.parse('2026-03-12T12:00:00Z')
    const config = { ...readConfig({ TWOSOURCE_DATABASE: database.url }), TWOSOURCE_DATA: folder }
    const open = () =>
      createContext(
        config,
        () => {},
        () => new Date((clock += 10)),
      )
    let context = await open()
    const as = (id: string) => ({ ...context.operations, reader: { id, name: id, role: 'reader' as const } })
    const takeIn = async (articles: readonly (readonly [outlet: string, title: string, text: string])[]) => {
      const lines = articles.map(([outlet, title, text]) => {
        const url = `https://${outlet.toLowerCase().replace(/\W+/g, '-')}.example/${encodeURIComponent(title)}`
        return JSON.stringify({ title, outlet, url, publishedAt: new Date(clock).toISOString(), text })
      })
      await importFile.run(context.operations, { bytes: new TextEncoder().encode(lines.join('\n')), name: 'a.jsonl' })
      await context.pipeline.runOnce()
      clock += 60_000
      await context.pipeline.runOnce()
    }
    const told = async (id: string) =>
      (await listAlerts.run(as(id), {})).alerts.map(({ kind, isNewStory }) => (isNewStory ? 'first' : kind)).sort()
    try {
      const subject = { kind: 'source' as const, label: 'Varn Post' }
      await takeIn([['Varn Post', 'A garden', 'The library of Orrin opened a garden on its roof on Monday, she said.']])
      const target = (await context.operations.store.feeds.listSources('owner')).find(
        ({ name }) => name === 'Varn Post',
      )!.id
      await follow.run(as('ada'), { ...subject, target })
      const saved = await saveWatch.run(as('ada'), {
        ...{ ...subject, target, occasions: [...watchOccasions], isShared: true },
      })
      const own = await saveWatch.run(as('own'), { ...subject, target, occasions: ['second'], isShared: false })
      assert.deepEqual(
        (await listWatches.run(as('ben'), {})).map(({ id }) => id),
        [saved!.id],
      )
      assert.equal(await getWatch.run(as('ben'), { id: own!.id }), undefined)
      assert.equal(await takeWatch.run(as('ben'), { id: own!.id, isTaken: true }), undefined)
      assert.equal(await removeWatch.run(as('ben'), { id: saved!.id }), undefined)
      assert.equal((await takeWatch.run(as('ben'), { id: saved!.id, isTaken: true }))?.taken?.name, 'ben')
      assert.equal((await takeWatch.run(as('cleo'), { id: saved!.id, isTaken: true }))?.taken?.name, 'ben')

      await takeIn([['Varn Post', 'Harbour bridge closed', bridge]])
      assert.deepEqual(await told('ada'), ['first'])
      for (let day = 0; day < 6; day++) {
        const each = Array.from(
          { length: copies / 6 },
          (_, n) => [`Copy ${day} ${n}`, 'Bridge is closed', bridge] as const,
        )
        await takeIn(each)
        clock += 86_400_000
      }
      assert.deepEqual(await told('ada'), ['first'])
      await takeIn([['Alder Echo', 'Harbour bridge stays shut', again]])
      const expected = ['first', 'report']
      assert.deepEqual(await told('ada'), expected)
      assert.deepEqual(await told('ben'), expected)
      assert.deepEqual(await told('own'), ['report'])

      // A split, a restart, and every story told again.
      const { store } = context.operations
      const all = await store.stories.list({ from: '2000-01-01', until: '2100-01-01' }, 50)
      const row = all.find(({ title }) => /bridge/i.test(title))!
      const to = store.stories.newId()
      const half = row.dossier!.members.slice(0, 30).map(({ documentId }) => ({ documentId, to }))
      await store.stories.move(half, new Date(clock).toISOString())
      await context[Symbol.asyncDispose]()
      context = await open()
      const at = new Date(clock).toISOString()
      const keys = [...all.map(({ id }) => id), to]
      await context.operations.store.jobs.enqueue(
        keys.map((key) => ({ kind: 'refresh-story' as const, key, runAt: at })),
      )
      await context.pipeline.runOnce()
      clock += 60_000
      await context.pipeline.runOnce()
      assert.deepEqual(await told('ada'), expected)
      assert.deepEqual(await told('ben'), expected)

      await takeWatch.run(as('ben'), { id: saved!.id, isTaken: false })
      const log = (await getWatch.run(as('cleo'), { id: saved!.id }))!.log
      assert.deepEqual(log.map(({ kind }) => kind).sort(), ['returned', 'sent', 'sent', 'taken'])
    } finally {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    }
  })
