import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everyPage } from '../../test/examples/every-page.ts'
import { exampleReader } from '../../test/examples/reader.ts'
import { insidePath, markupBelow, pathOf } from './below-path.ts'

describe('a server below a path of its host', () => {
  it('has the path of its public URL', () => {
    assert.equal(pathOf(undefined), '')
    assert.equal(pathOf('https://a.example'), '')
    assert.equal(pathOf('https://a.example/news/'), '/news')
    assert.equal(pathOf('https://a.example/b/news'), '/b/news')
  })

  it('takes off its path once, and only where it is one', () => {
    const inside = (address: string) => insidePath(address, '/news')
    assert.equal(inside('/news/feeds?show=all'), '/feeds?show=all')
    assert.equal(inside('/news'), '/')
    assert.equal(inside('/news?a=1'), '/?a=1')
    assert.equal(inside('/news/news/events'), '/news/events')
    assert.equal(inside('/newsletters'), '/newsletters')
    assert.equal(inside('/livez'), '/livez')
    assert.equal(insidePath('/feeds', ''), '/feeds')
  })

  it('puts it before every address on every page, and before nothing else', () => {
    const rooted = / ([\w-]+)="(\/(?!\/)[^"]*)"/g
    for (const [name, write] of Object.entries(everyPage)) {
      const markup = write(exampleReader('en'))
      const below = markupBelow(markup, '/news')
      const left = [...below.matchAll(rooted)].filter(([, , address = '']) => !address.startsWith('/news/'))
      assert.deepEqual(
        left.filter(([, attribute]) => attribute !== 'value').map(([all]) => all),
        [],
        name,
      )
      assert.equal(below.replaceAll('="/news/', '="/'), markup, name)
    }
  })
})
