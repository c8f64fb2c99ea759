import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readClaims } from './read-claims.ts'

const one = { text: 'The bridge opened.', sentences: [1], exact: 'bridge opened' }
const two = { text: 'It took nine years.', sentences: [2], exact: 'nine years', speaker: 'Ada Moss' }

function drafts(written: string, most = 10) {
  const read = readClaims(written, most)
  return read.kind === 'claims' ? read.drafts : read.reason
}

test('claims are read as they were asked for', () => {
  assert.deepEqual(drafts(JSON.stringify({ claims: [one, two] })), [one, two])
  assert.deepEqual(readClaims('{"claims":[]}', 3), { kind: 'claims', drafts: [], misshapen: [] })
})

test('what stands around the JSON is passed over', () => {
  const list = JSON.stringify({ claims: [one, two] })
  for (const written of [
    `\`\`\`json\n${list}\n\`\`\``,
    `Here is what I found:\n${list}\nI hope [this] helps {you}!`,
    `<think>maybe {"claims":[{"text":"no","sentences":[9],"exact":"no"}]}</think>${list}`,
    `first I plan {"claims":[]} </think>\n${list}`,
    `${list} <think>was that right?`,
    `The form is {"claims":[{"text":"…","sentences":[3],"exact":"…"}]}. Now: ${list}`,
    JSON.stringify([one, two]),
    `${JSON.stringify(one)}\n${JSON.stringify(two)}`,
    JSON.stringify({ result: { claims: [one, two] }, done: true }),
    JSON.stringify({ claims: [one, two] }, undefined, 2),
  ])
    assert.deepEqual(drafts(written), [one, two], written)
})

test('small faults of the JSON lose nothing', () => {
  for (const written of [
    '{"claims":[{"text":"The bridge opened.","sentences":[1],"exact":"bridge opened",},]}',
    '{"claims":[{"text":"The bridge\nopened.","sentences":["1"],"exact":"bridge opened"}]',
    '{"claims":[{"claim":"The bridge opened.","sentence":1,"quote":"bridge opened","speaker":null}',
    '{"claims":[{"text":"The bridge opened.","sentences":"[1]","exact":"bridge opened","extra":{"a":[1]}}]}',
  ]) {
    const read = drafts(written)
    assert.equal(read.length, 1, written)
  }
})

test('of a text that was cut off, whole claims are kept and the rest is counted', () => {
  const list = JSON.stringify({ claims: [one, two] })
  const read = readClaims(list.slice(0, list.indexOf('nine')), 10)
  assert.ok(read.kind === 'claims')
  assert.deepEqual(read.drafts, [one])
  assert.deepEqual(read.misshapen, [{ text: '', failed: 'form', why: 'cut off or not readable' }])
})

test('a quotation mark out of place loses one claim, not those after it', () => {
  const read = readClaims(
    `{"claims":[{"text":"He said "no.","sentences":[1],"exact":"no"},${JSON.stringify(two)}]}`,
    10,
  )
  assert.ok(read.kind === 'claims')
  assert.deepEqual(read.drafts, [two])
  assert.equal(read.misshapen.length, 1)
})

test('a claim of a wrong shape is dropped alone, with its reason', () => {
  const bad = [
    { ...one, text: 'a', sentences: [] },
    { ...one, text: 'b', exact: '' },
    { ...one, text: 'c', sentences: [1.5, -3, 0, Number.MAX_VALUE] },
    { ...one, text: 'x'.repeat(601) },
    { ...one, text: 'd', sentences: Array.from({ length: 40 }, (_, index) => index + 1) },
    { ...one, text: { a: 1 } },
    { ...one, text: `${one.text} ${one.text}` },
    one,
    one,
    two,
    { ...two, text: 'e' },
  ]
  const read = readClaims(JSON.stringify({ claims: bad }), 2)
  assert.ok(read.kind === 'claims')
  assert.deepEqual(read.drafts, [one, two])
  assert.deepEqual(
    read.misshapen.map(({ why }) => why),
    [
      'names no sentence',
      'has no exact words',
      'names no sentence',
      'is longer than a sentence',
      'names too many sentences',
      'has no text',
      'says the same twice',
      'repeated',
      'more than the 2 claims asked for',
    ],
  )
})

test('what has no claims is unreadable, and says why', () => {
  for (const written of ['', '  ', '<think>', 'No.', '{}', 'null', '[]', '{"answer":"The bridge opened."}', '<html>'])
    assert.equal(readClaims(written, 3).kind, 'unreadable', written)
})

test('nothing throws and work is bounded, whatever is written', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '{"claims":[',
    '{"text":"a',
    '"exact"',
    '1e999',
    '\n',
    '<think>',
    '</think>',
    '```',
    '\u202e',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 80 }), (pieces) => {
      const read = readClaims(pieces.join(''), 3)
      assert.ok(read.kind === 'unreadable' || read.drafts.length <= 3)
    }),
    { numRuns: 500 },
  )
  for (const heavy of ['{', '[', '"', '{"claims":[', '{"text":"', '{"text":1,', '<think>', '</think>', '{"a":'])
    readClaims(heavy.repeat(300_000 / heavy.length), 3)
  assert.equal(readClaims(`{"claims":[${'{"text":"a"},'.repeat(100_000)}`, 3).kind, 'claims')
})
