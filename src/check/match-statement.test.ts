import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import '../../test/fuzz-seed.ts'
import { quotedWords } from './compare-quotation.ts'
import { lookupPhrases, phrasesAround } from './lookup-phrases.ts'
import { matchStatement, readParts } from './match-statement.ts'
import { partsOf } from './read-statements.ts'
import { fewestCompared, readWords } from './text-words.ts'

const TEXT = `The council of Aldry met for six hours on Monday. “We will rebuild every house on this street before the winter,
whatever it costs,” Mayor Carl Lund told the people who had come. Nobody asked those who built the bridge in 1994, when it cost
12.5 million crowns and four men lost their jobs. “Concrete of this age cracks,” Eva Sandh said. “What matters is whether the crack
moves, and it has not moved by the width of a hair since we put gauges on it.” The ferry will run until the 30th of June.`
const text = readWords(TEXT)
const words = quotedWords(TEXT)

function match(wanted: string) {
  const parts = partsOf(wanted, { start: 0, end: wanted.length })
  const [found] = matchStatement(readParts({ text: wanted, parts }), text)
  return found && { kind: found.kind, words: TEXT.slice(found.span.start, found.span.end), changes: found.changes }
}

/** Words of the text, one after another. */
const cuts = fc
  .tuple(fc.nat(words.length - fewestCompared - 3), fc.integer({ min: fewestCompared + 2, max: 40 }))
  .map(([from, length]) => words.slice(from, from + length))
const textOf = (some: typeof words) => TEXT.slice(some[0]?.start ?? 0, some.at(-1)?.end ?? 0)

describe('matching a statement with a text', () => {
  it('finds words of the text exactly, wherever they are cut out', () => {
    fc.assert(
      fc.property(cuts, (some) => {
        assert.equal(match(textOf(some))?.kind, 'exact')
      }),
    )
  })

  it('finds a changed word, whichever it is, and says which', () => {
    fc.assert(
      fc.property(cuts, fc.nat(), (some, choice) => {
        const changed = some[choice % some.length]
        if (!changed || some.filter(({ key }) => key.length > 3).length < 4) return
        const [first] = some
        const by = changed.start - (first?.start ?? 0)
        const whole = textOf(some)
        const wanted = `${whole.slice(0, by)}xyzzy${whole.slice(by + changed.end - changed.start)}`
        const found = match(wanted)
        assert.equal(found?.kind, 'altered', wanted)
        assert.ok(found.changes.some(({ given }) => given && wanted.slice(given.start, given.end).includes('xyzzy')))
      }),
    )
  })

  it('has phrases to look it up by that are all in the text, and some that are still there after any one change', () => {
    const keys = ` ${words.map(({ key }) => key).join(' ')} `
    fc.assert(
      fc.property(cuts, fc.nat(), (some, choice) => {
        for (const phrase of lookupPhrases(some)) assert.ok(keys.includes(` ${phrase} `), phrase)
        const changed = some.map((word, index) => (index === choice % some.length ? { ...word, key: 'xyzzy' } : word))
        const all = [...lookupPhrases(changed).map((phrase) => [phrase]), ...phrasesAround(changed)]
        assert.ok(all.some((phrases) => phrases.every((phrase) => keys.includes(` ${phrase} `))))
      }),
    )
  })

  it('finds what a quotation leaves out, and what it has in brackets', () => {
    const cut = match('We will rebuild every house … whatever it costs')
    assert.deepEqual([cut?.kind, cut?.words], ['cut', TEXT.slice(TEXT.indexOf('We will'), TEXT.indexOf(',” Mayor'))])
    assert.equal(match('What matters is whether the crack moves [and] it has not moved')?.kind, 'cut')
    assert.equal(match('every house on this street, whatever it costs')?.kind, 'cut')
    assert.equal(match('We will rebuild every house … whatever they pay')?.kind, undefined)
  })

  it('says that a denial or number was left out or changed, not that it was cut', () => {
    const denial = match('What matters is whether the crack moves, and it has moved by the width of a hair')
    assert.deepEqual([denial?.kind, denial?.changes.map(({ kind }) => kind)], ['altered', ['negation']])
    const number = match('it cost 13.5 million crowns and four men lost their jobs')
    assert.deepEqual([number?.kind, number?.changes.map(({ kind }) => kind)], ['altered', ['number']])
  })

  it('reads a quotation of blanks, brackets or dots in time', () => {
    for (const filler of [' ', '[', '.', '… ', '[a] ']) {
      const text = filler.repeat(200_000 / filler.length)
      const startedAt = performance.now()
      partsOf(text, { start: 0, end: text.length })
      assert.ok(performance.now() - startedAt < 3_000, filler)
    }
  })

  it('finds nothing where one half is from elsewhere', () => {
    assert.equal(match('We will rebuild every house on this street before we close a single school here'), undefined)
    assert.equal(match('Concrete of this age holds for a hundred years if nobody drills'), undefined)
  })
})
