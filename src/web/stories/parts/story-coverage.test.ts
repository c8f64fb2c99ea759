import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { dossier, members, story } from '../../../../test/examples/story.ts'
import { type ArticleId, asId, type DocumentId } from '../../../core/ids.ts'
import type { Member, Report } from '../../../core/story.ts'
import type { StoryView } from '../../../operations/views.ts'
import { originSection } from './origin-tree.ts'
import { coverageSection } from './story-coverage.ts'

const reader = exampleReader()
const having = (rest: Partial<StoryView['dossier']>): StoryView => ({ ...story, dossier: { ...dossier, ...rest } })
const member = (id: string, rest: Partial<Member> = {}): Member => ({
  ...members[0]!,
  articleId: asId<ArticleId>(`article-${id}`),
  documentId: asId<DocumentId>(id),
  sourceName: `Outlet ${id}`,
  ...rest,
})
const report = (originName: string, ids: readonly string[], how: Report['how'] = 'time'): Report => ({
  group: 0,
  originName,
  how,
  documentIds: ids.map((id) => asId<DocumentId>(id)),
})

describe('where it comes from', () => {
  const section = parseMarkup(String(originSection(story, reader)))

  it('names each independent report, the most printed first, and how its origin is known', () => {
    assert.deepEqual(texts(section, '.origins > li > p:first-child b'), [
      'Northern Wire',
      'The Strait Review',
      'صحيفة المضيق',
      '<script>alert("outlet")</script>',
    ])
    assert.match(textOf(section.querySelector('.how')), /by its credit line/)
  })

  it('names six who copied it and counts the others', () => {
    assert.equal(all(section, '.lineage a[href^="/articles/"]').length, 6)
    assert.equal(textOf(section.querySelector('.lineage a[href*="all=coverage"]')), '15 more')
  })

  it('leads from a report of one article to the article', () => {
    const made = parseMarkup(
      String(
        originSection(having({ members: [member('a', { own: 0.4 })], reports: [report('A', ['a'], 'alone')] }), reader),
      ),
    )
    assert.equal(made.querySelector('.origins a')?.getAttribute('href'), '/articles/article-a')
    assert.match(textOf(made.querySelector('.origins p')), /A · 40% own/)
  })

  it('names an agency that none of the outlets is, and every outlet under it', () => {
    const list = [member('a', { role: 'copy', own: 0 }), member('b', { role: 'copy', own: 0.3 })]
    const made = parseMarkup(
      String(originSection(having({ members: list, reports: [report('NW', ['a', 'b'], 'credit')] }), reader)),
    )
    assert.equal(made.querySelector('.origins > li > p:first-child a'), null)
    assert.deepEqual(texts(made, '.lineage a[href^="/articles/"]'), ['Outlet a', 'Outlet b'])
    assert.equal(made.querySelector('.by a.how')?.getAttribute('href'), '#report-1')
    assert.deepEqual(texts(made, '.lineage small'), ['0% own', '30% own'])
  })

  it('draws who took it from whom, and how much later, as branches of branches', () => {
    const at = (hour: number) => ({ publishedAt: `2026-03-16T${hour}:00:00Z` })
    const taken = { role: 'copy', own: 0 } as const
    const list = [
      member('a', at(10)),
      member('b', { ...at(12), ...taken, copiedFrom: asId<DocumentId>('a') }),
      member('c', { ...at(15), ...taken, copiedFrom: asId<DocumentId>('b') }),
    ]
    const reports = [report('Outlet a', ['a', 'b', 'c'])]
    const made = parseMarkup(String(originSection(having({ members: list, reports }), reader)))
    assert.deepEqual(texts(made, '.lineage .lineage a'), ['Outlet c'])
    assert.deepEqual(texts(made, '.lineage small'), ['+2 hours · 0% own', '+5 hours · 0% own'])
  })

  it('folds all but eight reports', () => {
    const reports = Array.from({ length: 11 }, (_, index) => report(`R${index}`, [`d${index}`], 'alone'))
    const made = parseMarkup(String(originSection(having({ reports }), reader)))
    assert.equal(all(made, 'details.rest li').length, 3)
    assert.equal(textOf(made.querySelector('details.rest summary')), '3 more')
  })

  it('is left out of a story without reports', () => {
    assert.equal(String(originSection(having({ reports: [] }), reader)), '')
  })
})

