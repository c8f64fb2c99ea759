import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePage } from '../markup/page-tree.ts'
import { blocksOf, type PageBlock } from './page-blocks.ts'

function blocks(html: string): PageBlock[] {
  return blocksOf(parsePage(html).root)
}

function kinds(html: string): string[] {
  return blocks(html).map((block) => `${block.kind}: ${block.text}`)
}

test('block elements part blocks and inline elements do not', () => {
  assert.deepEqual(kinds('<div>one <b>two</b> three<p>four</p>five</div>'), [
    'paragraph: one two three',
    'paragraph: four',
    'paragraph: five',
  ])
})

test('no space is put in or taken out around links and emphasis', () => {
  assert.deepEqual(kinds('<p>“<a href="/x">peace</a>”, <em>he</em>said <a href=y>it</a>.</p>'), [
    'paragraph: “peace”, hesaid it.',
  ])
})

test('headings, list items, quotations, code and table rows keep their kind', () => {
  const html =
    '<h2>Head</h2><ul><li>first</li><li><p>second</p></li></ul><blockquote><p>said</p></blockquote>' +
    '<pre>a\n  b</pre><table><tr><th>Year</th><th>Rain</th></tr><tr><td>2024</td><td>310 mm</td></tr></table>'
  assert.deepEqual(kinds(html), [
    'heading: Head',
    'list-item: first',
    'list-item: second',
    'quote: said',
    'code: a\n  b',
    'table-row: Year\tRain',
    'table-row: 2024\t310 mm',
  ])
})

test('a table used for layout is read cell by cell', () => {
  assert.deepEqual(kinds('<table><tr><td><p>One.</p><p>Two.</p></td><td><ul><li>side</li></ul></td></tr></table>'), [
    'paragraph: One.',
    'paragraph: Two.',
    'list-item: side',
  ])
})

test('a bold line of its own is a subhead', () => {
  assert.deepEqual(kinds('<p><strong>What happens next</strong></p><p><b>He said no.</b></p>'), [
    'heading: What happens next',
    'paragraph: He said no.',
  ])
})

test('a bold line before a break is a subhead and never glues to the sentence after it', () => {
  assert.deepEqual(kinds('<p><strong>The cost</strong><br>It will cost a lot.</p>'), [
    'heading: The cost',
    'paragraph: It will cost a lot.',
  ])
})

test('two breaks part blocks, one break in a running sentence does not', () => {
  assert.deepEqual(kinds('<div>one<br>two<br><br>three<br> <br>four</div>'), [
    'paragraph: one two',
    'paragraph: three',
    'paragraph: four',
  ])
})

test('a break after a finished sentence parts blocks', () => {
  assert.deepEqual(kinds('<div>The council will meet again on the ninth of May.<br>No vote is planned.</div>'), [
    'paragraph: The council will meet again on the ninth of May.',
    'paragraph: No vote is planned.',
  ])
})

test('blocks without a letter or digit are left out', () => {
  assert.deepEqual(kinds('<p>***</p><p>—</p><p>x</p>'), ['paragraph: x'])
})

test('a block knows how much of it is links', () => {
  const [link, half] = blocks('<p><a href="/a">all of it</a></p><p>half <a href="/b">half</a></p>')
  assert.equal(link?.linkShare, 1)
  assert.ok(Math.abs((half?.linkShare ?? 0) - 0.5) < 0.1)
})

test('a block knows what it stands in', () => {
  const html =
    '<nav><p>nav</p></nav><aside><p>aside</p></aside><footer><p>foot</p></footer><form><p>form</p></form>' +
    '<figure><img src=a><figcaption>cap</figcaption></figure><header><p>head</p></header>'
  const [nav, aside, foot, form, cap, head] = blocks(html).map((block) => block.place)
  assert.ok(nav?.isInNav)
  assert.ok(aside?.isInAside)
  assert.ok(foot?.isInFooter)
  assert.ok(form?.isInForm)
  assert.ok(cap?.isInCaption && cap.isInFigure)
  assert.ok(head?.isInHeader)
})

test('a figure around a table or a quotation is no picture', () => {
  const [row] = blocks('<figure><table><tr><td>a</td><td>b</td></tr></table></figure>')
  assert.equal(row?.place.isInFigure, false)
})

test('a form around the whole page is no form', () => {
  const [first] = blocks(`<form>${'<p>A paragraph.</p>'.repeat(6)}</form>`)
  assert.equal(first?.place.isInForm, false)
})

test('paragraphs of one text share a container', () => {
  const [a, b, c] = blocks('<div><p>a</p><p>b</p></div><p>c</p>')
  assert.equal(a?.container, b?.container)
  assert.notEqual(a?.container, c?.container)
})

function shapes(html: string): unknown[] {
  return blocks(html).map(({ text, shape }) => [text, shape])
}

test('items of an ordered list carry the number a browser shows', () => {
  assert.deepEqual(shapes('<ol start="3"><li>c</li><li value="7">g</li><li><p>h</p><p>more</p></li></ol>'), [
    ['c', { number: 3 }],
    ['g', { number: 7 }],
    ['h', { number: 8 }],
    ['more', undefined],
  ])
  assert.deepEqual(shapes('<ol reversed><li>two</li><li>one</li></ol>'), [
    ['two', { number: 2 }],
    ['one', { number: 1 }],
  ])
})

test('a list in a list is deeper', () => {
  assert.deepEqual(shapes('<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>'), [
    ['a', {}],
    ['b', { number: 1, depth: 1 }],
    ['c', {}],
  ])
})

test('a table says which rows are headings and where it begins', () => {
  const row = '<tr><td>1</td><td>2</td></tr>'
  assert.deepEqual(shapes(`<table><thead><tr><td>a</td><td>b</td></tr></thead>${row}</table><table>${row}</table>`), [
    ['a\tb', { isHead: true, opens: true }],
    ['1\t2', {}],
    ['1\t2', { opens: true }],
  ])
})

test('marks of notes are no words, raised and lowered letters are', () => {
  const marks = '<sup><a href="#fn1">[1]</a></sup><sup class="reference"><a href="/p#c2">2</a></sup>'
  assert.deepEqual(
    kinds(`<p>It held.${marks} CO<sub>2</sub> on the 4<sup>th</sup> of 10<sup>6</sup> m<sup>2</sup>.</p>`),
    ['paragraph: It held. CO2 on the 4th of 106 m2.'],
  )
})

test('a bold question is a paragraph, so that an interview reads on', () => {
  assert.deepEqual(kinds('<p><b>Was it worth the money?</b></p><p>Yes.</p>'), [
    'paragraph: Was it worth the money?',
    'paragraph: Yes.',
  ])
})

test('what holds a quotation’s source is part of the quotation', () => {
  assert.deepEqual(kinds('<blockquote><p>It held.</p><footer>Ann Lee</footer></blockquote>'), [
    'quote: It held.',
    'quote: Ann Lee',
  ])
  assert.equal(blocks('<blockquote>It held.<footer>Ann Lee</footer></blockquote>')[1]?.place.isInFooter, false)
})

test('blocks in a link are links', () => {
  assert.equal(blocks('<a href="/a"><h3>Another story</h3></a>')[0]?.linkShare, 1)
})

test('an article that stands in an aside is no aside', () => {
  const [head] = blocks(`<aside><h1>Head</h1>${'<p>A paragraph.</p>'.repeat(6)}</aside>`)
  assert.equal(head?.place.isInAside, false)
})
