import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { extract } from '../extract.ts'

const own = [
  'The council met on Monday and heard from eleven people who live beside the old harbor road.',
  'A second hearing was set for the ninth of May, when the engineers are to bring their drawings.',
  'Nobody spoke against the plan, though two fishermen asked where they would put their nets.',
  'The cost is put at four million, a third of which the region has promised to pay by autumn.',
  'The road was last mended eleven years ago, after a storm had carried half of it into the sea.',
  'Work could begin in June if the region keeps its word and the winter leaves the wall standing.',
]
const title = 'Council hears the harbor road'
const p = (text: string): string => `<p>${text}</p>`

/** The text of a page whose article has something among its paragraphs, and something after it. */
function textOf({ among = '', after = '', beside = '' }: { among?: string; after?: string; beside?: string }): string {
  const [first = '', second = '', ...rest] = own.map(p)
  return extract({
    html: `<html lang="en"><head><title>${title}</title></head><body><main><article><h1>${title}</h1><div class="text">${first}${second}${among}${rest.join('')}${after}</div></article>${beside}</main></body></html>`,
    url: 'https://harbor.example/news/2026/council-hears-road',
  }).text
}

const link = (text: string): string => `<a href="/news/2026/ferry-lost-and-found">${text}</a>`

/** What may be among the paragraphs or at the end of an article and is not part of it. */
const foreign: Readonly<
  Record<string, { readonly among?: string; readonly after?: string; readonly beside?: string }>
> = {
  'a headline of another article, as a link': { among: p(link('How a ferry was lost for nine days and found')) },
  'a list with one such link': { among: `<ul><li>${link('How a ferry was lost for nine days and found')}</li></ul>` },
  'headlines with the kind of article, under a heading of their own': {
    among: `<h3>More from the harbor desk</h3><ul><li>Interview: ${link('The pilot who steers by bells alone')}</li><li>Portrait: ${link('The last net maker of the eastern quay')}</li></ul>`,
  },
  'a box that offers a newsletter': {
    among:
      '<div class="c-inlineSignup"><h3>Harbor every morning</h3><p>What the tide brings, before the first ferry.</p></div>',
  },
  'what an account brings': {
    among:
      '<section class="regWall"><ul><li>All harbor articles with one account.</li><li>Nine more articles every month.</li></ul></section>',
  },
  'a German newsletter': {
    after: p('Der Hafenbrief kommt als Newsletter jeden Morgen in Ihr Postfach. Hier geht es zur Anmeldung!'),
  },
  'the heading above an opinion that is not the desk’s': {
    among:
      '<div class="box"><div><h2>Note:</h2><p>Guest columns do not necessarily reflect the views of this paper.</p></div></div>',
  },
  'a word for advertisements in Turkish': { among: p('REKLAM') },
  'a word that leads on in Norwegian': {
    among: `<h2><a href="/news/2026/ferry-lost-and-found">Les også Fergen som ble borte i ni dager</a></h2>`,
  },
  'a card of another article': {
    among: `<article class="plug"><a href="/news/2026/ferry-lost"><h3>Ferry lost for nine days is found</h3></a></article>`,
  },
  'the next article below': {
    beside: `<article><h1>Ferry lost for nine days is found</h1>${p('The ferry that left on the second of May was found on Friday behind the outer island, with all its passengers well.')}${p('The pilot said that he had steered by bells, and that the bells had been stolen in the night.')}</article>`,
  },
  'the title of a film beside its length': {
    among: '<div class="c-video"><span class="overlay"><div>2:34 Ferry lost for nine days is found</div></span></div>',
  },
  'who translated and edited it': { after: p('Übersetzung: Ann Lee, Redaktion: Bo Ray, Faktencheck: Cy Day') },
  'the agencies it is from': { after: p('(Quelle: RNX/dpa)') },
  'the staff as a signature': { after: p('Hafen-Redaktion') },
}

describe('what is in an article but belongs to something else is left out', () => {
  for (const [what, parts] of Object.entries(foreign))
    test(what, () => assert.deepEqual(textOf(parts).split('\n'), own))
})

/** What looks alike but is the article's. */
const kept: Readonly<Record<string, string>> = {
  'a link that a sentence introduces': `${p('The full list was printed on the day after and can be read here at any time of the day or night:')}${p(link('How a ferry was lost for nine days and found'))}`,
  'a sentence about a newsletter': p(
    'The mayor reads one newsletter a day, and it is not the one that her own office sends out.',
  ),
  'a link to another site': `<p><a href="https://engineers.example/drawings/2026/road">Drawings of the road as the engineers made them</a></p>`,
}
for (const [what, html] of Object.entries(kept))
  test(`stays: ${what}`, () => {
    const words = html
      .replace(/<[^>]*>/g, ' ')
      .trim()
      .split(/\s+/)
      .slice(-4)
      .join(' ')
    assert.ok(textOf({ among: html }).includes(words))
  })

test('a paragraph that is no element of its own stays', () => {
  const last = 'Whether the wall will last until then, said the harbor master, is for the sea to decide.'
  assert.ok(textOf({ after: last }).endsWith(last))
})

test('an author’s note in another language is left out', () => {
  const { text } = extract({
    html: `<html lang="de"><head><title>${title}</title><meta name="author" content="Ann Lee"></head><body><article><h1>${title}</h1><div>${own.map(p).join('')}<p>Korrespondentin Ann Lee ist für den Hafen und die Inseln zuständig.</p></div></article></body></html>`,
    url: 'https://harbor.example/news/1',
  })
  assert.deepEqual(text.split('\n'), own)
})
