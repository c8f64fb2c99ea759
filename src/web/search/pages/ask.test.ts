import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as asking from '../../../../test/examples/asking.ts'
import { all, parseMarkup, textOf, texts, values } from '../../../../test/examples/markup.ts'
import { exampleReader } from '../../../../test/examples/reader.ts'
import { texts as documents, joinBlocks } from '../../../../test/examples/texts.ts'
import type { WrittenState } from './ask.ts'
import { answerPage } from './ask.ts'

const reader = exampleReader()
const shown = (state?: WrittenState) => parseMarkup(answerPage(asking.answered, asking.address, reader, state))

describe('an answer', () => {
  it('is passages letter by letter, numbered through, each with a link to its place', () => {
    const page = shown()
    const items = all(page, '.passages > li')
    assert.deepEqual(texts(page, '.passages .num'), ['1', '2', '3', '4', '5'])
    for (const item of items) {
      const words = textOf(item.querySelector('p')).replace(/^“?|”$/g, '')
      assert.ok(
        documents.some((example) => joinBlocks(example).text.replace(/\s+/g, ' ').includes(words)),
        words,
      )
      const href = item.querySelector('a.cite')?.getAttribute('href') ?? ''
      assert.match(href, /^\/citations\/doc-[\w-]+\/\d+-\d+$/)
    }
  })

  it('says who spoke, and probably where that is not sure', () => {
    const lines = texts(shown(), '.passages .via')
    assert.match(lines[0]!, /Tomas Reyd · Paraphrased by the outlet/)
    assert.match(lines[1]!, /probably Mara Ellind/)
    assert.match(lines[1]!, /also in Halvik Post, Varn Echo/)
  })

  it('says that a passage is of an opinion, or of a text held in part', () => {
    assert.equal(texts(shown(), '.passages .via').filter((line) => line.includes('opinion · Paywalled')).length, 1)
  })

  it('puts what differs side by side, with the reporter’s sentence, and decides nothing', () => {
    const page = shown()
    assert.equal(all(page, '#conflicts .clash').length, 2)
    assert.equal(all(page, '#conflicts .clash .signal').length, 1)
    assert.match(textOf(page.querySelector('#conflicts')), /don’t judge which is right/)
  })

  it('says what was looked for, and through what', () => {
    const markup = answerPage(asking.narrow, asking.narrowAddress, reader)
    const text = textOf(parseMarkup(markup).querySelector('#answer'))
    assert.match(text, /Looked for: Mara Ellind, .*toll · Monday, March 16, 2026/)
    assert.match(text, /1,204 articles, 31,877 sentences, 2,210 quotations, Sunday, March 1, 2026/)
  })

  it('carries the questions before it along, each a link to what it was', () => {
    const page = parseMarkup(answerPage(asking.narrow, asking.narrowAddress, reader))
    const thread = values(page, '.thread a', 'href').map((href) => new URL(href, 'http://x').searchParams)
    assert.deepEqual(
      thread.map((query) => [query.get('q'), query.getAll('follows').length, query.get('story')]),
      [
        ['Who leads <the> council?', 0, 'story-1'],
        ['Will there be a toll?', 1, 'story-1'],
      ],
    )
    assert.deepEqual(values(page, '#next input[name=follows]', 'value'), [
      'Who leads <the> council?',
      'Will there be a toll?',
      'and when?',
    ])
  })
})

describe('closest passages', () => {
  const page = parseMarkup(answerPage(asking.closest, asking.narrowAddress, reader))

  it('say first that they are not sure, and what was not found', () => {
    assert.equal(texts(page, 'h2')[0], 'Closest passages')
    assert.match(textOf(page.querySelector('#closest [role=status]')), /aren’t sure/)
    assert.match(textOf(page.querySelector('#closest')), /Not found: .*paid/)
    assert.equal(all(page, '#answer').length, 0)
  })

  it('each say why they are shown', () => {
    const reasons = texts(page, '.passages .via:last-child')
    assert.match(reasons[0]!, /^Mentions toll, <bridge>$/)
    assert.match(reasons[1]!, /^Its article mentions paid$/)
  })

  it('show the ways on', () => {
    const hrefs = values(page, '#closest a', 'href')
    assert.ok(hrefs.some((href) => href.startsWith('/search?q=paid')))
    assert.ok(hrefs.some((href) => href.startsWith('/ask?q=') && !href.includes('story=')))
    assert.equal(all(page, '#next form').length, 1)
  })
})

