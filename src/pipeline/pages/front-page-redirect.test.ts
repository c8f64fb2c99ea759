import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFrontPageRedirect } from './fetch-page.ts'

test('an article whose address leads to the front page of its site is not there', () => {
  for (const home of ['/', '/en/', '/fr', '/en-gb/', '/index.html', '/index.php'])
    assert.ok(isFrontPageRedirect('https://herald.example/2026/03/crane', `https://herald.example${home}`), home)
  assert.ok(isFrontPageRedirect('http://www.herald.example/crane?utm=1', 'https://herald.example/'))
})

test('another page, another site and the front page itself are what they are', () => {
  assert.ok(!isFrontPageRedirect('https://herald.example/crane', 'https://herald.example/crane/'))
  assert.ok(!isFrontPageRedirect('https://herald.example/a', 'https://herald.example/news/a'))
  assert.ok(!isFrontPageRedirect('https://short.example/x1', 'https://herald.example/'))
  assert.ok(!isFrontPageRedirect('https://herald.example/', 'https://herald.example/en/'))
  assert.ok(!isFrontPageRedirect('https://herald.example/crane', 'https://herald.example/?p=12'))
  assert.ok(!isFrontPageRedirect('https://herald.example/crane', 'https://herald.example/uk/crane'))
})
