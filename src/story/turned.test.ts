import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isTurned } from './turned.ts'
import { wordsOf } from './words.ts'

const turned = (a: string, b: string) => isTurned(wordsOf(a), wordsOf(b))

describe('isTurned', () => {
  it('is true of another number, in digits or words', () => {
    assert.equal(turned('killing seven and injuring 14', 'killing nine and injuring 14'), true)
    assert.equal(turned('killing seven and injuring 14', 'killing 7 and injuring fourteen'), false)
    assert.equal(turned('forty-seven were hurt', '74 were hurt'), true)
    assert.equal(turned('sieben Menschen starben', 'neun Menschen starben'), true)
    assert.equal(turned('قتل ٧ أشخاص', 'قتل 7 أشخاص'), false)
  })

  it('is true of one denial more, in the languages that are read', () => {
    assert.equal(turned('the town would rebuild it', 'the town would not rebuild it'), true)
    assert.equal(turned('la ville reconstruira le pont', 'la ville ne reconstruira pas le pont'), true)
    assert.equal(turned('die Stadt baut die Brücke', 'die Stadt baut die Brücke nicht'), true)
    assert.equal(turned('la ciudad quiere el puente', 'la ciudad nunca quiso el puente'), true)
    assert.equal(turned('المدينة ستبني الجسر', 'المدينة لن تبني الجسر'), true)
  })

  it('is true of an opposite and of a doubt that only one has', () => {
    assert.equal(turned('the court found him guilty', 'the court found him innocent'), true)
    assert.equal(turned('the jury found him guilty of fraud', 'the jury cleared him of fraud'), true)
    assert.equal(turned('the court upheld the ban', 'the court overturned the ban'), true)
    assert.equal(turned('prices rose in spring', 'prices fell in spring'), true)
    assert.equal(turned('the driver may have slept', 'the driver slept'), true)
    for (const [one, other] of [
      ['le tribunal a condamné la maire', 'le tribunal a acquitté la maire'],
      ['die Preise sind gestiegen', 'die Preise sind gefallen'],
      ['el juez condenó al alcalde', 'el juez absolvió al alcalde'],
      ['المحكمة أدانت الوزير', 'المحكمة برأت الوزير'],
    ] as const)
      assert.equal(turned(one, other), true, one)
    assert.equal(turned('it opens in May', 'it will open in the month of May'), false)
  })
})
