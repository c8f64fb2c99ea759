import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { failingPart, runLanes, toldAgain, type Work } from './lanes.ts'

const report = `✔ good (1 ms)
✖ bad (2 ms)
ℹ tests 2
ℹ fail 1

✖ failing tests:

test at src/some.test.ts:3:1
✖ bad (2 ms)
  AssertionError [ERR_ASSERTION]: 1 !== 2

      at some.test.ts:4
`

describe('what failed', () => {
  it('is what the runner says of it at the end of its report', () => {
    assert.deepEqual(failingPart(report).split('\n'), [
      'test at src/some.test.ts:3:1',
      '✖ bad (2 ms)',
      '  AssertionError [ERR_ASSERTION]: 1 !== 2',
      '      at some.test.ts:4',
    ])
  })

  it('is the end of what was said where a process ended before a report', () => {
    const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`)
    assert.deepEqual(failingPart(lines.join('\n')).split('\n'), lines.slice(-15))
  })

  it('is told again in so many lines at most, something of each', () => {
    const long = ['a', ...Array.from({ length: 99 }, (_, at) => `a ${at}`)].join('\n')
    const told = toldAgain([long, 'b\nb 1', 'c'], 60)
    assert.ok(told.length <= 60)
    assert.deepEqual(
      told.filter((line) => !line.startsWith('a')),
      ['b', 'b 1', 'c'],
    )
    assert.equal(toldAgain(Array(80).fill('one\ntwo'), 60).length, 60)
    assert.deepEqual(toldAgain([], 60), [])
  })
})

describe('lanes', () => {
  const of = (name: string, code: string): Work => ({ name, args: ['--eval', code] })

  it('add up what their works found and keep what failed', async (t) => {
    t.mock.method(process.stdout, 'write', () => true)
    const works = [
      of('good', `console.log('ℹ tests 3\\nℹ pass 2\\nℹ fail 0\\nℹ skipped 1')`),
      of('bad', `console.log(${JSON.stringify(report)}); process.exitCode = 1`),
      of('broken', `console.log('so far'); process.exit(3)`),
    ]
    const { failures, ...counts } = await runLanes(works, 2, process.env)
    assert.deepEqual(counts, { tests: 5, pass: 2, fail: 2, skipped: 1 })
    assert.deepEqual(failures.map((text) => text.split('\n')[0]).toSorted(), [
      '── bad: 0 of 2',
      '── broken: ended with 3',
    ])
    assert.match(failures.join('\n'), /1 !== 2[\s\S]*so far|so far[\s\S]*1 !== 2/)
  })
})
