import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { ellind, reyd } from '../../../../test/examples/story.ts'
import * as views from '../../../../test/examples/views.ts'
import { asId, type EntityId } from '../../../core/ids.ts'
import { peopleSection } from './article-people.ts'

const reader = exampleReader()
const place = { id: asId<EntityId>('place:a/b?c#d'), kind: 'place', name: '<Varn>' } as const
const view = (entities: readonly (typeof ellind)[]) => ({
  ...views.article,
  annotations: {
    mentions: {
      by: 'mentions' as const,
      version: 1,
      items: entities.map((entity) => ({
        span: { start: 0, end: 1 },
        kind: entity.kind,
        form: 'name' as const,
        entity,
      })),
    },
  },
})

describe('the names of an article', () => {
  it('are people first, the most named first, then the others, each leading to its page', () => {
    const part = parseMarkup(String(peopleSection(view([reyd, ellind, place, ellind]), reader)))
    assert.deepEqual(texts(part, 'h2'), ['People'])
    assert.deepEqual(texts(part, '.ppl a[href^="/people/"]'), [ellind.name, reyd.name])
    assert.deepEqual(texts(part, '.others a'), ['<Varn>'])
    assert.deepEqual(values(part, '.others a', 'href'), ['/people/place%3Aa%2Fb%3Fc%23d'])
  })

  it('lead nowhere where there is no page of theirs', () => {
    const article = { ...view([reyd, ellind, place]), withoutPage: [ellind.id, place.id] }
    const part = parseMarkup(String(peopleSection(article, reader)))
    assert.deepEqual(texts(part, 'a[href^="/people/"]'), [reyd.name])
    assert.match(textOf(part.querySelector('.others')), /<Varn>/)
  })

  it('are no section when nobody is named', () => {
    assert.equal(String(peopleSection(view([]), reader)), '')
    assert.equal(String(peopleSection({ ...view([]), annotations: {} }, reader)), '')
  })
})
