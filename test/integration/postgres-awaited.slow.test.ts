import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '../free-port.ts'
import { until } from '../until.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { startProduct } from './product.ts'

describe('a start while PostgreSQL is away', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  let folder: string
  const settings = () => ({ TWOSOURCE_DATA: folder, TWOSOURCE_PORT: '0', TWOSOURCE_HOST: '127.0.0.1' })

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'twosource-await-'))
    database = await makeDatabase('postgres')
  })
  after(async () => {
    await database.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is waited with by server and worker, and goes on once it is there', async (t) => {
    const way = createServer((socket) => {
      const { hostname, port } = new URL(database.url)
      const onward = connect(Number(port), hostname)
      socket.on('error', () => onward.destroy()).on('close', () => onward.destroy())
      onward.on('error', () => socket.destroy()).on('close', () => socket.destroy())
      socket.pipe(onward).pipe(socket)
    })
    const port = await freePort()
    const url = new URL(database.url)
    url.port = String(port)
    const given = { ...settings(), TWOSOURCE_DATABASE: url.href }
    const server = startProduct(['serve'], given)
    const worker = startProduct(['worker'], given)
    await until('both wait', () => [server, worker].every(({ written }) => written.err.includes('"database-away"')))
    assert.match(server.written.err, /"why":"connect ECONNREFUSED/)
    way.listen(port, '127.0.0.1')
    t.after(() => way.close())
    await Promise.all([server.says(/is at http/), worker.says(/is working: /)])
    for (const { child } of [server, worker]) child.kill('SIGTERM')
    assert.deepEqual(await Promise.all([server.ended, worker.ended]), [0, 0])
  })

  test('says at once what is wrong where no waiting would help', { timeout: 120_000 }, async () => {
    const url = new URL(database.url)
    url.pathname = '/no_such_database'
    const server = startProduct(['serve'], { ...settings(), TWOSOURCE_DATABASE: url.href })
    assert.equal(await server.ended, 1)
    assert.match(server.written.err, /database "no_such_database" does not exist/)
    assert.doesNotMatch(server.written.err, /database-away/)
  })
})
