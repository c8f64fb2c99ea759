import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountName } from '../account.ts'
import { nameSkeleton } from './name-skeleton.ts'

test('names that people would take for one look the same', () => {
  for (const [one, other] of [
    ['Ada', 'АdА'],
    ['paypal', 'раураӏ'],
    ['Anna', 'ΑΝΝΑ'],
    ['Bill', 'BiII'],
    ['Bob', 'B0b'],
    ['Arne', 'Ame'],
    ['Ann Lee', 'Ann-Lee'],
    ['Ann', 'Ａｎｎ'],
    ['علی', 'علي'],
  ] as const)
    assert.equal(nameSkeleton(one), nameSkeleton(other), `${one} ${other}`)
})

test('names that differ to the eye stay different', () => {
  const names = [
    'Ada',
    'Adam',
    'Zoe',
    'Zoë',
    'Иван',
    'Ivan',
    'محمد',
    'أحمد',
    '田中',
    '田申',
    'Reader 2',
    'Reader 3',
    'Σοφία',
  ]
  assert.equal(new Set(names.map(nameSkeleton)).size, names.length)
})

test('what cannot be seen, turns its line or grows out of it is no name', () => {
  for (const given of [
    'Ada\u200b',
    'Ada\u202e',
    '\u3164',
    'A\u115fda',
    '\u2800',
    'A\u034fda',
    'Z\u0301\u0302\u0303\u0304\u0305',
    'Ada\u{e0041}',
    'A\u2066da',
  ])
    assert.equal(accountName(given), undefined, JSON.stringify(given))
  for (const given of ['Ada', 'Zoë', 'Nguyễn Văn', 'محمد علي', '田中', 'O’Brien', 'นิดา', 'Ada ❤'])
    assert.equal(accountName(given), given.normalize('NFKC'))
  assert.equal(accountName('Ada ❤\ufe0f'), 'Ada ❤')
})
