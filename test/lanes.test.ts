import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { failingPart, runLanes, toldAgain, type Work } from './lanes.ts'
import { makeRunFolder } from './run-folder.ts'

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

  it('is also what belonged to no test', () => {
    const lines = ['ℹ Error: nobody caught this', ...Array.from({ length: 40 }, (_, at) => `✔ test ${at}`)]
    assert.deepEqual(failingPart(lines.join('\n')).split('\n'), [lines[0], ...lines.slice(-15)])
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

  it('pass where all tests of a file were skipped, as without a browser', async (t) => {
    t.mock.method(process.stdout, 'write', () => true)
    const report = ['tests 0', 'suites 1', 'pass 0', 'fail 0', 'skipped 0'].map((line) => `ℹ ${line}`).join('\n')
    const works = [of('skipped', `console.log(${JSON.stringify(report)})`), of('empty', `console.log('nothing')`)]
    const { failures, fail } = await runLanes(works, 1, process.env)
    assert.equal(fail, 1)
    assert.deepEqual(
      failures.map((text) => text.split('\n')[0]),
      ['── empty: ended with 0'],
    )
  })

  it('run files one by one in a process, each with its own hooks, and tell of them as of one', async (t) => {
    using folder = passingFolder()
    const write = t.mock.method(process.stdout, 'write', () => true)
    const fileOf = (name: string, test: string) => {
      const file = join(folder.path, `${name}.test.ts`)
      const hooks = `before(() => console.log('${name} begins')); after(() => console.log('${name} ends'))`
      writeFileSync(file, `import { after, before, test } from 'node:test'\n${hooks}\n${test}`)
      return file
    }
    const files = [
      fileOf('first', `test('is bad', () => { throw new Error('as it should') })`),
      fileOf('unread', `throw new Error('no such thing')`),
      fileOf('last', `test('is good', () => {}); test('waits', { skip: true }, () => {})`),
    ]
    const args = ['--test-reporter=spec', fileURLToPath(new URL('./one-by-one.ts', import.meta.url)), ...files]
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { failures, ...counts } = await runLanes([{ name: 'three', args }], 1, env)
    assert.deepEqual(counts, { tests: 4, pass: 1, fail: 2, skipped: 1 })
    assert.match(failures.join('\n'), /is bad[\s\S]*as it should[\s\S]*unread[\s\S]*no such thing/)
    const said = write.mock.calls.map(({ arguments: [text] }) => String(text)).join('')
    const hooks = ['first', 'unread', 'last'].flatMap((name) => [`${name} begins`, `${name} ends`])
    assert.deepEqual(said.match(/\w+ (begins|ends)/g), hooks)
  })

  it('fail where nothing caught an error, though no test is told to have thrown it', async (t) => {
    using folder = passingFolder()
    t.mock.method(process.stdout, 'write', () => true)
    const file = join(folder.path, 'late.test.ts')
    const late = `setTimeout(() => { throw new Error('nobody caught this') }); await new Promise((done) => setTimeout(done, 20))`
    writeFileSync(file, `import { test } from 'node:test'\ntest('late', async () => { await null; ${late} })`)
    const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
    const args = ['--import', here('./untracked-promises.ts'), here('./one-by-one.ts'), file]
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { failures, fail } = await runLanes([{ name: 'one', args }], 1, env)
    assert.equal(fail, 1)
    assert.match(failures.join('\n'), /── one: ended with 1[\s\S]*nobody caught this/)
  })
})

describe('the folder of a run', () => {
  it('is one that others may pass through, and takes the place of what was left a day ago', () => {
    using folder = passingFolder()
    const left = ['twosource-tests-old', 'twosource-tests-new', 'another'].map((name) => join(folder.path, name))
    for (const each of left) mkdirSync(each)
    const long = new Date(Date.now() - 25 * 3_600_000)
    for (const each of [left[0]!, left[2]!]) utimesSync(each, long, long)
    const made = makeRunFolder(folder.path)
    assert.match(basename(made), /^twosource-tests-/)
    assert.equal(statSync(made).mode & 0o777, 0o711)
    assert.deepEqual(left.map(existsSync), [false, true, true])
  })
})

function passingFolder() {
  const path = mkdtempSync(join(tmpdir(), 'twosource-lanes-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
