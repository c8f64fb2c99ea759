import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import type { PictureHeader } from '../../core/article.ts'
import { openPictureFolder } from './picture-folder.ts'

const header: PictureHeader = { type: 'image/jpeg', width: 640, height: 480 }
const keyOf = (name: string) => name.padEnd(24, '_')
const [a, b, c] = ['a', 'b', 'c'].map(keyOf) as [string, string, string]
const bytes = (length: number, value = 7) => new Uint8Array(length).fill(value)

describe('openPictureFolder', () => {
  let parent: string
  let path: string
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'twosource-pictures-'))
    path = join(parent, 'images')
  })
  afterEach(() => rmSync(parent, { recursive: true, force: true }))

  it('makes nothing before there is something to keep', async () => {
    const folder = await openPictureFolder(path, 1000)
    assert.equal(folder.headerOf(a), undefined)
    assert.equal(await folder.find(a), undefined)
    assert.equal(existsSync(path), false)
  })

  it('keeps a picture, its kind and its size, for the next time the folder is opened', async () => {
    const folder = await openPictureFolder(path, 1000)
    assert.equal(await folder.save(a, header, bytes(100)), true)
    const again = await openPictureFolder(path, 1000)
    assert.deepEqual(again.headerOf(a), header)
    assert.deepEqual(new Uint8Array((await again.find(a))!.bytes), bytes(100))
    assert.deepEqual(again.used(), { count: 1, bytes: 100 })
  })

  it('throws away what was used longest ago when it is full', async () => {
    const folder = await openPictureFolder(path, 250)
    await folder.save(a, header, bytes(100))
    await folder.save(b, header, bytes(100))
    await folder.find(a)
    await folder.save(c, header, bytes(100))
    assert.deepEqual(
      [a, b, c].map((key) => folder.headerOf(key) !== undefined),
      [true, false, true],
    )
    assert.equal(readdirSync(path).length, 2)
    assert.equal(await folder.save(b, header, bytes(251)), false)
    assert.deepEqual(folder.used(), { count: 2, bytes: 200 })
  })

  it('remembers the order of use, and a smaller limit, when it is opened again', async () => {
    const folder = await openPictureFolder(path, 1000)
    for (const key of [a, b, c]) await folder.save(key, header, bytes(100))
    utimesSync(join(path, `${b}.640x480.jpg`), 1000, 1000)
    const smaller = await openPictureFolder(path, 200)
    assert.deepEqual(
      [a, b, c].map((key) => smaller.headerOf(key) !== undefined),
      [true, false, true],
    )
  })

  it('replaces a picture without counting it twice', async () => {
    const folder = await openPictureFolder(path, 1000)
    await folder.save(a, header, bytes(100))
    await folder.save(a, header, bytes(60, 8))
    assert.deepEqual(folder.used(), { count: 1, bytes: 60 })
    assert.equal((await folder.find(a))!.bytes[0], 8)
  })

  it('clears what a crash left behind, and leaves the files of others alone', async () => {
    const folder = await openPictureFolder(path, 1000)
    await folder.save(a, header, bytes(10))
    writeFileSync(join(path, `${b}.1234.part`), 'half')
    writeFileSync(join(path, 'notes.txt'), 'mine')
    writeFileSync(join(path, `${c}.640x480.jpg`), '')
    const again = await openPictureFolder(path, 1000)
    assert.deepEqual(again.used(), { count: 1, bytes: 10 })
    assert.equal(existsSync(join(path, `${b}.1234.part`)), false)
    assert.equal(existsSync(join(path, 'notes.txt')), true)
  })

  it('says that a picture is gone when someone took it away or cut it short', async () => {
    const folder = await openPictureFolder(path, 1000)
    await folder.save(a, header, bytes(10))
    await folder.save(b, header, bytes(10))
    rmSync(join(path, `${a}.640x480.jpg`))
    writeFileSync(join(path, `${b}.640x480.jpg`), 'short')
    assert.equal(await folder.find(a), undefined)
    assert.equal(await folder.find(b), undefined)
    assert.deepEqual(folder.used(), { count: 0, bytes: 0 })
  })

  it('says so when it cannot keep a picture, and does not fail', async () => {
    writeFileSync(path, 'a file where the folder would be')
    const folder = await openPictureFolder(path, 1000)
    assert.equal(await folder.save(a, header, bytes(10)), false)
    assert.deepEqual(folder.used(), { count: 0, bytes: 0 })
  })
})
