import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { startNode } from '../../lab/prove/rolling/node.ts'
import { refuseEmptied } from '../../src/app/refuse-emptied.ts'
import { openStore } from '../../src/store/open-store.ts'
import { productProgram } from '../product-program.ts'
import { runProduct } from './product.ts'
import { withEntries } from './store-fixtures.ts'

const beat = { roles: [], serves: true, version: '0', since: '2026-03-12T12:00:00.000Z' }

function newFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-folder-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the data folder', () => {
  test('nothing is said to be kept while it is gone; put back, it goes on', async (t) => {
    const folder = newFolder(t)
    const [data, away] = [join(folder, 'data'), join(folder, 'away')]
    const told: string[] = []
    const store = await openStore(join(data, 'twosource.db'), { onDiskSpace: (news) => told.push(news) })
    await store.nodes.beat(beat)
    renameSync(data, away)
    await assert.rejects(store.nodes.beat(beat), { name: 'StoreGoneError', trouble: 'file-gone' })
    assert.equal(store.instance.trouble(), 'file-gone')
    assert.equal((await store.instance.storedCounts('owner')).follows, 0, 'it is still read')
    // Another file of the same name is not the one that is open.
    cpSync(away, data, { recursive: true })
    await assert.rejects(store.nodes.beat(beat), process.platform === 'linux' ? { name: 'StoreGoneError' } : Error)
    rmSync(data, { recursive: true })
    renameSync(away, data)
    await store.nodes.beat(beat)
    assert.deepEqual(told, ['file-gone', 'file-back'])
    // Writes that stand only in the log would be gone with it.
    rmSync(join(data, 'twosource.db-wal'))
    await assert.rejects(store.nodes.beat(beat), { name: 'StoreGoneError' })
    await store.close()
  })

  test('a server whose folder was removed says so on every page, and refuses what it cannot keep', async (t) => {
    const folder = join(newFolder(t), 'data')
    const node = await startNode(productProgram, { TWOSOURCE_DATA: folder }, ['--only-me'])
    t.after(() => node.child.kill('SIGKILL'))
    const follow = (target: string) =>
      fetch(`${node.url}follow`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: new URL(node.url).origin },
        body: new URLSearchParams({ kind: 'search', target, back: '/' }),
      })
    assert.equal((await follow('harbor')).status, 303)
    rmSync(folder, { recursive: true })
    const refused = await follow('bridge')
    assert.equal(refused.status, 507)
    assert.match(await refused.text(), /The data folder of this server is gone/)
    const page = await fetch(node.url)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /Stop the server, put the folder back, and start it again/)
    const ready = await fetch(`${node.url}readyz`)
    assert.deepEqual(
      [ready.status, ((await ready.json()) as { parts: { store: string } }).parts.store],
      [503, 'file-gone'],
    )
    assert.deepEqual(node.lines('file-gone').length, 1)
    assert.equal(await node.stop(), 0)
    assert.ok(!existsSync(folder), 'no new one was made')
  })

  test('an emptied database is no new one where something shows that it was used', async (t) => {
    const folder = newFolder(t)
    const file = join(folder, 'twosource.db')
    const backups = join(folder, 'backups')
    const begin = () => refuseEmptied(file, folder, backups)
    await begin()
    writeFileSync(file, '')
    await begin()
    mkdirSync(join(folder, 'images'))
    await begin()

    writeFileSync(join(folder, 'images', 'a'), 'a picture')
    await assert.rejects(begin, {
      name: 'StoreError',
      message: /it’s empty, although .*images shows that it was in use/,
    })
    rmSync(file)
    await begin()
    writeFileSync(`${file}-wal`, 'what was written last')
    await assert.rejects(begin, /it’s missing, although .*twosource\.db-wal shows/)
    rmSync(`${file}-wal`)
    writeFileSync(file, 'something')
    await begin()
  })

  test('an emptied database is refused with the newest sound copy, which brings all back', async (t) => {
    const folder = newFolder(t)
    const file = join(folder, 'twosource.db')
    const store = await openStore(file)
    await withEntries(
      store,
      ['a', 'b', 'c'].map((key) => ({ key, text: key })),
    )
    mkdirSync(join(folder, 'backups'))
    const copy = (day: number) => join(folder, 'backups', `twosource-2026-03-${day}T10-00-00Z-by-itself.db`)
    await store.instance.copyTo!(copy(16))
    writeFileSync(copy(17), 'torn')
    await store.close()
    for (const empty of [true, false]) {
      rmSync(file)
      if (empty) writeFileSync(file, '')
      for (const command of ['doctor', 'serve']) {
        const { code, err } = await runProduct([command], { TWOSOURCE_DATA: folder, TWOSOURCE_PORT: '0' })
        assert.equal(code, 1)
        assert.match(err, empty ? /it’s empty/ : /it’s missing/)
        assert.ok(err.includes(`from 2026-03-16 10:00 UTC, with 3 entries`), err)
        assert.ok(err.includes(`npm start restore ${copy(16)}`), err)
        assert.doesNotMatch(err, /\n\s+at /)
      }
      assert.equal(statSync(file, { throwIfNoEntry: false })?.size, empty ? 0 : undefined, 'it is left as it is')
      const restored = await runProduct(['restore', copy(16)], { TWOSOURCE_DATA: folder })
      assert.equal(restored.code, 0, restored.err)
      const again = await openStore(file)
      assert.equal((await again.check()).counts.entries, 3)
      await again.close()
    }
  })
})
