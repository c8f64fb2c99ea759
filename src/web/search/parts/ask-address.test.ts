import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { askInput, askNextPath, askPath, readAskAddress } from './ask-address.ts'

function read(query: string) {
  const values = new URLSearchParams(query)
  return readAskAddress((name) => values.getAll(name))
}

describe('the address of a question', () => {
  it('says all of it, and is read back as it was', () => {
    const path =
      '/ask?q=and+when%3F&story=s-1&entity=person%3Ax&folder=News%2FLocal&from=2026-03-01&until=2026-03-02&follows=Who%3F&follows=Why%3F'
    const address = read(path.slice(5))
    assert.deepEqual(address.follows, ['Who?', 'Why?'])
    assert.equal(askPath(address), path)
    assert.equal(askPath(read('')), '/ask')
  })

  it('leaves out what cannot be used', () => {
    const address = read(`q=+a++b%0A&story=${'x'.repeat(300)}&from=2026-02-31&until=yesterday&follows=&follows=+`)
    assert.deepEqual(address, { question: 'a b', follows: [] })
    assert.equal(read(`q=${'x'.repeat(999)}`).question.length, 300)
  })

  it('asks of days whole, the last one too', () => {
    const day = read('q=x&story=s&from=2026-02-28&until=2026-02-28&follows=a&follows=b')
    assert.deepEqual(askInput(day, 'UTC'), {
      question: 'x',
      timeZone: 'UTC',
      storyId: 's',
      from: '2026-02-28T00:00:00.000Z',
      until: '2026-03-01T00:00:00.000Z',
      follows: 'a\nb',
    })
    const { from, until } = askInput(day, 'America/New_York')
    assert.deepEqual([from, until], ['2026-02-28T05:00:00.000Z', '2026-03-01T05:00:00.000Z'])
  })

  it('stays bounded however long one asks on', () => {
    let address = read('q=question+0&story=s')
    for (let index = 1; index < 40; index++)
      address = read(askNextPath(address, `question ${index} ${'x'.repeat(280)}`).slice(5))
    assert.equal(address.follows.length, 5)
    assert.match(address.follows.at(-1) ?? '', /^question 38 /)
    assert.equal(address.story, 's')
    assert.ok(askPath(address).length < 2000)
    assert.ok((askInput(address, 'UTC').follows ?? '').length <= 2000)
  })
})
