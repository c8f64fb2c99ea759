import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { numbersIn } from './numbers-in.ts'

const read = (text: string) => numbersIn(text).map(({ value, sign }) => (sign ? `${value} ${sign}` : `${value}`))

describe('the numbers of a claim', () => {
  it('have the scales of India and the milliard, so that no part of a sum bears another', () => {
    assert.deepEqual(read('₹50 crore, 5 lakh people, 2.5 lakh crore rupees, five lakh, a lac, 3 milliard euros'), [
      '500000000 ₹',
      '500000',
      '2500000000000 ₹',
      '500000',
      '100000',
      '3000000000 €',
    ])
  })

  it('are read whole where thousands are parted otherwise', () => {
    assert.deepEqual(read('1,50,000 people and 1.200.000 euros, not 1,234.5 or 3,5'), [
      '150000',
      '1200000 €',
      '1234.5',
      '3.5',
    ])
  })
})
