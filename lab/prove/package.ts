import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packFolder, writePackage } from '../../deploy/release/write-package.ts'
import { version } from '../../src/app/version.ts'
import { openContractInstance } from '../../test/rest/contract-instance.ts'
import { serveFaces } from './package/serve-faces.ts'
import type { Proof } from './proof.ts'

const longestMs = 180_000
/** npm warns of somebody who isn't signed in, also where nothing is sent. */
const asSomebody = (registry: string) => `--//${new URL(registry).host}/:_authToken=nobody`
const root = fileURLToPath(new URL('../..', import.meta.url))
const strict = { strict: true, module: 'nodenext', target: 'esnext', types: ['node'], noEmit: true }

/**
 * The package as npm packs it: it holds what runs and no more, could be published as it is, and a program elsewhere uses its client,
 * type-checked with its types alone, against a server.
 */
export const prove: Proof = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-package-'))
  const instance = await openContractInstance()
  const served = await serveFaces(instance.answer)
  try {
    await writePackage(join(folder, 'package'))
    const archive = packFolder(join(folder, 'package'), folder)
    const registry = (await run('npm', ['config', 'get', 'registry'], folder)).stdout.trim()
    const published = await run('npm', ['publish', archive, '--dry-run', '--json', asSomebody(registry)], folder)
    const files = (await run('tar', ['tzf', archive], folder)).stdout.trim().split('\n')
    const needless = files.filter((name) =>
      /\.test\.|(?<!\.d)\.ts$|^package\/(?:lab|test|deploy|node_modules)\//.test(name),
    )
    await install(folder, archive)
    const typed = await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder)
    const used = await run(process.execPath, ['use.ts', served.url, instance.tokens.write], folder)
    const program = join(folder, 'node_modules/twosource/src/twosource.js')
    const started = await run(process.execPath, [program, '--version'], folder)
    const found = used.status === 0 ? JSON.parse(used.stdout) : used.stderr.slice(-300)
    const wanted = { stories: 1, cited: true, saved: true, file: 'twosource.opml', missing: 404, refused: 'refused' }
    return {
      name: 'package',
      checks: [
        atMost('packed, MB', statSync(archive).size / 2 ** 20, 9),
        atMost('files', files.length, 600),
        check('tests, sources and tools in it', needless.slice(0, 5).join(), ''),
        check('warnings of npm publish --dry-run', warningsIn(published), ''),
        check('the program', started.stdout.trim() || started.stderr.slice(-300), version),
        check('types, with the libraries checked too', typed.stdout.trim().slice(0, 300) || 'no error', 'no error'),
        check('the client against a server', JSON.stringify(found), JSON.stringify(wanted)),
      ],
    }
  } finally {
    await served.close()
    await instance.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function warningsIn({ status, stderr }: { readonly status: number; readonly stderr: string }): string {
  const lines = stderr.split('\n').filter((line) => /^npm (?:warn|error)/i.test(line))
  return status === 0 || lines.length > 0 ? lines.join(' | ') : `ended with ${status}`
}

/** The archive where npm would put it; what it needs, and no more, is taken from here instead of a registry. */
async function install(folder: string, archive: string): Promise<void> {
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  await run('tar', ['xzf', archive, '-C', modules], folder)
  renameSync(join(modules, 'package'), join(modules, 'twosource'))
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'twosource/package.json'), 'utf8'))
  mkdirSync(join(modules, '@types'))
  for (const name of [...Object.keys(dependencies), '@types/node', 'undici-types'])
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: strict, include: ['use.ts'] }))
  writeFileSync(join(folder, 'use.ts'), readFileSync(new URL('./package/use.ts', import.meta.url)))
}

/** Runs a command to its end, or ends it; the server of this process continues meanwhile. */
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

function atMost(what: string, measured: number, limit: number) {
  return { what, measured: Math.round(measured * 10) / 10, wanted: `<= ${limit}`, isMet: measured <= limit }
}
