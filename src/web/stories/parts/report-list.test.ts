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
import { reportList } from './report-list.ts'

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
const shared: SharedText = {
  documentId: id('b'),
  otherId: id('a'),
  kind: 'whole-copy',
  count: 7,
  passages: [same, alike],
}
const retelling: Retelling = { documentId: id('c'), otherId: id('a'), share: 0.6, figures: 4, pairs: [alike] }

function shown(rest: Partial<StoryView['dossier']>, isWhole = false, language?: Parameters<typeof exampleReader>[0]) {
  const view = { ...story, dossier: { ...dossier, ...rest } }
  return parseMarkup(String(reportList(view, language ? exampleReader(language) : reader, isWhole)))
}
const copied = [member('a'), member('b', { role: 'copy', own: 0 }), member('c')]
const counted = [report(0, 'Outlet a', ['a', 'b']), report(1, 'Outlet c', ['c'], { how: 'alone' })]

describe('the reports of a story', () => {
  it('show some passages of each article in a story of many, and lead to the others', () => {
    const others = Array.from({ length: 20 }, (_, index) => member(`d${index}`))
    const many = { members: [...copied, ...others], reports: counted }
    const passages = [same, alike, same, alike]
    const folds = (rest: typeof many, isWhole: boolean) =>
      all(shown({ ...rest, shared: [{ ...shared, passages }] }, isWhole), '.cop').map((fold) => ({
        sentences: all(fold, '.sh').length,
        links: values(fold, 'a.go', 'href'),
      }))
    assert.deepEqual(folds(many, false), [{ sentences: 3, links: ['/stories/story-1/coverage?all=1#report-1'] }])
    assert.deepEqual(folds(many, true), [{ sentences: 6, links: [] }])
    assert.deepEqual(folds({ ...many, members: copied }, false), [{ sentences: 6, links: [] }])
  })

  it('name each independent report, its articles below it, and each text’s own share', () => {
    const made = shown({ members: copied, reports: counted })
    assert.deepEqual(texts(made, '.org > li > .oh b:first-child'), ['Outlet c', 'Outlet a'])
    assert.deepEqual(values(made, '.org a[href^="/articles/"]', 'href'), [
      '/articles/article-c',
      '/articles/article-a',
      '/articles/article-b',
    ])
    assert.deepEqual(texts(made, '.oh .nw, .org ul li > span'), ['100%', '100%', '0%'])
    assert.match(textOf(made.querySelector('#report-1')), /The earliest article we have with this text/)
    assert.match(textOf(made.querySelector('#report-2')), /Shares no passages with any other article/)
  })

  it('show the sentences two articles share, each with a link to both places', () => {
    const how = shown({ members: copied, reports: counted, shared: [shared] }).querySelector('#report-1 details')!
    assert.equal(textOf(how.querySelector('summary')), '7 passages match Outlet a')
    assert.deepEqual(values(how, 'a.cite', 'href'), [
      '/citations/b/5-24',
      '/citations/a/5-24',
      '/citations/b/5-21',
      '/citations/a/5-25',
    ])
    // Equal letters are printed once, different ones on both sides.
    assert.equal(all(how, '.sh').length, 3)
  })

  it('mark the same facts in other words, and say that they count and why', () => {
    const made = shown({ members: copied, reports: counted, retellings: [retelling] })
    const text = textOf(made.querySelector('#report-2'))
    assert.match(text, /Same facts in other words as Outlet a/)
    assert.match(text, /Counted as independent/)
  })

  it('say of an article with reused passages why it counts by itself or with another', () => {
    const half = [
      member('a'),
      member('b', { role: 'partly-own', own: 0.6 }),
      member('c', { role: 'partly-own', own: 0.2, copiedFrom: id('a') }),
    ]
    const made = shown({
      members: half,
      reports: [report(0, 'Outlet a', ['a', 'c']), report(1, 'Outlet b', ['b'], { how: 'alone' })],
    })
    assert.match(textOf(made.querySelector('#report-1')), /copy: Outlet a.*counted with the report they come from/)
    assert.match(textOf(made.querySelector('#report-2')), /more than half is original: counted as independent/)
    assert.doesNotMatch(textOf(made.querySelector('#report-2')), /Shares no passages/)
  })

  it('say where the original is not here, who owns two outlets, and when nobody knows who was first', () => {
    const made = shown({
      members: [member('a', { role: 'copy', own: 0 }), member('b', { role: 'undecided' }), member('c'), member('d')],
      reports: [
        report(0, 'PA', ['a'], { how: 'credit' }),
        report(1, 'Outlet b', ['b'], { how: 'undecided' }),
        report(2, 'Outlet c', ['c', 'd'], { how: 'alone', owner: 'Norse Press' }),
      ],
    })
    assert.match(textOf(made.querySelector('#report-1')), /We don’t have the text it was taken from/)
    assert.match(textOf(made.querySelector('#report-2')), /original source unknown/)
    assert.match(textOf(made.querySelector('#report-3')), /Same owner, counted once: Norse Press/)
  })

  it('cite the sentence by which an article retells another outlet, and list opinion and what may be opinion apart', () => {
    const made = shown({
      members: [
        member('a'),
        member('b', { retells: citation('b', 'The bridge is shut.') }),
        member('c', { kind: 'opinion' }),
        member('d'),
      ],
      reports: [report(0, 'Outlet a', ['a', 'b'], { how: 'credit' })],
    })
    assert.match(textOf(made.querySelector('#report-1')), /Retells another outlet’s report/)
    assert.ok(made.querySelector('#report-1 a[href^="/citations/b/5-24"]'))
    assert.deepEqual(texts(made, '.org ~ .org > li > p'), [
      'Opinion, not counted as reports:',
      'May be opinion, so not counted as reports:',
    ])
    assert.deepEqual(texts(made, '.org ~ .org a b'), ['Outlet c', 'Outlet d'])
  })

  it('call the credit of one outlet alone unconfirmed, and link no agency that is not here', () => {
    const made = shown({
      members: [member('a', { role: 'copy', own: 0 }), member('b', { role: 'copy', own: 0 })],
      reports: [report(0, 'Reuters', ['a', 'b'], { how: 'credit', claimedBy: 'Outlet b' })],
    })
    assert.match(textOf(made.querySelector('.oh')), /Reuters.*the source is unconfirmed/)
    assert.equal(made.querySelector('.oh a'), null)
    assert.deepEqual(texts(made, '.org ul a b'), ['Outlet a', 'Outlet b'])
  })

  it('do not call the original missing when the copy names it, in a dossier kept before passages were', () => {
    const list = [member('a'), member('b', { role: 'copy', own: 0, copiedFrom: id('a') })]
    const made = shown({ members: list, reports: [report(0, 'Outlet a', ['a', 'b'])] })
    assert.match(textOf(made.querySelector('#report-1')), /copy: Outlet a/)
    assert.doesNotMatch(textOf(made.querySelector('#report-1')), /taken from/)
  })

  it('say which came first, and how much later the others', () => {
    const at = (hour: number) => ({ publishedAt: `2026-03-16T${hour}:00:00Z` })
    const made = shown({
      members: [member('a', at(10)), member('b', { ...at(12), role: 'copy' }), member('c', at(15))],
      reports: counted,
    })
    assert.match(textOf(made.querySelector('#report-1 .oh')), /Reported first/)
    assert.match(textOf(made.querySelector('#report-1 ul')), /2 hours after the first/)
    assert.match(textOf(made.querySelector('#report-2')), /5 hours after the first/)
  })

  const labels: readonly (readonly [Partial<Member>, RegExp])[] = [
    [{ kind: 'live' }, /live page/],
    [{ completeness: { kind: 'paywalled', reason: 'x' } }, /Paywalled/],
    [{ role: 'undecided', kind: 'opinion' }, /original source unknown · opinion/],
  ]
  for (const [rest, label] of labels)
    it(`label an article ${JSON.stringify(rest)}`, () => {
      const made = shown({ members: [member('a', rest)], reports: [report(0, 'Outlet a', ['a'], { how: 'alone' })] })
      assert.match(textOf(made.querySelector('.oh small')), label)
    })

  it('cut a long list, never the text most outlets carry, and lead to all of it', () => {
    const many = Array.from({ length: 34 }, (_, index) => member(`m${index}`, { role: index ? 'copy' : 'original' }))
    const reports = [
      report(
        0,
        'Outlet m0',
        many.slice(0, 16).map(({ documentId }) => documentId),
      ),
      ...many.slice(16).map(({ documentId }, index) => report(index + 1, `R${index}`, [documentId], { how: 'alone' })),
    ]
    const some = shown({ members: many, reports })
    assert.equal(all(some, '.org > li').length, 6)
    assert.equal(all(some, '#report-1 ul a b').length, 3)
    assert.match(values(some, '#report-1 ul a', 'href').at(-1) ?? '', /coverage\?all=1#report-1$/)
    assert.equal(textOf(some.querySelector('a.more')), 'All 19')
    const whole = shown({ members: many, reports }, true)
    assert.equal(all(whole, '.org > li').length, 19)
    assert.equal(all(whole, '#report-1 ul a b').length, 15)
    assert.equal(whole.querySelector('a.more'), null)
  })

  for (const { code } of interfaceLanguages)
    it(`is written in ${code}`, () => {
      const made = shown({ members: copied, reports: counted, shared: [shared] }, false, code)
      assert.doesNotMatch(textOf(made), /undefined|\[object/)
    })
})
