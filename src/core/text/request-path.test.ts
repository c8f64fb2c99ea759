import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainPathAndQuery, requestPath } from '../../web/arrival.ts'

const asked = [
  'http://news.example',
  'http://news.example:7180/',
  'https://news.example/feeds?show=all',
  'http://[::1]:7180/entries/7?back=/feeds?x=1',
  'http://news.example/?a=b#c',
  'http://news.example/search#?q=1',
  "http://news.example/search?q=it's",
  'http://news.example/days/../feeds//a',
  'http://news.example/%D7%90/a b?q=a b&c=«d»',
  'http://news.example/a?',
]

describe('the path of a request', () => {
  it('is what URL says', () => {
    for (const address of asked) {
      const { url } = new Request(address)
      assert.equal(requestPath(url), new URL(url).pathname, url)
    }
  })

  it('is told with its query where nothing has to be written otherwise', () => {
    for (const address of asked) {
      const { url } = new Request(address)
      const { pathname, search, href } = new URL(url)
      const plain = plainPathAndQuery(url)
      if (plain === undefined) assert.match(href, /#|%27/)
      else assert.equal(plain.replace(/\?$/, ''), pathname + search, url)
    }
  })
})
