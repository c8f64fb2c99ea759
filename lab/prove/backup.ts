import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { openMigrated } from '../../src/store/open-store.ts'
import { whyNoServer } from '../../test/integration/postgres-server.ts'
import { openFolder, openInstance, type PostgresInstance } from './backup/postgres-instance.ts'
import { restoreDrill } from './backup/restore-drill.ts'
import { addNews, lookAt, standing, waitUntil } from './backup/stock.ts'
import type { Proof, ProofResult } from './proof.ts'

type Checks = ProofResult['checks'][number][]

/**
 * Every way of backing up that the guide tells of, carried out: a dump and its restoring, a base backup with archived logs
 * that is brought back to a moment before a mistake, and a copy of a file that is written to.
 */
export const prove: Proof = async ({ entries = 2000 } = {}) => {
  if (whyNoServer) throw new Error(whyNoServer)
  const instance = openInstance()
  const checks: Checks = []
  try {
    await proveFile(instance, checks)
    checks.push(...(await restoreDrill(instance.folder, entries)))
    await proveServer(instance, checks)
    return {
      name: 'backup',
      checks,
      table: instance.commands.map((command, index) => ({ step: index + 1, command })),
    }
  } finally {
    instance.close()
  }
}

async function proveFile({ folder, commands }: PostgresInstance, checks: Checks): Promise<void> {
  const path = join(folder, 'twosource.db')
  await addNews(path, 'first')
  const before = await standing(path)
  const { engine } = await openMigrated(path)
  const copy = join(folder, 'copy.db')
  await engine.copyTo?.(copy)
  commands.push('copy of the file while it is open, as Admin makes it')
  const byHand = join(folder, 'by-hand.db')
  if (existsSync('/usr/bin/sqlite3')) {
    execFileSync('sqlite3', [path, `vacuum into '${byHand}'`])
    commands.push(`sqlite3 /twosource.db "vacuum into '/by-hand.db'"`)
    checks.push(same('SQLite: the copy that sqlite3 makes of it', await standing(byHand), before))
  } else checks.push(is('SQLite: a copy by sqlite3', 'not tried: there is no sqlite3 here', 'tried'))
  await engine.close()
  checks.push(same('SQLite: the copy of a file in use', await standing(copy), before))
  const { found, isSound } = await lookAt(copy, 'first')
  checks.push(is('SQLite: entries found in the copy', found, 40), is('SQLite: the copy is sound', `${isSound}`, 'true'))
}

async function proveServer(instance: PostgresInstance, checks: Checks): Promise<void> {
  const { folder, run, shell, start, stop } = instance
  const data = join(folder, 'data')
  const archive = openFolder(instance, 'archive')
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8')
  const archiving = `archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`
  const url = await start(data, 'archive_mode = on', archiving)
  const there = ['-p', new URL(url).port, '-h', '127.0.0.1', '-U', 'postgres']
  await addNews(url, 'first')

  const atDump = await standing(url)
  run('pg_dump', ...there, '-Fc', '-n', 'twosource', '-f', join(folder, 'twosource.dump'), 'postgres')
  run('pg_basebackup', ...there, '-D', join(folder, 'base'), '-c', 'fast', '-X', 'stream')
  run('pg_verifybackup', join(folder, 'base'))
  await addNews(url, 'second')
  const atMoment = await standing(url)
  const moment = String((await ask(url, 'select clock_timestamp()::text as at'))[0]?.at)
  await sleep(1_100)
  // The mistake that is to be taken back.
  await ask(url, `delete from twosource.entry where title like 'Title first%'`)
  await addNews(url, 'third')
  await ask(url, 'select pg_switch_wal()')
  const last = String((await ask(url, 'select pg_walfile_name(pg_current_wal_lsn() - 1) as name'))[0]?.name)
  const isArchived = await waitUntil(async () =>
    readdirSync(archive).some((name) => name >= last && name.length === 24),
  )
  checks.push(is('PostgreSQL: the last log is archived', `${isArchived}`, 'true'))

  run('createdb', ...there, 'restored')
  run('pg_restore', ...there, '-d', 'restored', '--exit-on-error', join(folder, 'twosource.dump'))
  const restored = Object.assign(new URL(url), { pathname: '/restored' }).href
  checks.push(same('PostgreSQL: the restored dump', await standing(restored), atDump))
  checks.push(is('PostgreSQL: entries found in it', (await lookAt(restored, 'first')).found, 40))

  // The server is lost, with what it had not archived.
  stop(data, 'immediate')
  shell(`cp -a ${join(folder, 'base')} ${join(folder, 'again')}`)
  shell(`touch ${join(folder, 'again', 'recovery.signal')}`)
  const back = await start(
    join(folder, 'again'),
    `restore_command = 'cp ${archive}/%f %p'`,
    `recovery_target_time = '${moment}'`,
    `recovery_target_action = 'promote'`,
  )
  const isUp = await waitUntil(async () => (await ask(back, 'select pg_is_in_recovery() as is'))[0]?.is === false)
  checks.push(is('PostgreSQL: brought back to a moment, it takes writes again', `${isUp}`, 'true'))
  checks.push(same('PostgreSQL: at that moment', await standing(back), atMoment))
  const first = await lookAt(back, 'first')
  checks.push(is('PostgreSQL: what was deleted afterwards is found', first.found, 40))
  checks.push(is('PostgreSQL: what came afterwards is not', (await lookAt(back, 'third')).found, 0))
  checks.push(is('PostgreSQL: the store is sound', `${first.isSound}`, 'true'))
  await addNews(back, 'fourth')
  checks.push(is('PostgreSQL: news taken in since', (await lookAt(back, 'fourth')).found, 40))
}

async function ask(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}

function is(what: string, measured: number | string, wanted: number | string) {
  return { what, measured, wanted: `${wanted}`, isMet: measured === wanted }
}

function same(what: string, measured: string, wanted: string) {
  const isMet = measured === wanted
  return { what, measured: isMet ? 'the same rows' : 'other rows', wanted: 'the same rows', isMet }
}
