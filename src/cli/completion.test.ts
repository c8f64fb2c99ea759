import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { commandGroups } from '../app/commands/commands.ts'
import { completionScript } from './completion.ts'
import { manualPage } from './manual.ts'

const commands = commandGroups.flatMap((group) => group.commands)

function complete(...words: string[]): readonly string[] {
  const script = `${completionScript('bash', commands)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${words.length - 1}
_twosource
printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  return stdout.split('\n').filter(Boolean)
}

test('bash completes commands, and the options of each', () => {
  assert.deepEqual(complete('twosource', 'ref'), ['refresh'])
  assert.deepEqual(complete('twosource', 'help', 'copy'), ['copy-store'])
  assert.deepEqual(complete('twosource', 'add', '--'), ['--folder', '--headers', '--json'])
  for (const { name } of commands) assert.ok(complete('twosource', name).includes(name), name)
})

test('the scripts of other shells name every command and option, and no quotation mark ends a description early', () => {
  for (const shell of ['zsh', 'fish'] as const) {
    const script = completionScript(shell, commands)
    for (const { name, options = {} } of commands)
      for (const word of [name, ...Object.keys(options)]) assert.ok(script.includes(word), `${shell}: ${word}`)
  }
  const odd = { name: 'odd', usage: '', summary: `It's [a] b: c\\d`, run: () => Promise.resolve(0 as const) }
  assert.match(completionScript('zsh', [odd]), /'odd:It’s \\\[a\\\] b\\: c\\\\d'/)
  assert.match(completionScript('fish', [odd]), /-d 'It\\'s \[a\] b: c\\\\d'/)
})

test('the manual page has every command and option, each as it is typed', () => {
  const page = manualPage(commandGroups, '1.2.3')
  assert.match(page, /^\.TH TWOSOURCE 1 "" "Twosource 1\.2\.3"/)
  for (const { name, options = {} } of commands) {
    assert.ok(page.includes(`\n.B ${name.replaceAll('-', '\\-')}`), name)
    for (const option of Object.keys(options))
      assert.ok(page.includes(`\\-\\-${option.replaceAll('-', '\\-')}`), option)
  }
})
