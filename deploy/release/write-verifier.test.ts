import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { verify } from '../../src/app/commands/verify-command.ts'
import { runCli } from '../../src/cli/run-cli.ts'
import { dossier } from '../../src/export/export-fixture.ts'
import { writeStoredZip } from '../../src/export/pack/stored-zip.ts'
import { writePack } from '../../src/export/pack/write-pack.ts'
import { writeVerifier } from './write-verifier.ts'

describe('checking an evidence pack on the command line', () => {
  let folder: string
  let program: string
  let fingerprint: string
  const at = (name: string) => join(folder, name)

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'twosource-verify-'))
    program = await writeVerifier(at('twosource-verify.mjs'))
    const times = { firstAt: '', lastAt: '', changedAt: '' }
    const pack = await writePack({
      ...times,
      version: '1',
      analyzers: {},
      dossier,
      articles: [],
      lines: [],
      droppedCount: 0,
    })
    fingerprint = pack.fingerprint
    const bytes = Buffer.concat([...writeStoredZip(pack.files)])
    await writeFile(at('intact.zip'), bytes)
    bytes[bytes.indexOf('EVIDENCE')]! ^= 1
    await writeFile(at('changed.zip'), bytes)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  /** The one file, allowed to read this folder and nothing else. */
  const alone = (...args: string[]) =>
    new Promise<readonly [number, string]>((resolve) => {
      const node = ['--permission', `--allow-fs-read=${folder}`, program, ...args]
      execFile(process.execPath, node, { cwd: folder, env: {} }, (error, out, err) =>
        resolve([error ? Number(error.code) : 0, out + err]),
      )
    })

  /** The command, with a store that can't be opened. */
  async function command(...args: string[]): Promise<readonly [number, string]> {
    let text = ''
    const stream = { write: (chunk: string) => void (text += chunk) } as unknown as NodeJS.WriteStream
    const open = async () => assert.fail('a pack is checked without a store')
    const code = await runCli(
      ['verify', ...args],
      [{ title: '', commands: [verify] }],
      open,
      { out: stream, err: stream },
      '1',
    )
    return [code, text]
  }

  it('says what is wrong, with an exit code, as one file and as a command', async () => {
    for (const run of [alone, command]) {
      const intact = await run(at('intact.zip'), '--fingerprint', fingerprint)
      assert.equal(intact[0], 0, intact[1])
      assert.match(intact[1], /^INTACT\.[\s\S]*The fingerprint is the one you gave/)
      const changed = await run(at('changed.zip'))
      assert.equal(changed[0], 1)
      assert.match(changed[1], /^NOT INTACT[\s\S]*Changed: README\.txt/)
      const other = await run(at('intact.zip'), '--fingerprint', 'f'.repeat(64))
      assert.equal(other[0], 1)
      assert.match(other[1], /This is another pack/)
      for (const args of [[], [at('intact.zip'), 'more'], [at('intact.zip'), '--fingerprint', 'short']])
        assert.equal((await run(...args))[0], 2, args.join(' '))
    }
    assert.notEqual((await alone(at('nowhere.zip')))[0], 0)
    assert.match((await command('--json', at('changed.zip')))[1], /"isIntact": false/)
  })

  it('needs Node and nothing else, and is small', async () => {
    const code = await readFile(program, 'utf8')
    const imports = [...code.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map(
      ([, name, later]) => name ?? later,
    )
    assert.deepEqual([...new Set(imports)].toSorted(), ['node:crypto', 'node:fs/promises', 'node:util'])
    assert.ok(code.length < 30_000)
  })
})
