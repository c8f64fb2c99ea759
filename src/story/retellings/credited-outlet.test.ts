import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Source } from '../../core/source.ts'
import { storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { citedOutlets } from './cited-outlets.ts'
import { creditedOutlet } from './credited-outlet.ts'

const herald = storyInput({ id: 'herald', outlet: 'Corran Herald', text: 'It rains.' }).source

function credited(text: string, title = 'Mayor Roe leaves', others: readonly Source[] = [herald]) {
  const [member] = readMembers([storyInput({ id: 'a', text, title })])
  const found = member && creditedOutlet(member, others)
  return found && `${found.kind} ${found.key}`
}

describe('the outlet whose report an article retells', () => {
  for (const text of [
    'The mayor leaves, she told the Corran Herald.',
    'In an interview with Corran Herald, the mayor said that she leaves.',
    'The mayor leaves, she said on Corran Herald’s morning show.',
  ])
    it(`is told the news in “${text}”`, () => assert.equal(credited(text), 'told Corran Herald'))

  for (const text of [
    'The mayor leaves in May, the Corran Herald reported on Monday.',
    'The mayor leaves in May, according to a report in the Corran Herald.',
    'A letter obtained by the Corran Herald says that the mayor leaves.',
    'The letter was first released to the Corran Herald.',
  ])
    it(`has the news in “${text}”`, () => assert.equal(credited(text), 'reported Corran Herald'))

  it('is not the one that only a later sentence names, unless the title says that it is a report', () => {
    const late = 'The mayor leaves. She is 61. Her deputy is ill, the Corran Herald reported.'
    assert.equal(credited(late), undefined)
    assert.equal(credited(late, 'Mayor Roe leaves: report'), 'reported Corran Herald')
  })

  it('is not the one to which somebody else spoke, on whom the title says nothing', () => {
    const text = 'The mayor leaves. She is 61. Some are glad. “He lies,” Joan Doe told the Corran Herald.'
    assert.equal(credited(text), undefined)
    assert.equal(credited(text.replace('Joan Doe', 'Mayor Roe')), 'told Corran Herald')
  })

  it('is known far away, by the names that others use', () => {
    assert.equal(credited('The mayor leaves, the BBC reported.', '', []), 'reported bbc.com')
    assert.equal(credited('The mayor leaves, the Aldmere Echo reported.', '', []), undefined)
  })

  it('is never the article’s own', () => {
    assert.equal(credited('The mayor leaves, she told Outlet a. It was reported by Outlet a.'), undefined)
  })
})

it('no two outlets share a name', () => {
  const names = citedOutlets.flatMap(([, ...each]) => each)
  assert.equal(new Set(names).size, names.length)
})
