import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { annotate } from '../analyze/annotate.ts'
import type { AskArticle } from '../core/answer.ts'
import { matchesText } from '../core/citation.ts'
import { asId } from '../core/ids.ts'
import { groupsOf, pointsOf } from './assemble-answer.ts'
import { decideAnswer } from './decide-answer.ts'
import { rankSentences, termWeights } from './rank-sentences.ts'
import { readQuestion } from './read-question.ts'

const dam = articleOf('dam', 'Sella Dam crack grows', [
  'A crack in the Sella Dam lengthened to 22 metres on Wednesday, the water authority said.',
  'About 2,400 people in Quillbeck were told to leave their homes because water had begun to seep through the wall.',
  '“We are not guessing,” said the chief engineer, Ilse Varga. “The wall will hold until Friday.”',
  'The cheese dairy below the dam will stay closed.',
])
const cup = articleOf('cup', 'Linnet Athletic win the Corran Cup', [
  'Linnet Athletic won the Corran Cup on Thursday, beating Aldmere Union 2-1 after extra time.',
  'Mika Orrell scored the winning goal in the 117th minute.',
])

test('the sentence that answers comes first', () => {
  for (const [question, words] of [
    ['How many people had to leave Quillbeck?', 'About 2,400 people'],
    ['When did the crack in the Sella Dam grow?', 'on Wednesday'],
    ['Why were people told to leave Quillbeck?', 'because water had begun'],
    ['Who scored the winning goal?', 'Mika Orrell'],
    ['Who won the Corran Cup?', 'Linnet Athletic won'],
  ] as const)
    assert.match(answerTo(question)[0]?.citation.exact ?? 'declined', new RegExp(words), question)
})

test('the winning manager is not who won', () => {
  const question = readQuestion('Who won?', [], undefined, new Set([4]))
  const won = articleOf('final', 'Forty-one years, and then a bounce', [
    'The winning manager, Bruno Castellane, will leave the club at the end of the season.',
    'Linnet Athletic won the Corran Cup on Thursday, beating Aldmere Union 2-1 after extra time.',
  ])
  const { ranked } = rankSentences(question, [won], termWeights(question, [1], 100), [1])
  assert.equal(ranked[0]?.passage.index, 1)
})

test('what somebody said is cited without the words around it, with who said it', () => {
  const [point] = answerTo('What did Ilse Varga say about the wall?')
  assert.equal(point?.speaker?.name, 'Ilse Varga')
  assert.match(point?.citation.exact ?? '', /wall will hold/)
  assert.doesNotMatch(point?.citation.exact ?? '', /said/)
})

test('who said words is asked by the words', () => {
  assert.equal(answerTo('Who said the wall will hold?')[0]?.speaker?.name, 'Ilse Varga')
})

test('what nobody tells is declined', () => {
  for (const question of [
    'Who is the mayor of Reykjavik?',
    'How many hamsters were rescued in Quillbeck?',
    'How many goals has Mika Orrell scored?',
    'When did Ilse Varga resign?',
    'banana bread recipe',
    'How much did the Corran Cup final tickets cost?',
  ])
    assert.deepEqual(answerTo(question), [], question)
})

test('the later of two tolls comes first, and an opinion after news, labelled', () => {
  const storyId = asId<NonNullable<AskArticle['storyId']>>('story')
  const told = (id: string, toll: string, publishedAt: string, more: Partial<AskArticle> = {}): AskArticle => {
    const article = articleOf(id, 'Ferry sinks off Skerra', [`${toll} people died when the ferry sank off Skerra.`])
    return { ...article, document: { ...article.document, publishedAt }, storyId, ...more }
  }
  const points = answerTo('How many people died when the ferry sank?', [
    told('first', 'Two', '2026-03-11T08:00:00.000Z'),
    told('later', 'Three', '2026-03-12T08:00:00.000Z'),
    told('column', 'Four', '2026-03-13T08:00:00.000Z', { kind: 'opinion' }),
    told('part', 'Five', '2026-03-10T08:00:00.000Z', { completeness: { kind: 'paywalled', reason: 'sign in' } }),
  ])
  assert.deepEqual(
    points.map(({ citation, label }) => [citation.exact.split(' ')[0], label]),
    [
      ['Three', undefined],
      ['Two', undefined],
      ['Four', { kind: 'opinion' }],
      ['Five', { completeness: 'paywalled' }],
    ],
  )
})

test('nobody is named for words that are not the asked ones', () => {
  const [point] = answerTo('What did the engineer say about the cheese?')
  assert.equal(point?.speaker, undefined)
})

test('the same words in two outlets are one point', () => {
  const copy = articleOf('copy', 'Dam crack', [dam.document.text.split('\n')[1]!], 'Other Outlet')
  const points = answerTo('How many people had to leave Quillbeck?', [dam, copy])
  assert.equal(points.filter(({ citation }) => citation.exact.startsWith('About 2,400')).length, 1)
  assert.equal(points[0]?.alsoIn.length, 1)
})

test('a page that gathers pieces of others answers nothing', () => {
  assert.deepEqual(answerTo('Who won the Corran Cup?', [{ ...cup, kind: 'roundup' }]), [])
})

test('whatever is asked, what is shown stands in an article letter by letter', () => {
  const word = fc.constantFrom(
    'who',
    'when',
    'dam',
    'Sella',
    'said',
    'why',
    'leave',
    'people',
    '?',
    'the',
    '“',
    'Cup',
    'ك',
    '2',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 9 }), (words) => {
      for (const { citation, sentence } of answerTo(words.join(' '))) {
        const { document } = [dam, cup].find((one) => one.document.id === citation.documentId)!
        assert.ok(matchesText(document, citation) && matchesText(document, sentence))
      }
    }),
    { numRuns: 60 },
  )
})

function answerTo(text: string, articles: readonly AskArticle[] = [dam, cup]) {
  const question = readQuestion(text)
  const counts = question.terms.map(() => 1)
  const weights = termWeights(question, counts, 100)
  const { ranked } = rankSentences(question, articles, weights, counts)
  const judged = decideAnswer(question, ranked)
  return judged.kind === 'answered'
    ? groupsOf(pointsOf(question, judged.kept), articles).flatMap(({ points }) => points)
    : []
}

function articleOf(id: string, title: string, paragraphs: readonly string[], outlet = 'The Outlet'): AskArticle {
  let at = 0
  const blocks = paragraphs.map((text) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  const document = {
    id: asId<AskArticle['document']['id']>(id),
    articleId: asId<AskArticle['document']['articleId']>(`article-${id}`),
    language: 'en',
    title,
    text: paragraphs.join('\n'),
    blocks,
    publishedAt: '2026-03-12T12:00:00.000Z',
  }
  return {
    document,
    annotations: annotate(document),
    source: { id: asId(outlet), name: outlet },
    kind: 'article',
    completeness: { kind: 'complete' },
  }
}
