import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { runRequest } from './request-context.ts'
import { openConnection, readAtOnce } from './sqlite-connection.ts'

/** A database with one number, which another connection writes. */
function openNumber() {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-read-'))
  const path = join(folder, 'number.db')
  const other = new DatabaseSync(path)
  other.exec('pragma journal_mode = wal; create table number (is_now integer); insert into number values (1)')
  const connection = openConnection(path, 'reader')
  const reading = readAtOnce(connection)
  const now = () =>
    (reading.run({ sql: 'select is_now from number', parameters: [] }).rows[0] as { is_now: number }).is_now
  const write = (number: number) => other.prepare('update number set is_now = ?').run(number)
  const close = () => {
    connection.close()
    other.close()
    rmSync(folder, { recursive: true })
  }
  return { reading, now, write, close, [Symbol.dispose]: close }
}

describe('reads of a page that wait for nothing in between', () => {
  it('are of one moment, and the next ones of the next', async () => {
    using number = openNumber()
    await runRequest(true, async () => {
      assert.equal(number.now(), 1)
      number.write(2)
      assert.equal(number.now(), 1)
      await setImmediate()
      assert.equal(number.now(), 2)
      number.write(3)
      await Promise.resolve()
      assert.equal(number.now(), 2)
      await setImmediate()
      assert.equal(number.now(), 3)
    })
  })

  it('say of which moment they are: the same until the next', async () => {
    using number = openNumber()
    await runRequest(true, async () => {
      const { dataVersion } = number.reading
      const version = dataVersion()
      number.write(2)
      assert.deepEqual([dataVersion(), number.now()], [version, 1])
      number.reading.end()
      const next = dataVersion()
      assert.notEqual(next, version)
      assert.equal(number.now(), 2)
      number.write(3)
      await setImmediate()
      assert.notEqual(dataVersion(), next)
    })
    await setImmediate()
    const outside = number.reading.dataVersion()
    number.write(4)
    assert.notEqual(number.reading.dataVersion(), outside)
  })

  it('are of now, once the page has written', async () => {
    using number = openNumber()
    await runRequest(true, async () => {
      assert.equal(number.now(), 1)
      number.write(2)
      number.reading.end()
      assert.equal(number.now(), 2)
    })
  })

  it('are of now each, for what goes on by itself and for what is sent to be kept', async () => {
    using number = openNumber()
    assert.equal(number.now(), 1)
    number.write(2)
    assert.equal(number.now(), 2)
    await runRequest(false, async () => {
      number.write(3)
      assert.equal(number.now(), 3)
    })
  })

  it('may be the last: a store that is closed meanwhile is left alone', async () => {
    const number = openNumber()
    await runRequest(true, async () => {
      assert.equal(number.now(), 1)
      number.close()
      await setImmediate()
    })
  })
})
