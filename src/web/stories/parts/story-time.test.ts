import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { dossier, story } from '../../../../test/examples/story.ts'
import type { Figure, TimelineEvent } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { figureSection, timelineSection } from './story-time.ts'

const reader = exampleReader()
const withTimeline = (timeline: readonly TimelineEvent[]): StoryView => ({
  ...story,
  dossier: { ...dossier, timeline },
})
const withFigures = (figures: readonly Figure[]): StoryView => ({ ...story, dossier: { ...dossier, figures } })
const on = (date: string, rest: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...dossier.timeline[1]!,
  date,
  ...rest,
})

describe('the timeline', () => {
  const section = parseMarkup(String(timelineSection(story, reader)))

  it('lists every event with its date, the words that gave it, and a citation', () => {
    const items = all(section, 'ol.tl > li')
    assert.equal(items.length, dossier.timeline.length)
    for (const [index, { date, expression, citations }] of dossier.timeline.entries()) {
      const item = items[index]!
      assert.equal(item.querySelector('time')?.getAttribute('datetime'), date)
      assert.ok(textOf(item.querySelector('b small')).includes(expression.exact))
      const { documentId, span } = citations[0]
      assert.equal(
        item.querySelector('a.cite')?.getAttribute('href'),
        `/citations/${documentId}/${span.start}-${span.end}`,
      )
    }
  })

  it('tells what is planned from what has happened', () => {
    const planned = dossier.timeline.filter(({ isPlanned }) => isPlanned).length
    assert.equal(all(section, 'li.plan').length, planned)
    assert.equal(texts(section, 'li.plan > b').filter((text) => text.includes('· planned')).length, planned)
    assert.equal(all(section, 'a.event.planned').length, planned)
  })

  const ranges: readonly (readonly [string, TimelineEvent, RegExp])[] = [
    ['an open range', on('2014', { until: '..' }), /^2014 – reported as/],
    ['a closed range', on('2026-03', { until: '2026-05' }), /^March 2026 – May 2026 reported as/],
    ['a day', on('2026-03-17'), /^Tue, Mar 17, 2026 reported as/],
  ]
  for (const [name, event, expected] of ranges)
    it(`writes ${name} at its own precision`, () => {
      const made = parseMarkup(String(timelineSection(withTimeline([event]), reader)))
      assert.match(textOf(made.querySelector('.tl b')), expected)
    })

  it('draws large what is near the reporting, all of it in a strip, and says how much that is', () => {
    assert.equal(all(section, 'a.event').length, 5)
    assert.equal(all(section, 'a.event:not([display])').length, 4, 'the year 2014 would press all others together')
    assert.equal(all(section, '.around circle').length, 5)
    assert.equal(
      textOf(section.querySelector('figcaption')),
      '4 events from Mon, Mar 16, 2026 to Fri, Mar 20, 2026. 2 planned (dashed). 1 more before or after, in the strip above.',
    )
  })

  it('leads from every mark to its item, under the number both have', () => {
    for (const [index, mark] of all(section, 'a.event').entries()) {
      const item = section.querySelector(mark.getAttribute('href') ?? '')
      assert.ok(item)
      assert.equal(textOf(mark.querySelector('text')), String(index + 1))
      assert.ok(textOf(mark.querySelector('title')).includes(dossier.timeline[index]!.text.slice(0, 40)))
    }
  })

  it('puts marks of one day above each other, and time where the page is read from', () => {
    const [y, x] = ['y', 'x'].map((name) => values(section, 'a.event:not([display]) > svg', name))
    assert.deepEqual(x, ['5%', '27.5%', '27.5%', '95%'])
    assert.deepEqual(y, ['71', '71', '52', '71'])
    const arabic = parseMarkup(String(timelineSection(story, exampleReader('ar'))))
    assert.deepEqual(values(arabic, 'a.event:not([display]) > svg', 'x'), ['95%', '72.5%', '72.5%', '5%'])
  })

  it('draws a range as a line to its end', () => {
    const dates = [on('2026-03-01', { until: '2026-03-11' }), on('2026-03-05'), on('2026-03-21')]
    const made = parseMarkup(String(timelineSection(withTimeline(dates), reader)))
    assert.deepEqual([values(made, 'line.span', 'x1'), values(made, 'line.span', 'x2')], [['5%'], ['50%']])
  })

  it('draws nothing of fewer than three dates, of one day, or of what is no date', () => {
    for (const dates of [
      ['2026-03-16', '2026-03-17'],
      ['2026-03-16', '2026-03-16', '2026-03-16'],
      ['P3Y', 'P1D', 'XXXX'],
    ])
      assert.doesNotMatch(String(timelineSection(withTimeline(dates.map((date) => on(date))), reader)), /<svg/)
  })

  it('is left out when nothing has a date', () => {
    assert.equal(String(timelineSection(withTimeline([]), reader)), '')
  })
})

