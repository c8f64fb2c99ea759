import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { account } from '../../src/cli/account.ts'
import { openStore } from '../../src/store/open-store.ts'
import { productProgram } from '../product-program.ts'
import { failed, ok, openCommands, usage } from './command-run.ts'
import { runProduct, startProduct } from './product.ts'

const { folder, twosource, asJson, close } = await openCommands([account])
after(close)

/** The command as a process of its own, with a password on standard input. */
async function withPassword(args: readonly string[], password: string) {
  const product = startProduct(['account', ...args], { TWOSOURCE_DATA: folder }, password)
  return { code: await product.ended, ...product.written }
}

test('accounts are made, given passwords and roles at the machine, with no password in any argument or output', async () => {
  assert.match((await twosource('account', 'list')).out, /^owner {2}\(owner, no password\)\n$/)
  const short = await withPassword(['password'], 'short\n')
  assert.deepEqual([short.code, short.out], [1, ''])
  assert.match(short.err, /at least 10 characters/)
  const set = await withPassword(['password'], 'a lamp beside the harbor\nsecond line\n')
  assert.equal(set.code, 0)
  assert.doesNotMatch(set.out + set.err, /lamp/)
  assert.equal((await withPassword(['add', 'Noor', 'moderator'], 'seven herons on a wall\n')).code, 0)
  assert.equal((await withPassword(['add', 'NOOR'], '')).code, 1)
  assert.equal((await twosource('account', 'role', 'owner', 'reader')).code, failed)
  assert.equal((await twosource('account', 'role', 'noor', 'owner')).code, ok)
  assert.equal((await twosource('account', 'role', 'noor', 'king')).code, usage)
  const { result } = await asJson<{ accounts: readonly Record<string, unknown>[] }>('account', 'list')
  assert.deepEqual(
    result.accounts.map((each) => [each.name, each.role, each.hasPassword]),
    [
      ['owner', 'owner', true],
      ['Noor', 'owner', true],
    ],
  )
  await using store = await openStore(join(folder, 'twosource.db'))
  const hash = await store.accounts.passwordHash('owner')
  assert.match(hash!, /^\$argon2id\$/)
})

test('a server prints a link to come in by, unless it is for this machine alone, which it has to be then', async () => {
  const other = await mkdtemp(join(tmpdir(), 'twosource-setup-'))
  try {
    const settings = { TWOSOURCE_DATA: other, TWOSOURCE_PORT: '0' }
    const open = startProduct(['serve'], { ...settings, TWOSOURCE_BASE_URL: 'https://house.example' })
    const [, token] = await open.says(/once, to choose .*: https:\/\/house\.example\/setup\?token=([\w-]{43})/)
    open.child.kill('SIGTERM')
    await open.ended
    assert.ok(!open.written.err.includes(token!))
    // For all addresses, as in an image: the link names one that can be opened.
    const own = startProduct(['serve'], { ...settings, TWOSOURCE_HOST: '0.0.0.0' })
    const [, again] = await own.says(/once, to choose .*: http:\/\/127\.0\.0\.1:\d+\/setup\?token=([\w-]{43})/)
    assert.notEqual(again, token)
    own.child.kill('SIGTERM')
    await own.ended
    const link = await runProduct(['account', 'link'], settings)
    assert.match(
      link.out,
      /^Open this link to sign in; it works once: http:\/\/127\.0\.0\.1:0\/setup\?token=[\w-]{43}\n$/,
    )
    const onlyMe = startProduct(['serve', '--only-me'], settings)
    await onlyMe.says(/is at http/)
    onlyMe.child.kill('SIGTERM')
    await onlyMe.ended
    assert.doesNotMatch(onlyMe.written.out, /setup/)
    for (const public_ of [{ TWOSOURCE_BASE_URL: 'https://house.example' }, { TWOSOURCE_HOST: '0.0.0.0' }]) {
      const refused = await runProduct(['serve', '--only-me'], { ...settings, ...public_ })
      assert.equal(refused.code, 2)
      assert.match(refused.err, /Set TWOSOURCE_HOST to a loopback address/)
    }
  } finally {
    await rm(other, { recursive: true, force: true })
  }
})

const noTerminal = existsSync('/usr/bin/script') ? false : 'without util-linux there is no terminal to type at'

test('a password that is typed at a terminal is asked for twice and not shown', { skip: noTerminal }, async () => {
  const place = await mkdtemp(join(tmpdir(), 'twosource-typed-'))
  const type = async (...lines: readonly string[]) => {
    const child = spawn('script', ['-qfec', `${process.execPath} ${productProgram} account password`, '/dev/null'], {
      env: { ...process.env, TWOSOURCE_DATA: place },
    })
    let shown = ''
    let typed = 0
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text
      // A question may come in pieces.
      const asked = [...shown.matchAll(/:\r?\n/g)].length
      for (; typed < asked; typed++) child.stdin.write(`${lines[typed] ?? ''}\r`)
    })
    const [code] = await once(child, 'close')
    return { code, shown }
  }
  try {
    const same = await type('nine lamps on a quay', 'nine lamps on a quay')
    assert.equal(same.code, 0, same.shown)
    assert.doesNotMatch(same.shown, /lamps/)
    assert.match(same.shown, /not shown[\s\S]*Once more:[\s\S]*is set/)
    const other = await type('nine lamps on a quay', 'nine lambs on a quay')
    assert.equal(other.code, 2)
    assert.match(other.shown, /passwords differ\. Nothing was changed/)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})