describe('coverage', () => {
  it('folds copies, and opens them when there is nothing else', () => {
    const folded = parseMarkup(String(coverageSection(story, reader)))
    assert.equal(folded.querySelector('details.copies')?.hasAttribute('open'), false)
    const copies = [member('a', { role: 'copy' }), member('b', { role: 'copy' })]
    const open = parseMarkup(String(coverageSection(having({ members: copies }), reader)))
    assert.equal(open.querySelector('details.copies')?.hasAttribute('open'), true)
  })

  it('has a column for each point in brief, and says in words which article carries it', () => {
    const section = parseMarkup(String(coverageSection(story, reader)))
    assert.deepEqual(
      values(section, 'table:first-of-type thead abbr', 'title').slice(0, 5),
      [1, 2, 3, 4, 5].map((number) => `Point ${number}`),
    )
    const row = all(section, 'tbody tr').find((each) => textOf(each).startsWith('The Strait Review'))
    assert.deepEqual(texts(row!, 'td.dot .sr'), ['does not', 'does not', 'carries it', 'does not', 'does not'])
  })

  const labels: readonly (readonly [Partial<Member>, string])[] = [
    [{ role: 'partly-own' }, 'partly own'],
    [{ role: 'undecided' }, 'who had it first is not known'],
    [{ kind: 'live' }, 'live page'],
    [{ completeness: { kind: 'paywalled', reason: 'x' } }, 'behind a paywall'],
    [{ role: 'undecided', kind: 'opinion' }, 'who had it first is not known · opinion'],
    [{}, ''],
  ]
  for (const [rest, label] of labels)
    it(`labels an article ${JSON.stringify(rest)}: “${label}”`, () => {
      const made = coverageSection(having({ members: [member('a', rest), member('b')] }), reader)
      assert.equal(textOf(all(parseMarkup(String(made)), 'tbody tr')[0]!.querySelector('.labels')), label)
    })

  it('says why each article is here, and that the first founded the story', () => {
    const reasons = { 'article-b': { score: 0.456, sharedNames: [], sharedWords: ['<quay>'], copiedSentences: 1 } }
    const view = { ...having({ members: [member('a'), member('b')] }), reasons, history: [] }
    const made = parseMarkup(String(coverageSection(view, { ...reader, isOwner: false, isModerator: false })))
    assert.deepEqual(texts(made, 'details.why p'), [
      'The first article of the story that came in.',
      'same words: <quay> · 1 sentence in common · with the first article · score 0.46',
    ])
  })

  it('leads to many articles, and shows all of them when asked', () => {
    const many = having({ members: Array.from({ length: 75 }, (_, index) => member(`m${index}`)) })
    const some = parseMarkup(String(coverageSection(many, reader)))
    assert.equal(all(some, 'tbody tr').length, 0)
    assert.equal(texts(some, '.whole').at(-1), 'All 75 articles, and why each is here')
    assert.match(values(some, '.whole a', 'href').at(-1) ?? '', /\?all=coverage#coverage$/)
    const whole = parseMarkup(String(coverageSection(many, reader, true)))
    assert.equal(all(whole, 'tbody tr').length, 75)
  })

  it('scrolls by itself, by keyboard too', () => {
    const region = parseMarkup(String(coverageSection(story, reader))).querySelector('[role=region]')
    assert.equal(region?.getAttribute('tabindex'), '0')
    assert.notEqual(region?.getAttribute('aria-label'), '')
  })

  it('is left out of a story of one article', () => {
    assert.equal(String(coverageSection(having({ members: [member('a')] }), reader)), '')
  })
})
