import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { discoverIcons } from './discover-icons.ts'

const page = 'https://outlet.example/news/today'
const usual = 'https://outlet.example/favicon.ico'

test('the icons a page names, the one nearest to the size of a list first, then the usual place', () => {
  const html = `<head><base href="/art/"><link rel="shortcut icon" href="small.png">
    <link rel="icon" sizes="512x512" href="huge.png"><link rel="apple-touch-icon" href="touch.png">
    <link rel="icon" sizes="48x48 64x64" href="right.png"><link rel="stylesheet" href="x.css"></head>`
  assert.deepEqual(discoverIcons(html, page), [
    'https://outlet.example/art/right.png',
    'https://outlet.example/art/touch.png',
    'https://outlet.example/art/small.png',
    usual,
  ])
  assert.deepEqual(discoverIcons('', page), [usual])
})

test('no drawing that may run script, no address that is not one of the web, and each once', () => {
  const html = `<link rel="icon" href="a.svg?v=1"><link rel="icon" type="image/svg+xml" href="b"><link rel="mask-icon" href="c.png">
    <link rel="icon" href="data:image/png;base64,AA=="><link rel="icon" href="javascript:alert(1)">
    <link rel="icon" href="/favicon.ico"><link rel=icon href=/favicon.ico>`
  assert.deepEqual(discoverIcons(html, page), [usual])
  assert.deepEqual(discoverIcons('', 'about:blank'), [])
})

test('whatever the page, few addresses of the web come of it', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 6 }), (hrefs) => {
      const found = discoverIcons(hrefs.map((href) => `<link rel=icon href="${href}" sizes="${href}">`).join(''), page)
      assert.ok(found.length <= 4 && found.every((url) => /^https?:/.test(url)))
    }),
  )
})
