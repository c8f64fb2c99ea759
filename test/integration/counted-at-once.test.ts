import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { asId, type ShareId } from '../../src/core/ids.ts'
import { readPairs } from '../../src/core/translation.ts'
import { chooseTranslation } from '../../src/operations/articles/translation/translation-settings.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { share } from '../../src/operations/library/share.ts'
import { addAlertChannel } from '../../src/operations/notify/alert-channels.ts'
import { addDestination } from '../../src/operations/notify/destinations.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'

const text =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. Ferries carry pupils across.'
const reader = { id: 'ann', name: 'Ann', role: 'reader' } as const

for (const dialect of dialects)
  describe(`what is counted for a reader, asked for many times at once on ${dialect}`, {
    skip: skipReason(dialect),
  }, () => {
    let database: TestDatabase
    let folder: string
    let context: Context
    let hers: OperationContext

    before(async () => {
      database = await makeDatabase(dialect)
      folder = await mkdtemp(join(tmpdir(), 'twosource-counted-'))
      context = await createContext(
        readConfig({
          TWOSOURCE_DATABASE: database.url,
          TWOSOURCE_DATA: folder,
        }),
        () => {},
      )
      hers = { ...context.operations, reader }
      const article = { title: 'Bridge closed', outlet: 'Wire', url: 'https://wire.example/a', text }
      const bytes = new TextEncoder().encode(`${JSON.stringify({ ...article, publishedAt: '2026-03-12T06:30:00Z' })}\n`)
      await importFile.run(context.operations, { bytes, name: 'a.jsonl' })
      await context.pipeline.runOnce()
    })
    after(async () => {
      await context[Symbol.asyncDispose]()
      await database.remove()
      await rm(folder, { recursive: true, force: true })
    })

    const times = <Done>(count: number, act: (number: number) => Promise<Done>) =>
      Promise.all(Array.from({ length: count }, (_, number) => act(number)))

    test('public links: five hundred that are open', async () => {
      const { shares } = hers.store
      const link = { kind: 'brief', target: '2026-03-12', title: '', moment: '2026-03-12T12:00:00Z' } as const
      for (let number = 0; number < 497; number++) {
        const made = { ...link, id: asId<ShareId>(`link-${number}`), isEmbeddable: false, madeAt: link.moment }
        await shares.add(reader.id, made, `hash-${number}`, '{}')
      }
      const [story] = await hers.store.stories.listOutlines({ from: '2026-03-01', until: '2026-04-01' })
      await times(8, () => share.run(hers, { kind: 'story', target: story!.id, lasts: 'always', isEmbeddable: false }))
      assert.equal((await shares.list(reader.id)).length, 500)
    })

    test('places to send to: thirty', async () => {
      const settings = { address: 'https://hooks.example/a' }
      await times(50, () => addDestination.run(hers, { kind: 'webhook', name: '', occasions: [], settings }))
      assert.equal((await hers.store.destinations.list(reader.id)).length, 30)
    })

    test('ways of being told: twelve', async () => {
      await times(30, (number) =>
        addAlertChannel.run(hers, { kind: 'webhook', url: `https://hooks.example/${number}` }),
      )
      const own = (await hers.store.alerts.channels(reader.id)).filter(({ kind }) => kind === 'webhook')
      assert.equal(own.length, 12)
    })

    test('pairs of languages: sixty', async () => {
      const letters = [...'abcdefghijklmnopqrstuvwxyz'].slice(0, 10)
      const tags = letters.flatMap((one) => letters.map((other) => `${one}${other}`))
      await times(tags.length, (number) =>
        chooseTranslation.run(hers, { from: tags[number]!, to: 'en', wish: 'offer' }),
      )
      assert.equal(readPairs(await hers.store.preferences.all(reader.id)).length, 60)
    })
  })
