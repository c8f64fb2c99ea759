import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { dossier, members, story } from '../../../../test/examples/story.ts'
import type { Citation } from '../../../core/citation.ts'
import { type ArticleId, asId, type DocumentId } from '../../../core/ids.ts'
import type { Member, Report } from '../../../core/story.ts'
import type { Retelling, SharedText } from '../../../core/text/text-reuse.ts'
import type { StoryView } from '../../../operations/views.ts'
import { interfaceLanguages } from '../../reader.ts'
import { reportSection } from './story-reports.ts'

const reader = exampleReader()
const id = (name: string) => asId<DocumentId>(name)
const member = (name: string, rest: Partial<Member> = {}): Member => ({
  ...members[0]!,
  articleId: asId<ArticleId>(`article-${name}`),
  documentId: id(name),
  sourceName: `Outlet ${name}`,
  role: 'original',
  own: 1,
  ...rest,
})
const report = (group: number, originName: string, ids: readonly string[], rest: Partial<Report> = {}): Report => ({
  group,
  originName,
  how: 'time',
  documentIds: ids.map(id),
  ...rest,
})
const citation = (name: string, exact: string): Citation => ({
  documentId: id(name),
  span: { start: 5, end: 5 + exact.length },
  exact,
})
const same = { here: citation('b', 'The bridge is shut.'), there: citation('a', 'The bridge is shut.') }
const alike = { here: citation('b', 'It opens in May.'), there: citation('a', 'It will open in May.') }
const shared = (rest: Partial<SharedText> = {}): SharedText => ({
  documentId: id('b'),
  otherId: id('a'),
  kind: 'whole-copy',
  count: 7,
  passages: [same, alike],
  ...rest,
})
const retelling: Retelling = { documentId: id('c'), otherId: id('a'), share: 0.6, figures: 4, pairs: [alike] }

function shown(rest: Partial<StoryView['dossier']>) {
  return parseMarkup(String(reportSection({ ...story, dossier: { ...dossier, ...rest } }, reader)))
}
const copied = [member('a'), member('b', { role: 'copy', own: 0 }), member('c')]
const counted = [report(0, 'Outlet a', ['a', 'b']), report(1, 'Outlet c', ['c'], { how: 'alone' })]

