import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { buildDossier } from '../build-dossier.ts'
import { type ArticleFixture, entity, storyInput } from '../story-fixture.ts'
import { type RevisedArticle, type StoryChange, whatChanged } from './what-changed.ts'

const anna = entity('person', 'Anna Lindqvist')
const norland = entity('place', 'Norland')
const now = '2025-03-20T12:00:00Z'

/** What is new after `since` in a story of these articles, a day apart from 4 March. */
function changes(
  since: string,
  articles: readonly Partial<ArticleFixture>[],
  revised: readonly RevisedArticle[] = [],
  cameAt: Readonly<Record<string, string>> = {},
) {
  const members = articles.map((each, index) =>
    storyInput({ id: `d${index}`, text: '', at: `2025-03-0${4 + index}T10:00:00Z`, title: `Title ${index}`, ...each }),
  )
  const came = new Map(
    members.flatMap(({ article: { id }, document }) => {
      const at = cameAt[document.id]
      return at === undefined ? [] : [[id, at] as const]
    }),
  )
  return whatChanged(buildDossier({ storyId: asId('story'), members }), { since, now, revised, cameAt: came })
}
const kinds = (found: readonly StoryChange[]) => found.map(({ kind }) => kind)
const ofKind = <Kind extends StoryChange['kind']>(found: readonly StoryChange[], kind: Kind) =>
  found.filter((change): change is Extract<StoryChange, { kind: Kind }> => change.kind === kind)

const flood = 'The flood in the Sandvik valley killed 12 people on Monday, police said.'
const more = 'The flood in the Sandvik valley has now killed 31 people, the hospital said.'

describe('whatChanged', () => {
  it('is nothing where nothing came after', () => {
    assert.deepEqual(changes('2025-03-10T00:00:00Z', [{ text: flood }, { text: more }]), [])
  })

  it('tells new articles, whether they are reports of their own, and figures that changed', () => {
    const found = changes('2025-03-04T12:00:00Z', [{ text: flood }, { text: more }])
    const [article] = ofKind(found, 'article')
    assert.deepEqual([article?.documentId, article?.isReport], ['d1', true])
    const [figure] = ofKind(found, 'figure')
    assert.deepEqual([figure?.from.value, figure?.to.value, figure?.to.citation.exact], [12, 31, more])
  })

  it('does not call a quotation new that an earlier article carries', () => {
    const words = 'The bridge will open in May,'
    const text = `“${words}” Anna Lindqvist said.`
    const quoted = { text, mentions: [['Anna Lindqvist', anna]] as const, quotes: [{ words, speaker: anna }] }
    assert.deepEqual(ofKind(changes('2025-03-04T12:00:00Z', [quoted, quoted]), 'quote'), [])
    const [quote] = ofKind(changes('2025-03-04T12:00:00Z', [{ text: flood }, quoted]), 'quote')
    assert.deepEqual([quote?.speaker, quote?.citation.exact], ['Anna Lindqvist', words])
  })

  it('tells what became of a commitment, and that its day went by', () => {
    const promised = {
      text: 'Norland has pledged to send engineers to the harbor of Sandvik by Friday.',
      mentions: [['Norland', norland]] as const,
      times: [['by Friday', '2025-03-07', 'date']] as const,
    }
    const sent = {
      text: 'Norland sent engineers to the harbor on Wednesday.',
      mentions: [['Norland', norland]] as const,
    }
    const [kept] = ofKind(changes('2025-03-04T12:00:00Z', [promised, sent]), 'commitment-state')
    assert.deepEqual([kept?.state, kept?.citation.exact], ['kept', sent.text])
    const [passed] = ofKind(changes('2025-03-04T12:00:00Z', [promised]), 'commitment-state')
    assert.deepEqual(
      [passed?.state, passed?.at, passed?.due?.exact],
      ['due-passed', '2025-03-08T00:00:00.000Z', 'by Friday'],
    )
  })

  it('tells corrections of outlets', () => {
    const note = 'Correction: an earlier version of this article said 21 people had died.'
    const found = changes('2025-03-04T12:00:00Z', [{ text: flood }, { text: `${more}\n${note}` }])
    assert.deepEqual(
      ofKind(found, 'amendment').map(({ citation }) => citation.exact),
      [note],
    )
  })

  it('takes what an edit put in for as old as the edit', () => {
    const note = 'Correction: an earlier version of this article said 21 people had died.'
    const text = `${flood}\n${note}`
    const document = { id: asId<never>('d0'), text, title: 'Title 0' }
    const before = { id: asId<never>('d-before'), text: flood, title: 'Another title' }
    const revised: RevisedArticle = {
      documentId: document.id,
      revisions: [
        { at: '2025-03-04T10:05:00Z', document: before },
        { at: '2025-03-06T08:00:00Z', document },
      ],
      edits: [{ removed: [], added: [] }],
    }
    const found = changes('2025-03-05T00:00:00Z', [{ text }], [revised])
    assert.deepEqual(kinds(found).sort(), ['amendment', 'revision'])
    const [edit] = ofKind(found, 'revision')
    assert.deepEqual(
      [edit?.previousTitle, edit?.previousId, edit?.at],
      ['Another title', 'd-before', '2025-03-06T08:00:00Z'],
    )
    assert.equal(ofKind(found, 'amendment')[0]?.at, '2025-03-06T08:00:00Z')
  })

  it('goes by when an article came, whatever time it bears', () => {
    const since = '2025-03-10T00:00:00Z'
    const late = '2025-03-10T08:00:00Z'
    const found = changes(since, [{ text: flood }, { text: more }, { text: more }], [], { d1: late })
    const [article] = ofKind(found, 'article')
    assert.deepEqual([article?.documentId, article?.at, article?.cameAt], ['d1', '2025-03-05T10:00:00Z', late])
    const quote = { text: '“Nobody was warned,” Anna Lindqvist said.', mentions: [['Anna Lindqvist', anna]] as const }
    const said = { ...quote, quotes: [{ words: 'Nobody was warned,', speaker: anna }] }
    const heard = changes(since, [{ text: flood }, said, said], [], { d1: late })
    assert.deepEqual(ofKind(heard, 'quote'), [], 'words that another article had before are known')
    const early = { d0: '2025-03-04T10:05:00Z', d1: '2025-03-04T11:00:00Z' }
    assert.deepEqual(changes('2025-03-04T12:00:00Z', [{ text: flood }, { text: more }], [], early), [])
  })

  it('puts the newest first', () => {
    const found = changes('2025-03-01T00:00:00Z', [{ text: flood }, { text: more }, { text: more }])
    const times = found.map(({ at }) => Date.parse(at))
    assert.deepEqual(
      times,
      times.toSorted((a, b) => b - a),
    )
  })
})
