import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { fingerprintsOf } from './fingerprints.ts'

const sentence =
  'Engineers closed the harbour bridge at Port Alder on Tuesday after finding cracks in two of its piers and a broken cable.'

describe('fingerprintsOf', () => {
  it('gives unsigned 32-bit numbers, ascending, each once', () => {
    const fingerprints = fingerprintsOf({ text: `${sentence} ${sentence}` })
    assert.ok(fingerprints.length > 0)
    for (const [i, fingerprint] of fingerprints.entries()) {
      assert.ok(Number.isInteger(fingerprint) && fingerprint >= 0 && fingerprint < 2 ** 32)
      if (i > 0) assert.ok(fingerprint > (fingerprints[i - 1] as number))
    }
  })
  it('keeps about one shingle in four', () => {
    const text = Array.from({ length: 2000 }, (_, i) => `word${(i * 7919) % 1009}x${i % 13}`).join(' ')
    const density = fingerprintsOf({ text }).length / 2000
    assert.ok(density > 0.2 && density < 0.3, String(density))
  })
  it('does not see case, punctuation, line breaks or the shape of apostrophes', () => {
    const plain = fingerprintsOf({ text: "the mayor's office said it won't close the bridge before Friday at noon" })
    const dressed = fingerprintsOf({
      text: 'The mayor’s office\nsaid it “won’t” close — the BRIDGE — before Friday, at noon.',
    })
    assert.deepEqual(dressed, plain)
  })
  it('gives the same numbers however accents are encoded', () => {
    const text = 'le président a déclaré à Genève que la procédure était terminée hier'
    assert.deepEqual(fingerprintsOf({ text: text.normalize('NFD') }), fingerprintsOf({ text: text.normalize('NFC') }))
  })
  it('works for scripts without spaces, and for Arabic', () => {
    assert.ok(fingerprintsOf({ text: '市長は火曜日に橋を閉鎖すると発表した' }).length > 0)
    assert.ok(fingerprintsOf({ text: 'أعلن رئيس البلدية إغلاق الجسر يوم الثلاثاء بعد العثور على شقوق' }).length > 0)
  })
  it('has nothing to say of fewer than five words', () => {
    assert.deepEqual(fingerprintsOf({ text: '' }), [])
    assert.deepEqual(fingerprintsOf({ text: 'one two three four' }), [])
    assert.equal(fingerprintsOf({ text: 'one two three four five' }).length, 1)
  })
  it('shares at least one fingerprint between texts with eleven equal words in a row', () => {
    const word = fc.integer({ min: 0, max: 5000 }).map((n) => `w${n}`)
    const words = (min: number, max: number) => fc.array(word, { minLength: min, maxLength: max })
    fc.assert(
      fc.property(words(11, 11), words(0, 30), words(0, 30), words(0, 30), words(0, 30), (common, a, b, c, d) => {
        const here = new Set(fingerprintsOf({ text: [...a, ...common, ...b].join(' ') }))
        const there = fingerprintsOf({ text: [...c, ...common, ...d].join(' ') })
        assert.ok(there.some((fingerprint) => here.has(fingerprint)))
      }),
      { numRuns: 200 },
    )
  })
})
