import assert from 'node:assert/strict'
import { test } from 'node:test'
import { story } from '../../../../test/examples/story.ts'
import { lookAlikeSite } from '../../layout/citation-link.ts'

const [example] = Object.values(story.documents)
const named = (id: string, sourceName: string) => ({ ...example!, sourceName, url: `https://${id}.example/1` })
const sites = (...names: readonly string[]) => {
  const documents = Object.fromEntries(names.map((name, at) => [String(at), named(`site${at}`, name)]))
  return Object.values(documents).map((document) => String(lookAlikeSite(document, documents)).trim())
}
const [first, second] = [0, 1].map((at) => `<small dir="ltr">site${at}.example</small>`)

test('an outlet whose name looks like another’s has its site beside it, and so has the other', () => {
  assert.deepEqual(sites('BBC', 'ВВС'), [first, second])
  assert.deepEqual(sites('Harbor Post', 'Hаrbor Pоst'), [first, second])
})

test('an outlet whose name mixes scripts has its site beside it, alone too', () => {
  assert.deepEqual(sites('Rеuters'), [first])
})

test('other names stand alone', () => {
  assert.deepEqual(sites('Herald', 'HERALD', 'Рейтер', 'Ελευθερία', 'Harbor Post'), ['', '', '', '', ''])
})
