import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { dossier, story } from '../../../test/examples/story.ts'
import type { Figure, TimelineEvent } from '../../core/story.ts'
import type { StoryView } from '../../operations/views.ts'
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
      assert.ok(textOf(item.querySelector('.orig')).includes(expression.exact))
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
    assert.equal(texts(section, 'li.plan .date').filter((text) => text.includes('· planned')).length, planned)
    assert.equal(all(section, 'circle.planned').length, planned)
  })

  const ranges: readonly (readonly [string, TimelineEvent, RegExp])[] = [
    ['an open range', on('2014', { until: '..' }), /^2014 – in the words/],
    ['a closed range', on('2026-03', { until: '2026-05' }), /^March 2026 – May 2026 in the words/],
    ['a day', on('2026-03-17'), /^Tue, 17 Mar 2026 in the words/],
  ]
  for (const [name, event, expected] of ranges)
    it(`writes ${name} at its own precision`, () => {
      const made = parseMarkup(String(timelineSection(withTimeline([event]), reader)))
      assert.match(textOf(made.querySelector('.date')), expected)
    })

  it('draws only what is near the reporting, and says how much that is', () => {
    assert.equal(all(section, 'circle').length, 4, 'the year 2014 would press all others together')
    assert.equal(textOf(section.querySelector('desc')), '4 events from Mon, 16 Mar 2026 to Fri, 20 Mar 2026.')
  })

  it('puts points of one day above each other', () => {
    const heights = values(section, 'circle', 'cy').map(Number)
    assert.deepEqual(heights, [34, 34, 22, 34])
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

  it('are drawn as steps between the readings, and described from first to last', () => {
    const section = parseMarkup(
      String(
        figureSection(
          withFigures([{ unit: 'tons', readings: [reading(1, 10), reading(2, 30), reading(3, 20)] }]),
          reader,
        ),
      ),
    )
    assert.equal(all(section, 'circle').length, 3)
    assert.equal(all(section, 'line').length, 4)
    assert.deepEqual(values(section, 'circle', 'cy'), ['30', '6', '18'])
    assert.deepEqual(values(section, 'circle', 'cx'), ['2%', '50%', '98%'])
    assert.equal(textOf(section.querySelector('title')), 'tons: from 10 to 20')
  })

  it('that never change are a line in the middle', () => {
    const made = String(
      figureSection(withFigures([{ unit: 'tons', readings: [reading(1, 5), reading(2, 5)] }]), reader),
    )
    assert.deepEqual([...new Set(values(parseMarkup(made), 'circle', 'cy'))], ['18'])
    assert.doesNotMatch(made, /NaN|Infinity/)
  })

  it('show the last eight readings, and all of them in a table', () => {
    const readings = Array.from({ length: 11 }, (_, index) => reading(index, index * 1000))
    const section = parseMarkup(String(figureSection(withFigures([{ unit: 'tons', readings }]), reader)))
    assert.deepEqual(texts(section, '.readings b')[0], '3,000')
    assert.equal(all(section, '.readings li').length, 8)
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
