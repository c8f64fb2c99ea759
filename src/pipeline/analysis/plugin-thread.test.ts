import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createPluginThread } from './plugin-thread.ts'

test('an exporter that answers no text, throws, throws later, ends its thread or never ends is a failure, and the next is asked anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-thread-'))
  const thread = createPluginThread({ deadlineMs: 20_000 })
  const hasty = createPluginThread({ deadlineMs: 300 })
  const write = async (name: string, body: string) => {
    const file = join(folder, `${name}.js`)
    await writeFile(file, `export const plugin = { render(given) { ${body} } }`)
    return file
  }
  try {
    const told = async (name: string, body: string, by = thread) => {
      const run = await by.ask({ kind: 'render', file: await write(name, body), given: ['text'] })
      return run.kind === 'done' ? run.result : run.kind === 'failed' ? run.error : run.kind
    }
    assert.equal(await told('good', 'return `a ${given}`'), 'a text')
    assert.match(String(await told('number', 'return 4')), /renders no text/)
    assert.match(String(await told('throws', 'throw new Error("no")')), /Error: no/)
    assert.match(String(await told('exits', 'process.exit(0)')), /ended its thread/)
    await told('later', 'setTimeout(() => { throw new Error("late") }); return new Promise(() => {})').then((error) =>
      assert.match(String(error), /late/),
    )
    assert.equal(await told('good-again', 'return `a ${given}`'), 'a text')
    assert.equal(await told('never', 'while (true);', hasty), 'too-slow')
  } finally {
    await thread.close()
    await hasty.close()
    await rm(folder, { recursive: true, force: true })
  }
})
