import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutLongTexts } from './cut-long-texts.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

const LONG = 7_000_000
const feed = (inside: string) => `<rss><item><d>${inside}</d><link>https://e.example/1</link></item></rss>`

test('a document without a long text stays as it is', () => {
  const short = bytesOf(feed('a < b'))
  assert.equal(cutLongTexts(short), short)
  const many = feed('<p>word</p>'.repeat(800_000))
  assert.equal(textOf(cutLongTexts(bytesOf(many))), many)
})

for (const [name, before, inside, after] of [
  ['between tags', '', 'a', ''],
  ['in a section', '<![CDATA[', '<p>', ']]>'],
  ['in a comment', '<!-- > ', '<p>', '-->'],
] as const) {
  test(`a long text ${name} is cut, what stands around it stays`, () => {
    const cut = textOf(cutLongTexts(bytesOf(feed(before + inside.repeat(LONG / inside.length) + after))))
    const start = feed(`${before}${inside}`).indexOf('</d>')
    assert.ok(cut.startsWith(feed(`${before}${inside}`).slice(0, start)))
    assert.ok(cut.endsWith(feed(after).slice(feed('').indexOf('</d>'))), cut.slice(-80))
    assert.ok(cut.length > 5_900_000 && cut.length < 6_000_100)
  })
}

test('neither a letter nor a reference is divided', () => {
  for (const [word, units] of [
    ['字', 3],
    ['&amp;', 5],
  ] as const)
    for (let shift = 0; shift < units; shift++) {
      const cut = textOf(cutLongTexts(bytesOf(feed('x'.repeat(shift) + word.repeat(LONG / units)))))
      assert.ok(cut.includes(`${word}</d>`), `${word} after ${shift}`)
    }
})

test('a long string of JSON is cut where no escaped letter is divided, what stands around it stays', () => {
  for (const [word, units, places] of [
    ['word ', 5, 1],
    ['\\\\', 2, 2],
    ['\\u00e9\\"', 8, 8],
    ['字', 3, 3],
  ] as const)
    for (let shift = 0; shift < places; shift++) {
      const text = word.repeat(LONG / units)
      const json = `{"items":[{"a":"\\"","content_text":"${'x'.repeat(shift)}${text}","b":"c"},{"d":["e"]}]}`
      const { items } = JSON.parse(textOf(cutLongTexts(bytesOf(json))))
      const whole = JSON.parse(json).items[0].content_text
      assert.ok(whole.startsWith(items[0].content_text))
      assert.ok(items[0].content_text.length > (whole.length * 5) / 7 && items[0].content_text.length < whole.length)
      assert.deepEqual([items[0].a, items[0].b, items[1]], ['"', 'c', { d: ['e'] }])
    }
})

test('text in letters of two bytes stays as it is', () => {
  const wide = new Uint8Array(Buffer.from(feed('a'.repeat(LONG / 2)), 'utf16le'))
  assert.equal(cutLongTexts(wide), wide)
})
