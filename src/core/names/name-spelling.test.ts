import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { haveOtherInitials, nameWordKey } from './name-spelling.ts'

describe('foldName', () => {
  it('drops case, accents, apostrophes and letters no accent stands on', () => {
    assert.equal(nameWordKey('Orbán'), 'orban')
    assert.equal(nameWordKey("O'Neill"), 'oneill')
    assert.equal(nameWordKey('Łucja'), 'lucja')
    assert.equal(nameWordKey('Søren'), 'soren')
  })

  it('folds the ends that transliteration varies', () => {
    for (const each of ['Zelensky', 'Zelenskyy', 'Zelenskiy']) assert.equal(nameWordKey(each), 'zelensky')
  })

  it('folds the spellings of a name that many bear', () => {
    assert.equal(nameWordKey('Muhammad'), nameWordKey('Mohamed'))
    assert.equal(nameWordKey('Gaddafi'), nameWordKey('Qadhafi'))
    assert.equal(nameWordKey('El-Sayed'), nameWordKey('al-Sayed'))
  })

  it('leaves apart what are two names', () => {
    assert.notEqual(nameWordKey('Vladimir'), nameWordKey('Volodymyr'))
    assert.notEqual(nameWordKey('Maria'), nameWordKey('Marie'))
    assert.notEqual(nameWordKey('Hassan'), nameWordKey('Hussein'))
  })
})

describe('haveOtherInitials', () => {
  it('tells father and son apart, and nobody by a letter left out', () => {
    assert.equal(haveOtherInitials('George W. Roe', 'George H.W. Roe'), true)
    assert.equal(haveOtherInitials('George H. W. Roe', 'George H.W. Roe'), false)
    assert.equal(haveOtherInitials('George Roe', 'George H.W. Roe'), false)
  })
})
