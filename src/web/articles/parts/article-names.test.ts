import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMarkup, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { ellind, reyd } from '../../../../test/examples/story.ts'
import * as views from '../../../../test/examples/views.ts'
import { asId, type EntityId } from '../../../core/ids.ts'
import { nameSection } from './article-aside.ts'

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
  it('are listed by kind, the most named first, each leading to its page', () => {
    const part = parseMarkup(String(nameSection(view([reyd, ellind, place, ellind]), reader)))
    assert.deepEqual(texts(part, 'dt'), ['People', 'Places'])
    assert.deepEqual(texts(part, 'dd a'), [ellind.name, reyd.name, '<Varn>'])
    assert.equal(values(part, 'dd a', 'href')[2], '/people/place%3Aa%2Fb%3Fc%23d')
  })

  it('are no section when nobody is named', () => {
    assert.equal(String(nameSection(view([]), reader)), '')
    assert.equal(String(nameSection({ ...view([]), annotations: {} }, reader)), '')
  })
})
