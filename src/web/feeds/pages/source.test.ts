import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { sources } from '../../../../test/examples/views.ts'
import { asId, type SourceId } from '../../../core/ids.ts'
import { readSourceChoice } from '../../stories/parts/arrange-sources.ts'
import { sourcePage, sourcesPage } from './source.ts'

const reader = exampleReader()

describe('the page of sources', () => {
  it('stays small and quick with thousands that fail', () => {
    const [, failing] = sources
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      ...failing!,
      id: asId<SourceId>(`${index}`),
      name: `Outlet ${index}`,
      family: `Owner ${index}`,
    }))
    const startedAt = performance.now()
    const markup = sourcesPage(many, reader)
    assert.ok(performance.now() - startedAt < 1_000)
    assert.ok(Buffer.byteLength(markup) <= 60_000, `${Buffer.byteLength(markup)} bytes`)
    const page = parseMarkup(markup)
    assert.ok(all(page, 'tbody tr').length <= 100)
    assert.match(textOf(page.querySelector('.sourcetools .bad')), /5,000 sources can’t load/)
    assert.deepEqual(values(page, 'a[rel=next]', 'href'), ['/sources?page=2'])
  })

  it('finds a source by part of its name and keeps that in its links', () => {
    const page = parseMarkup(sourcesPage(sources, reader, readSourceChoice({ q: 'varn', sort: 'own' })))
    assert.deepEqual(texts(page, 'tbody th a'), ['Varn Echo'])
    assert.ok(values(page, '.sourcetools .pop a', 'href').every((href) => href.includes('q=varn')))
    assert.equal(page.querySelector('.sourcetools input[name=sort]')?.getAttribute('value'), 'own')
    const none = parseMarkup(sourcesPage(sources, reader, readSourceChoice({ q: 'xyz' })))
    assert.match(textOf(none.querySelector('.empty')), /No source matches/)
  })

  it('marks what cannot be loaded, and says on its page what to do', () => {
    const row = all(parseMarkup(sourcesPage(sources, reader)), 'tbody tr')[0]!
    assert.match(textOf(row), /Varn Echo.*can’t load/)
    const page = parseMarkup(sourcePage(sources[1]!, reader))
    assert.ok(page.querySelector('#health .trouble form[action="/feeds/refresh"]'))
    assert.ok(values(page, '.note a', 'href').includes('/sources?family=Coast+Papers'))
  })
})
