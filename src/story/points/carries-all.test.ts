import assert from 'node:assert/strict'
import { it } from 'node:test'
import { storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { carriesAll } from './carries-all.ts'

function carries(other: string, shown: string): boolean {
  const [a, b] = readMembers([other, shown].map((text, at) => storyInput({ id: `a${at}`, text })))
  return carriesAll(a!.sentences[0]!, b!.sentences[0]!)
}

it('wants every name, number and quoted word of a sentence, and most of its other words', () => {
  const shown = 'The council of Sandvik approved a harbor bridge for 40 million crowns on Monday evening.'
  assert.equal(
    carries('On Monday the council of Sandvik approved the harbor bridge, at 40 million crowns.', shown),
    true,
  )
  assert.equal(
    carries('The council of Sandvik approved a harbor bridge for 50 million crowns on Monday.', shown),
    false,
  )
  assert.equal(carries('The council of Halvik approved a harbor bridge for 40 million crowns on Monday.', shown), false)
  assert.equal(carries('The council of Sandvik has 40 million crowns.', shown), false)
  const quoted = 'Mayor Holm called the new harbor bridge of Sandvik a “historic gift” to ferry workers.'
  assert.equal(carries('Mayor Holm called the new harbor bridge of Sandvik a gift to ferry workers.', quoted), false)
})

it('does not want to know who said it', () => {
  assert.equal(
    carries(
      'The harbor bridge will open in the spring of next year for all ferry workers.',
      'The harbor bridge will open in the spring of next year for all ferry workers, Anna Holm said.',
    ),
    true,
  )
})
