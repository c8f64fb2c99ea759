import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { emptyView, longView, refusedView, shortView, writtenView } from '../../../../test/examples/summary.ts'
import { citationPath } from '../../layout/links.ts'
import { summaryPage } from './summary.ts'

const reader = exampleReader()
const modelWords = 'A second sentence of a model.'

describe('summaryPage', () => {
  it('shows each sentence with the citation that opens it, and the other lengths as links', () => {
    const page = summaryPage(shortView, reader)
    for (const { citations } of shortView.parts.flatMap(({ lines }) => lines))
      assert.ok(page.includes(citationPath(citations[0])))
    assert.ok(page.includes('/stories/story-1/summary?length=long'))
    assert.ok(!page.includes('/stories/story-1/summary?length=short"'))
    assert.ok(page.includes('Quoted, not written'))
  })

  it('never shows what a model wrote unless it is asked for, and then says so', () => {
    const chosen = summaryPage(writtenView, reader)
    assert.ok(!chosen.includes(modelWords))
    assert.ok(chosen.includes('by=model'))
    const written = summaryPage(writtenView, reader, true)
    assert.ok(written.includes(modelWords))
    assert.ok(written.includes('Written by example-model'))
    assert.ok(written.includes('2 sentences passed the checks, 1 did not'))
  })

  it('keeps the chosen sentences where too little of a model’s passed, and gives the counts', () => {
    const page = summaryPage(refusedView, reader, true)
    assert.ok(page.includes('Quoted, not written'))
    assert.ok(page.includes('1 of 5 sentences'))
  })

  it('tells what came before, or that nothing did', () => {
    assert.ok(summaryPage(longView, reader).includes('Ferry company warns that its piers are old'))
    assert.ok(summaryPage(shortView, reader).includes('No earlier stories on this topic.'))
  })

  it('says where nothing may be summed up, and what was dropped', () => {
    assert.ok(summaryPage(emptyView, reader).includes('so there’s no summary'))
    assert.ok(summaryPage(longView, reader).includes(reader.words.dropped(1)))
  })
})
