import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'
import type { BriefDocument } from '../../core/brief-document.ts'
import { createSpeech } from '../../delivery/speech.ts'
import { programVoice } from '../../delivery/speech-program.ts'
import { parseFeed } from '../../feeds/reading/parse-feed.ts'
import { recordBrief } from '../../operations/day/brief-recordings.ts'
import type { OperationContext } from '../../operations/operation.ts'

const example = exampleOperations()
const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
const token = 'a-secret-token-of-the-example'
const post = (path: string, body: Record<string, string> | [string, string][] = {}) =>
  web.request(path, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })

it('the brief reads as plain text, with every sentence, where it stands, and an end', async () => {
  const response = await web.request('/brief.txt')
  assert.match(response.headers.get('content-type') ?? '', /^text\/plain/)
  const text = await response.text()
  assert.match(text, /^Daily brief · Tuesday, March 17, 2026\n=+\n3 stories, 2 minutes\n/)
  assert.match(text, /\n1\. Harbor talks/)
  assert.match(text, /\n {3}- Mara Ellind[^[]+ \[1\]\n/)
  assert.match(text, /\n\[1\] Northern Wire: [^[]+\n {4}http:\/\/localhost\/citations\//)
  assert.match(text, /\n {3}http:\/\/localhost\/stories\/story-1\n/)
  assert.match(text, /\n\nThat’s all\.\n/)
  assert.ok(text.split('\n').every((line) => line.length <= 74 || line.includes('http')))
  assert.equal((await web.request('/brief/2026-03-16.txt')).status, 200)
  assert.equal((await web.request('/brief/2026-03-16.constructor')).status, 404)
})

it('the feed has an entry for every day past that had news, under an id that stays', async () => {
  const response = await web.request('/brief.atom')
  assert.match(response.headers.get('content-type') ?? '', /^application\/atom\+xml/)
  const parsed = parseFeed(new TextEncoder().encode(await response.text()), { url: 'http://localhost/brief.atom' })
  assert.ok(parsed.kind === 'feed')
  assert.deepEqual(
    parsed.feed.entries.map(({ key, url }) => [key, url]),
    [['urn:twosource:example-house:brief:2026-03-16', 'http://localhost/brief/2026-03-16']],
  )
  assert.match(parsed.feed.entries[0]?.contentHtml ?? '', /Harbor talks/)
})

it('the same comes as RSS and as JSON, and as a book', async () => {
  const rss = await (await web.request('/brief.rss')).text()
  assert.ok(parseFeed(new TextEncoder().encode(rss), { url: 'http://localhost/brief.rss' }).kind === 'feed')
  const json = (await (await web.request('/brief.json')).json()) as { items: { id: string }[] }
  assert.deepEqual(
    json.items.map(({ id }) => id),
    ['urn:twosource:example-house:brief:2026-03-16'],
  )
  const book = await web.request('/brief.epub')
  assert.equal(book.headers.get('content-type'), 'application/epub+zip')
  assert.match(book.headers.get('content-disposition') ?? '', /attachment; filename="twosource-brief-2026-03-17\.epub"/)
  assert.equal((await web.request('/brief/2026-03-16.html')).status, 200)
})

it('without a voice there is no recording and no podcast', async () => {
  for (const path of ['/brief.wav', '/brief/2026-03-16.mp3', '/brief/podcast.rss', `/my-brief/${token}/podcast.rss`])
    assert.equal((await web.request(path)).status, 404, path)
})

describe('a secret address', () => {
  it('shows the feeds of its reader to whoever nobody knows', async () => {
    const closed = exampleWeb(example.app, { version: '0.1.0', now: () => now, identify: async () => undefined })
    assert.equal((await closed.request('/brief.atom')).status, 401)
    for (const format of ['rss', 'atom', 'json']) {
      const response = await closed.request(`/my-brief/${token}/brief.${format}`)
      assert.equal(response.status, 200)
      const body = await response.text()
      assert.match(body, /urn:twosource:example-house:brief:of:reader-7:2026-03-16/)
      assert.doesNotMatch(response.headers.get('cache-control') ?? '', /public/)
    }
    assert.equal((await closed.request('/my-brief/another-token-that-is-none/brief.rss')).status, 404)
  })

  it('ends the mails at one POST without a page, and not by being opened', async () => {
    const closed = exampleWeb(example.app, { version: '0.1.0', now: () => now, identify: async () => undefined })
    example.changes.length = 0
    const opened = await closed.request(`/unsubscribe/${token}`)
    assert.equal(opened.status, 200)
    assert.match(await opened.text(), /<form method="post" action="\/unsubscribe\/a-secret/)
    assert.deepEqual(example.changes, [])
    const done = await closed.request(`/unsubscribe/${token}`, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    assert.equal(done.status, 200)
    assert.deepEqual(example.changes, [['endBriefMail', { token }]])
    assert.equal((await closed.request('/unsubscribe/none', { method: 'POST' })).status, 404)
  })

  it('is shown on the page that makes it, and stands in no address of ours', async () => {
    const made = await post('/settings/brief/address')
    assert.equal(made.status, 200)
    assert.equal(made.headers.get('cache-control'), 'no-store')
    assert.match(await made.text(), new RegExp(`http://localhost/my-brief/${token}/brief\\.rss`))
    assert.doesNotMatch(await (await web.request('/settings/brief')).text(), new RegExp(token))
  })
})

describe('the settings', () => {
  it('keep the brief as the form says', async () => {
    example.changes.length = 0
    const response = await post('/settings/brief', [
      ['stories', '5'],
      ['hour', '6'],
      ['day', '1'],
      ['day', '7'],
      ['mail', 'on'],
      ['language', 'fr'],
    ])
    assert.equal(response.headers.get('location'), '/settings/brief?said=saved')
    const choice = {
      stories: 5,
      hour: 6,
      days: [1, 7],
      isMailed: true,
      isWeekly: false,
      isOnlyNew: false,
      languages: ['fr'],
    }
    assert.deepEqual(example.changes, [['setBrief', choice]])
  })

  it('keep how the news is weighed, or only try it', async () => {
    example.changes.length = 0
    const sliders = { reports: '150', newness: '100', follows: '0', sources: '20', differs: '10' }
    await post('/settings/ranking', { ...sliders, suggests: 'on', 'lift:section:World': '-30', 'lift:nothing:x': '1' })
    assert.deepEqual(example.changes, [
      [
        'setRanking',
        {
          sliders: { reports: 150, newness: 100, follows: 0, sources: 20, differs: 10, suggests: true },
          lifts: [{ kind: 'section', target: 'World', weight: -30 }],
        },
      ],
    ])
    example.changes.length = 0
    const tried = await (await web.request(`/settings/ranking?${new URLSearchParams(sliders)}`)).text()
    assert.match(tried, /Nothing is saved yet/)
    assert.deepEqual(example.changes, [])
  })
})

const skip = existsSync('/usr/bin/espeak-ng') ? false : 'espeak-ng is not installed'
it('with a voice the brief is a recording in parts or whole, and a podcast names its length', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-voice-'))
  const speech = createSpeech({ voice: programVoice({ command: 'espeak-ng' }), folder })
  const speaking = (brief: BriefDocument) => recordBrief({ speech } as OperationContext, brief)
  const answers = { ...example.app, recordBrief: speaking }
  const spoken = exampleWeb(answers, { version: '0.1.0', now: () => now, voice: speech.extension })
  const whole = await spoken.request('/brief/2026-03-16.wav')
  assert.deepEqual([whole.status, whole.headers.get('content-type')], [200, 'audio/wav'])
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const part = await spoken.request('/brief/2026-03-16.wav', { headers: { range: 'bytes=40-99' } })
  assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 40-99/${bytes.length}`])
  assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(40, 100))
  assert.equal(part.headers.get('etag'), whole.headers.get('etag'))
  assert.equal((await spoken.request('/brief/2026-03-16.wav', { headers: { range: 'bytes=999999999-' } })).status, 416)
  const podcast = await (await spoken.request(`/my-brief/${token}/podcast.rss`)).text()
  const enclosure = `<enclosure url="http://localhost/my-brief/${token}/2026-03-16.wav" length="${bytes.length}" type="audio/wav"/>`
  assert.ok(podcast.includes(enclosure), podcast)
  assert.match(podcast, /<itunes:duration>\d\d+</)
  assert.equal((await spoken.request(`/my-brief/${token}/2026-03-16.wav`)).status, 200)
  assert.match(await (await spoken.request('/brief')).text(), /href="\/brief\.wav"/)
  rmSync(folder, { recursive: true, force: true })
})
