import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Command, exitCodes, UsageError } from './command.ts'
import { helpText, runCli, usageOf } from './run-cli.ts'
import { drawBar } from './terminal.ts'

function screen() {
  const written = { out: '', err: '' }
  const stream = (name: 'out' | 'err') =>
    ({ write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream
  return { written, streams: { out: stream('out'), err: stream('err') } }
}

const greet: Command = {
  name: 'greet',
  usage: '<name>',
  summary: 'Say hello',
  options: {
    loud: { type: 'boolean', means: 'in capitals' },
    tongue: { type: 'string', takes: 'LANGUAGE', means: 'in another language, '.repeat(6) },
  },
  async run({ args, values, terminal }) {
    if (args.length === 0) throw new UsageError('Give a name.')
    terminal.json({ name: args[0] })
    terminal.line(values.loud ? `HELLO ${args[0]}` : `Hello ${args[0]}`)
    return exitCodes.ok
  },
}
const broken: Command = {
  name: 'broken',
  usage: '',
  summary: 'Throw.',
  run: () => Promise.reject(new Error('our mistake')),
}
const write: Command = {
  name: 'write',
  usage: '',
  summary: 'Write where nobody can.',
  async run() {
    await writeFile('/no/such/folder/a.txt', '')
    return exitCodes.ok
  },
}
const noStore = () => Promise.reject(new Error('the store is not needed here'))
const run = async (...argv: string[]) => {
  const { written, streams } = screen()
  const code = await runCli(argv, [{ title: 'Commands', commands: [greet, broken, write] }], noStore, streams, '1.2.3')
  return { code, ...written }
}

test('a command gets its arguments and options and prints to standard output', async () => {
  assert.deepEqual(await run('greet', 'Ada', '--loud'), { code: 0, out: 'HELLO Ada\n', err: '' })
})

test('--json prints the result for programs and nothing for people', async () => {
  const { out } = await run('greet', 'Ada', '--json')
  assert.deepEqual(JSON.parse(out), { name: 'Ada' })
})

test('a command called the wrong way says how it is called and exits with 2', async () => {
  for (const argv of [['greet'], ['greet', 'Ada', '--lowd']]) {
    const { code, err } = await run(...argv)
    assert.equal(code, exitCodes.usage)
    assert.match(err, /Usage: twosource greet <name>/)
  }
})

test('an unknown command is answered with the nearest ones', async () => {
  for (const typed of ['gret', 'greeet', 'grete', 'graet', 'gre', 'greet-me']) {
    const { code, err } = await run(typed)
    assert.equal(code, exitCodes.usage)
    assert.equal(err, `There is no command “${typed}”. Did you mean greet? “twosource help” lists all.\n`)
  }
  assert.equal((await run('help', 'sing')).err, 'There is no command “sing”. “twosource help” lists all.\n')
})

test('help needs no store and goes to standard output', async () => {
  assert.match((await run('--help')).out, /Commands\n {2}greet +Say hello\n/)
  const { out } = await run('greet', '--help')
  assert.match(out, /^ {2}--loud +in capitals$/m)
  assert.match(out, /^ {2}--tongue LANGUAGE +in another/m)
  for (const line of out.split('\n')) assert.ok(line.length <= 100, line)
  for (const argv of [
    ['greet', '-h'],
    ['help', 'greet'],
    ['--help', 'greet'],
  ])
    assert.equal((await run(...argv)).out, out)
})

test('our own mistakes are not swallowed', async () => {
  await assert.rejects(run('broken'), /our mistake/)
})

test('what the system refuses is said in a line, without where in our code it came up', async () => {
  const { code, err } = await run('write')
  assert.deepEqual([code, err], [exitCodes.failed, "ENOENT: no such file or directory, open '/no/such/folder/a.txt'\n"])
})

test('a progress bar fills with what is done and never overflows', () => {
  assert.match(drawBar('Reading', 12, 24), /█{12}─{12} {2}12 of 24/)
  assert.match(drawBar('Reading', 99, 24), /█{24} {2}99 of 24/)
  assert.equal(drawBar('Polling', 0, 0), 'Polling')
})

test('the version is told to whoever asks, before a store is opened', async () => {
  for (const word of ['--version', '-V', 'version'])
    assert.deepEqual(await run(word), { code: 0, out: '1.2.3\n', err: '' })
})

test('the list of commands fits a terminal: a line for each, and none is wider', async () => {
  const long = Array.from({ length: 30 }, (_, n) => ({
    ...greet,
    name: `greet-${n}`,
    summary: 'Say hello, '.repeat(12),
  }))
  for (const columns of [60, 80]) {
    const text = helpText([{ title: 'Commands', commands: long }], columns)
    for (const line of text.split('\n')) assert.ok(line.length <= columns, `${columns}: ${line}`)
    assert.match(text, /^ {2}greet-29 {2}Say hello/m)
  }
  assert.doesNotMatch(usageOf(broken), / \n/)
})

test('a word that nobody reads is refused: npm keeps an option for itself and leaves its value', async () => {
  const { code, err } = await run('write', 'none')
  assert.equal(code, exitCodes.usage)
  assert.match(err, /^write takes no arguments: none\. With npm, put “--” before options\.\n/)
})
