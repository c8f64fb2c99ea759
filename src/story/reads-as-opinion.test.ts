import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countReports } from './count-reports.ts'
import { opinionEvidence, opinionEvidenceNames, readsAsOpinion } from './reads-as-opinion.ts'
import { type ArticleFixture, storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const read = (text: string, language = 'en') => {
  const [member] = readMembers([storyInput({ id: 'a', title: 'The toll', text, language })])
  assert.ok(member)
  return member
}

const column = `Should a town pay twice for a bridge it does not want? Of course not.
The council must think again. But who is going to tell it so? Perhaps I should.
It is absurd to charge the poor, and surely it is wrong to call that fair.`

const news = `The council voted 7 to 4 on Monday to charge a toll on the harbor bridge, mayor Dana Holt said.
The toll of 2 euros will be due from Friday, according to a statement. Two members voted against it.
Traffic rose by 12 percent last year, the office for roads reported on Tuesday.`

function count(...fixtures: (Omit<ArticleFixture, 'text'> & { text?: string })[]) {
  const at = (index: number) => `2025-03-04T1${index}:00:00Z`
  const inputs = fixtures.map((fixture, index) => storyInput({ text: news, at: at(index), ...fixture }))
  return countReports(readMembers(inputs))
}

describe('readsAsOpinion', () => {
  it('is high for a column and low for news', () => {
    assert.ok(readsAsOpinion(read(column)) > 0.9)
    assert.ok(readsAsOpinion(read(news)) < 0.05)
  })

  it('does not read what somebody is quoted with', () => {
    const quoted = `${news}\n“Of course it is absurd, and surely you must think that it is wrong,” Holt said on Monday.`
    assert.ok(readsAsOpinion(read(quoted)) < 0.05)
  })

  it('is 0 in a language it does not know', () => {
    assert.equal(readsAsOpinion(read(column, 'de')), 0)
  })

  it('has a name for every piece of evidence, none of it infinite', () => {
    for (const text of ['', 'x', column]) {
      const evidence = opinionEvidence(read(text))
      assert.equal(evidence.length, opinionEvidenceNames.length)
      assert.ok(evidence.every(Number.isFinite))
    }
  })
})

describe('countReports with opinion', () => {
  it('counts no opinion piece as a report', () => {
    const opinion = { kind: 'opinion' } as const
    const { members, reports } = count({ id: 'a' }, { id: 'b', article: opinion })
    assert.deepEqual(
      reports.map(({ documentIds }) => documentIds),
      [['a']],
    )
    assert.equal(members.length, 2)
  })

  it('counts one report in a story of opinion pieces: first what its page does not call so', () => {
    const opinion = { kind: 'opinion' } as const
    const { reports } = count({ id: 'a', article: opinion }, { id: 'b', article: opinion })
    assert.deepEqual(
      reports.map(({ documentIds }) => documentIds),
      [['a']],
    )
    const mixed = count({ id: 'a', article: opinion }, { id: 'b', text: column })
    assert.deepEqual(
      mixed.reports.map(({ documentIds }) => documentIds),
      [['b']],
    )
  })

  it('counts no article that reads like a column, unless its title calls it an explainer', () => {
    const readsLike = count({ id: 'a' }, { id: 'b', text: column })
    assert.deepEqual(
      readsLike.reports.map(({ documentIds }) => documentIds),
      [['a']],
    )
    assert.equal(count({ id: 'a' }, { id: 'b', text: column, title: 'The toll, explained' }).reports.length, 2)
  })
})
