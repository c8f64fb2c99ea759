import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from '../markup/page-tree.ts'
import { withoutSurplus } from './without-surplus.ts'

const prose = [
  'The council met on Monday and heard from eleven people who live beside the old harbour road.',
  'A second hearing was set for the ninth of May, when the engineers are to bring their drawings.',
  'Nobody spoke against the plan, though two fishermen asked where they would put their nets.',
  'The cost is put at four million, a third of which the region has promised to pay by autumn.',
].map((text) => `<p>${text}</p>`)

/** What is removed when a line is among prose, or at its end. */
function leftOut(line: string, { atEnd = false, title = 'A road', authors = [] as readonly string[] } = {}) {
  const [first, ...rest] = prose
  const html = atEnd ? [...prose, line] : [first, line, ...rest]
  const { root } = parsePage(`<body><div class="text">${html.join('')}</div></body>`)
  const { kept, removals } = withoutSurplus({ kept: blocksOf(root), removals: [] }, title, authors)
  assert.ok(kept.length >= prose.length)
  return removals.map(({ step }) => step)
}

const surplus: readonly (readonly [string, string])[] = [
  ['<p><a href="/x">Try the harbour box</a></p>', 'appeal'],
  ['<p><a href="/x">Check price at Netshop</a></p>', 'appeal'],
  ['<p><a href="/x">Jetzt bestellen</a></p>', 'appeal'],
  ['<p><a href="/x">FERRY LOST FOR NINE DAYS IS FOUND</a></p>', 'appeal'],
  ['<p><a class="btn btn-large" href="/x">Harbour club</a></p>', 'appeal'],
  ['<p>This post contains affiliate links, from which we live.</p>', 'page furniture'],
  ['<p>When you buy through links on our site, we may earn a small commission.</p>', 'page furniture'],
  ['<p><b><a href="/x">LEE\'S BOATmen ANSWER THE MAYOR OF THE TOWN</a></b></p>', 'appeal'],
  ['<p><a href="/x">Find out how the harbour was built in one winter</a></p>', 'appeal'],
  ['<p>If you like our work, think of those who do it and become a member.</p>', 'appeal'],
  ['<p>Let the harbour meet your inbox every morning.</p>', 'appeal'],
  ['<p>The post A road appeared first on The Harbour.</p>', 'page furniture'],
  ['<p>Table of contents</p>', 'page furniture'],
  ['<p>© Ann Lee The ferry in the fog, seen from the quay.</p>', 'credit'],
  ['<p>Maya Okafor contributed to this report.</p>', 'byline'],
  ['<p>Reach the writer on Twitter at @maya_okafor</p>', 'byline'],
  ['<p><a href="/x">Ferry lost [VIDEO]</a> | <a href="/y">Ferry found [INSIGHT]</a></p>', 'related link'],
  ['<p>👉 Learn of <a href="/x">ferries in winter and nets in spring</a></p>', 'related link'],
  ['<p>{{boat-banner="/banners/boat"}}</p>', 'page furniture'],
  ['<p>There was an issue with the form. Try once more.</p>', 'page furniture'],
  ['<p><a href="/x">Shop the nine harbour boats of this winter and spring</a></p>', 'appeal'],
  ['<p>This slideshow requires JavaScript.</p>', 'page furniture'],
  ['<p>Image 3 of 12</p>', 'page furniture'],
  ['<p>Lesezeit: 4 Minuten</p>', 'page furniture'],
  ['<p>Tempo de leitura: 4 minutos</p>', 'page furniture'],
  ['<p>Note: all comments are read and moderated before they show.</p>', 'page furniture'],
  ['<p>[form id=12]</p>', 'page furniture'],
  ['<p>ann.lee@harbour.example</p>', 'page furniture'],
  ['<p>Write to Ann Lee at ann@harbour.example</p>', 'byline'],
  ['<p>This article was edited by Ann Lee.</p>', 'byline'],
  ['<p>Follow Ann Lee on Twitter and tell her of your boat.</p>', 'appeal'],
  ['<p>Thanks for reading!</p>', 'appeal'],
  ['<p>Sponsor Message</p>', 'page furniture'],
  ['<p>This post was last updated July 2021.</p>', 'page furniture'],
  ['<p>3 MIN. READ</p>', 'page furniture'],
  ['<p>WRITTEN BY</p>', 'page furniture'],
  ['<p>Is this email not displaying correctly? View it in your browser.</p>', 'page furniture'],
  ['<p>The nets in spring. | Photo by Ann Lee</p>', 'credit'],
  ['<p>Source: www.harbour.com</p>', 'credit'],
  ['<p>[Related: <a href="/x">A ferry that never came back to the town</a>]</p>', 'related link'],
  ['<p>Read our full <a href="/x">harbour ferry timetable review</a></p>', 'related link'],
  ['<p class="styles__Caption-sc-1">The old road in 1931, when it was new.</p>', 'caption'],
  ['<div><div><img src="a.jpg" alt="The old road, new"></div><br><span>The old road, new</span></div>', 'caption'],
]
for (const [line, step] of surplus)
  test(`${line} is left out as ${step}`, () => assert.deepEqual(leftOut(line), [step]))

