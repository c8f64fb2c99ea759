import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishedAtOf } from '../core/document.ts'
import { extract } from './extract.ts'

const said = (what: string): string =>
  `<p>The boat ${what} with forty people on board, the harbour office told those who waited at the gate.</p>`
const stamp = (clock: string): string => `<time datetime="2026-11-03T${clock}:00+01:00">${clock}</time>`

function postsOf(
  body: string,
  head = '',
): { starts: string[]; at: (string | undefined)[]; headings: (string | undefined)[] } {
  const html = `<html><head><title>Ferry returns: live updates</title>${head}</head><body><main><h1>Ferry returns: live updates</h1>${body}</main></body></html>`
  const { posts = [], text } = extract({ html, url: 'https://e.example/ferry' })
  return {
    starts: posts.map(({ start, end }) => text.slice(start, end).replaceAll('\n', ' | ').slice(0, 40)),
    at: posts.map(({ at }) => at),
    headings: posts.map(({ heading }) => heading),
  }
}

test('posts in elements of their own are told apart, with time, zone and heading', () => {
  const post = (clock: string, heading: string, what: string): string =>
    `<section>${stamp(clock)}<h2>${heading}</h2>${said(what)}${said(`${what} again`)}</section>`
  const { at, headings } = postsOf(
    post('14:20', 'Away', 'left') + post('13:10', 'Waiting', 'waited') + post('12:00', 'Here', 'came'),
  )
  assert.deepEqual(at, ['2026-11-03T14:20:00+01:00', '2026-11-03T13:10:00+01:00', '2026-11-03T12:00:00+01:00'])
  assert.deepEqual(headings, ['Away', 'Waiting', 'Here'])
})

test('posts side by side begin at their stamp or at the heading above it', () => {
  const row = ['14:20', '13:10', '12:00']
    .map((clock, i) => `<h3>Heading of post ${i}</h3><p>${stamp(clock)}</p>${said(`moved ${i} times`)}`)
    .join('')
  const { starts, headings } = postsOf(`<div>${row}</div>`)
  assert.equal(starts.length, 3)
  assert.ok(starts.every((start, i) => start.startsWith(`Heading of post ${i} |`)))
  assert.deepEqual(headings, ['Heading of post 0', 'Heading of post 1', 'Heading of post 2'])
})

test('the structured data tells times and authors, and posts where the page shows no stamps', () => {
  const update = (at: string, what: string): object => ({
    '@type': 'BlogPosting',
    headline: `It ${what}`,
    datePublished: at,
    author: { name: 'Mara Lind' },
    articleBody: said(what).replace(/<[^>]+>/g, ''),
  })
  const liveBlogUpdate = [update('2026-11-03T14:20:00+01:00', 'left'), update('2026-11-03T13:10:00+01:00', 'waited')]
  const data = JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Ferry returns', liveBlogUpdate })
  const head = `<script type="application/ld+json">${data}</script>`
  const { at, headings } = postsOf(`<div>${said('left')}${said('left again')}${said('waited')}</div>`, head)
  assert.deepEqual(at, ['2026-11-03T14:20:00+01:00', '2026-11-03T13:10:00+01:00'])
  assert.deepEqual(headings, ['It left', 'It waited'])
})

test('a clock without a day or zone is no time, and one stamp is no post', () => {
  const post = (clock: string): string => `<div class="e"><time>${clock}</time>${said('left')}${said('came')}</div>`
  assert.deepEqual(postsOf(post('14:20') + post('13:10')).at, [undefined, undefined])
  assert.deepEqual(postsOf(post('14:20')).at, [])
})

test('what stands in a post was published with it, all else with the page', () => {
  const doc = {
    publishedAt: '2026-11-03T08:00:00+01:00',
    posts: [
      { start: 10, end: 20, at: '2026-11-03T14:20:00+01:00' },
      { start: 21, end: 30 },
    ],
  }
  assert.deepEqual(
    [0, 10, 19, 20, 25].map((offset) => publishedAtOf(doc, offset).slice(11, 16)),
    ['08:00', '14:20', '14:20', '08:00', '08:00'],
  )
})
