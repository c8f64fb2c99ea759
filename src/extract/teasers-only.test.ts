import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from './extract.ts'

const teaser = (name: string): string =>
  `<div class="tile"><a href="/films/${name}"><img src="/${name}.jpg" alt=""><h3>The harbor of ${name} in winter</h3></a><p>Divers of ${name} look for the second row of piles under the old quay, and find what nobody had drawn on any map before.</p></div>`
const page = (line: string): string =>
  `<html><head><title>The night ferry</title><meta property="og:type" content="video.other"><meta property="og:video" content="/ferry.mp4">
<meta name="description" content="The last crossing of the old ferry, filmed from the bridge."></head>
<body><main><h1>The night ferry</h1><video src="/ferry.mp4"></video><p>${line}</p>
<div class="tiles">${['Varn', 'Corran', 'Sandle', 'Brask', 'Olm', 'Teld'].map(teaser).join('')}</div></main></body></html>`

test('a film with one line has its description for a text, not the teasers of other films', () => {
  const { kind, text, completeness } = extract({
    html: page('The last crossing, filmed.'),
    url: 'https://films.example/video/night-ferry',
  })
  assert.equal(kind, 'video')
  assert.doesNotMatch(text, /Divers of/)
  assert.equal(text, 'The last crossing of the old ferry, filmed from the bridge.')
  assert.equal(completeness.kind, 'complete')
})
