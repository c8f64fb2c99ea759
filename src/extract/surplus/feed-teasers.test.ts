import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extract } from '../extract.ts'

const title = 'Council hears the harbor road'
const own = [
  'The council met on Monday and heard from eleven people who live beside the old harbor road.',
  'A second hearing was set for the ninth of May, when the engineers are to bring their drawings.',
  'Nobody spoke against the plan, though two fishermen asked where they would put their nets.',
  'There are nine boats on the school playground at Pell, and each of them has a name painted by a child.',
  'The cost is put at four million, a third of which the region has promised to pay by autumn.',
]
const lead = 'There are six hundred people on the ferry deck tonight, and by now each painted line on it is a street.'
const teasers = [
  { title: 'All in the same boat: a town on a ferry', excerpt: `${lead} Church Street sleeps along the red…` },
  { title: 'Nine boats on a playground', excerpt: own[3]! },
  { title, excerpt: own[0]! },
]

/** The lines of a page whose article is followed by a box, as read by one who knows its feed or does not. */
function linesOf(box: string, knows: boolean): string[] {
  const { text } = extract({
    html: `<html><head><title>${title}</title></head><body><div class="post"><h1>${title}</h1><div class="text">${own.map((text) => `<p>${text}</p>`).join('')}</div><div>${box}</div></div></body></html>`,
    url: 'https://harbor.example/news/1',
    layout: { seen: [], mark: 'x', ...(knows && { teasers }) },
  })
  return text.split('\n')
}

test('the beginning of another entry of the feed, apart from the article, is not its text', () => {
  const box = `<p>${lead}</p>`
  assert.ok(linesOf(box, false).includes(lead))
  assert.deepEqual(linesOf(box, true), own)
})

test('a sentence among the article’s own stays, though another entry begins with it', () => {
  assert.ok(linesOf('', true).includes(own[3]!))
})
