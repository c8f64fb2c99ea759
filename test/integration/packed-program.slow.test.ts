import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { packProgram } from '../../deploy/release/pack-program.ts'
import { until } from '../until.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** A package as npm installs it: below `node_modules`, where Node strips no types. */
let folder: string
let program: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-packed-'))
  const installed = join(folder, 'node_modules/twosource')
  await mkdir(installed, { recursive: true })
  await cp(join(root, 'package.json'), join(installed, 'package.json'))
  await symlink(join(root, 'src'), join(installed, 'src'))
  await packProgram(join(installed, 'dist/program'))
  program = join(installed, 'dist/program/main.js')
})
after(() => rm(folder, { recursive: true, force: true }))

const environment = () => ({
  ...process.env,
  TWOSOURCE_DATA: join(folder, 'data'),
  TWOSOURCE_PORT: '0',
  NODE_COMPILE_CACHE: join(folder, 'compiled'),
})

test('the packed program reads an article in its threads and shows it on its pages', async () => {
  const file = join(folder, 'bridge.html')
  const sentence = 'The new bridge over the Tarn opened on Monday after nine years of work, the mayor said. '
  await writeFile(
    file,
    `<html lang="en"><title>A bridge opens</title><article><h1>A bridge opens</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(4)}</article></html>`,
  )
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'import', file, '--json'], {
    env: environment(),
    timeout: 300_000,
  })
  const { articles } = JSON.parse(stdout) as { articles: readonly { kind: string }[] }
  assert.deepEqual(
    articles.map(({ kind }) => kind),
    ['kept'],
  )

  const child = spawn(process.execPath, [program, 'serve', '--json', '--only-me'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  try {
    let told = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text
    })
    const [, url = ''] = await until('it says where it is', () => /"url": "(http:[^"]+)"/.exec(told) ?? undefined)
    const page = await fetch(`${url}search?q=Tarn&tab=articles`)
    assert.equal(page.status, 200)
    assert.match(await page.text(), /nine years of work/)
    const style = /href="([^"]+style\.css)"/.exec(await (await fetch(url)).text())?.[1] ?? ''
    assert.equal((await fetch(new URL(style, url))).status, 200)
  } finally {
    child.kill('SIGTERM')
  }
  const [code] = await closed
  assert.equal(code, 0)
})
