import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { noDovecot, startDovecot } from '../imap-server.ts'
import { until } from '../until.ts'
import { startProduct } from './product.ts'

const folder = mkdtempSync(join(tmpdir(), 'twosource-mailbox-process-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const database = join(folder, 'twosource.db')
const COUNT = 120

async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(database)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const titles = (store: Store) => store.entries.list('owner', {}, 500).then(({ rows }) => rows.map(({ title }) => title))

test('no letter is lost or doubled when the process is killed while it fetches', { skip: noDovecot }, async () => {
  const server = await startDovecot()
  try {
    for (let letter = 0; letter < COUNT; letter++)
      server.deliver(
        `From: Sender ${letter % 7} <sender${letter % 7}@notes.example>\nSubject: ${letter}\nMessage-ID: <${letter}@notes.example>\nList-Unsubscribe: <https://notes.example/>\n\nText ${letter}.\n`,
      )
    const { user, password, port } = server
    const place = { host: '127.0.0.1', port, security: 'starttls', user, password, folder: 'INBOX' } as const
    const box = { id: 'box', readerId: 'owner', ...place, senders: [], feedFolder: '', at: '2026-03-12T12:00:00.000Z' }
    await inStore((store) => store.mailboxes.add(box))
    const settings = { TWOSOURCE_DATA: folder, TWOSOURCE_PORT: '0', TWOSOURCE_ALLOW_PRIVATE: 'true' }
    const counts: number[] = []
    let isWhole = false
    while (!isWhole) {
      const product = startProduct(['serve'], settings)
      const before = counts.at(-1) ?? 0
      const reached = await inStore((store) =>
        until('letters come', async () => {
          const { length } = await titles(store)
          return length === COUNT || length >= before + 25 ? length : undefined
        }),
      )
      isWhole = reached === COUNT
      product.child.kill(isWhole ? 'SIGTERM' : 'SIGKILL')
      await product.ended
      counts.push(await inStore(async (store) => (await titles(store)).length))
      assert.doesNotMatch(product.written.err, /notes\.example|pass/)
      // Another process waits until the lease of the one that was killed is over.
      await inStore((store) => store.mailboxes.release(box, box.at))
    }
    assert.ok(counts.length > 2, `It was not cut short: ${counts}`)
    const all = await inStore(titles)
    assert.equal(all.length, COUNT)
    assert.equal(new Set(all).size, COUNT)
    assert.equal(await inStore(async (store) => (await store.feeds.list('owner')).length), 7)
  } finally {
    await server.stop()
  }
})
