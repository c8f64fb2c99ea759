import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type SqliteWriter, startWriter } from './sqlite-writer.ts'
import { beginWriterThread } from './writer-thread.ts'

describe('the thread that writes', () => {
  let folder: string
  let writer: SqliteWriter

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twosource-writer-'))
    writer = startWriter(join(folder, 'store.db'))
    await writer.query('create table thing (name text primary key)')
  })

  after(async () => {
    await writer.close()
    await rm(folder, { recursive: true, force: true })
  })

  const put = (name: string, isSilent = true) =>
    writer.run({ sql: 'insert into thing (name) values (?)', parameters: [name], isSilent })
  const names = async () => (await writer.query('select name from thing order by name')) as { name: string }[]

  test('what nobody waits for is there with what is waited for, in order, and after the commit', async () => {
    await writer.begin()
    await put('a')
    await put('b')
    const seen = await writer.run({ sql: 'select count(*) as count from thing', parameters: [] })
    assert.deepEqual(
      seen.rows.map((row) => ({ ...(row as object) })),
      [{ count: 2 }],
    )
    await put('c')
    await writer.commit()
    assert.equal((await names()).length, 3)
  })

  test('a transaction of statements that nobody waits for is kept whole, however many they are', async () => {
    await writer.begin()
    for (let count = 0; count < 170; count++) await put(`many ${count}`)
    await writer.commit()
    assert.equal((await names()).filter(({ name }) => name.startsWith('many')).length, 170)
  })

  test('one that fails has its transaction fail, and nothing of it stays', async () => {
    const had = await names()
    await writer.begin()
    await put('d')
    await put('a')
    await put('e')
    await assert.rejects(async () => writer.commit(), /UNIQUE/)
    await writer.begin()
    await put('a')
    await assert.rejects(async () => put('f', false), /UNIQUE/)
    await writer.rollback()
    assert.deepEqual(await names(), had)
  })

  test('what was taken back before anything was waited for is not there', async () => {
    const had = await names()
    await writer.begin()
    await put('g')
    await writer.rollback()
    await writer.begin()
    await writer.commit()
    assert.deepEqual(await names(), had)
    await writer.begin()
    await put('h')
    await writer.commit()
    assert.equal((await names()).length, had.length + 1)
  })

  test('a thread that was begun early writes to the file that is opened first, and the next file has its own', async () => {
    beginWriterThread()
    beginWriterThread()
    const [early, next] = ['early.db', 'next.db'].map((name) => startWriter(join(folder, name)))
    await early!.query('create table only_here (name text)')
    await assert.rejects(next!.query('select * from only_here'), /no such table/)
    assert.deepEqual(await early!.query('select * from only_here'), [])
    await Promise.all([early!.close(), next!.close()])
  })
})
