import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { dossier, members } from '../../../../test/examples/story.ts'
import { asId, type DocumentId } from '../../../core/ids.ts'
import type { Member } from '../../../core/story.ts'
import { independenceBar, worthOf } from './plot-independence.ts'

const reader = exampleReader()
const share = (text: string) => Number(text.replace('%', ''))
const some = (count: number, rest: Partial<Member> = {}): Member[] =>
  Array.from({ length: count }, (_, index) => ({ ...members[0]!, documentId: asId<DocumentId>(`d${index}`), ...rest }))
const draw = (list: readonly Member[], language: 'en' | 'fr' | 'ar' = 'en') =>
  parseMarkup(String(independenceBar({ ...dossier, members: list }, exampleReader(language))))

describe('the worth of an article as a report', () => {
  const [, copied] = members
  it('is told by its role, and by how the origin of a copy is known', () => {
    assert.deepEqual(
      members.slice(-3).map((member) => worthOf(member, dossier)),
      ['partly', 'own', 'unknown'],
    )
    assert.equal(worthOf(copied!, dossier), 'agency')
    const byTime = { ...dossier, reports: dossier.reports.map((report) => ({ ...report, how: 'time' as const })) }
    assert.equal(worthOf(copied!, byTime), 'copy')
  })

  it('of an original that tells the same facts in other words is a retelling', () => {
    const [retelling] = dossier.retellings ?? []
    const member = { ...members[0]!, documentId: retelling!.documentId }
    assert.equal(worthOf(member, dossier), 'retold')
  })
})

describe('the bar of independent reports', () => {
  const plot = draw(members)

  it('has a block for each article, side by side from end to end, own reporting first', () => {
    const blocks = all(plot, 'rect.block')
    assert.equal(blocks.length, 25)
    assert.equal(blocks[0]?.getAttribute('class'), 'block own')
    assert.equal(blocks.at(-1)?.getAttribute('class'), 'block unknown')
    const starts = values(plot, 'rect.block', 'x').map(share)
    assert.deepEqual([starts[0], starts[1], starts.at(-1)], [0, 4, 96])
  })

  it('names each kind with its count under its blocks, none over another', () => {
    assert.deepEqual(texts(plot, 'svg text'), ['2 own reporting', '1 partly own', '21 agency copies', '1 not known'])
    assert.equal(new Set(values(plot, 'svg text', 'y')).size, 3)
  })

  it('runs from the right on a page that is read so', () => {
    const starts = values(draw(members, 'ar'), 'rect.block', 'x').map(share)
    assert.deepEqual([starts[0], starts.at(-1)], [96, 0])
  })

  it('tells kinds apart by their surface, not by color alone', () => {
    assert.deepEqual(values(plot, 'rect.partly', 'fill'), ['url(#ind-s)'])
    assert.ok(plot.querySelector('pattern#ind-s'))
  })

  it('has one block for each kind where one for each article would be a hair', () => {
    const many = draw([...some(100, { role: 'copy' }), ...some(20)])
    assert.deepEqual(values(many, 'rect.block', 'width').map(share), [16.7, 83.3])
  })

  it('says in words what it draws, and names the largest group', () => {
    assert.equal(plot.querySelector('svg')?.getAttribute('aria-label'), 'Independent reports')
    const caption = plot.querySelector(`#${plot.querySelector('svg')?.getAttribute('aria-describedby')}`)
    assert.match(
      textOf(caption),
      /25 articles, of them 4 independent reports\. The largest group comes from Northern Wire/,
    )
  })

  it('has the same numbers in a table', () => {
    const rows = texts(plot, 'tbody tr')
    assert.deepEqual(rows.slice(0, 2), ['Northern Wire22by its credit line', 'The Strait Review1reported alone'])
    assert.ok(rows.includes('copy of an agency’s text2184%'))
  })

  it('heads the column of articles with the word alone, in every language', () => {
    const heads = (['en', 'fr', 'ar'] as const).map((code) => texts(draw(members, code), 'th[scope=col]')[1])
    assert.deepEqual(heads, ['Articles', 'Articles', 'مقالات'])
  })

  it('is left out where there is nothing to compare', () => {
    assert.equal(String(independenceBar({ ...dossier, reports: [] }, reader)), '')
    assert.equal(String(independenceBar({ ...dossier, members: members.slice(0, 1) }, reader)), '')
  })

  it('keeps the words of an outlet words', () => {
    const reports = [{ ...dossier.reports[0]!, originName: '<script>"' }]
    const markup = String(independenceBar({ ...dossier, reports }, reader))
    assert.doesNotMatch(markup, /<script/)
    assert.match(markup, /comes from &lt;script&gt;&quot;\./)
  })
})
