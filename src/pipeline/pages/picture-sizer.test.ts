import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { drawnPicture } from '../../../test/drawn-picture.ts'
import { readPictureHeader } from '../../extract/pictures/picture-header.ts'
import { createPictureSizer } from './picture-sizer.ts'

const mostBytes = 9_000

test('a picture is made as narrow as it is asked for, and never wider', async () => {
  const sizer = createPictureSizer()
  for (const [width, height, asked, made] of [
    [1200, 800, 200, { width: 200, height: 133 }],
    [150, 100, 200, { width: 150, height: 100 }],
    // A strip as high as a page is cut down to twice its width.
    [200, 4000, 200, { width: 20, height: 400 }],
  ] as const) {
    const sized = await sizer.fit({ bytes: drawnPicture(width, height), width: asked, mostBytes })
    assert.equal(sized.kind, 'sized')
    if (sized.kind !== 'sized') continue
    assert.deepEqual(sized.header, { type: 'image/webp', ...made })
    assert.deepEqual(readPictureHeader(sized.bytes), sized.header)
  }
  sizer.close()
  assert.deepEqual(await sizer.fit({ bytes: drawnPicture(9, 9), width: 200, mostBytes }), { kind: 'unavailable' })
})

test('what is no picture, is cut off, or has too many pixels fails, and the next one is made', async () => {
  const sizer = createPictureSizer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="9" height="9"/></svg>'
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj'
  for (const bytes of [
    Buffer.from(svg),
    Buffer.from(pdf),
    drawnPicture(600, 400, 100),
    drawnPicture(50_000, 50_000, 0),
  ])
    assert.deepEqual(await sizer.fit({ bytes, width: 200, mostBytes }), { kind: 'failed' })
  assert.equal((await sizer.fit({ bytes: drawnPicture(600, 400), width: 200, mostBytes })).kind, 'sized')
  sizer.close()
})

test('one that takes too long is given up, and its process ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-sizer-'))
  const [program, note] = [join(folder, 'stuck.mjs'), join(folder, 'note')]
  writeFileSync(program, `process.on('message', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0))`)
  const sizer = createPictureSizer({ deadlineMs: 300, program: pathToFileURL(program) })
  const request = { bytes: drawnPicture(60, 40), width: 20, mostBytes }
  assert.deepEqual(await Promise.all([sizer.fit(request), sizer.fit(request)]), [
    { kind: 'failed' },
    { kind: 'failed' },
  ])
  sizer.close()
  // It may not write either.
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs'; process.on('message', () => { writeFileSync(${JSON.stringify(note)}, 'x') })`,
  )
  const other = createPictureSizer({ deadlineMs: 5_000, program: pathToFileURL(program) })
  assert.deepEqual(await other.fit(request), { kind: 'failed' })
  assert.equal(existsSync(note), false)
  other.close()
  rmSync(folder, { recursive: true })
})
