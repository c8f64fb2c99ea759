import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../../core/ids.ts'
import { poolOf } from '../story-pool.ts'
import { linkAcross } from './link-across.ts'
import { relationSummary, unrelated } from './relation-fixture.ts'

const marks = ['p:KLR FNK', 'w:TRSNT', 'n:320', 'n:14']
const title = 'Flames, smoke: residents and firefighters leave factory'
const words = 'Flammen Rauch Anwohner Feuerwehr Fabrik'
const english = relationSummary({ id: 'en', title, marks })
const byMarks = relationSummary({ id: 'marks', language: 'de', title: 'Anderes', marks })
const byWords = relationSummary({ id: 'words', language: 'de', title: words })
const linked = (stories: (typeof english)[], of?: string) =>
  linkAcross(poolOf([...stories, ...unrelated]), of === undefined ? undefined : asId(of))

describe('linkAcross', () => {
  it('links by words what names and numbers do not link', () => {
    const [link, ...rest] = linked([english, byWords], 'en')
    assert.deepEqual([link?.b, rest], ['words', []])
    assert.ok(link?.words?.some(({ here, there }) => here === 'smoke' && there === 'rauch'))
  })

  it('has one link to each language, that by names and numbers first', () => {
    for (const asked of ['en', undefined])
      assert.deepEqual(
        linked([english, byWords, byMarks], asked).map(({ a, b, words: why }) => [a, b, why]),
        [['en', 'marks', undefined]],
      )
    assert.deepEqual(
      linked([english, byWords, byMarks], 'words').map(({ b }) => b),
      [],
    )
  })

  it('gives the words too when both ways lead to one story, in the order of its ends', () => {
    const both = { ...byWords, marks }
    for (const asked of ['en', undefined]) {
      const [link] = linked([english, both], asked)
      assert.deepEqual([link?.a, link?.numbers], ['en', [320, 14]])
      assert.ok(link?.words?.some(({ here, there }) => here === 'smoke' && there === 'rauch'))
    }
  })
})
