import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

const stop = JSON.stringify(new URL('./until-stopped.ts', import.meta.url).href)

/** A program that prints when it listens, and takes this long to stop. */
async function started(stopsMs: number) {
  const program = `import { untilStopped } from ${stop}
    const told = untilStopped()
    const alive = setInterval(() => {}, 1000)
    console.log('listens')
    await told
    console.log('stops')
    await new Promise((settle) => setTimeout(settle, ${stopsMs}))
    clearInterval(alive)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal)
  await once(child.stdout, 'data')
  return { child, ended }
}

test('one Ctrl-C that a terminal, npm and the launcher all pass on is one', async () => {
  const { child, ended } = await started(2_000)
  for (let times = 0; times < 3; times++) {
    child.kill('SIGINT')
    await sleep(20)
  }
  assert.equal(await ended, 0)
})

test('a second one a while later ends the program at once', async () => {
  const { child, ended } = await started(600_000)
  child.kill('SIGINT')
  await once(child.stdout, 'data')
  await sleep(1_100)
  child.kill('SIGINT')
  assert.equal(await ended, 130)
})
