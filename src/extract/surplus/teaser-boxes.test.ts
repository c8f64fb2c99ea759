import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { parsePage } from '../markup/page-tree.ts'
import { teaserBoxes } from './teaser-boxes.ts'

function teasersIn(html: string): string[] {
  const blocks = blocksOf(parsePage(html).root)
  return [...teaserBoxes(blocks)].map((at) => blocks[at]!.text)
}

const prose = `<p>${'The port of Varn keeps its crane until the spring, and the council votes on the rest in May. '.repeat(12)}</p>`
const box = (name: string, more = '') =>
  `<div class="x1"><a href="/${name}"><h3>Divers find a second wall at ${name}</h3></a><p>What nobody had drawn on a map of ${name}.</p>${more}</div>`

test('boxes of one shape side by side that lead to other pages are teasers, whatever they are called', () => {
  const row = `<div>${['Corran', 'Sandle', 'Brask'].map((name) => box(name)).join('')}</div>`
  const found = teasersIn(`<div><article>${prose}${row}</article></div>`)
  assert.equal(found.length, 6)
  assert.ok(found.every((text) => /Divers|drawn/.test(text)))
})

test('a picture with a link is enough, a short link without one is not', () => {
  const pictured = (n: number) =>
    `<div><a href="/${n}"><img src="${n}.jpg" alt=""></a><p>The ferry in the wind of day ${n}.</p></div>`
  const plain = (n: number) => `<div><p>The ferry in the wind of day ${n}, says <a href="/${n}">Lind</a>.</p></div>`
  assert.equal(teasersIn(`<div>${prose}<div>${[1, 2, 3].map(pictured).join('')}</div></div>`).length, 3)
  assert.deepEqual(teasersIn(`<div>${prose}<div>${[1, 2, 3].map(plain).join('')}</div></div>`), [])
})

test('a text that is made of boxes keeps them, and so does a list of links in it', () => {
  const row = ['Corran', 'Sandle', 'Brask', 'Olm'].map((name) => box(name)).join('')
  assert.deepEqual(teasersIn(`<div><p>Four places to dive.</p>${row}</div>`), [])
  const list = [1, 2, 3].map((n) => `<li><a href="/${n}">How the wall of Varn was built in year ${n}</a></li>`).join('')
  assert.deepEqual(teasersIn(`<div>${prose}<ul>${list}</ul></div>`), [])
})
