import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from '../count-reports.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { buildTimeline, rangeOf } from './build-timeline.ts'

function timeline(...fixtures: ArticleFixture[]) {
  const texts = readMembers(fixtures.map(storyInput))
  return buildTimeline(texts, countReports(texts).members)
}

const monday = 'The council of Sandvik approved the harbor bridge on Monday after a debate.'

describe('buildTimeline', () => {
  it('gives the sentence, its date and the words that gave the date', () => {
    const [event] = timeline({ id: 'a', text: monday, times: [['on Monday', '2025-03-03']] })
    assert.equal(event?.text, monday)
    assert.equal(event?.date, '2025-03-03')
    assert.equal(event?.expression.exact, 'on Monday')
    assert.equal(event?.isPlanned, false)
  })

  it('tells a fact once and cites every document that has it', () => {
    const events = timeline(
      { id: 'a', text: monday, times: [['on Monday', '2025-03-03']] },
      {
        id: 'b',
        text: 'The Sandvik council on Monday approved the harbor bridge after a long debate.',
        times: [['on Monday', '2025-03-03']],
        at: '2025-03-04T12:00:00Z',
      },
    )
    assert.equal(events.length, 1)
    assert.deepEqual(
      events[0]?.citations.map(({ documentId }) => documentId),
      ['a', 'b'],
    )
  })

  it('leaves out a year that is not named: this year is no event', () => {
    const text = 'The council of Sandvik will spend more on the harbor bridge this year than on schools.'
    assert.deepEqual(timeline({ id: 'a', text, times: [['this year', '2025']] }), [])
  })

  it('puts dates in order, whatever their precision', () => {
    const events = timeline({
      id: 'a',
      text: `${monday} The ferry of Sandvik began its service in 1961. The first plan for a bridge was drawn in May 2019.`,
      times: [
        ['on Monday', '2025-03-03'],
        ['in 1961', '1961'],
        ['in May 2019', '2019-05'],
      ],
    })
    assert.deepEqual(
      events.map(({ date }) => date),
      ['1961', '2019-05', '2025-03-03'],
    )
  })

  it('marks what lies ahead as planned, also on the day itself', () => {
    const events = timeline({
      id: 'a',
      text: 'The bridge of Sandvik opens on 1 May for traffic. The mayor of Sandvik is due to speak on Tuesday at noon.',
      times: [
        ['on 1 May', '2025-05-01'],
        ['on Tuesday', '2025-03-04'],
      ],
    })
    assert.deepEqual(
      events.map(({ date, isPlanned }) => [date, isPlanned]),
      [
        ['2025-03-04', true],
        ['2025-05-01', true],
      ],
    )
  })

  it('does not take dates from inside a quotation, nor sentences that lean on others', () => {
    const speaker = entity('person', 'Anna Lindqvist')
    const events = timeline({
      id: 'a',
      text: '“The bridge opens on Friday,” Anna Lindqvist said. He met the engineers on Monday in Sandvik.',
      quotes: [{ words: 'The bridge opens on Friday,', speaker, cue: 'said' }],
      times: [
        ['on Friday', '2025-03-07'],
        ['on Monday', '2025-03-03'],
      ],
    })
    assert.deepEqual(events, [])
  })

  it('leaves out durations, sets and dates that name no day', () => {
    const events = timeline({
      id: 'a',
      text: 'The bridge of Sandvik took three years to plan. The ferry of Sandvik sails every Monday. The harbor is quiet now in Sandvik.',
      times: [
        ['three years', 'P3Y', 'duration'],
        ['every Monday', 'XXXX-WXX-1', 'set'],
        ['now', 'PRESENT_REF'],
      ],
    })
    assert.deepEqual(events, [])
  })

  it('says that a day was moved, beside the old one and the new one', () => {
    const events = timeline(
      {
        id: 'a',
        text: 'The hearing on the harbor bridge of Sandvik is due to open on Thursday.',
        times: [['on Thursday', '2025-03-06']],
        at: '2025-03-04T10:00:00Z',
      },
      {
        id: 'b',
        text: 'The hearing on the harbor bridge of Sandvik has been postponed to 20 March, the court said.',
        times: [['20 March', '2025-03-20']],
        at: '2025-03-05T10:00:00Z',
      },
    )
    assert.deepEqual(
      events.map(({ date, movedFrom, movedTo }) => [date, movedFrom?.date, movedTo?.date]),
      [
        ['2025-03-06', undefined, '2025-03-20'],
        ['2025-03-20', '2025-03-06', undefined],
      ],
    )
    assert.equal(events[1]?.movedFrom?.expression.exact, 'on Thursday')
    assert.match(events[0]?.movedTo?.citation.exact ?? '', /postponed to 20 March/)
  })

  it('reads both days of a sentence that tells of a move', () => {
    const [event, ...rest] = timeline({
      id: 'a',
      text: 'The vote on the harbor bridge, planned for Thursday, has been postponed until 20 March.',
      times: [
        ['Thursday', '2025-03-06'],
        ['20 March', '2025-03-20'],
      ],
    })
    assert.deepEqual(
      [event?.date, event?.expression.exact, event?.movedFrom?.date, rest],
      ['2025-03-20', '20 March', '2025-03-06', []],
    )
  })

  it('takes no later plan for a move that nobody tells of', () => {
    const events = timeline(
      {
        id: 'a',
        text: 'The mayor of Sandvik will speak on the harbor bridge on Thursday.',
        times: [['on Thursday', '2025-03-06']],
      },
      {
        id: 'b',
        text: 'The mayor of Sandvik will speak on the harbor bridge on Friday.',
        times: [['on Friday', '2025-03-07']],
        at: '2025-03-05T10:00:00Z',
      },
    )
    assert.ok(events.every(({ movedFrom, movedTo }) => !movedFrom && !movedTo))
  })

  it('gives a day one event before other days go without, where there are more than twenty', () => {
    const towns =
      'Alder Birk Corran Dunmore Elsing Farley Gorse Hollin Ivel Jarrow Kelso Lorne Marsh Norby Orley Penrith Quarn Rothes Selby Tarn'
    const others = towns.split(' ').map((town, at): Parameters<typeof timeline>[number] => {
      const day = String(at + 1).padStart(2, '0')
      return {
        id: town,
        text: `The bridge at ${town} opened on ${day} January.`,
        times: [[`${day} January`, `2025-01-${day}`]],
      }
    })
    const events = timeline(
      { id: 'x', text: 'The mayor resigned on 25 February.', times: [['25 February', '2025-02-25']] },
      { id: 'y', text: 'A ferry sank off Haverley on 25 February.', times: [['25 February', '2025-02-25']] },
      { id: 'z', text: 'Teachers left their schools on 25 February.', times: [['25 February', '2025-02-25']] },
      ...others,
    )
    assert.deepEqual([events.length, events.filter(({ date }) => date === '2025-02-25').length], [20, 1])
  })

  it('puts what is promised by a day of a month ahead, not behind', () => {
    const events = timeline({
      id: 'a',
      text: 'The ministry has pledged to rebuild the harbor bridge by 26 January.',
      times: [['26 January', '2025-01-26', 'date']],
    })
    assert.deepEqual(
      events.map(({ date, isPlanned }) => [date, isPlanned]),
      [['2026-01-26', true]],
    )
  })

  it('takes nothing from live pages', () => {
    const live = { kind: 'live' } as const
    assert.deepEqual(timeline({ id: 'a', text: monday, times: [['on Monday', '2025-03-03']], article: live }), [])
  })

  it('keeps to twenty events and three of one day', () => {
    const days = Array.from(
      { length: 30 },
      (_, i) => `2024-${String((i % 12) + 1).padStart(2, '0')}-${String(i + 1).padStart(2, '0')}`,
    )
    const many = timeline({
      id: 'a',
      text: days.map((day, i) => `Village${i} repaired its roof${i} and road${i} on ${day} again.`).join('\n'),
      times: days.map((day) => [`on ${day}`, day] as const),
    })
    assert.equal(many.length, 20)
    const oneDay = timeline({
      id: 'a',
      text: Array.from(
        { length: 6 },
        (_, i) => `Village${i} repaired its roof${i} and road${i} on day${i} again.`,
      ).join('\n'),
      times: Array.from({ length: 6 }, (_, i) => [`on day${i}`, '2025-03-01'] as const),
    })
    assert.equal(oneDay.length, 3)
  })
})

describe('rangeOf', () => {
  it('cuts a time to its day', () => {
    assert.deepEqual(rangeOf({ value: '2025-08-18T14:00' }), { date: '2025-08-18' })
    assert.deepEqual(rangeOf({ value: '2025-08-19TMO' }), { date: '2025-08-19' })
  })

  it('reads a week as its days and a weekend as two', () => {
    assert.deepEqual(rangeOf({ value: '2025-W33' }), { date: '2025-08-11', until: '2025-08-17' })
    assert.deepEqual(rangeOf({ value: '2025-W33-WE' }), { date: '2025-08-16', until: '2025-08-17' })
  })

  it('keeps the other end of a range, open or not', () => {
    assert.deepEqual(rangeOf({ value: '2014', until: '..' }), { date: '2014', until: '..' })
    assert.deepEqual(rangeOf({ value: '2014-02', until: '2014-05' }), { date: '2014-02', until: '2014-05' })
  })

  it('names no day for what has none', () => {
    for (const value of ['PRESENT_REF', 'P3Y', 'XXXX-WXX-1', 'FUTURE_REF', ''])
      assert.equal(rangeOf({ value }), undefined)
  })
})
