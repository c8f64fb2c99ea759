import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { safePath } from './safe-path.ts'

describe('safePath', () => {
  it('keeps a path of our own with its query and fragment', () => {
    assert.equal(safePath('/feeds?feed=1&show=all#x'), '/feeds?feed=1&show=all#x')
  })

  it('refuses everything a browser could take for another host', () => {
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      '/\n/evil.example',
      '/.//evil.example',
      '/a/..//evil.example',
      '/%2e//evil.example',
      '',
      undefined,
      42,
      `/${'a'.repeat(3000)}`,
    ])
      assert.equal(safePath(path, '/feeds'), '/feeds', String(path))
  })

  it('never leads to another host, whatever is asked', () => {
    const pieces = fc.array(
      fc.constantFrom('/', '\\', '.', '..', '%2f', '%5c', '@', ':', 'evil.example', '\t', '?', '#', 'https:'),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(pieces, (list) => {
        const path = safePath(list.join(''))
        assert.equal(new URL(path, 'https://news.example').host, 'news.example')
      }),
    )
  })
})
