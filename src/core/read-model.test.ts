import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { readModel } from './read-model.ts'

const folder = mkdtempSync(join(tmpdir(), 'twosource-model-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function written(text: string): URL {
  const path = join(folder, 'probe.bin')
  writeFileSync(path, text)
  return pathToFileURL(path)
}

test('a model is its header and the bytes after it', () => {
  const { header, body } = readModel<{ axes: number }>(written('{"axes":2,"bytes":3}\na\nb'))
  assert.equal(header.axes, 2)
  assert.deepEqual([...body], [97, 10, 98])
})

for (const [what, text] of [
  ['that was cut off', '{"axes":2,"bytes":3}\nab'],
  ['with more than it should have', '{"axes":2,"bytes":3}\nabcd'],
  ['without a header', 'abc'],
  ['that is empty', ''],
] as const)
  test(`a model ${what} is refused with what to do`, () => {
    assert.throws(() => readModel(written(text)), /probe\.bin|JSON/)
  })
