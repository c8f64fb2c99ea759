import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { announceFeeds } from '../../src/app/outside/feed-announcer.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { announceFeedAddress, makeFeedAddress } from '../../src/operations/feeds/feed-addresses.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { serve } from '../loopback-server.ts'
import { dialects, skipReason } from './databases.ts'
import { openWebsubInstance, type WebsubInstance } from './websub-instance.ts'

const told =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. Ferries carry shopkeepers and pupils across.'

for (const dialect of dialects)
  describe(`a feed of another house, read here over a hub on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let here: WebsubInstance
    let there: Context
    let folder: string
    let base: string

    async function takeInThere(number: number) {
      const lines = [1, 2].map((outlet) =>
        JSON.stringify({
          title: `Bridge ${number} closed`,
          outlet: `Outlet ${outlet}`,
          url: `https://outlet${outlet}.example/${number}`,
          publishedAt: new Date(Date.parse(here.iso()) - 60_000).toISOString(),
          text: told.replace('bridge', `bridge number ${number}`),
        }),
      )
      await importFile.run(there.operations, {
        bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
        name: 'a.jsonl',
      })
      await there.pipeline.runOnce()
    }

    before(async () => {
      here = await openWebsubInstance(dialect, { between: {} })
      folder = await mkdtemp(join(tmpdir(), 'twosource-between-'))
      let listener: (request: IncomingMessage, response: ServerResponse) => unknown = () => {}
      base = await serve((request, response) => void listener(request, response))
      there = await createContext(
        readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true', TWOSOURCE_ANALYSIS_THREADS: '1' }),
        () => {},
        () => new Date(here.iso()),
      )
      const options = { version: '0.1.0', baseUrl: base, now: here.iso, hub: `${here.hub.address}/between` }
      const web = openWeb(there.operations, options)
      listener = getRequestListener((request, env) => web.fetch(request, env as object))
    })
    after(async () => {
      await there[Symbol.asyncDispose]()
      await here.close()
      await rm(folder, { recursive: true, force: true })
    })

    test('is told of a new story without being polled', async () => {
      await takeInThere(1)
      const made = await makeFeedAddress.run(there.operations, { kind: 'feeds', target: '' })
      assert.ok(made?.kind === 'made')
      await announceFeedAddress.run(there.operations, { id: made.address.id, isAnnounced: true })
      const url = `${base}/feed/secret/${made.address.token}.atom`
      const { added } = await here.store.feeds.addMany('owner', [{ url }], here.iso())
      await here.settle()
      assert.equal(here.hub.subscriber('between')?.['hub.topic'], url)
      const before = (await here.keys(added[0]!)).length
      const { lastPolledAt } = await here.feed(added[0]!)

      here.pass(0.2)
      await takeInThere(2)
      const { operations, log } = there
      const hub = `${here.hub.address}/between`
      const announced = await announceFeeds({ operations, log, version: '0.1.0', base, hub })
      assert.equal(announced, 1)
      await here.settle()
      const after = await here.feed(added[0]!)
      assert.equal(after.lastPolledAt, lastPolledAt)
      assert.equal(after.hub?.pushedAt, here.iso())
      assert.ok((await here.keys(added[0]!)).length > before)
    })
  })
