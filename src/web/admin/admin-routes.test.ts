import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { parseMarkup, textOf } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import { until } from '../../../test/until.ts'

const owner = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 7180 } } }
const guest = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '192.0.2.7', localPort: 7180 } } }

function served(changed: Answers = {}) {
  const example = exampleOperations()
  const web = exampleWeb({ ...example.app, ...changed }, { version: '0', now: () => now })
  const ask = (path: string, who: object = owner, init: RequestInit = {}) =>
    web.request(`http://127.0.0.1:7180${path}`, init, who)
  const post = (path: string, fields: Record<string, string> = {}, who: object = owner) =>
    ask(path, who, { method: 'POST', body: new URLSearchParams(fields) })
  return { ...example, ask, post }
}

describe('admin', () => {
  it('is the owner’s alone, every part of it, and says how to get there', async () => {
    const { ask, post, changes } = served()
    for (const path of ['/admin', '/admin/backups/twosource-2026-03-16T20-00-00Z.db']) {
      const answer = await ask(path, guest)
      assert.equal(answer.status, 403, path)
      assert.equal(textOf(parseMarkup(await answer.text()).querySelector('main code')), 'npm start doctor')
    }
    for (const path of ['/admin/backup', '/admin/check', '/admin/backups/remove'])
      assert.equal((await post(path, { name: 'x', sure: '1' }, guest)).status, 403, path)
    assert.deepEqual(changes, [])
    assert.equal((await ask('/admin')).status, 200)
  })

  it('is where jobs were', async () => {
    const answer = await served().ask('/jobs', guest)
    assert.deepEqual([answer.status, answer.headers.get('location')], [301, '/admin#failures'])
  })

  it('starts a copy and a check, and comes back to see them go on', async () => {
    const { post, changes } = served()
    for (const kind of ['backup', 'check'])
      assert.equal((await post(`/admin/${kind}`)).headers.get('location'), `/admin#${kind}`)
    assert.deepEqual(changes, [
      ['startHouseTask', { kind: 'backup' }],
      ['startHouseTask', { kind: 'check' }],
    ])
  })

  it('hands out a copy whole', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'a.db')
    writeFileSync(path, 'SQLite format 3\0')
    const name = 'twosource-2026-03-16T20-00-00Z.db'
    const { ask } = served({ find_backup: async () => ({ name, path, sizeBytes: 16, at: now, isByItself: false }) })
    const answer = await ask(`/admin/backups/${name}`)
    assert.equal(await answer.text(), 'SQLite format 3\0')
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="${name}"`)
    assert.equal((await served().ask('/admin/backups/none')).status, 404)
  })

  it('hands a copy of any size out as it is read, and holds none of it', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'large.db')
    const sizeBytes = 256 * 2 ** 20
    writeFileSync(path, '')
    truncateSync(path, sizeBytes)
    const { ask } = served({
      find_backup: async () => ({ name: 'large.db', path, sizeBytes, at: now, isByItself: false }),
    })
    const before = process.memoryUsage().arrayBuffers
    const answer = await ask('/admin/backups/large.db')
    const reader = answer.body!.getReader()
    assert.ok((await reader.read()).value!.length > 0)
    assert.ok(process.memoryUsage().arrayBuffers - before < sizeBytes / 4, 'held whole')
    await reader.cancel()
    const head = await ask('/admin/backups/large.db', owner, { method: 'HEAD' })
    assert.equal(head.headers.get('content-length'), String(sizeBytes))
    const isOpen = (fd: string) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === path
      } catch {
        return false // closed since the list was shown
      }
    }
    const open = () => (existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').filter(isOpen) : [])
    await until('every file is closed', () => open().length === 0)
  })

  it('deletes a copy only when told twice', async () => {
    const { post, changes } = served()
    const name = 'twosource-2026-03-16T20-00-00Z.db'
    assert.equal((await post('/admin/backups/remove', { name })).status, 400)
    assert.equal((await post('/admin/backups/remove', { name: 'other', sure: '1' })).status, 400)
    assert.deepEqual(changes, [])
    assert.equal((await post('/admin/backups/remove', { name, sure: '1' })).status, 303)
  })

  it('shows settings without what is secret', async () => {
    const page = parseMarkup(await (await served().ask('/admin')).text())
    assert.match(
      textOf(page.querySelector('#processes')),
      /Nobody does this now: alerts.*harbor-2 77asking feeds.*silent/s,
    )
    assert.match(textOf(page.querySelector('#settings .in-force')), /TWOSOURCE_DATABASE\s*set, not shown/)
    assert.match(
      textOf(page.querySelector('#settings .in-force')),
      /TWOSOURCE_NEW\s*a<b\s*A setting without words yet\./,
    )
  })
})
