import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { numbersIn } from './numbers.ts'

function read(text: string): string[] {
  return numbersIn(text).map(({ start, end, value, currency, measure, low, high, isRough }) =>
    [
      `${text.slice(start, end)} = ${value}`,
      ...(currency ? [currency] : []),
      ...(measure ? [measure] : []),
      ...(low === undefined ? [] : [`from ${low}`]),
      ...(high === undefined ? [] : [`to ${high}`]),
      ...(isRough ? ['rough'] : []),
    ].join(' '),
  )
}

describe('numbersIn', () => {
  it('reads digits, words and scales', () => {
    assert.deepEqual(
      read('1,204 homes, forty-seven men, a dozen eggs, 3 million fans, two hundred cows and 1.5bn stars'),
      [
        '1,204 = 1204',
        'forty-seven = 47',
        'a dozen = 12',
        '3 million = 3000000',
        'two hundred = 200',
        '1.5bn = 1500000000',
      ],
    )
  })

  it('reads money, shares and measures', () => {
    assert.deepEqual(read('It cost $61bn, £4.2m or 50,000 euros.'), [
      '$61bn = 61000000000 $',
      '£4.2m = 4200000 £',
      '50,000 euros = 50000 euro',
    ])
    assert.deepEqual(read('Some 41 per cent, up 2 percentage points, of 18,000 acres'), [
      '41 per cent = 41 % rough',
      '2 percentage points = 2 points',
      '18,000 acres = 18000 acres',
    ])
    assert.deepEqual(read('Two thirds of them, a quarter of us'), ['Two thirds = 66.7 %', 'a quarter = 25 %'])
  })

  it('reads bounds and ranges', () => {
    assert.deepEqual(read('at least 12, up to 40, between 30 and 40, 25-30%, 20 to 30 people'), [
      '12 = 12 from 12 rough',
      '40 = 40 to 40 rough',
      '30 and 40 = 30 from 30 to 40 rough',
      '25-30% = 25 % from 25 to 30 rough',
      '20 to 30 = 20 from 20 to 30 rough',
    ])
  })

  it('reads numbers as other countries write them', () => {
    assert.deepEqual(
      read('₹50 crore, Rs 2.5 lakh crore, five lakh trees, 1,50,000 goats, 3 milliard euros, HK$2bn, NT$3 million'),
      [
        '₹50 crore = 500000000 ₹',
        'Rs 2.5 lakh crore = 2500000000000 Rs',
        'five lakh = 500000',
        '1,50,000 = 150000',
        '3 milliard euros = 3000000000 euro',
        'HK$2bn = 2000000000 HK$',
        'NT$3 million = 3000000 NT$',
      ],
    )
    assert.deepEqual(
      read('€3,5 million; 61,4%; €1.234,56; 1.200.000 cows; 1 200 000 sheep; 4\u00a0300 pigs; 1’200 hens'),
      [
        '€3,5 million = 3500000 €',
        '61,4% = 61.4 %',
        '€1.234,56 = 1234.56 €',
        '1.200.000 = 1200000',
        '1 200 000 = 1200000',
        '4\u00a0300 = 4300',
        '1’200 = 1200',
      ],
    )
  })

  it('reads no part of a number that it cannot read whole', () => {
    for (const text of ['1,234,56 people', '1 200 people', '10,12 people']) assert.deepEqual(read(text), [], text)
  })

  it('leaves years, ages, scores, ranks and names alone', () => {
    for (const text of [
      'in 1998',
      'a 34-year-old man',
      'Velmar won 3-1',
      'on 3/5',
      'the 5th man',
      'Article 50',
      'Highway 61',
      'a woman aged 70',
      'Tarkan, 54, denies it',
      'Covid-19',
    ])
      assert.deepEqual(read(text), [], text)
  })
})
