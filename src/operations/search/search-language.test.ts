import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseSearch, periodOf, writeSearch } from './search-language.ts'

describe('a search', () => {
  it('is read from words and keys, in any order', () => {
    assert.deepEqual(parseSearch('said:"Mara Ellind" ceasefire "night watch" -ferry in:2026-08 from:Echo lang:AR'), {
      text: 'ceasefire "night watch" -ferry',
      said: 'Mara Ellind',
      in: '2026-08',
      from: 'Echo',
      lang: 'ar',
      unread: [],
    })
  })

  it('hands back what it cannot use, and does not look for it', () => {
    const asked = parseSearch('harbor in:august after:2026-02-31 lang:Arabic before:x said:')
    assert.equal(asked.text, 'harbor said:')
    assert.deepEqual(asked.unread, ['in:august', 'after:2026-02-31', 'lang:Arabic', 'before:x'])
  })

  it('leaves what only looks like a key in the words', () => {
    assert.equal(
      parseSearch('10:30 http://a.example notsaid:x title:y').text,
      '10:30 http://a.example notsaid:x title:y',
    )
  })

  it('names a time: a year, a month, a day, and what stands between two days', () => {
    assert.deepEqual(periodOf(parseSearch('in:2026-12')), {
      from: '2026-12-01T00:00:00.000Z',
      until: '2027-01-01T00:00:00.000Z',
    })
    assert.deepEqual(periodOf(parseSearch('in:2026-02-28')), {
      from: '2026-02-28T00:00:00.000Z',
      until: '2026-03-01T00:00:00.000Z',
    })
    assert.deepEqual(periodOf(parseSearch('in:2026 after:2026-03-01')), {
      from: '2026-03-01T00:00:00.000Z',
      until: '2027-01-01T00:00:00.000Z',
    })
    assert.deepEqual(periodOf(parseSearch('in:2026-03 before:2026-03-17'), 'America/New_York'), {
      from: '2026-03-01T05:00:00.000Z',
      until: '2026-03-17T04:00:00.000Z',
    })
    assert.deepEqual(periodOf(parseSearch('words')), {})
    // Neither a signed year, which sorts before all others, nor 1926 for 26.
    assert.equal(periodOf(parseSearch('in:9999')).until, '9999-12-31T23:59:59.999Z')
    assert.deepEqual(parseSearch('in:0026').unread, ['in:0026'])
  })

  it('is the same again when it was written and read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 20 }), (text, said) => {
        const once = parseSearch(writeSearch({ text, said, in: '2026-08' }))
        assert.deepEqual({ ...parseSearch(writeSearch(once)), unread: [] }, { ...once, unread: [] })
      }),
    )
  })
})
