import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameSource, type SourceClaim, withHost } from './source-name.ts'

const shown = (claim: SourceClaim) => {
  const named = nameSource(claim)
  return [named.isBeside ? withHost(named) : named.title, named.homeUrl]
}
const own = 'https://courier.example/feed'
const foreign = 'https://feeds.example.net/courier'
const title = 'Aldmere Courier'

const cases: readonly (readonly [what: string, claim: SourceClaim, name: string, home: string])[] = [
  [
    'its own feed',
    { feedUrl: own, title, siteUrl: 'https://www.courier.example/' },
    title,
    'https://www.courier.example/',
  ],
  ['a feed that names no site', { feedUrl: own, title }, title, 'https://courier.example'],
  [
    'a feed on another host',
    { feedUrl: foreign, title, siteUrl: 'https://courier.example/' },
    'Aldmere Courier (feeds.example.net)',
    'https://feeds.example.net',
  ],
  [
    'one that its site names',
    { feedUrl: foreign, title, siteUrl: 'https://courier.example/', vouchedBy: 'https://courier.example/' },
    title,
    'https://courier.example/',
  ],
  [
    'one that another site names',
    { feedUrl: foreign, title, siteUrl: 'https://courier.example/', vouchedBy: 'https://other.example/' },
    'Aldmere Courier (other.example)',
    'https://other.example',
  ],
  [
    'one whose items lead elsewhere',
    { feedUrl: own, title, links: ['https://courier.example/1', 'https://herald.example/2'] },
    'Aldmere Courier (courier.example)',
    'https://courier.example',
  ],
  [
    'one that brings a host along in its title',
    { feedUrl: foreign, title: 'Aldmere Courier (courier.example)' },
    'Aldmere Courier (courier.example) (feeds.example.net)',
    'https://feeds.example.net',
  ],
  [
    'an import',
    { feedUrl: 'import:courier', title, siteUrl: 'https://courier.example' },
    title,
    'https://courier.example',
  ],
]

for (const [what, claim, name, home] of cases)
  test(`${what} is shown as ${name}`, () => assert.deepEqual(shown(claim), [name, home]))
