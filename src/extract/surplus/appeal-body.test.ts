import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from '../blocks/page-blocks.ts'
import { extract } from '../extract.ts'
import { isAppealBody } from '../find-text.ts'
import { parsePage } from '../markup/page-tree.ts'

const asks: Readonly<Record<string, readonly string[]>> = {
  donation: [
    'Before you go: unlike many newsrooms we have no paywall, and we are funded by readers who make a monthly contribution.',
    'If you can, please support our independent journalism today with a donation, from as little as two pounds.',
  ],
  consent: [
    'We and our 212 partners store and access information on a device, such as cookies, to show personalised ads.',
    'You may accept all or manage your preferences at any time; see our privacy policy and the list of legitimate interests.',
  ],
  'French donation': [
    'Soutenez notre rédaction : faites un don, déductible de vos impôts. Abonnez-vous, votre soutien nous est précieux.',
  ],
  'Arabic consent': ['نستخدم ملفات تعريف الارتباط مع شركائنا، ويمكنك سحب موافقتك في أي وقت. تبرع لنا لنستمر.'],
}
const blocks = (lines: readonly string[]) => blocksOf(parsePage(lines.map((line) => `<p>${line}</p>`).join('')).root)

for (const [name, lines] of Object.entries(asks))
  test(`a ${name} text is no body`, () => assert.equal(isAppealBody(blocks(lines)), true))

test('a report about donations and cookies is a body', () => {
  const report = [
    'The party returned a donation of forty thousand pounds on Monday after a newspaper asked where it came from.',
    'The regulator fined the company nine million for cookies that nobody had agreed to, and for how it hid the refusal.',
    'Both sides have until the ninth of May to answer, and neither wished to speak to reporters before the hearing.',
  ]
  assert.equal(isAppealBody(blocks(report)), false)
})

test('a page that shows nothing but an appeal has no article', () => {
  const page = `<html><body><h1>Harbour road</h1><div class="a">${asks.donation!.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`
  const { text, completeness } = extract({ html: page, url: 'https://news.example/harbour' })
  assert.equal(text, '')
  assert.equal(completeness.kind, 'failed')
})

test('the article behind an appeal that is longer is taken', () => {
  const lines = [
    'The council met on Monday and heard from eleven people who live beside the old harbour road.',
    'A second hearing was set for the ninth of May, when the engineers are to bring their drawings.',
    'Nobody spoke against the plan, though two fishermen asked where they would put their nets.',
  ]
  const appeal = Array.from({ length: 4 }, (_, i) => `<p>${asks.donation![i % 2]} ${i}</p>`).join('')
  const page = `<html><body><div class="text">${lines.map((line) => `<p>${line}</p>`).join('')}</div><div class="x">${appeal}</div></body></html>`
  const { text } = extract({ html: page, url: 'https://news.example/harbour' })
  assert.ok(text.includes('eleven people'), text)
  assert.ok(!text.includes('donation'), text)
})
