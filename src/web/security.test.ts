import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isOwnRequest } from './security.ts'

describe('isOwnRequest', () => {
  const host = 'news.example:7180'

  it('trusts what the browser says of where a request comes from', () => {
    assert.equal(isOwnRequest({ site: 'same-origin', host }), true)
    assert.equal(isOwnRequest({ site: 'none', host }), true)
    assert.equal(isOwnRequest({ site: 'same-site', origin: 'http://news.example:7180', host }), false)
    assert.equal(isOwnRequest({ site: 'cross-site', host }), false)
  })

  it('compares the origin with the host where the browser says nothing more (plain http in a home network)', () => {
    assert.equal(isOwnRequest({ origin: 'http://news.example:7180', host }), true)
    assert.equal(isOwnRequest({ origin: 'http://news.example', host }), false)
    assert.equal(isOwnRequest({ origin: 'http://evil.example', host }), false)
    assert.equal(isOwnRequest({ origin: 'null', host }), false)
  })

  it('accepts the public address of a server behind a proxy', () => {
    assert.equal(
      isOwnRequest({ origin: 'https://read.example', host: '127.0.0.1:7180' }, 'https://read.example/'),
      true,
    )
    assert.equal(
      isOwnRequest({ origin: 'https://evil.example', host: '127.0.0.1:7180' }, 'https://read.example/'),
      false,
    )
  })

  it('lets programs in that are no browser: they carry nobody’s rights', () => {
    assert.equal(isOwnRequest({ host }), true)
  })
})
