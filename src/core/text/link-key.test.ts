import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkKeyOf } from './link-key.ts'

const page = (link: string) => linkKeyOf(link)?.page

test('all ways in which one page is linked have one key', () => {
  const plain = page('https://outlet.example/harbour/bridge?id=7')
  for (const link of [
    'http://outlet.example/harbour/bridge?id=7',
    'http://www.outlet.example:80/harbour/bridge/?id=7',
    'https://OUTLET.example:443/harbour/bridge?id=7#comments',
    'http://outlet.example:443/harbour/bridge?id=7',
    'https://outlet.example/harbour/bridge?utm_source=rss&id=7&utm_medium=feed&fbclid=x',
    'https://outlet.example/harbour/bridge?id=7&PHPSESSID=0a1b2c3d',
    'https://outlet.example/harbour/bridge;jsessionid=9F?id=7#xtor=RSS-3',
  ])
    assert.equal(page(link), plain, link)
})

test('what names another page makes another key', () => {
  const links = [
    'https://outlet.example/read',
    'https://outlet.example/read?id=7',
    'https://outlet.example/read?id=8',
    'https://outlet.example/read?sid=7',
    'https://outlet.example/Read',
    'https://outlet.example:8443/read',
    'https://news.outlet.example/read',
    'https://outlet.example/#!/read',
    'https://outlet.example/#/other',
  ]
  assert.equal(new Set(links.map(page)).size, links.length)
})

test('a home page is told from a page, and what is no address has no key', () => {
  assert.equal(linkKeyOf('https://pod.example/?utm_source=feed')?.isHome, true)
  assert.equal(linkKeyOf('https://pod.example/1')?.isHome, false)
  assert.equal(linkKeyOf('https://pod.example/#!/1')?.isHome, false)
  assert.equal(linkKeyOf('not an address'), undefined)
  assert.equal(linkKeyOf(undefined), undefined)
})
