import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId, type StoryId } from '../../core/ids.ts'
import { quantize, type TextVector } from '../../core/text-vector.ts'
import { linkByMeaning } from './link-by-meaning.ts'
import { linkLanguages } from './link-languages.ts'
import { relationSummary } from './relation-fixture.ts'

const story = (id: string, language: string, about: readonly number[], marks: readonly string[] = [], day = 10) => ({
  summary: relationSummary({ id, language, marks: [...marks], day, people: ['Clara Vennick'] }),
  direction: quantize(about),
})
type Made = ReturnType<typeof story>
const name = ['p:KLR FNK']
const english = story('en', 'en', [9, 1, 0, 1], name)
const french = story('fr', 'fr', [9, 1, 1, 0], name)
const others = [
  story('fr-2', 'fr', [1, 9, 3, 1]),
  story('fr-3', 'fr', [0, 2, 9, 1]),
  story('fr-4', 'fr', [2, 1, 1, 9]),
  story('fr-5', 'fr', [1, 8, 5, 4]),
  story('en-2', 'en', [1, 9, 3, 2]),
  story('en-3', 'en', [0, 2, 9, 2]),
  story('en-4', 'en', [2, 1, 2, 9]),
  story('en-5', 'en', [1, 7, 5, 4]),
]
const linksOf = (all: readonly Made[], of = 'en') =>
  linkByMeaning(
    all.map(({ summary }) => summary),
    new Map<StoryId, TextVector>(all.map(({ summary, direction }) => [summary.id, direction])),
    asId<StoryId>(of),
  )

describe('linkByMeaning', () => {
  it('links what is close in meaning and shares a name, where the words alone are too little', () => {
    const all = [english, french, ...others]
    assert.deepEqual(linkLanguages(all.map(({ summary }) => summary)), [])
    const [link, ...rest] = linksOf(all)
    assert.deepEqual(rest, [])
    assert.deepEqual([link?.a, link?.b, link?.names], ['en', 'fr', ['Clara Vennick']])
    assert.ok(link!.closeness > 0.9)
    assert.deepEqual(
      linksOf(all, 'fr').map(({ b }) => b),
      ['en'],
    )
  })

  it('links nothing by meaning alone', () => {
    assert.deepEqual(linksOf([english, story('fr', 'fr', [9, 1, 1, 0]), ...others]), [])
  })

  it('links nothing that does not stand out: two that are as near, or too few to compare with', () => {
    assert.deepEqual(linksOf([english, french, story('fr-6', 'fr', [9, 1, 1, 1], name), ...others]), [])
    assert.deepEqual(linksOf([english, french, ...others.slice(0, 2)]), [])
  })

  it('links nothing of another week, of the same language, or without a direction', () => {
    assert.deepEqual(linksOf([english, story('fr', 'fr', [9, 1, 1, 0], name, 20), ...others]), [])
    assert.deepEqual(linksOf([english, story('fr', 'en', [9, 1, 1, 0], name), ...others]), [])
    const all = [english, french, ...others].map(({ summary }) => summary)
    assert.deepEqual(linkByMeaning(all, new Map(), asId('en')), [])
  })
})
