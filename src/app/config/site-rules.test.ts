import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openSiteRules } from './site-rules.ts'

test('the file of rules is read anew when it changed, and a bad line stops no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'))
  const file = join(folder, 'rules.txt')
  const logged: unknown[] = []
  let at = 0
  const desk = await openSiteRules(
    file,
    (event, fields) => logged.push([event, fields?.line ?? fields?.rules]),
    () => at,
  )
  const keep = async () => (await desk.ruleFor('https://paper.example/1')).article?.keep
  assert.equal(await keep(), undefined)
  assert.deepEqual(logged, [], 'no file is no fault')

  await writeFile(file, 'site: paper.example\nkeep: .one\n')
  assert.equal(await keep(), undefined, 'it was looked at just now')
  at += 5_000
  assert.equal(await keep(), '.one')

  await writeFile(file, 'site: paper.example\nkeep: .other\nremove: [[\n')
  at += 5_000
  assert.equal(await keep(), '.other')
  assert.deepEqual(logged, [
    ['site-rules', 1],
    ['site-rules-problem', 3],
    ['site-rules', 1],
  ])

  await rm(folder, { recursive: true })
  at += 5_000
  assert.equal(await keep(), undefined)
})

test('a pipe in its place is not waited for', { timeout: 10_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'rules-'))
  t.after(() => rm(folder, { recursive: true }))
  const file = join(folder, 'rules.txt')
  execFileSync('mkfifo', [file])
  const logged: unknown[] = []
  await openSiteRules(file, (event, fields) => logged.push([event, fields?.why]))
  assert.deepEqual(logged[0], ['site-rules-problem', 'It isn’t a regular file and was not read.'])
})
