import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { Hono } from 'hono'
import { guest, instanceOwner, type ReaderIdentity } from '../core/reader-identity.ts'
import { finishPages } from './finish-pages.ts'
import { createAnswerCache, type FinishedPage, pageCache } from './page-cache.ts'
import { keepIdentity } from './request-reader.ts'

const sealed = (bytes = 10): FinishedPage => ({
  headers: { kind: 'known', values: {} },
  etag: '"x"',
  isBrotli: false,
  body: Buffer.alloc(bytes),
})

describe('kept answers', () => {
  it('are given while nothing is written, for less than a second', () => {
    let [version, clockMs] = [1, 0]
    const kept = createAnswerCache(
      () => version,
      () => clockMs,
    )
    kept.keep('a', kept.begin()!, sealed())
    clockMs = 999
    assert.ok(kept.find('a'))
    assert.equal(kept.find('b'), undefined)
    clockMs = 1_000
    assert.equal(kept.find('a'), undefined)
    kept.keep('a', 1, sealed())
    version = 2
    assert.equal(kept.find('a'), undefined)
    assert.equal(kept.heldBytes(), 0)
  })

  it('are held no longer than they may be given', () => {
    let clockMs = 0
    const kept = createAnswerCache(
      () => 1,
      () => clockMs,
    )
    kept.keep('a', 1, sealed())
    clockMs = 600
    kept.keep('b', 1, sealed())
    kept.keep('a', 1, sealed())
    clockMs = 1_600
    kept.keep('c', 1, sealed())
    assert.equal(kept.heldBytes(), 11)
  })

  it('are not kept when something was written while they were made', () => {
    let version = 1
    const kept = createAnswerCache(() => version)
    const begun = kept.begin()!
    version = 2
    kept.keep('a', begun, sealed())
    assert.equal(kept.find('a'), undefined)
  })

  it('never hold more than they may, and nothing twice', () => {
    const kept = createAnswerCache(
      () => 1,
      () => 0,
    )
    for (let count = 0; count < 100; count++) {
      kept.keep(`${count}`, 1, sealed(500_000))
      assert.ok(kept.heldBytes() <= 8 * 1024 * 1024)
    }
    kept.keep('large', 1, sealed(600_000))
    assert.equal(kept.find('large'), undefined)
    const held = kept.heldBytes()
    kept.keep('99', 1, sealed(500_000))
    assert.equal(kept.heldBytes(), held)
  })
})

describe('a page given again', () => {
  const people: Readonly<Record<string, ReaderIdentity>> = { guest, owner: instanceOwner }
  let [made, version] = [0, 1]
  let holding: Promise<void> | undefined
  const web = new Hono()
  web.use(finishPages())
  web.use(keepIdentity(async ({ req }) => people[req.header('x-reader') ?? 'owner']))
  web.use(
    pageCache(
      createAnswerCache(
        () => version,
        () => 0,
      ),
    ),
  )
  web.get('*', async (context) => {
    const page = `${++made} `.padEnd(2_000, 'x')
    await holding
    return context.html(page, 200, { 'Cache-Control': 'private, no-cache' })
  })
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    web.request(`http://self.example${path}`, { method, headers: { 'accept-encoding': 'identity', ...headers } })
  const numberOf = async (path: string, headers?: Record<string, string>) =>
    Number.parseInt(await (await ask(path, headers)).text(), 10)

  it('is that of the same reader, address and look, and of no other', async () => {
    const first = await numberOf('/feeds')
    assert.equal(await numberOf('/feeds'), first)
    const others: readonly [string, Record<string, string>?][] = [
      ['/feeds?show=all'],
      ['/feeds', { 'x-reader': 'guest' }],
      ['/feeds', { cookie: 'language=ar' }],
      ['/feeds', { cookie: 'theme=dark' }],
      ['/feeds', { cookie: 'zone=Asia/Tokyo' }],
      ['/feeds', { cookie: 'zone=Europe/Paris' }],
      ['/feeds', { 'accept-language': 'fr' }],
      ['/feeds', { 'x-purpose': 'prefetch' }],
    ]
    const numbers = await Promise.all(others.map(([path, headers]) => numberOf(path, headers)))
    assert.equal(new Set([first, ...numbers]).size, 1 + others.length)
    assert.equal(await numberOf('/feeds'), first)
  })

  it('is packed for who takes that, and known to who has it', async () => {
    const packed = await ask('/feeds?packed', { 'accept-encoding': 'br' })
    const again = await ask('/feeds?packed', { 'accept-encoding': 'br' })
    assert.equal(again.headers.get('content-encoding'), 'br')
    assert.deepEqual([...again.headers], [...packed.headers])
    assert.deepEqual(await again.bytes(), await packed.bytes())
    const etag = again.headers.get('etag')!
    const known = await ask('/feeds?packed', { 'accept-encoding': 'br', 'if-none-match': etag })
    assert.equal(known.status, 304)
    assert.equal(await known.text(), '')
  })

  it('is made once for all who ask for it meanwhile, and again for those who asked before something was written', async () => {
    const hold = Promise.withResolvers<void>()
    holding = hold.promise
    const before = made
    const first = [numberOf('/stories/1'), numberOf('/stories/1'), numberOf('/stories/1')]
    const others = numberOf('/stories/1', { 'x-reader': 'guest' })
    hold.resolve()
    assert.deepEqual(await Promise.all(first), Array(3).fill((await first[0]) as number))
    assert.notEqual(await others, await first[0])
    assert.equal(made, before + 2)

    const again = Promise.withResolvers<void>()
    holding = again.promise
    version = 2
    const early = numberOf('/stories/1')
    await setImmediate()
    version = 3
    const late = numberOf('/stories/1')
    again.resolve()
    assert.notEqual(await late, await early)
  })

  it('is none of a story where a recording may be under way, whose state is not in the database', async () => {
    const voiced = new Hono()
    voiced.use(keepIdentity(async () => instanceOwner))
    voiced.use(
      pageCache(
        createAnswerCache(() => 1),
        { hasVoice: true },
      ),
    )
    let count = 0
    voiced.get('*', (context) => context.html(`${++count}`))
    for (let times = 0; times < 2; times++) await voiced.request('http://self.example/stories/1')
    assert.equal(count, 2)
  })

  it('is none of a page that is no list, or that was asked for in another way', async () => {
    for (const path of ['/stories/1/compare', '/settings', '/entries/1/recording', '/feeds/'])
      assert.notEqual(await numberOf(path), await numberOf(path), path)
    const before = made
    await ask('/sources', {}, 'HEAD')
    await ask('/sources', {}, 'HEAD')
    assert.equal(made, before + 2)
  })
})
