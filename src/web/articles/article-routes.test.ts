import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseHTML } from 'linkedom'
import { exampleOperations, exampleWeb } from '../../../test/examples/operations.ts'
import { now } from '../../../test/examples/views.ts'

const example = exampleOperations()
const web = exampleWeb(example.app, { version: '0.1.0', now: () => now })
const page = async (path: string) => parseHTML(await (await web.request(path)).text()).document
const policyOf = async (path: string) => (await web.request(path)).headers.get('content-security-policy') ?? ''

test('a recording is asked for only when play is pressed, and only its page may ask elsewhere', async () => {
  const document = await page('/entries/entry-heard/recording')
  assert.equal(document.querySelector('audio')!.getAttribute('preload'), 'none')
  const [playing, other] = [await policyOf('/entries/entry-heard/recording'), await policyOf('/entries/entry-heard')]
  assert.match(other, /media-src 'self';/)
  assert.equal(playing, other.replace("media-src 'self'", "media-src 'self' https:"))
})

test('a chapter is a link that begins there, without script', async () => {
  const document = await page('/entries/entry-heard/recording?t=90')
  assert.match(document.querySelector('audio')!.getAttribute('src')!, /tides-12\.mp3#t=90$/)
  const current = document.querySelectorAll('.timed [aria-current]')
  assert.deepEqual(
    [...current].map((link) => link.textContent),
    ['1:30'],
  )
  for (const seconds of ['x', '-1', '1e9', '"><script>'])
    assert.doesNotMatch(
      (await page(`/entries/entry-heard/recording?t=${encodeURIComponent(seconds)}`))
        .querySelector('audio')!
        .getAttribute('src')!,
      /#/,
    )
})

test('kept pages are a download and never a page of ours', async () => {
  const file = await web.request('/articles/article-wire/page.warc.gz')
  assert.equal(file.headers.get('content-type'), 'application/warc')
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename="article-[\w-]+\.warc\.gz"$/)
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
  assert.equal((await file.bytes()).length, 2)
  assert.equal((await web.request('/articles/none/page.warc.gz')).status, 404)
})

test('what is chosen under Aa is kept for the device, and rendered by the server', async () => {
  const form = { back: '/articles/article-wire', size: 'large', width: 'normal', paper: 'sepia', typeface: '"><x' }
  const answer = await web.request('http://localhost/reading-look', {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { origin: 'http://localhost' },
  })
  assert.equal(answer.headers.get('location'), '/articles/article-wire')
  const cookie = /^reading=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
  assert.equal(cookie, 'reading=size-large.paper-sepia')
  const shown = await web.request('/articles/article-wire', { headers: { cookie } })
  const chosen = parseHTML(await shown.text()).document.querySelectorAll('.looks [checked]')
  assert.deepEqual(
    [...chosen].map(({ id }) => id),
    ['size-large', 'width-normal', 'height-normal', 'typeface-serif', 'paper-sepia'],
  )
})

test('the words are shown as text, and what is not there is not found', async () => {
  const document = await page('/entries/entry-heard/transcripts/0')
  assert.equal(document.querySelectorAll('.timed script').length, 0)
  assert.match(document.querySelector('.timed')!.textContent, /<script>alert\(1\)<\/script> is what/)
  assert.equal(document.querySelector('.timed a')!.getAttribute('href'), '/entries/entry-heard/recording?t=1')
  for (const path of [
    '/entries/entry-2/recording',
    '/entries/entry-heard/transcripts/9',
    '/entries/entry-heard/transcripts/x',
  ])
    assert.equal((await web.request(path)).status, 404)
})

test('an entry shows what its feed says of it, each thing once, and no link that is none', async () => {
  const document = await page('/entries/entry-heard')
  const names = [...document.querySelectorAll('.feed-says dt')].map((name) => name.textContent)
  assert.equal(new Set(names).size, names.length)
  assert.equal(names.length, 12)
  const links = [...document.querySelectorAll('.feed-says a')].map((link) => link.getAttribute('href')!)
  assert.ok(
    links.every((link) => /^(?:https:\/\/|\/entries\/)/.test(link)),
    links.join('\n'),
  )
  assert.ok(links.includes('https://www.openstreetmap.org/?mlat=54.5&mlon=-3.25#map=12/54.5/-3.25'))
  assert.equal((await page('/entries/entry-2')).querySelectorAll('.feed-says').length, 0)
})
