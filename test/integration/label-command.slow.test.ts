import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { importCommand } from '../../src/cli/import.ts'
import { label } from '../../src/cli/label.ts'
import { failed, notFound, ok, openCommands, usage } from './command-run.ts'

/** The command `label` on a store of its own with the import fixture in it, as main.ts runs it. */
const articles = fileURLToPath(new URL('../fixtures/import/articles.jsonl', import.meta.url))
const { folder, twosource, asJson, close } = await openCommands([importCommand, label])

before(async () => {
  assert.equal((await twosource('import', articles)).code, ok)
})
after(close)

test('label lists quotations by number, takes what a person says of one, and takes it back', async () => {
  type Listed = { articleId: string; quotes: readonly { speaker?: { name: string }; isQuote: boolean }[] }
  const address = 'https://post.example/transport/night-bus'
  const { result } = await asJson<Listed>('label', address)
  const { articleId } = result
  const listed = await twosource('label', articleId)
  assert.match(listed.out, /^Tarn Valley Post: Night bus/)
  assert.match(listed.out, /\n {2}1 {2}“[\s\S]*\d %\)/)
  const said = await twosource('label', articleId, '1', '--speaker', 'Ada Bering', '--note', 'On video.')
  assert.equal(said.code, ok)
  assert.match(said.out, /: Ada Bering\n/)
  assert.match((await twosource('label', articleId)).out, /Ada Bering \(you said so\)/)
  assert.equal((await twosource('label', articleId, '1', '--nobody')).code, ok)
  assert.match((await twosource('label', articleId)).out, / 1 {2}“.*\n +nobody known \(you said so\)/)
  assert.equal((await twosource('label', articleId, '2', '--not-a-quote')).code, ok)
  const after = (await asJson<Listed>('label', articleId)).result.quotes
  assert.equal(after.length, result.quotes.length)
  assert.equal(after[1]?.isQuote, false)
  assert.match((await twosource('label', articleId, '2', '--undo')).out, /^Undone: .*not a quotation/)
  assert.equal((await twosource('label', articleId, '2', '--undo')).code, notFound)
})

test('label corrects words that have no number, and names', async () => {
  const address = 'https://post.example/transport/night-bus'
  const said = await twosource(
    'label',
    address,
    '--words',
    'two years after it was withdrawn',
    '--speaker',
    'Ada Bering',
  )
  assert.equal(said.code, ok)
  const named = await twosource(
    'label',
    address,
    '--words',
    'Ember Hill',
    '--within',
    'to Ember Hill will',
    '--place',
    'Ember Hill',
  )
  assert.match(named.out, /is the place Ember Hill/)
  assert.match((await twosource('label', address, '--words', 'Philippa', '--no-name')).out, /is not a name/)
  assert.match((await twosource('label', address)).out, /“Ember Hill” is the place Ember Hill/)
  assert.match(
    (await twosource('label', address, '--words', 'no such words', '--nobody')).err,
    /Copy the words exactly/,
  )
  assert.match((await twosource('label', address, '--words', 'the', '--nobody')).err, /more than once/)
})

test('label takes labels out to a file or the terminal, and in, twice as once', async () => {
  const file = join(folder, 'labels.jsonl')
  const out = await twosource('label', '--export', file)
  assert.equal(out.code, ok)
  const [, count] = /^(\d+) labels in /.exec(out.out) ?? []
  assert.ok(Number(count) >= 4)
  const lines = await readFile(file, 'utf8')
  assert.equal((await twosource('label', '--export', '-')).out, lines)
  for (let i = 0; i < 2; i++)
    assert.match((await twosource('label', '--import', file)).out, new RegExp(`^${count} labels of 1 article from`))
  assert.equal((await twosource('label', '--export', '-')).out, lines)
  await writeFile(file, 'no label\n')
  const odd = await twosource('label', '--import', file)
  assert.equal(odd.code, failed)
  assert.match(odd.err, /Line 1: this isn’t JSON/)
  const [first = ''] = lines.split('\n')
  await writeFile(file, `{"more":[${'{},'.repeat(500_000)}{}],${first.slice(1)}\n`)
  assert.match((await twosource('label', '--import', file)).err, /Line 1: .* has more than an article can/)
  assert.match((await twosource('label', '--import', join(folder, 'none'))).err, /There is no file/)
  assert.equal((await twosource('label', '--export', join(folder, 'no', 'such', 'folder'))).code, failed)
})

test('label says what to do when it is called the wrong way', async () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['a', '1', '--nobody', '--not-a-quote'], /not both/],
    [['--speaker', 'Ada'], /an article and the number/],
    [['a', '--nobody'], /an article and the number/],
    [['a', '1'], /Say what is right/],
    [['a', 'one', '--nobody'], /one isn’t the number/],
    [['a', '1', '--words', 'x', '--nobody'], /not both/],
    [['a', '1', '2', '--nobody'], /one article and one number/],
    [['a', '--export', '-'], /can’t be combined/],
    [['a', '1', '--person', 'Ada'], /about a name/],
    [['a', '1', '--nobody', '--within', 'x'], /goes with --words/],
    [['https://post.example/transport/night-bus', '1', '--speaker', 'x'.repeat(201)], /--speaker: Too big/],
  ]
  for (const [argv, message] of wrong) {
    const { code, err } = await twosource('label', ...argv)
    assert.equal(code, usage, argv.join(' '))
    assert.match(err, message)
  }
  assert.equal((await twosource('label', 'nothing')).code, notFound)
  const { code, err } = await twosource('label', 'https://post.example/transport/night-bus', '99', '--nobody')
  assert.deepEqual([code, /no quotation 99/.test(err)], [notFound, true])
  assert.match((await twosource('label')).out, /to check/i)
})
