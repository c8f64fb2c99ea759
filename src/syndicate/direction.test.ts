import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DAY_ONLY, unknownTime } from '../core/time/day-only.ts'
import { decideDirection, type Provenance } from './direction.ts'

const morning = '2025-08-19T08:00:00Z'
const noon = '2025-08-19T12:00:00Z'

function decide(here: Partial<Provenance>, there: Partial<Provenance>, isLikelyCopy = true) {
  return decideDirection({ publishedAt: noon, ...here }, { publishedAt: noon, ...there }, isLikelyCopy)
}

describe('decideDirection', () => {
  it('takes the text with an agency credit as the agency’s own words', () => {
    const credited = { credit: 'PA', sourceName: 'Daily Alder' }
    const plain = { sourceName: 'The Harbour Post', publishedAt: morning }
    assert.deepEqual(decide(plain, credited), { isCopyOfOther: true, direction: { kind: 'credit', agency: 'PA' } })
    assert.deepEqual(decide(credited, plain), { isCopyOfOther: false, direction: { kind: 'credit', agency: 'PA' } })
  })
  it('takes the agency’s own text as the original, however late', () => {
    const agency = { sourceName: 'Reuters', publishedAt: noon }
    const outlet = { sourceName: 'The Harbour Post', credit: 'Reuters', publishedAt: morning }
    assert.equal(decide(outlet, agency).isCopyOfOther, true)
    assert.equal(decide(agency, outlet).isCopyOfOther, false)
    assert.deepEqual(decide(agency, { sourceName: 'Blog', publishedAt: morning }).direction, {
      kind: 'credit',
      agency: 'Reuters',
    })
  })
  it('knows the names an agency goes by', () => {
    for (const sourceName of ['PA Media', 'the PA news agency', 'Press Association', 'PA'])
      assert.equal(decide({ sourceName: 'Post', credit: 'PA' }, { sourceName }).isCopyOfOther, true, sourceName)
  })
  it('knows an agency it never heard of by its initials', () => {
    const outlet = { sourceName: 'The Harbour Post', publishedAt: morning }
    const agency = { sourceName: 'Norrhamn Press Agency' }
    assert.equal(decide({ ...outlet, credit: 'NPA' }, agency).isCopyOfOther, true)
    assert.equal(decide(agency, { ...outlet, credit: 'NPA' }).isCopyOfOther, false)
    const inFull = { credit: 'Norrhamn Press Agency', sourceName: 'Blog' }
    assert.deepEqual(decide({ ...outlet, credit: 'NPA' }, inFull), {
      isCopyOfOther: false,
      direction: { kind: 'credit', agency: 'NPA' },
    })
  })
  it('does not take other initials, two letters, or a name in small letters for an agency', () => {
    for (const [credit, sourceName] of [
      ['NPB', 'Norrhamn Press Agency'],
      ['NP', 'Norrhamn Press'],
      ['Apt', 'Alder Press Trust'],
      ['', 'Norrhamn Press Agency'],
    ] as const) {
      const decision = decide({ sourceName: 'Post', credit, publishedAt: morning }, { sourceName })
      assert.equal(decision.isCopyOfOther, false, `${credit} of ${sourceName}`)
    }
  })
  it('takes the outlet the feed names as origin as the original', () => {
    const decision = decide(
      { sourceName: 'Aggregator', origin: 'The Harbour Post' },
      { sourceName: 'The Harbour Post' },
    )
    assert.deepEqual(decision, { isCopyOfOther: true, direction: { kind: 'credit', agency: 'The Harbour Post' } })
  })
  it('lets time tell which of two credited copies came first, and still names the agency', () => {
    const decision = decide(
      { credit: 'AFP', sourceName: 'A', publishedAt: noon },
      { credit: 'AFP', sourceName: 'B', publishedAt: morning },
    )
    assert.deepEqual(decision, { isCopyOfOther: true, direction: { kind: 'credit', agency: 'AFP' } })
  })
  it('leaves it open when the time of one is unknown', () => {
    const undated = { publishedAt: unknownTime(morning) }
    assert.deepEqual(decide({}, undated).direction, { kind: 'undecided' })
    assert.deepEqual(decide(undated, {}).direction, { kind: 'undecided' })
  })
  it('falls back on time when credits disagree or are missing', () => {
    assert.deepEqual(decide({ credit: 'AFP', publishedAt: morning }, { credit: 'AP' }).direction, { kind: 'time' })
    assert.deepEqual(decide({ publishedAt: morning }, {}), { isCopyOfOther: false, direction: { kind: 'time' } })
    assert.deepEqual(decide({}, { publishedAt: morning }), { isCopyOfOther: true, direction: { kind: 'time' } })
  })
  it('compares times across zones', () => {
    const decision = decide({ publishedAt: '2025-08-19T12:00:00+02:00' }, { publishedAt: '2025-08-19T11:00:00Z' })
    assert.equal(decision.isCopyOfOther, false)
  })
  it('is undecided within a minute, on dates without a time and on times that are none', () => {
    const undecided = { kind: 'undecided' }
    assert.deepEqual(decide({}, { publishedAt: '2025-08-19T12:00:40Z' }).direction, undecided)
    assert.deepEqual(decide({}, { publishedAt: '2025-08-19T00:00:00Z' }).direction, undecided)
    assert.deepEqual(decide({}, { publishedAt: '2025-08-19' }).direction, undecided)
    // a page that gives only the day
    assert.deepEqual(decide({}, { publishedAt: `2025-08-19${DAY_ONLY}` }).direction, undecided)
    assert.deepEqual(
      decide({ publishedAt: '2025-08-19T17:00:00Z' }, { publishedAt: `2025-08-19${DAY_ONLY}` }).direction,
      undecided,
    )
    assert.deepEqual(decide({}, { publishedAt: '' }).direction, undecided)
    assert.deepEqual(decide({}, { publishedAt: '2025-08-17' }).direction, { kind: 'time' })
  })
  it('says which to show as the copy when undecided', () => {
    assert.equal(decide({}, {}, true).isCopyOfOther, true)
    assert.equal(decide({}, {}, false).isCopyOfOther, false)
  })
})
