import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EntryIdentity } from './earlier-entry.ts'
import { isAnotherEntry } from './reused-keys.ts'

const bridge: EntryIdentity = {
  url: 'https://outlet.example/bridge',
  title: 'The bridge is open',
  publishedAt: '2026-03-10T12:00:00.000Z',
  contentHash: 'a',
}
const ferry: EntryIdentity = {
  url: 'https://outlet.example/ferry',
  title: 'No ferry before May',
  publishedAt: '2026-03-11T12:00:00.000Z',
  contentHash: 'b',
}

test('another page, title and time under an id is another entry', () => {
  assert.ok(isAnotherEntry(ferry, bridge))
  const { publishedAt: _, ...undated } = ferry
  assert.ok(isAnotherEntry(undated, bridge))
  assert.ok(isAnotherEntry({ ...ferry, title: '渡し船は五月まで' }, { ...bridge, title: '橋が開通した' }))
})

test('an entry that keeps its page, its time or most of its title is the same, edited', () => {
  assert.ok(!isAnotherEntry({ ...ferry, url: bridge.url! }, bridge))
  assert.ok(!isAnotherEntry({ ...ferry, url: 'http://moved.example/bridge?utm_source=rss' }, bridge))
  assert.ok(!isAnotherEntry({ ...ferry, publishedAt: bridge.publishedAt! }, bridge))
  assert.ok(!isAnotherEntry({ ...ferry, title: 'The bridge is closed' }, bridge))
  assert.ok(!isAnotherEntry({ ...ferry, title: '橋が開通する' }, { ...bridge, title: '橋が開通した' }))
  const { url: _, ...unlinked } = ferry
  assert.ok(!isAnotherEntry(unlinked, bridge), 'what links nothing may be a state that is told anew')
})

test('titles without words are alike when neither has any', () => {
  assert.ok(!isAnotherEntry({ ...ferry, title: '!' }, { ...bridge, title: '' }))
  assert.ok(isAnotherEntry({ ...ferry, title: '!' }, bridge))
})
