import assert from 'node:assert/strict'
import { it } from 'node:test'
import { annotate } from '../../analyze/annotate.ts'
import { storyInput } from '../story-fixture.ts'
import { readMembers } from '../story-text.ts'
import { mergeEntities } from './merge-entities.ts'
import { quoteLedger } from './quote-ledger.ts'
import { quotedElsewhere } from './quoted-elsewhere.ts'

function elsewhere(one: string, other: string): string[] {
  const texts = readMembers(
    [one, other].map((text, at) => {
      const input = storyInput({ id: `a${at}`, text })
      return { ...input, annotations: annotate(input.document) }
    }),
  )
  const { ledger } = quoteLedger(texts, mergeEntities(texts))
  return quotedElsewhere(texts[0]!.sentences[0]!, texts, ledger).map(({ text }) => text)
}

const words = '“The harbor bridge will bring the town together for a hundred years,”'

it('finds the same words of the same speaker in another article', () => {
  const other = `${words} Anna Holm told reporters in Sandvik.`
  assert.deepEqual(elsewhere(`${words} Anna Holm said on Monday.`, `It rained.\n${other}`), [other])
})

it('leaves out somebody else, and a sentence that tells more than what was said', () => {
  assert.deepEqual(elsewhere(`${words} Anna Holm said.`, `${words} Peter Quist said.`), [])
  const more = `Anna Holm resigned amid a wide inquiry into ferry contracts, family payments and lost receipts, and said: ${words.replace(',”', '.”')}`
  assert.deepEqual(elsewhere(more, `${words} Anna Holm said.`), [])
})