const text = [
  '<p>Try <a href="/x">the harbour box</a> before you judge it, she said.</p>',
  '<h2><a href="#buy">Buy or rent a boat</a></h2>',
  '<ul><li><a href="/x">Try the harbour box</a></li></ul>',
  '<p><a href="/x">JANOME 4120</a></p>',
  '<p>Agents like the ferry tickets (because they get a commission when you buy one through their links).</p>',
  '<p>“We earn a commission when you buy a boat through these links,” the dealer told the court.</p>',
  '<p>Comments were moderated by two people, the mayor said, and both were tired.</p>',
  '<p>The photo was taken by a child from the roof of the school.</p>',
  '<p>Related to this is the question who pays, which <a href="/x">nobody has answered</a>.</p>',
  '<p>Thanks for reading it aloud, the judge said, and sent the clerk home for the day.</p>',
  '<p>Follow the river on foot.</p>',
  '<p>👉 The first pier is the oldest.</p>',
  '<p>There was an issue with the ferry that nobody had seen.</p>',
  '<h3><a href="/x">WHAT THE MAYOR OF THE TOWN SAID</a></h3>',
  '<p>NOBODY MAY CROSS THE OLD BRIDGE, the sign said.</p>',
  '<p>Find out <a href="/x">how it was built</a> before you go, she advised.</p>',
  '<p>“If you like our work, become a member,” the sign at the quay said.</p>',
  '<p>Rain contributed to this, said Ann Lee, and so did the wind.</p>',
  '<p>The post was empty when the ferry appeared first on the horizon.</p>',
  '<p>Sources in the harbour said so.</p>',
  '<p>Write to the harbour office at once, they were told.</p>',
  '<p><img src="a.jpg" alt="A road"></p><p>The cranes</p>',
]
for (const line of text) test(`${line} stays`, () => assert.deepEqual(leftOut(line), []))

test('words under a picture go where a page has the habit', () => {
  const picture = (words: string): string => `<p><img src="a.jpg"></p><p>${words}</p>`
  assert.deepEqual(leftOut(picture('The ferry in the fog') + prose[0] + picture('Nets on the old quay')), [
    'caption',
    'caption',
  ])
  assert.deepEqual(leftOut(picture('The ferry lay in the fog.') + picture('Nets hung on the quay.')), [])
  assert.deepEqual(leftOut(picture('打开菜单并选择文件的位置') + picture('然后打开快捷方式的页面')), [])
})

test('a list of other articles goes with its label, and one of things stays', () => {
  const links = '<ul><li><a href="/a">A ferry that never came</a></li><li><a href="/b">Nets of old</a></li></ul>'
  assert.deepEqual(leftOut(`<h3>Related posts:</h3>${links}`, { atEnd: true }), Array(3).fill('related link'))
  assert.deepEqual(leftOut(`<h3>Places to see</h3>${links}`), [])
  assert.deepEqual(leftOut('<h3>Related</h3><p>What else is at stake is the old quay.</p>'), [])
})

test('a note on the author goes at the end, and a sentence about a reporter of whom the text tells stays', () => {
  const note = '<p>Maya Okafor is a reporter for The Harbour and lives by the sea.</p>'
  assert.deepEqual(leftOut(note, { atEnd: true }), ['byline'])
  assert.deepEqual(leftOut(note), [])
  const told = `<p>Then Okafor stood up and read the law to them, line by line.</p>${note}`
  assert.deepEqual(leftOut(told, { atEnd: true }), [])
  const trade = '<p>Maya Okafor is the owner of a boat and has lived by the sea for nine years.</p>'
  assert.deepEqual(leftOut(trade, { atEnd: true }), [])
  assert.deepEqual(leftOut(trade, { atEnd: true, authors: ['Maya Okafor'] }), ['byline'])
})

test('the headline in other words goes where it opens the text', () => {
  const { root } = parsePage(`<body><h1>Harbour road: what is planned</h1>${prose.join('')}</body>`)
  const steps = (title: string): string[] =>
    withoutSurplus({ kept: blocksOf(root), removals: [] }, title, []).removals.map(({ step }) => step)
  assert.deepEqual(steps('What is planned for the harbour road'), ['title'])
  assert.deepEqual(steps('Fishermen fear for their nets'), [])
})

test('a text that is mostly such lines is left alone', () => {
  const { root } = parsePage(`<body>${prose[0]}${'<p><a href="/x">Try the harbour box now</a></p>'.repeat(6)}</body>`)
  assert.deepEqual(withoutSurplus({ kept: blocksOf(root), removals: [] }, '', []).removals, [])
})

test('linked lines that end a text lead to other pages, an address does not', () => {
  const ending = '<ul><li><a href="/1">A ferry in the fog</a></li><li><a href="/2">Nets of the spring</a></li></ul>'
  assert.deepEqual(leftOut(ending, { atEnd: true }), ['related link', 'related link'])
  assert.deepEqual(leftOut(ending), [])
  assert.deepEqual(leftOut('<p><a href="https://a.example">https://a.example/b</a></p>', { atEnd: true }), [])
})

test('a line that says no more than “More:” heads links to other pages', () => {
  const list = '<h4>More:</h4><ul><li><h4><a href="/1">A ferry in the fog</a></h4></li></ul>'
  assert.deepEqual(leftOut(list), ['related link', 'related link'])
})

test('a quotation set apart is left out where the text says it too', () => {
  const pulled = '<blockquote><p>The council met on Monday and heard from eleven people</p></blockquote>'
  assert.deepEqual(leftOut(pulled), ['repeated'])
  assert.deepEqual(leftOut('<blockquote><p>Nobody asked me where the ferry is to land in May</p></blockquote>'), [])
})
