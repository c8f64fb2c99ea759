import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'
import { closeAfterwards } from '../loopback-server.ts'
import { startInstance } from '../sign-in/instance.ts'
import { answer, registered } from './oauth-program.ts'

const suite = fileURLToPath(
  new URL('../../node_modules/@modelcontextprotocol/conformance/dist/index.js', import.meta.url),
)

test('each scenario of the conformance suite for authorization servers passes', async () => {
  const instance = await startInstance()
  const visitor = instance.visitor()
  await visitor.signIn()
  for (const revision of ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28']) {
    const port = await freePort()
    const { clientId } = await registered(instance, { redirect_uris: [`http://127.0.0.1:${port}/callback`] })
    const args = ['--url', instance.origin, '--client-id', clientId, '--resource', `${instance.origin}/mcp`]
    const child = spawn(
      process.execPath,
      [suite, 'authorization', ...args, '--port', String(port), '--spec-version', revision],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    closeAfterwards(() => child.kill('SIGKILL'))
    let said = ''
    let isAnswered = false
    const hear = async (text: string) => {
      said += text
      const asked = /^(http\S+\/oauth\/authorize\?\S+)\n/m.exec(said)?.[1]
      if (asked === undefined || isAnswered) return
      isAnswered = true
      await fetch((await answer(visitor, asked))!)
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear)
    await once(child, 'close')
    assert.ok(isAnswered, `${revision}: ${said}`)
    assert.match(said, /Passed: |✓/, said)
    assert.doesNotMatch(said, /FAILURE|SKIPPED|[1-9]\d* failed/, said)
  }
  await instance.close()
})
