import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { arrange } from '../../src/cli/arrange.ts'
import { importCommand } from '../../src/cli/import.ts'
import { story } from '../../src/cli/story.ts'
import { failed, notFound, ok, openCommands, usage } from './command-run.ts'

/** The command `arrange` on a store of its own with the import fixture in it, as main.ts runs it. */
const articles = fileURLToPath(new URL('../fixtures/import/articles.jsonl', import.meta.url))
const { open, twosource, close } = await openCommands([importCommand, story, arrange])

before(async () => {
  assert.equal((await twosource('import', articles)).code, ok)
})
after(close)

/** The stories of the newest articles, each once. */
async function storyIds() {
  await using app = await open()
  const newest = await app.operations.store.articles.listNewest(50)
  return [...new Set(newest.flatMap(({ storyId }) => (storyId === undefined ? [] : [storyId])))]
}

test('arrange merges two stories, lists what was decided, takes articles out by number, and takes it back', async () => {
  const [first, second] = await storyIds()
  assert.ok(first && second)
  const merged = await twosource('arrange', first, '--merge', second)
  assert.equal(merged.code, ok)
  const undo = /--undo (\S+)/.exec(merged.out)?.[1] ?? ''
  const listed = await twosource('arrange', second)
  assert.match(
    listed.out,
    /\n {2}1 {2}.*: [\s\S]*\n {2}2 {2}[\s\S]*\nDecisions\n {2}\S+ {2}\d+ merged: from “[\s\S]*\nHistory\n.*merged by reader/,
  )
  const json = JSON.parse((await twosource('arrange', first, '--json')).out) as Record<string, readonly unknown[]>
  assert.equal(json.choices?.length, 1)
  assert.ok((json.history?.length ?? 0) >= 2 && Array.isArray(json.proposals))
  const took = await twosource('arrange', first, '1', '--out')
  assert.match(took.out, /^1 taken out: /)
  assert.match((await twosource('arrange', first, '--undo', /--undo (\S+)/.exec(took.out)?.[1] ?? '')).out, /^Undone/)
  assert.match((await twosource('arrange', first, '--undo', undo)).out, /^Undone: \d+ merged/)
  assert.match((await twosource('arrange', first, '--undo', undo)).out, /^Nothing more to do/)
  assert.match((await twosource('arrange', first, '--dismiss', 'gone')).out, /^Nothing more to do/)
})

test('arrange says what is wrong, in words', async () => {
  const [first] = await storyIds()
  for (const [code, pattern, ...args] of [
    [usage, /Give the id of a story/],
    [notFound, /There is no story nothing/, 'nothing'],
    [usage, /Give the numbers of the articles/, first, '--out'],
    [usage, /Numbers of articles need --out/, first, '1'],
    [usage, /not both/, first, '1', '--out', '--merge', 'x'],
    [usage, /--into needs --out/, first, '--into', 'x'],
    [usage, /isn’t the number/, first, 'one', '--out'],
    [usage, /There is no article 99/, first, '99', '--out'],
    [failed, /That story no longer exists/, first, '--merge', 'nothing'],
    [notFound, /no such decision/, first, '--undo', 'nothing'],
    [usage, /isn’t an ID/, first, '--merge', ''],
  ] as readonly (readonly [number, RegExp, ...string[]])[]) {
    const result = await twosource('arrange', ...args)
    assert.deepEqual([result.code, pattern.test(result.err)], [code, true], `${args.join(' ')}: ${result.err}`)
  }
})
