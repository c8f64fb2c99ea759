import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseAllDocuments } from 'yaml'
import { makeDatabase, skipReason } from './databases.ts'

test('the nightly dump for Kubernetes has every table, and the newest seven are kept', {
  skip: skipReason('postgres'),
}, async (t) => {
  const database = await makeDatabase('postgres')
  const folder = mkdtempSync(join(tmpdir(), 'twosource-dump-'))
  t.after(async () => {
    rmSync(folder, { recursive: true })
    await database.remove()
  })
  for (let day = 1; day <= 9; day++) writeFileSync(join(folder, `twosource-2026-03-0${day}T03-30-00Z.dump`), '')
  writeFileSync(join(folder, 'twosource-2026-03-09T03-31-00Z.dump.part'), 'cut off')
  const job = parseAllDocuments(readFileSync('deploy/kubernetes.yaml', 'utf8'))
    .map((document) => document.toJS())
    .find(({ kind }) => kind === 'CronJob')
  const [shell, options, script] = job.spec.jobTemplate.spec.template.spec.containers[0].command
  const env = { PATH: `/usr/lib/postgresql/17/bin:${process.env.PATH}`, TWOSOURCE_DATABASE: database.url }
  const here = script.replace('cd /backup', `cd ${folder}`).replace('-n twosource', `-n ${database.schema}`)
  execFileSync(shell, [options, here], { env })

  const left = readdirSync(folder).toSorted()
  assert.equal(left.length, 7)
  assert.equal(left[0], 'twosource-2026-03-04T03-30-00Z.dump')
  const newest = join(folder, left.at(-1) ?? '')
  const listed = execFileSync('pg_restore', ['--list', newest], { env, encoding: 'utf8' })
  for (const table of ['entry', 'article', 'story', 'account'])
    assert.match(listed, new RegExp(`TABLE DATA \\S+ ${table} `))
})
