import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOwnPage } from './own-page.ts'

const cases: readonly (readonly [feed: string, page: string, isOwn: boolean])[] = [
  ['https://outlet.example/feed', 'https://www.outlet.example/a', true],
  ['https://feeds.outlet.example/all', 'https://outlet.example/a', true],
  ['https://rss.outlet.example/all', 'https://sport.outlet.example/a', true],
  ['https://somebody.pages.example/feed', 'https://pages.example/a', false],
  ['https://somebody.pages.example/feed', 'https://other.pages.example/a', false],
  ['https://outlet.example/feed', 'https://notoutlet.example/a', false],
  ['https://outlet.example:8443/feed', 'https://outlet.example/a', false],
  ['import:outlet', 'https://outlet.example/a', false],
  ['import:outlet', '', false],
  ['https://outlet.example/feed', '', false],
]

for (const [feed, page, isOwn] of cases)
  test(`${feed} is ${isOwn ? '' : 'not '}of the house of ${page}`, () => assert.equal(isOwnPage(feed, page), isOwn))
