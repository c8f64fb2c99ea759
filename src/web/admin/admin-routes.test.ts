import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { Answers } from '../../../test/examples/answers.ts'
import { parseMarkup, textOf } from '../../../test/examples/markup.ts'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { jobs, now } from '../../../test/examples/views.ts'
import { until } from '../../../test/until.ts'

const owner = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '127.0.0.1', localPort: 7180 } } }
const guest = { incoming: { httpVersion: '1.1', socket: { remoteAddress: '192.0.2.7', localPort: 7180 } } }

const feed = jobs.failingFeeds[0]!
const pages = ['/server', '/server/jobs', '/server/feeds', '/server/backup', '/server/decisions']

function served(changed: Answers = {}) {
  const example = exampleOperations()
  const web = exampleWeb({ ...example.app, ...changed }, { version: '0', now: () => now })
  const ask = (path: string, who: object = owner, init: RequestInit = {}) =>
    web.request(`http://127.0.0.1:7180${path}`, init, who)
  const post = (path: string, fields: Record<string, string> = {}, who: object = owner) =>
    ask(path, who, { method: 'POST', body: new URLSearchParams(fields) })
  return { ...example, ask, post }
}

describe('the server', () => {
  it('takes how many megabytes of pages are kept, and no other words', async () => {
    const { ask, post, changes } = served()
    const done = await post('/server/kept-pages', { megabytes: '250' })
    assert.equal(done.headers.get('location'), '/server?said=saved#kept-pages')
    assert.match(
      await (await ask('/server?said=saved')).text(),
      /id="kept-pages">[^<]+ <span class="ok2" role="status">Saved</,
    )
    for (const megabytes of ['', 'x', '-1', '1.5', '1e9'])
      assert.equal((await post('/server/kept-pages', { megabytes })).status, 400, megabytes)
    assert.equal((await post('/server/kept-pages', { megabytes: '250' }, guest)).status, 403)
    assert.deepEqual(changes, [['setKeptPages', { megabytes: 250 }]])
  })

  it('is the owner’s alone, every part of it, and says how to get there', async () => {
    const { ask, post, changes } = served()
    for (const path of [...pages, '/server/backups/twosource-2026-03-16T20-00-00Z.db']) {
      const answer = await ask(path, guest)
      assert.equal(answer.status, 403, path)
      assert.equal(textOf(parseMarkup(await answer.text()).querySelector('main code')), 'npm start doctor')
    }
    for (const path of ['/server/backup', '/server/check', '/server/backups/remove'])
      assert.equal((await post(path, { name: 'x', sure: '1' }, guest)).status, 403, path)
    assert.deepEqual(changes, [])
    for (const path of pages) assert.equal((await ask(path)).status, 200, path)
  })

  it('is where Admin and jobs were', async () => {
    for (const [former, path] of [
      ['/jobs', '/server/jobs'],
      ['/admin', '/server'],
      ['/admin/people', '/server/people'],
    ] as const) {
      const answer = await served().ask(former, guest)
      assert.deepEqual([answer.status, answer.headers.get('location')], [301, path])
    }
  })

  it('stays small with five thousand failing feeds, and shows them page by page', async () => {
    const { get_admin: getAdmin } = served().app
    const failingFeeds = Array.from({ length: 5_000 }, (_, index) => ({ ...feed, id: `feed-${index}` as never }))
    const { ask } = served({ get_admin: async () => ({ ...(await getAdmin()), failingFeeds }) })
    for (const path of [...pages, '/server/feeds?page=200'])
      assert.ok((await (await ask(path)).text()).length < 60 * 1024, path)
    const last = parseMarkup(await (await ask('/server/feeds?page=999')).text())
    assert.equal([...last.querySelectorAll('.failing > li')].length, 25)
    assert.equal(last.querySelector('[rel=prev]')?.getAttribute('href'), '/server/feeds?page=199')
    assert.equal(last.querySelector('[rel=next]'), null)
    assert.match(await (await ask('/server')).text(), /5,000 feeds can’t load/)
  })

  it('starts a copy and a check, and comes back to see them go on', async () => {
    const { post, changes } = served()
    assert.equal((await post('/server/backup')).headers.get('location'), '/server/backup')
    assert.equal((await post('/server/check')).headers.get('location'), '/server/backup#check')
    assert.deepEqual(changes, [
      ['startServerTask', { kind: 'backup' }],
      ['startServerTask', { kind: 'check' }],
    ])
  })

  it('hands out a copy whole', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'twosource-test-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'a.db')
    writeFileSync(path, 'SQLite format 3\0')
    const name = 'twosource-2026-03-16T20-00-00Z.db'
    const { ask } = served({ find_backup: async () => ({ name, path, sizeBytes: 16, at: now, isByItself: false }) })
    const answer = await ask(`/server/backups/${name}`)
    assert.equal(await answer.text(), 'SQLite format 3\0')
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="${name}"`)
    assert.equal((await served().ask('/server/backups/none')).status, 404)
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
    const answer = await ask('/server/backups/large.db')
    const reader = answer.body!.getReader()
    assert.ok((await reader.read()).value!.length > 0)
    assert.ok(process.memoryUsage().arrayBuffers - before < sizeBytes / 4, 'held whole')
    await reader.cancel()
    const head = await ask('/server/backups/large.db', owner, { method: 'HEAD' })
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
    assert.equal((await post('/server/backups/remove', { name })).status, 400)
    assert.equal((await post('/server/backups/remove', { name: 'other', sure: '1' })).status, 400)
    assert.deepEqual(changes, [])
    assert.equal((await post('/server/backups/remove', { name, sure: '1' })).status, 303)
  })

  it('shows problems first, and settings without what is secret', async () => {
    const { ask } = served()
    const page = parseMarkup(await (await ask('/server')).text())
    assert.match(textOf(page.querySelector('#problems-h')), /\d problems/)
    const jobs = parseMarkup(await (await ask('/server/jobs')).text())
    assert.match(
      textOf(jobs.querySelector('#processes')),
      /No process does this: sending.*harbor-2 77polling feeds.*silent/s,
    )
    const env = textOf(page.querySelector('.env'))
    assert.match(env, /TWOSOURCE_DATABASE\s*set, hidden/)
    assert.match(env, /TWOSOURCE_NEW\s*a<b\s*A setting without words yet\./)
    assert.ok(env.indexOf('TWOSOURCE_DATABASE') < env.indexOf('not set'), 'what was changed comes first')
  })
})
