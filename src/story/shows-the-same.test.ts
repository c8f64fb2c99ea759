import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import { buildDossier, showsTheSame } from './build-dossier.ts'
import { storyInput } from './story-fixture.ts'

const fixture = { id: 'a', outlet: 'Echo', title: 'Bridge opens', text: 'The bridge at Sandvik opened on Monday.' }
const dossier = buildDossier({ storyId: asId('story-1'), members: [storyInput(fixture)] })

describe('tellsTheSame', () => {
  it('sees a changed part and a part that is gone', () => {
    assert.equal(showsTheSame(dossier, { ...dossier }), true)
    assert.equal(
      showsTheSame(dossier, { ...dossier, headline: { ...dossier.headline, title: 'Bridge closes' } }),
      false,
    )
    const { amendments: _, ...less } = { ...dossier, amendments: [] } as Dossier
    assert.equal(showsTheSame({ ...dossier, amendments: [] }, less), false)
  })

  it('takes no part that an older version did not have for a change', () => {
    const { relation: _, entities: __, ...older } = dossier
    assert.equal(showsTheSame(older, dossier), true)
  })
})
