import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { whyNoDeb } from '../../deploy/release/build-deb.ts'
import { must, run } from './install/run-program.ts'
import type { Proof, ProofResult } from './proof.ts'

type Check = ProofResult['checks'][number]

const root = fileURLToPath(new URL('../..', import.meta.url))
const places = [
  { name: 'here', env: { TZ: 'UTC', LC_ALL: 'C' }, mask: '022' },
  { name: 'some/where else', env: { TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8' }, mask: '077' },
] as const

/**
 * `npm run release` in two clones of the last commit, in other folders, time zones, locales and with other rights of files: each file has to be
 * the same to the byte, the sums have to fit, and the signature has to be of the key that was given.
 */
export const prove: Proof = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-release-'))
  try {
    const key = join(folder, 'key')
    await must('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
    const made: string[] = []
    for (const { name, env, mask } of places) {
      const clone = join(folder, name)
      await must('git', ['clone', '-q', `file://${root}`, clone])
      await must('cp', ['-a', '--link', join(root, 'node_modules'), clone])
      const command = `umask ${mask} && npm run release -- --repository https://forge.example/o/twosource --sign "$1"`
      await must('sh', ['-c', command, 'sh', key], { cwd: clone, env: { ...process.env, ...env } })
      made.push(join(clone, 'dist/release'))
    }
    const [first = '', second = ''] = made
    return { name: 'release', checks: [...compared(first, second), ...(await signed(folder, first))] }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function compared(first: string, second: string): readonly Check[] {
  const names = readdirSync(first)
  return [
    check('files', names.length, whyNoDeb() === undefined ? 8 : 7),
    ...names.map((name) => {
      const isSame = readFileSync(join(first, name)).equals(readFileSync(join(second, name)))
      const megabytes = (statSync(join(first, name)).size / 2 ** 20).toFixed(1)
      return { ...check(`${name} (${megabytes} MB), made in two places`, isSame ? 'equal' : 'different', 'equal') }
    }),
  ]
}

async function signed(folder: string, made: string): Promise<readonly Check[]> {
  const sums = await run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: made })
  const [kind = '', text = ''] = readFileSync(join(folder, 'key.pub'), 'utf8').split(' ')
  writeFileSync(join(folder, 'allowed'), `releases@forge.example namespaces="file" ${kind} ${text.trim()}\n`)
  const verify = (file: string) =>
    run('sh', [
      '-c',
      'ssh-keygen -Y verify -f "$1" -I releases@forge.example -n file -s "$2/SHA256SUMS.sig" < "$3"',
      'sh',
      join(folder, 'allowed'),
      made,
      file,
    ])
  mkdirSync(join(folder, 'changed'))
  writeFileSync(join(folder, 'changed/SHA256SUMS'), `${readFileSync(join(made, 'SHA256SUMS'), 'utf8')}\n`)
  const good = await verify(join(made, 'SHA256SUMS'))
  const bad = await verify(join(folder, 'changed/SHA256SUMS'))
  return [
    check('SHA256SUMS against the files', sums.status, 0),
    check('its signature', good.status, 0),
    check('the signature against sums that were changed', bad.status === 0 ? 'taken' : 'refused', 'refused'),
  ]
}

function check<T extends number | string>(what: string, measured: T, wanted: T): Check {
  return { what, measured, wanted: String(wanted), isMet: measured === wanted }
}
