import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { OperationContext } from '../operations/operation.ts'
import { configuredFileChecks } from './doctor-disk.ts'
import { backupChecks, emptyChecks } from './doctor-instance.ts'

const setting = (name: string, value: string) => ({ name, value, isDefault: false, isSecret: false, help: '' })

test('a file or program that the settings name and that is not there is told with its setting', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const rules = join(folder, 'rules.txt')
  writeFileSync(rules, '')
  const program = join(folder, 'lame')
  writeFileSync(program, '')
  chmodSync(program, 0o755)
  const told = async (...settings: Parameters<typeof setting>[]) =>
    (await configuredFileChecks(settings.map(([name, value]) => setting(name, value)))).map(({ what }) => what)
  assert.deepEqual(
    await told(['TWOSOURCE_MAIL_CERT', rules], ['TWOSOURCE_SPEECH', 'node'], ['TWOSOURCE_SPEECH', '']),
    [],
  )
  assert.deepEqual(await told(['TWOSOURCE_SPEECH', program], ['TWOSOURCE_HOST', '/nowhere']), [])
  assert.deepEqual(await told(['TWOSOURCE_SPEECH', 'http://voice.example/v1']), [])
  assert.deepEqual(await told(['TWOSOURCE_MAIL_KEY', `${rules}.old`], ['TWOSOURCE_SPEECH', 'no-such-voice']), [
    `${rules}.old cannot be read`,
    'There is no program no-such-voice',
  ])
  assert.deepEqual(await told(['TWOSOURCE_SPEECH', rules]), [`There is no program ${rules}`])
})

test('a folder in which no copy can be made is told before the first is due', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), '')
  const told = async (backupFolder: string) => {
    const maintenance = { backupFolder, backups: async () => [], schedule: { everyHours: 24, kept: 3 } }
    const checks = await backupChecks({
      store: { instance: { copyTo() {} } },
      maintenance,
      now: () => new Date(),
    } as never)
    return checks.map(({ what }) => what)
  }
  const none = 'No copy of the database was made here yet'
  assert.deepEqual(await told(join(folder, 'not', 'yet')), [none])
  assert.deepEqual(await told(join(folder, 'file', 'backups')), [
    `Backups can’t be written to ${join(folder, 'file', 'backups')}`,
    none,
  ])
})

test('that no copy was ever made is wrong once two were due', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-doctor-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const databaseFile = join(folder, 'twosource.db')
  writeFileSync(databaseFile, '')
  const isHint = async (hoursLater: number) => {
    const maintenance = {
      backupFolder: folder,
      backups: async () => [],
      schedule: { everyHours: 24, kept: 3 },
      databaseFile,
    }
    const now = () => new Date(Date.now() + hoursLater * 3_600_000)
    const [check] = await backupChecks({ store: { instance: { copyTo() {} } }, maintenance, now } as never)
    return check?.isHint === true
  }
  assert.deepEqual([await isHint(1), await isHint(47), await isHint(49)], [true, true, false])
})

test('an instance with nothing in it is asked whether it is the one that was meant', () => {
  const progress = (feeds: number, articles: number) =>
    ({ feeds: { total: feeds }, articles: { done: articles } }) as Parameters<typeof emptyChecks>[1]
  const instance = { databaseFile: '/a/twosource.db', folder: '/a' } as OperationContext['maintenance']
  assert.match(emptyChecks(instance, progress(0, 0))[0]?.what ?? '', /^There are no articles in \/a yet/)
  assert.deepEqual(emptyChecks(instance, progress(1, 0)), [])
  assert.deepEqual(emptyChecks(instance, progress(0, 1)), [])
})