describe('figures over time', () => {
  const [figure] = dossier.figures
  const reading = (hour: number, value: number): Figure['readings'][number] => ({
    ...figure!.readings[0]!,
    at: `2026-03-16T${String(hour).padStart(2, '0')}:00:00Z`,
    value,
  })

  it('list every reading with its time and citation', () => {
    const section = parseMarkup(String(figureSection(story, reader)))
    assert.equal(textOf(section.querySelector('h3')), 'people moved')
    assert.deepEqual(texts(section, '.readings b'), ['140', '210'])
    assert.deepEqual(
      values(section, '.readings time', 'datetime'),
      figure!.readings.map(({ at }) => at),
    )
    assert.equal(all(section, '.readings a.cite').length, 2)
  })

  const drawn = (readings: readonly Figure['readings'][number][], rest: Partial<StoryView['dossier']> = {}) => {
    const made = withFigures([{ unit: 'tons', readings }])
    return parseMarkup(String(figureSection({ ...made, dossier: { ...made.dossier, ...rest } }, reader)))
  }

  it('are drawn as steps between the readings, with their numbers, and described from first to last', () => {
    const section = drawn([reading(1, 10), reading(2, 30), reading(3, 20)])
    assert.equal(all(section, 'a.reading').length, 3)
    assert.equal(all(section, 'line.step').length, 4)
    assert.deepEqual(values(section, 'a.reading > svg', 'y'), ['68', '22', '45'])
    assert.deepEqual(values(section, 'a.reading > svg', 'x'), ['6%', '50%', '94%'])
    assert.deepEqual(texts(section, 'a.reading text'), ['10', '30', '20'])
    assert.equal(textOf(section.querySelector('figcaption')), 'tons: from 10 to 20')
  })

  it('open the sentence of each reading', () => {
    const hrefs = values(parseMarkup(String(figureSection(story, reader))), 'a.reading', 'href')
    assert.deepEqual(
      hrefs,
      figure!.readings.map(
        ({ citation: { documentId, span } }) => `/citations/${documentId}/${span.start}-${span.end}`,
      ),
    )
  })

  it('show the bounds that the words give as a bar', () => {
    const bounds = drawn([
      { ...reading(1, 10), low: 10 },
      { ...reading(2, 30), low: 20, high: 40 },
    ])
    assert.deepEqual(values(bounds, 'line.range', 'class'), ['range open', 'range'])
    const [until] = values(bounds, 'line.range:not(.open)', 'y2')
    assert.equal(until, '22', 'the highest bound is the top of the drawing')
  })

  it('say in words what bounds a number has', () => {
    const bounds = drawn([
      { ...reading(1, 10), low: 10 },
      { ...reading(2, 30), low: 20, high: 40 },
      { ...reading(3, 50), high: 50 },
    ])
    assert.deepEqual(texts(bounds, '.readings b'), ['at least 10', '20 to 40', 'at most 50'])
    assert.equal(textOf(bounds.querySelector('figcaption')), 'tons: from at least 10 to at most 50')
  })

  it('are marked where accounts differ, by a shape and a word', () => {
    const [a, b] = [reading(1, 10), reading(2, 30)]
    const differences = [
      { kind: 'figures' as const, a: { citation: b.citation }, b: { citation: b.citation }, why: '' },
    ]
    const section = drawn([{ ...a, citation: dossier.brief[1]!.citations[0] }, b], { differences })
    assert.equal(all(section, '.reading.differs path').length, 1)
    assert.equal(textOf(section.querySelector('.reading.differs text')), '30 ≠')
    assert.deepEqual(texts(section, '.readings a.chip'), ['figures differ'])
  })

  it('that never change are a line in the middle', () => {
    const made = drawn([reading(1, 5), reading(2, 5)])
    assert.deepEqual([...new Set(values(made, 'a.reading > svg', 'y'))], ['45'])
    assert.deepEqual(values(made, 'svg [y=NaN], svg [x=NaN]', 'y'), [])
  })

  it('show the last four readings, and all of them in a table', () => {
    const section = drawn(Array.from({ length: 11 }, (_, index) => reading(index, index * 1000)))
    assert.deepEqual(texts(section, '.readings b')[0], '7,000')
    assert.equal(all(section, '.readings li').length, 4)
    assert.equal(all(section, 'tbody tr').length, 11)
  })

  it('are not drawn from one reading or one moment', () => {
    for (const readings of [[reading(1, 5)], [reading(1, 5), reading(1, 6)]])
      assert.doesNotMatch(String(figureSection(withFigures([{ unit: 'tons', readings }]), reader)), /<svg/)
  })

  it('are left out when there is none, or none with a reading', () => {
    assert.equal(String(figureSection(withFigures([]), reader)), '')
    assert.equal(String(figureSection(withFigures([{ unit: 'tons', readings: [] }]), reader)), '')
  })

  it('keep a hostile unit a word', () => {
    const unit = '</title><script>alert(1)</script>'
    const made = String(figureSection(withFigures([{ unit, readings: [reading(1, 1), reading(2, 2)] }]), reader))
    assert.doesNotMatch(made, /<script/)
    assert.equal(textOf(parseMarkup(made).querySelector('h3')), unit)
  })
})