describe('how the reports are counted', () => {
  it('names every report with its articles and how its origin is known', () => {
    const made = shown({ members: copied, reports: counted })
    assert.deepEqual(texts(made, '.reports > li > details > summary'), [
      'Outlet a 2 articles · earliest we saw',
      'Outlet c 1 article · reported alone',
    ])
    assert.deepEqual(values(made, '.texts > li > p > a', 'href'), [
      '/articles/article-a',
      '/articles/article-b',
      '/articles/article-c',
    ])
    assert.deepEqual(texts(made, '.texts .labels'), ['100% own', 'copy · 0% own', '100% own'])
  })

  it('shows the sentences two articles share, each with a link to both places', () => {
    const made = shown({ members: copied, reports: counted, shared: [shared()] })
    const how = made.querySelector('.how')!
    assert.match(textOf(how.querySelector('summary')), /also in Outlet a · Passages in common: 7/)
    assert.deepEqual(values(how, 'a.cite', 'href'), [
      '/citations/b/5-24',
      '/citations/a/5-24',
      '/citations/b/5-21',
      '/citations/a/5-25',
    ])
    // Equal letters are printed once, different ones on both sides.
    assert.equal(all(all(how, 'li')[0]!, 'p').length, 1)
    assert.equal(all(all(how, 'li')[1]!, 'p').length, 2)
  })

  it('marks the same facts in other words, and says that they are counted and why', () => {
    const made = shown({ members: copied, reports: counted, retellings: [retelling] })
    const text = textOf(made.querySelector('#report-2'))
    assert.match(text, /Same facts in the same order, in other words, as Outlet a · Figures in common: 4/)
    assert.match(text, /Counted as a report of its own/)
  })

  it('says of a partly own article why it counts for itself or with another', () => {
    const half = [
      member('a'),
      member('b', { role: 'partly-own', own: 0.6 }),
      member('c', { role: 'partly-own', own: 0.2, copiedFrom: id('a') }),
    ]
    const made = shown({
      members: half,
      reports: [report(0, 'Outlet a', ['a', 'c']), report(1, 'Outlet b', ['b'], { how: 'alone' })],
    })
    assert.match(textOf(made.querySelector('#report-1')), /counts with the report they are from/)
    assert.match(textOf(made.querySelector('#report-2')), /half of its words and more are its own/)
    assert.match(texts(made, 'summary')[1]!, /Outlet b 1 article · partly own/)
  })

  it('says where the original is not held, who owns two outlets, and when nobody knows who was first', () => {
    const copies = [member('a', { role: 'copy', own: 0 }), member('b', { role: 'undecided' }), member('c'), member('d')]
    const made = shown({
      members: copies,
      reports: [
        report(0, 'PA', ['a'], { how: 'credit' }),
        report(1, 'Outlet b', ['b'], { how: 'undecided' }),
        report(2, 'Outlet c', ['c', 'd'], { how: 'alone', owner: 'Norse Press' }),
      ],
    })
    assert.match(textOf(made.querySelector('#report-1')), /that text is not among the agency’s articles/)
    assert.match(textOf(made.querySelector('#reports')), /neither a credit line nor the time tells/)
    assert.match(textOf(made.querySelector('#reports')), /each wrote its own: Norse Press/)
  })

  it('tells an agency that one outlet alone credits as that outlet’s word', () => {
    const members = [member('a', { role: 'copy', own: 0 }), member('b', { role: 'copy', own: 0 })]
    const made = shown({
      members,
      reports: [report(0, 'Reuters', ['a', 'b'], { how: 'credit', claimedBy: 'Outlet b' })],
    })
    assert.match(
      textOf(made.querySelector('#reports')),
      /Reuters 2 articles · only Outlet b credits it One outlet alone/,
    )
  })

  it('does not call the original missing when the copy names it, in a dossier kept before passages were', () => {
    const members = [member('a'), member('b', { role: 'copy', own: 0, copiedFrom: id('a') })]
    const made = shown({ members, reports: [report(0, 'Outlet a', ['a', 'b'])] })
    assert.doesNotMatch(textOf(made.querySelector('#report-1')), /not among the articles/)
  })

  it('has a place inside each fold that a link opens, and folds what is too long', () => {
    const many = Array.from({ length: 30 }, (_, index) => member(`m${index}`, { role: index ? 'copy' : 'original' }))
    const reports = [
      report(
        0,
        'Outlet m0',
        many.slice(0, 16).map(({ documentId }) => documentId),
      ),
      ...many.slice(16).map(({ documentId }, index) => report(index + 1, `R${index}`, [documentId], { how: 'alone' })),
    ]
    const made = shown({ members: many, reports })
    assert.equal(all(made, '#report-1 > li').length, 12)
    assert.equal(all(made, '.reports > li').length, 15)
    assert.equal(all(made, 'details.rest .reports > li').length, 3)
    assert.ok(made.querySelector('details > #report-1'))
  })

  it('is left out of a story of one article, and works for one kept before there was this', () => {
    assert.equal(String(reportSection({ ...story, dossier: { ...dossier, members: [member('a')] } }, reader)), '')
    assert.equal(shown({ members: copied, reports: counted }).querySelector('.how'), null)
  })

  for (const { code } of interfaceLanguages)
    it(`is told in ${code}`, () => {
      const view = { ...story, dossier: { ...dossier, members: copied, reports: counted, shared: [shared()] } }
      const made = String(reportSection(view, exampleReader(code)))
      assert.doesNotMatch(made, /undefined|\[object/)
    })
})
