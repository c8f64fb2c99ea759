import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type ServedEdition, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { openStore } from '../../src/store/open-store.ts'
import { until } from '../until.ts'
import { runProduct, startProduct } from './product.ts'

/** What has not stopped by then, on however slow a machine, does not stop. */
const STOP_SECONDS = 120

let folder: string
let edition: ServedEdition

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-stop-'))
  edition = await serveEdition({ now: new Date() })
})
after(async () => {
  await edition.close()
  await rm(folder, { recursive: true, force: true })
})

const settings = (more: Readonly<Record<string, string>> = {}) => ({
  TWOSOURCE_DATA: join(folder, 'kept'),
  TWOSOURCE_PORT: '0',
  TWOSOURCE_ALLOW_PRIVATE: 'true',
  ...more,
})

test('a server answers, stops when told to, and exits with 0', async () => {
  const product = startProduct(['serve', '--json'], settings())
  const [, url = ''] = await product.says(/"url": "(http:[^"]+)"/)
  assert.equal((await fetch(`${url}livez`)).status, 200)
  assert.match(await (await fetch(url)).text(), /<html/)

  const patience = AbortSignal.timeout(STOP_SECONDS * 1000)
  patience.addEventListener('abort', () => product.child.kill('SIGKILL'))
  product.child.kill('SIGTERM')
  assert.equal(await product.ended, 0, product.written.err)
  await assert.rejects(fetch(`${url}livez`), 'Nobody answers any more')
})

test('a terminal that is closed stops it as well, however often it says so', async () => {
  const product = startProduct(['serve', '--json'], settings())
  await product.says(/"url": "(http:[^"]+)"/)
  for (let times = 0; times < 3; times++) product.child.kill('SIGHUP')
  assert.equal(await product.ended, 0, product.written.err)
})

test('SIGTERM in the middle of a first refresh leaves a sound store with no job in hand, and the next start goes on', async () => {
  const opml = join(folder, 'feeds.opml')
  await writeFile(opml, edition.opml)
  const product = startProduct(['serve', '--json', '--opml', opml], settings())
  const [, url = ''] = await product.says(/"url": "(http:[^"]+)"/)
  assert.equal((await fetch(`${url}livez`)).status, 200)
  product.child.kill('SIGTERM')
  const patience = AbortSignal.timeout(STOP_SECONDS * 1000)
  patience.addEventListener('abort', () => product.child.kill('SIGKILL'))
  assert.equal(await product.ended, 0, product.written.err)

  const store = await openStore(join(folder, 'kept', 'twosource.db'))
  const check = await store.check({ isDeep: true })
  const jobs = await store.jobs.counts()
  await store.close()
  assert.ok(check.isOk, check.detail)
  assert.equal(check.counts.feeds, edition.feeds.length)
  // Where ten seconds were not enough, as they may not be on a machine that does much else, it says so, and leaves in hand what was.
  const isCutShort = product.written.err.includes('stopped-unfinished')
  for (const { running, failed } of Object.values(jobs)) assert.deepEqual([isCutShort ? 0 : running, failed], [0, 0])
  const next = startProduct(['serve', '--json', '--only-me'], settings())
  const [, again = ''] = await next.says(/"url": "(http:[^"]+)"/)
  assert.equal((await fetch(again)).status, 200)
  next.child.kill('SIGTERM')
  assert.equal(await next.ended, 0, next.written.err)
})

test('a port that is taken is told in a sentence, without a stack, with exit code 1', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((settle) => holder.once('listening', settle))
  const { port } = holder.address() as AddressInfo
  const { code, out, err } = await runProduct(['serve'], settings({ TWOSOURCE_PORT: String(port) }))
  holder.close()
  assert.equal(code, 1)
  assert.match(err, new RegExp(`Port ${port} is in use.*TWOSOURCE_PORT`))
  assert.doesNotMatch(err, /\n\s+at /)
  assert.equal(out, '')
})

test('a port for the health of a worker that is taken ends it as well', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await new Promise((settle) => holder.once('listening', settle))
  const { port } = holder.address() as AddressInfo
  const product = startProduct(['worker', '--health-port', String(port)], settings())
  const patience = AbortSignal.timeout(4 * STOP_SECONDS * 1000)
  patience.addEventListener('abort', () => product.child.kill('SIGKILL'))
  assert.equal(await product.ended, 1, product.written.err)
  holder.close()
  assert.equal(product.written.err, `Port ${port} is in use. Stop the program that uses it, or change --health-port.\n`)
})

test('an address that this machine has not, or no name of it, is told with the setting it stands in', async () => {
  const [other, nowhere] = [
    await runProduct(['serve'], settings({ TWOSOURCE_HOST: '192.0.2.7' })),
    await runProduct(['serve'], settings({ TWOSOURCE_HOST: 'nowhere.invalid' })),
  ]
  assert.deepEqual([other.code, nowhere.code], [1, 1])
  assert.match(other.err, /^192\.0\.2\.7 isn’t an address of this machine\. Change TWOSOURCE_HOST to one that it has/)
  assert.match(nowhere.err, /^nowhere\.invalid wasn’t found\. Change TWOSOURCE_HOST/)
})

test('a setting that does not exist, and one that is out of bounds, are told with what there is', async () => {
  const [unknown, wrong] = await Promise.all([
    runProduct(['doctor'], settings({ TWOSOURCE_POTR: '80' })),
    runProduct(['doctor'], settings({ TWOSOURCE_PORT: 'eighty' })),
  ])
  assert.equal(unknown.code, 1)
  assert.match(unknown.err, /^There is no setting TWOSOURCE_POTR\. The settings are .*TWOSOURCE_PORT/)
  assert.equal(wrong.code, 1)
  assert.match(wrong.err, /^TWOSOURCE_PORT must be .*Port the server listens on/)
})

test('a list of subscriptions that is none stops the start with its name and the reason', async () => {
  const missing = join(folder, 'page.opml')
  await writeFile(missing, 'Dear reader, this is a letter.')
  const { code, err } = await runProduct(['serve', '--opml', missing], settings())
  assert.equal(code, 1)
  assert.ok(err.includes(missing), err)
})

test('the process answers for unknown commands and for help with the right exit codes', async () => {
  const [help, unknown] = await Promise.all([
    runProduct(['--help'], settings()),
    runProduct(['subscribe', 'https://example.org/'], settings()),
  ])
  assert.equal(help.code, 0)
  assert.match(help.out, /serve[\s\S]*demo[\s\S]*doctor/)
  assert.equal(unknown.code, 2)
  assert.match(unknown.err, /no command “subscribe”/)
})

test('a demo that is ended early leaves nothing behind, as it says', async () => {
  const place = await mkdtemp(join(folder, 'demo-'))
  const made = () => readdir(place)
  for (const args of [['demo', '--once'], ['demo']]) {
    const product = startProduct(args, { TMPDIR: place, TWOSOURCE_PORT: '0' })
    await until('it makes its folder', async () => product.child.exitCode !== null || (await made()).length > 0)
    assert.equal((await made()).length, 1, product.written.err)
    product.child.kill('SIGTERM')
    await product.ended
    assert.deepEqual(await made(), [], args.join(' '))
  }
})
