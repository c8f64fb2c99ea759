import { spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { version } from '../../src/app/version.ts'
import { openContractHouse } from '../../test/rest/contract-house.ts'
import { serveFaces } from './package/serve-faces.ts'
import type { Proof } from './proof.ts'

const longestMs = 180_000
const root = fileURLToPath(new URL('../..', import.meta.url))
const strict = { strict: true, module: 'nodenext', target: 'esnext', types: ['node'], noEmit: true }

/** The package as npm packs it: a program elsewhere uses its client, type-checked with its types alone, against a server. */
export const prove: Proof = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-package-'))
  const house = await openContractHouse()
  const served = await serveFaces(house.answer)
  try {
    const packed = await run('npm', ['pack', '--pack-destination', folder], root)
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? ''
    await install(folder, archive)
    const typed = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder)
    const used = await run(process.execPath, ['use.ts', served.url, house.tokens.write], folder)
    const program = join(folder, 'node_modules/twosource/src/twosource.js')
    const started = await run(process.execPath, [program, '--version'], folder)
    const found = used.status === 0 ? JSON.parse(used.stdout) : used.stderr.slice(-300)
    const wanted = { stories: 1, cited: true, saved: true, file: 'twosource.opml', missing: 404, refused: 'refused' }
    return {
      name: 'package',
      checks: [
        check('npm pack', packed.status === 0 ? 'made' : packed.stderr.slice(-300), 'made'),
        check('the program', started.stdout.trim() || started.stderr.slice(-300), version),
        check('types, with the libraries checked too', typed.stdout.trim().slice(0, 300) || 'no error', 'no error'),
        check('the client against a server', JSON.stringify(found), JSON.stringify(wanted)),
      ],
    }
  } finally {
    await served.close()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The archive where npm would put it; what it needs is taken from here instead of a registry. */
async function install(folder: string, archive: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  await run('tar', ['xzf', archive, '-C', modules], folder)
  renameSync(join(modules, 'package'), join(modules, 'twosource'))
  for (const name of readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict, include: ['use.ts'] }))
  writeFileSync(join(folder, 'use.ts'), readFileSync(new URL('./package/use.ts', import.meta.url)))
}

/** Runs a command to its end, or ends it; the server of this process goes on meanwhile. */
async function run(command: string, args: readonly string[], cwd: string) {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: longestMs })
  const [stdout, stderr, status] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    new Promise<number>((settle) => child.once('close', (code) => settle(code ?? 1))),
  ])
  return { stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), status }
}

function check(what: string, measured: string, wanted: string) {
  return { what, measured, wanted, isMet: measured === wanted }
}
