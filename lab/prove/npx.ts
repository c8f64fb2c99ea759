import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packFolder, writePackage } from '../../deploy/release/write-package.ts'
import { version } from '../../src/app/version.ts'
import { frontPage, must, packedProgram, run } from './install/run-program.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

/** Each Node with the npm it came with, an older and a newer one. */
const machines = [
  ['18.20.8', '9.9.4'],
  ['18.20.8', '10.9.4'],
  ['20.19.5', '9.9.4'],
  ['20.19.5', '11.6.4'],
  ['22.20.0', '10.9.4'],
  ['22.20.0', '11.6.4'],
  ['24.12.0', '11.6.4'],
] as const
/** Beside Node, whose package is 189 MB, 67 of them headers. Most versions of npm add the pictures' library for musl too, which is 27 MB. */
const mostMbBesideNode = 80

/**
 * `npx twosource demo` and `npx twosource` from the package as it would be uploaded, in an empty folder, with Node 18 to 24 and npm 9 to 11
 * from a registry: the front page, what was installed, and the end by SIGTERM.
 */
export const prove: Proof = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-npx-'))
  try {
    await writePackage(join(folder, 'package'))
    const archive = packFolder(join(folder, 'package'), folder)
    const checks: Check[] = []
    for (const [node, npm] of machines) checks.push(...(await onMachine(folder, archive, node, npm)))
    return { name: 'npx', checks }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function onMachine(folder: string, archive: string, node: string, npm: string): Promise<readonly Check[]> {
  const tools = join(folder, 'tools')
  const empty = join(folder, 'empty')
  const cache = join(folder, 'cache')
  for (const each of [tools, empty, join(cache, '_npx')]) {
    rmSync(each, { recursive: true, force: true, maxRetries: 3 })
    mkdirSync(each, { recursive: true })
  }
  const env = { HOME: empty, npm_config_cache: cache, NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS }
  const tool = [`node@npm:node-${process.platform}-${process.arch}@${node}`, `npm@${npm}`]
  await must('npm', ['install', '--prefix', tools, '--no-save', '--no-audit', '--no-fund', ...tool], {
    env: { ...process.env, npm_config_cache: cache },
    cwd: tools,
  })
  const bin = join(tools, 'node_modules/node/bin')
  const options = { cwd: empty, env: { ...env, PATH: `${bin}:/usr/bin:/bin` } }
  // npm's own program by the Node that is tried, as its `npx` in PATH would be run.
  const npx = [join(tools, 'node_modules/npm/bin/npx-cli.js'), '--yes', `--package=${archive}`, 'twosource'] as const
  const command = join(bin, 'node')
  const what = `Node ${node}, npm ${npm}`
  const first = await run(command, [...npx, '--version'], options)
  const lines = first.said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/New (major|minor|patch) version|npm notice/.test(line))
  const demo = await frontPage(command, [...npx, 'demo'], options)
  const serve = await frontPage(command, [...npx], options, { path: '/readyz' })
  return [
    check(`${what}: npx twosource --version`, lines.join(' | ').slice(0, 300), version),
    check(`${what}: front page of npx twosource demo`, demo.answer, 'there'),
    check(`${what}: npx twosource is ready`, serve.answer, 'there'),
    check(`${what}: the program of both`, [demo.program, serve.program].join(), `${packedProgram},${packedProgram}`),
    check(`${what}: both after SIGTERM`, [demo.after, serve.after].join(), 'gone,gone'),
    atMost(`${what}: installed beside Node, MB`, installedMb(join(cache, '_npx')), mostMbBesideNode),
    check(
      `${what}: left in the folder it was started in`,
      readdirSync(empty)
        .filter((name) => name !== '.local')
        .join(),
      '',
    ),
  ]
}

/** Without Node, and without what it compiled, which is kept beside the program. */
function installedMb(folder: string): number {
  return Number.parseInt(
    execFileSync('du', ['-sm', '--exclude=.cache', '--exclude=node-linux-*', folder], { encoding: 'utf8' }),
    10,
  )
}

function check(what: string, measured: string, wanted: string): Check {
  return { what, measured, wanted, isMet: measured === wanted }
}

function atMost(what: string, measured: number, limit: number): Check {
  return { what, measured, wanted: `<= ${limit}`, isMet: measured <= limit }
}
