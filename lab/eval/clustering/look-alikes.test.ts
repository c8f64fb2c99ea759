import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lookAlikes } from './look-alikes.ts'

describe('look-alike events', () => {
  const articles = lookAlikes(1)
  it('are the same for the same seed, and others for another', () => {
    assert.deepEqual(lookAlikes(1), articles)
    assert.notDeepEqual(lookAlikes(2), articles)
  })
  it('are two of 30 to 80 articles of each kind, within a week', () => {
    const large = [...Map.groupBy(articles, ({ story }) => story).values()].filter(({ length }) => length > 5)
    assert.equal(large.length, 12)
    for (const { length } of large) assert.ok(length >= 30 && length <= 80)
    const times = articles.map(({ date }) => Date.parse(date as string))
    assert.ok(Math.max(...times) - Math.min(...times) < 7 * 86_400_000)
  })
  it('have long texts, with every slot and choice resolved', () => {
    for (const { title, text } of articles) {
      assert.doesNotMatch(`${title} ${text}`, /[{}|]/)
      assert.ok(text.split(' ').length > 80, text)
    }
  })
})
