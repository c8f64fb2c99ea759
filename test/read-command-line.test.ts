import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const call = (file: string, ...args: readonly string[]) => {
  const main = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** The commands of the project, one of the names each knows, and one of the options each has. */
const commands = [
  ['lab/bench/main.ts', 'parse-feeds', '--database'],
  ['lab/eval/main.ts', 'quotes', '--publish'],
  ['lab/prove/main.ts', 'fuzz-feeds', '--minutes'],
  ['deploy/release/main.ts', '', '--out'],
  ['test/run.ts', 'WORD', ''],
  ['test/setup.ts', 'PostgreSQL 17', ''],
] as const

for (const [file, name, option] of commands) {
  test(`${file} says how it is called`, () => {
    const { status, stdout, stderr } = call(file, '--help')
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /^Usage: npm /)
    for (const word of [name, option]) assert.ok(stdout.includes(word), `${word} is not in\n${stdout}`)
  })

  test(`${file} answers an option it does not have with those it has`, () => {
    const { status, stdout, stderr } = call(file, '--nothing-of-the-kind')
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /^Unknown option '--nothing-of-the-kind'/)
    assert.ok(stderr.includes('\nUsage: npm '))
    assert.doesNotMatch(stderr, /^\s+at /m)
  })
}

for (const [file, name] of commands.slice(0, 3))
  test(`${file} answers a name it does not know with those it knows`, () => {
    // What every object has is none of them either.
    const { status, stdout, stderr } = call(file, 'toString')
    assert.deepEqual([status, stdout], [2, ''])
    assert.ok(
      stderr.startsWith(`There is no ${file.split('/').at(-2)}`) || stderr.startsWith('There is no proof'),
      stderr,
    )
    assert.ok(stderr.includes(name))
  })

test('bench and prove refuse what is no number', () => {
  for (const [file, ...args] of [
    ['lab/bench/main.ts', 'parse-feeds', '--feeds', 'many'],
    ['lab/bench/main.ts', 'clusters', '--sizes', '100,'],
    ['lab/prove/main.ts', 'drain', '--rounds', ''],
  ] as const) {
    const { status, stderr } = call(file, ...args)
    assert.equal(status, 2)
    assert.match(stderr, /^--\w+ takes a number, not “\w*”\.\n\nUsage: /)
  }
})

test('prove refuses a store that is none', () => {
  const { status, stderr } = call('lab/prove/main.ts', 'drain', '--store', 'paper')
  assert.equal(status, 2)
  assert.match(stderr, /^There is no store paper: sqlite or postgres/)
})