describe('passages that a model judges', () => {
  const judged = (kind: 'judging' | 'failed') =>
    parseMarkup(
      answerPage(
        { ...asking.closest, answer: { ...asking.closest.answer, judging: { kind } } as typeof asking.closest.answer },
        asking.address,
        reader,
      ),
    )

  it('are shown as found without it while it is at it, and when it fails', () => {
    const busy = judged('judging')
    assert.equal(all(busy, 'await-work#found[data-busy] .passages > li').length, 2)
    assert.match(textOf(busy.querySelector('#found > [role=status]')), /Checking/)
    const failed = judged('failed')
    assert.equal(all(failed, 'await-work#found:not([data-busy]) .passages > li').length, 2)
    assert.equal(all(failed, '#found > [hidden]').length, 1)
  })

  it('are an answer when it has chosen, with who chose', () => {
    const page = parseMarkup(answerPage(asking.judged, asking.address, reader))
    assert.equal(texts(page, 'h2')[0], 'Answer')
    assert.match(textOf(page.querySelector('#answer')), /Chosen from the articles by \u2068example-model <b>\u2069/)
    assert.equal(all(page, '#answer b:not(.via b)').length, 0)
  })
})

describe('nothing found', () => {
  it('is said plainly, with what was searched only where something was asked', () => {
    const none = parseMarkup(answerPage(asking.nothing, asking.address, reader))
    assert.equal(texts(none, 'h2')[0], 'Nothing found')
    assert.match(textOf(none.querySelector('#answer')), /Searched: 1,204 articles/)
    const empty = parseMarkup(answerPage(asking.noQuestion, asking.address, reader))
    assert.doesNotMatch(textOf(empty.querySelector('#answer')), /Searched/)
    for (const page of [none, empty]) assert.equal(all(page, '.passages, #next').length, 0)
  })
})

describe('what a model wrote', () => {
  it('stands beside the passages with their numbers, how many were dropped and why, and never the dropped words', () => {
    const page = shown({ ...asking.written, key: 'k' })
    assert.deepEqual(
      all(page, '#written li').map((item) => texts(item, 'a.cite')),
      [['2', '1'], ['1']],
    )
    const text = textOf(page.querySelector('#written'))
    assert.match(text, /1 of 3 sentences dropped: numbers \(1\)/)
    assert.match(text, /example-model <b>/)
    assert.doesNotMatch(textOf(page.querySelector('main')), /40 crowns/)
    assert.equal(all(page, '.passages > li').length, 5)
  })

  it('is left out where too little of it held, and that is said', () => {
    const page = shown({ ...asking.tooLittle, key: 'k' })
    assert.match(textOf(page.querySelector('#written')), /Too little of the model’s answer/)
    assert.equal(all(page, '[data-written]').length, 0)
    assert.doesNotMatch(textOf(page.querySelector('main')), /crowns|toll\.example/)
  })

  it('is asked for, stopped and asked for again by forms', () => {
    const actions = (state: WrittenState) => values(shown(state), '#written form', 'action')
    assert.deepEqual(actions({ kind: 'none', key: 'k' }), ['/ask/write'])
    assert.deepEqual(actions({ ...asking.writing, key: 'k' }), ['/ask/cancel'])
    assert.deepEqual(actions({ ...asking.failed('timeout'), key: 'k' }), ['/ask/write'])
    assert.deepEqual(actions({ ...asking.failed('off'), key: 'k' }), [])
    assert.deepEqual(values(shown({ ...asking.writing, key: 'the-key' }), '[name=key]', 'value'), ['the-key'])
    assert.equal(all(shown(), '#written').length, 0)
  })
})
