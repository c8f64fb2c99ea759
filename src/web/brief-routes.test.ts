import assert from 'node:assert/strict'
import { it } from 'node:test'
import { exampleOperations } from '../../test/examples/operations.ts'
import { now } from '../../test/examples/views.ts'
import { parseFeed } from '../feeds/parse-feed.ts'
import { createWeb } from './routes.ts'

const web = createWeb(() => exampleOperations().app, { version: '0.1.0', now: () => now })

it('the brief reads as plain text, with every sentence, its outlet and an end', async () => {
  const response = await web.request('/brief.txt')
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/)
  const text = await response.text()
  assert.match(text, /^Daily brief · Tuesday,? 17 March 2026\n=+\n3 stories, about 2 minutes of reading\n/)
  assert.match(text, /\n1\. Harbor talks/)
  assert.match(text, /\n {3}- .+ \[Northern Wire\]\n/)
  assert.match(text, /\n {3}http:\/\/localhost\/stories\/story-1\n/)
  assert.match(text, /\n\nThat’s all\.\n$/)
  assert.equal((await web.request('/brief/2026-03-16.txt')).status, 200)
})

it('the feed has an entry for every day past that had news, under an id that stays', async () => {
  const response = await web.request('/brief.atom')
  assert.match(response.headers.get('content-type') ?? '', /^application\/atom\+xml/)
  const parsed = parseFeed(new TextEncoder().encode(await response.text()), { url: 'http://localhost/brief.atom' })
  assert.ok(parsed.kind === 'feed')
  assert.deepEqual(
    parsed.feed.entries.map(({ key, url }) => [key, url]),
    [['urn:twosource:brief:2026-03-16', 'http://localhost/brief/2026-03-16']],
  )
  assert.match(parsed.feed.entries[0]?.contentHtml ?? '', /Harbor talks/)
})
