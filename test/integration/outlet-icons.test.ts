import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import type { SourceId } from '../../src/core/ids.ts'
import { getOutletIcon } from '../../src/operations/feeds/get-outlet-icon.ts'
import { createOutletIcons } from '../../src/pipeline/pages/outlet-icons.ts'
import { openIconFolder } from '../../src/store/feeds/icon-folder.ts'
import { drawnPicture } from '../drawn-picture.ts'
import { serve } from '../loopback-server.ts'
import { until } from '../until.ts'

const icon = drawnPicture(32, 32)
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const at = '2026-03-12T10:00:00Z'
const asked: string[] = []
let origin: string
let folder: string
let context: Context

before(async () => {
  origin = await serve((request, response) => {
    asked.push(request.url!)
    const answer = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body)
    switch (request.url) {
      case '/robots.txt':
        return answer('text/plain', 'User-agent: *\nDisallow: /shut/\nDisallow: /hidden.png\n')
      case '/plain/':
      case '/secret/':
        return answer('text/html', '<link rel="icon" href="/plain/icon.png">')
      case '/plain/icon.png':
      case '/hidden.png':
        return answer('image/png', icon)
      case '/large/':
        return answer('text/html', '<link rel="icon" sizes="400x400" href="large.png">')
      case '/large/large.png':
        return answer('image/png', drawnPicture(400, 400))
      case '/bad/':
        return answer(
          'text/html',
          '<link rel=icon href=drawn><link rel=icon href=bomb.png><link rel=icon href=/hidden.png>',
        )
      case '/bad/drawn':
        return answer('image/png', svg)
      case '/bad/bomb.png':
        return answer('image/png', drawnPicture(50_000, 50_000, 0))
    }
    return response.writeHead(404).end()
  })
  folder = mkdtempSync(join(tmpdir(), 'twosource-icons-'))
  context = await createContext(readConfig({ TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: 'true' }), () => {})
})
after(async () => {
  await context[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

async function addSource(site: string, file = 'feed.xml'): Promise<SourceId> {
  const { store } = context.operations
  const feed = { url: `${origin}${site}${file}`, siteUrl: `${origin}${site}`, title: site }
  const { added, existing } = await store.feeds.addMany('ada', [feed], at)
  return (await store.feeds.get('ada', [...added, ...existing][0]!)).sourceId
}
const found = (id: SourceId) => until('the icon is found', () => context.operations.icons!.versionOf(id))
const asReader = (id: string) => ({
  ...context.operations,
  store: context.operations.store.seenBy({ id, role: 'reader' as const }),
  reader: { id, name: id, role: 'reader' as const },
})
const get = (id: SourceId, reader = 'ada') => getOutletIcon.run(asReader(reader), { id })

describe('icons of outlets', () => {
  test('are looked for after a page showed the outlet, once, and kept', async () => {
    const id = await addSource('/plain/')
    assert.equal(await get(id), undefined)
    assert.deepEqual(asked, [], 'Nobody is asked before a page shows it, nor by asking for the icon')
    assert.equal(context.operations.icons!.versionOf(id), undefined)
    assert.match(await found(id), /^[\w-]{8}$/)
    assert.deepEqual(asked, ['/robots.txt', '/plain/', '/plain/icon.png'])
    assert.deepEqual(await get(id), { type: 'image/png', bytes: icon })
    const again = await openIconFolder(join(folder, 'icons'))
    assert.deepEqual((await again.find(id))?.type, 'image/png')
    assert.equal(asked.length, 3)
  })

  test('are small, whatever the site has', async () => {
    const id = await addSource('/large/')
    await found(id)
    const { type, bytes } = (await get(id))!
    assert.equal(type, 'image/webp')
    assert.ok(bytes.length < 4_000)
  })

  test('are no drawings, no bombs, nothing that robots.txt refuses; that there is none is kept too', async () => {
    asked.length = 0
    const none = [await addSource('/bad/'), await addSource('/shut/')]
    for (const id of none) {
      assert.equal(context.operations.icons!.versionOf(id), undefined)
      await until('it is known that there is none', () =>
        readdirSync(join(folder, 'icons')).find((name) => name.startsWith(`${id}.`)),
      )
      assert.equal(context.operations.icons!.versionOf(id), undefined)
      assert.equal(await get(id), undefined)
    }
    assert.deepEqual(asked, ['/bad/', '/bad/drawn', '/bad/bomb.png', '/favicon.ico', '/favicon.ico'])
  })

  test('of private outlets are shown to their readers alone', async () => {
    const id = await addSource('/secret/', 'feed.xml?token=5f2b8c1d9e7a4b3c6d0e')
    await found(id)
    assert.equal((await get(id))?.type, 'image/png')
    assert.equal(await get(id, 'bo'), undefined)
    assert.equal(
      await getOutletIcon.run({ ...asReader('bo'), reader: { id: 'guest', name: '', role: 'guest' } }, { id }),
      undefined,
    )
    assert.ok(asked.every((path) => !path.includes('token')))
  })

  test('are looked for again after a week, and not before', async () => {
    const id = await addSource('/plain/')
    let nowMs = Date.parse(at)
    const icons = createOutletIcons({
      ...{ http: context.operations.http, store: context.operations.store, settleMs: 0 },
      now: () => new Date(nowMs),
      folder: await openIconFolder(join(folder, 'again')),
      sizer: { fit: async () => ({ kind: 'unavailable' }) },
    })
    await until('the icon is found', () => icons.versionOf(id))
    asked.length = 0
    nowMs += 6 * 86_400_000
    assert.ok(icons.versionOf(id))
    const other = await addSource('/large/')
    icons.versionOf(other)
    await until('the next is looked for', () => asked.includes('/large/'))
    assert.ok(!asked.includes('/plain/'))
    nowMs += 2 * 86_400_000
    assert.ok(icons.versionOf(id), 'The old one is shown meanwhile')
    await until('it is looked for again', () => asked.includes('/plain/icon.png'))
    icons.close()
  })

  test('that cannot be made smaller are kept only if they are small', async () => {
    const sites = { '/plain/': true, '/large/': false }
    for (const [site, isKept] of Object.entries(sites)) {
      const id = await addSource(site)
      const kept = await openIconFolder(join(folder, 'small'))
      const icons = createOutletIcons({
        ...{ http: context.operations.http, store: context.operations.store, settleMs: 0, now: () => new Date() },
        folder: kept,
        sizer: { fit: async () => ({ kind: 'unavailable' }) },
      })
      icons.versionOf(id)
      await until('it was looked for', () => kept.known(id))
      assert.equal(icons.versionOf(id) !== undefined, isKept, site)
      icons.close()
    }
  })
})
