import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, texts, values } from '../../../test/examples/markup.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { interfaceLanguages } from '../reader.ts'
import { navigation } from './layout.ts'
import { keyList, placeName, places } from './places.ts'

const reader = exampleReader()
const shown = (current?: Parameters<typeof navigation>[1], as = reader) => parseMarkup(String(navigation(as, current)))

describe('the places', () => {
  it('each have a path, a name in every language and a key of their own', () => {
    assert.equal(new Set(places.map(({ path }) => path)).size, places.length)
    assert.equal(new Set(places.map(({ key }) => key)).size, places.length)
    for (const { code } of interfaceLanguages)
      for (const { id } of places) assert.ok(placeName(id, exampleReader(code))?.length > 1, `${id} in ${code}`)
  })

  it('have a drawing each where a phone shows one, and no more of them than there is room for beside More', () => {
    const bar = places.filter(({ at }) => at === 'bar')
    for (const { icon, id } of places) assert.ok(icon, id)
    assert.equal(bar.length, 4)
  })
})

describe('navigation', () => {
  it('leads everywhere, and by one key to each place', () => {
    const page = shown('today')
    const paths = places.map(({ path }) => path)
    assert.deepEqual([...new Set(values(page, 'a', 'href'))].sort(), paths.toSorted())
    assert.deepEqual(values(page, '[data-key]', 'data-key').toSorted(), places.map(({ key }) => key).toSorted())
  })

  it('says where one is, also when that stands under More', () => {
    assert.deepEqual(texts(shown('today'), '[aria-current]'), ['Today'])
    assert.equal(all(shown('today'), 'summary[aria-current]').length, 0)
    assert.deepEqual(texts(shown('people'), 'a[aria-current]'), ['People'])
    assert.equal(all(shown('people'), 'summary[aria-current]').length, 1)
    assert.equal(all(shown('search'), '[aria-current]').length, 0)
  })

  it('hides from others what only the owner may see', () => {
    assert.ok(!values(shown(undefined, { ...reader, isOwner: false }), 'a', 'href').includes('/server'))
  })
})

describe('the list of keys', () => {
  it('has a group for each thing one does, and the places this reader can go to', () => {
    const list = parseMarkup(String(keyList(reader)))
    assert.deepEqual(texts(list, 'h3'), ['Move', 'With an item', 'On the page', 'Go to'])
    assert.deepEqual(
      texts(list, 'dt').slice(-places.length),
      places.map(({ key }) => `g${key}`),
    )
    assert.ok(texts(list, 'dd').includes('Library'))
  })
})
