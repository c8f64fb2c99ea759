import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { dossier, members } from '../../../../test/examples/story.ts'
import type { Member } from '../../../core/story.ts'
import { coveragePlot } from './plot-coverage.ts'

const at = (publishedAt: string, role: Member['role'] = 'original', group = 0): Member => ({
  ...members[0]!,
  publishedAt,
  role,
  group,
})
const hours = ['2026-03-16T10:00:00Z', '2026-03-16T10:02:00Z', '2026-03-16T11:00:00Z']
const some = [at(hours[0]!), at(hours[1]!, 'copy'), at(hours[2]!, 'copy')]
const draw = (list: readonly Member[], language: 'en' | 'ar' = 'en') =>
  parseMarkup(String(coveragePlot({ ...dossier, members: list }, exampleReader(language))))

describe('the plot of coverage', () => {
  const plot = draw(some)

  it('stacks copies on own reporting, from the axis up', () => {
    const columns = all(plot, 'rect.own, rect.copies').map((rect) => ({
      kind: rect.getAttribute('class'),
      y: Number(rect.getAttribute('y')),
      height: Number(rect.getAttribute('height')),
    }))
    const base = Number(plot.querySelector('line.base')?.getAttribute('y1'))
    assert.deepEqual(columns, [
      { kind: 'own', y: base - 26, height: 26 },
      { kind: 'copies', y: base - 52, height: 26 },
      { kind: 'copies', y: base - 26, height: 26 },
    ])
  })

  it('calls no copy of what nobody knows the first', () => {
    const plot = draw([...some, at('2026-03-16T13:00:00Z', 'undecided')])
    assert.equal(all(plot, 'rect.unknown').length, 1)
    assert.match(texts(plot, 'g > title').at(-1) ?? '', /: 1 not known$/)
  })

  it('says when most came, and how many at the top of that column', () => {
    assert.match(textOf(plot.querySelector('figcaption')), /^Busiest: 2 articles, Mar 16, 10:00\s–\s10:15\sAM\./)
    assert.equal(textOf(plot.querySelector('text.value')), '2')
  })

  it('says of a column what it holds when it is pointed at', () => {
    assert.deepEqual(texts(plot, 'g > title').slice(0, 2), [
      'Mar 16, 10:00 – 10:15 AM: 1 own reporting, 1 copy',
      'Mar 16, 11:00 – 11:15 AM: 1 copy',
    ])
  })

  it('names the first article of each report and leads to it', () => {
    const two = draw([at(hours[0]!), at(hours[2]!, 'original', 1), at('2026-03-16T14:00:00Z', 'copy', 1)])
    const flags = all(two, 'a.flag')
    assert.equal(flags.length, 2)
    assert.equal(textOf(flags[1]?.querySelector('title') ?? null), 'Northern Wire, Mar 16, 11:00 AM')
    assert.equal(flags[0]?.getAttribute('href'), '/articles/article-wire')
    assert.equal(two.querySelector('svg')?.getAttribute('role'), 'group', 'a picture may hold no links')
  })

  it('leaves names that have no room on narrow pages to wide ones', () => {
    const times = ['10:00', '12:10', '14:00', '16:30'].map((time) => `2026-03-16T${time}:00Z`)
    const four = draw(times.map((time, group) => at(time, 'original', group)))
    const kinds = all(four, 'a.flag').map((flag) => flag.getAttribute('class'))
    assert.ok(
      kinds.every((kind) => kind !== 'flag tip'),
      kinds.join(),
    )
    assert.ok(kinds.includes('flag') && kinds.includes('flag fine'), kinds.join())
  })

  it('says how many came most beside their column, and before no pole', () => {
    const share = (text: string | null | undefined) => Number(text?.replace('%', ''))
    const column = plot.querySelector('rect.own')
    const end = share(column?.getAttribute('x')) + share(column?.getAttribute('width'))
    assert.ok(share(plot.querySelector('text.value')?.getAttribute('x')) >= end)
  })

  it('counts in its table every article, under its period', () => {
    assert.deepEqual(texts(plot, 'tbody tr'), ['Mar 16, 10:00 – 10:15 AM110', 'Mar 16, 11:00 – 11:15 AM010'])
  })

  it('runs as the page is read: from the right in Arabic', () => {
    const share = (text: string) => Number(text.replace('%', ''))
    const [ltr, rtl] = [plot, draw(some, 'ar')].map((made) => values(made, 'rect.own', 'x').map(share)[0] ?? 0)
    assert.ok(ltr! < 20 && rtl! > 70, `${ltr} ${rtl}`)
  })

  it('is left out for a single moment or no readable one', () => {
    for (const list of [[], some.slice(0, 2), [at('some day'), at('another')]])
      assert.equal(String(coveragePlot({ ...dossier, members: list }, exampleReader())), '')
  })
})
