import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'

const sentence = (at: number): string =>
  `<p>The harbor council met for the ${at}th time in March and said that the quay would be mended before the summer, whatever it costs.</p>`
const article = Array.from({ length: 5 }, (_, at) => sentence(at + 4)).join('')
const deck =
  'Divers look for the second row of piles under the old quay, and find what nobody had drawn on any map before.'
const teaser = `<a href="/divers">Divers find a second quay under the harbor</a> <p>${deck}</p>`
const textOf = (main: string): string =>
  extract({
    html: `<html lang="en"><head><title>Quay to be mended by summer</title></head><body><main>${main}</main></body></html>`,
    url: 'https://harbor.example/quay',
  }).text

const beside: Readonly<Record<string, string>> = {
  'one in a list': `<div class="also"><b>Also here</b><ul><li>${teaser}</li></ul></div>`,
  'two in a list': `<section><h2>More</h2><ul><li>${teaser}</li><li>${teaser.replaceAll('ivers', 'ockers')}</li></ul></section>`,
  'one in a box': `<div class="box"><h3><a href="/divers">Divers find a second quay under the harbor</a></h3><p>${deck}</p></div>`,
}
for (const [what, box] of Object.entries(beside))
  test(`the line under the headline of another article is no text: ${what}`, () => {
    const text = textOf(`<div class="post"><h1>Quay to be mended by summer</h1><div>${article}</div></div>${box}`)
    assert.doesNotMatch(text, /piles under the old quay/)
    assert.equal(text.match(/The harbor council met/g)?.length, 5)
  })

test('links of an article with what it says of each stay', () => {
  const links = ['one', 'two', 'six']
    .map(
      (at) =>
        `<li><a href="/divers-${at}">Divers find quay ${at} under the harbor</a> <p>${deck.replace('second', at)}</p></li>`,
    )
    .join('')
  const text = textOf(`<article><h1>Quay to be mended by summer</h1>${article}<ul>${links}</ul></article>`)
  assert.equal(text.match(/piles under the old quay/g)?.length, 3)
})

test('a sentence with a link in it, in a box of its own, stays', () => {
  const box = `<div><p>As <a href="/first">the first report of the council</a> said, the quay was mended twice before and sank again in the spring of 1998.</p></div>`
  const text = textOf(
    `<div class="post"><h1>Quay to be mended by summer</h1><div>${article}</div>${box}<p>Work begins on Monday, the mayor said, and the ferry will sail from the other side.</p></div>`,
  )
  assert.match(text, /sank again in the spring/)
})
