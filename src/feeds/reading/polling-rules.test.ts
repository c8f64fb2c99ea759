import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeed } from './parse-feed.ts'

function asksOf(asks: string) {
  const xml = `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A</title>${asks}<item><guid>1</guid></item></channel></rss>`
  const parsed = parseFeed(new TextEncoder().encode(xml), { contentType: 'text/xml', url: 'https://a.example/' })
  assert.ok(parsed.kind !== 'not-a-feed')
  const { ttlMinutes, skipHours, skipDays } = parsed.feed
  return { ttlMinutes, skipHours, skipDays }
}

test('hours to leave out are read as numbers of GMT, 24 as midnight, each once', () => {
  const hours = '<skipHours><hour>24</hour><hour> 7 </hour><hour>07</hour><hour>25</hour><hour>noon</hour></skipHours>'
  assert.deepEqual(asksOf(hours).skipHours, [0, 7])
})

test('days to leave out are read in English, whatever their letters', () => {
  assert.deepEqual(
    asksOf('<skipDays><day>Saturday</day><day>SUNDAY</day><day>Samedi</day></skipDays>').skipDays,
    [6, 0],
  )
})

test('a time to live is minutes, or a period and how often in it', () => {
  assert.equal(asksOf('<ttl>90</ttl>').ttlMinutes, 90)
  assert.equal(
    asksOf('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>').ttlMinutes,
    360,
  )
  for (const nothing of [
    '<ttl>0</ttl>',
    '<ttl>-5</ttl>',
    '<ttl>soon</ttl>',
    '<sy:updatePeriod>often</sy:updatePeriod>',
    '',
  ])
    assert.deepEqual(asksOf(nothing), { ttlMinutes: undefined, skipHours: undefined, skipDays: undefined })
})
