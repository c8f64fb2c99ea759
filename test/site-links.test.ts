import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { linkProblems } from '../docs/site/check-links.ts'
import { relativeLink } from '../docs/site/frame.ts'
import { copiedPath, namePages } from '../docs/site/live-paths.ts'
import { readDocument } from '../docs/site/markdown.ts'

test('what is wrong with links is found', () => {
  const problems = (page: string) =>
    linkProblems(
      new Map([
        ['guide/a.html', page],
        ['b.html', '<p id="x">'],
      ]),
      '/base/',
    )
  assert.deepEqual(
    problems('<a href="../b.html#x">b</a> <a href="#y" id="y">y</a> <a href="https://example.org/">e</a>'),
    [],
  )
  assert.deepEqual(problems('<a href="c.html">c</a>'), ["guide/a.html: c.html isn't there"])
  assert.deepEqual(problems('<a href="../b.html#z">b</a>'), ['guide/a.html: ../b.html#z has no such anchor'])
  assert.deepEqual(problems('<a href="/b.html">b</a>'), ['guide/a.html: /b.html breaks under another path'])
  assert.deepEqual(problems('<img src="https://example.org/i.png">'), [
    'guide/a.html: img asks https://example.org/i.png',
  ])
  assert.deepEqual(problems('<img srcset="d.png 2x">'), ["guide/a.html: d.png isn't there"])
  assert.deepEqual(problems('<i id="x"></i><i id="x"></i>'), ['guide/a.html: the id x is given twice'])
  const sheet = (css: string) => linkProblems(new Map([['s.css', css]]))
  assert.deepEqual(sheet('a { --i: url("data:image/svg+xml,x") }'), [])
  assert.deepEqual(sheet('a { background: url(https://example.org/i.png) }'), ['s.css: loads another file'])
})

test('a link starts at the page it is on', () => {
  assert.equal(relativeLink('live/stories/a/quotes.html', 'live/index.html'), '../../index.html')
  assert.equal(relativeLink('index.html', 'guide/a.html#b'), 'guide/a.html#b')
  assert.equal(relativeLink('guide/a.html', 'guide/a.html#b'), '#b')
})

test('a document has the anchors that links name, and a link out of the site becomes text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-site-'))
  const file = join(folder, 'a.md')
  writeFileSync(
    file,
    '# A & B\n<!-- figures: here -->\n## Fix it (`owner`)\nText, [b](b.md#c) and [d](d.ts) or [`e.ts`](e.ts).\n## Fix it (owner)\n',
  )
  const document = readDocument(file, (path) => (path.endsWith('b.md') ? 'guide/b.html' : undefined))
  rmSync(folder, { recursive: true })
  assert.deepEqual(
    document.parts.map(({ id }) => id),
    ['a--b', 'fix-it-owner', 'fix-it-owner-1'],
  )
  assert.equal(document.parts[1]?.text, 'Text, b and d or e.ts.')
  const written = document.write((path) => `../${path}`, new Map())
  assert.match(written, /<a href="\.\.\/guide\/b\.html#c">b<\/a>/)
  assert.match(written, /<span class="in-source">d <small>\(<code>.*d\.ts<\/code> in the source\)<\/small><\/span>/)
  assert.match(written, /<span class="in-source"><code>e\.ts<\/code><\/span>/)
  assert.doesNotMatch(written, /figures/)
})

test('pages that need no server are copied, and named by what they show', () => {
  const copied = (path: string) => copiedPath(new URL(path, 'http://demo.example'))
  assert.equal(copied('/stories/1/quotes'), '/stories/1/quotes')
  assert.equal(copied('/articles/1?revision=2&start=3&end=4'), '/articles/1?revision=2')
  assert.equal(copied('/stories/1/quotes?speaker=a'), undefined)
  assert.equal(copied('/?section=Sport&view=newest'), undefined)
  assert.equal(copied('/settings'), undefined)
  const names = namePages([
    { path: '/', heading: 'Today' },
    { path: '/citations/doc/1-2', heading: 'Courier', from: '/articles/9' },
    { path: '/stories/1/quotes', heading: 'Quotes' },
    { path: '/stories/1', heading: 'Harbor’s bridge opens' },
    { path: '/stories/2', heading: 'Harbor’s bridge opens' },
    { path: '/articles/9', heading: 'Élan', from: 'Courier' },
    { path: '/?section=Sport', heading: 'Today' },
    { path: '/people/person%3Aa-b', heading: 'A B' },
  ])
  assert.deepEqual([...names.values()].sort(), [
    'live/articles/courier-elan.html',
    'live/citations/courier-elan/1-2.html',
    'live/index.html',
    'live/people/person-a-b.html',
    'live/section-sport.html',
    'live/stories/harbors-bridge-opens-2.html',
    'live/stories/harbors-bridge-opens.html',
    'live/stories/harbors-bridge-opens/quotes.html',
  ])
})
