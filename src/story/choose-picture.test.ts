import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Article } from '../core/article.ts'
import type { DocumentId } from '../core/ids.ts'
import { choosePicture } from './choose-picture.ts'
import { storyInput } from './story-fixture.ts'
import { readMembers } from './story-text.ts'

const at = (name: string) => `https://o.example/${name}.jpg`
const member = (id: string, lead: string | undefined, article: Partial<Article> = {}) =>
  storyInput({
    id,
    text: 'Words.',
    article: {
      ...article,
      ...(lead !== undefined && { leadPicture: { url: at(lead), alt: 'A quay', width: 960, height: 540 } }),
    },
  })

function chosen(members: readonly ReturnType<typeof member>[], of = 0, usual: readonly string[] = []) {
  const documentId = members[of]?.document.id as DocumentId
  return choosePicture(readMembers(members), { documentId, title: 'T' }, new Set(usual.map(at)))
}

test('the picture of a story is that of the article that gave the headline', () => {
  const [one, other] = [member('one', 'a'), member('other', 'b')]
  const articleId = other.article.id
  const found = { of: { articleId }, url: at('b'), alt: 'A quay', width: 960, height: 540 }
  assert.deepEqual(chosen([one, other], 1), found)
})

test('else that of a complete article, else of any; never a logo or what an outlet puts on many articles', () => {
  const none = member('none', undefined)
  const teaser = member('teaser', 't', { completeness: { kind: 'blurb', reason: 'r' } })
  assert.equal(chosen([none, teaser, member('whole', 'w')])?.url, at('w'))
  assert.equal(chosen([none, teaser])?.url, at('t'))
  assert.equal(chosen([none]), undefined)
  assert.equal(chosen([member('house', 'house'), member('own', 'w')], 0, ['house'])?.url, at('w'))
  assert.equal(chosen([member('logo', 'logo')]), undefined)
  const beside = member('logo', 'logo', { pictures: [{ url: at('quay') }] })
  assert.equal(chosen([beside])?.url, at('quay'))
})
