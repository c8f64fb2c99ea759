import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

test('what a plugin throws when nobody waits is told, and what anybody else throws ends the process', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-outlive-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const plugin = join(folder, 'plugin.js')
  writeFileSync(
    plugin,
    "setTimeout(() => { throw new Error('late') })\nsetTimeout(() => void Promise.reject(new Error('unkept')), 1)",
  )
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { outlivePlugins } from ${JSON.stringify(new URL('./outlive-plugins.ts', import.meta.url).href)}
outlivePlugins([${JSON.stringify(plugin)}], (event, { fault }) => console.log(event, fault))
await import(${JSON.stringify(plugin)})
setTimeout(() => { console.log('still here'); throw new Error('ours') }, 50)`,
  )
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 })
  assert.deepEqual(stdout.trim().split('\n'), [
    'plugin-failed Error: late',
    'plugin-failed Error: unkept',
    'still here',
  ])
  assert.match(stderr, /Error: ours/)
  assert.equal(status, 1)
})
