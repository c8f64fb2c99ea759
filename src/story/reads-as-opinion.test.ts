import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { opinionEvidence, opinionEvidenceNames, readsAsOpinion } from './reads-as-opinion.ts'
import { storyInput } from './story-fixture.ts'
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
