import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sharedAddress, spellings } from './find-page.ts'

describe('sharedAddress', () => {
  it('finds the address in whatever part a phone puts it', () => {
    assert.equal(sharedAddress(['https://a.example/x', '', '']), 'https://a.example/x')
    assert.equal(sharedAddress(['', 'Look at this: https://a.example/x?y=1.', 'T']), 'https://a.example/x?y=1')
    assert.equal(sharedAddress(['', '“Ferries” (https://a.example/x)', '']), 'https://a.example/x')
    assert.equal(sharedAddress(['', '', 'http://A.example']), 'http://a.example/')
  })

  it('finds none in what is none', () => {
    for (const text of [
      '',
      'a.example/x',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://',
      'https://intranet/x',
    ])
      assert.equal(sharedAddress([text]), undefined, text)
  })

  it('never throws, and gives only addresses of the web', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), fc.string(), (before, url, after) => {
        const found = sharedAddress([`${before} ${url} ${after}`])
        if (found !== undefined) assert.match(new URL(found).protocol, /^https?:$/)
        if (found !== undefined) assert.ok(spellings(found).every((one) => URL.canParse(one)))
      }),
    )
  })
})

describe('spellings', () => {
  it('begin with the given one, and take off what links gather on their way', () => {
    const found = spellings('https://a.example/x/?utm_source=app&id=7&fbclid=z#top')
    assert.equal(found[0], 'https://a.example/x/?utm_source=app&id=7&fbclid=z#top')
    for (const expected of ['https://a.example/x/?id=7', 'https://a.example/x?id=7', 'http://a.example/x/?id=7'])
      assert.ok(found.includes(expected), expected)
    assert.ok(found.length <= 9)
  })
})
