import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { openWeb } from '../../src/app/serve/open-web.ts'
import { instanceOwner } from '../../src/core/reader-identity.ts'
import { defaultModelChoice } from '../../src/core/reading/model-choice.ts'
import { exportOwn } from '../../src/operations/accounts/export-own.ts'
import { getAdmin } from '../../src/operations/admin/admin.ts'
import { getModelSettings, listModels, setModel } from '../../src/operations/admin/model-settings.ts'
import { testModel } from '../../src/operations/admin/test-model.ts'
import { writing } from '../model-behaviours.ts'
import { type ModelServerUnderTest, startModelServer } from '../model-server.ts'
import { readOwn } from './read-own.ts'

const key = 'sk-canary-0c4e2a'

describe('the model of the instance', () => {
  let server: ModelServerUnderTest
  let folder: string
  let context: Context
  const logged: string[] = []
  const chosen = {
    ...defaultModelChoice,
    name: 'scripted',
    key: '',
    forgetsKey: false,
    switches: { summaries: true, judging: false, answers: false, translation: false, embeddings: true },
    embeddingName: 'scripted-vectors',
    timeoutSeconds: 60,
    stallSeconds: 60,
  }

  before(async () => {
    server = await startModelServer(writing.honest!)
    folder = await mkdtemp(join(tmpdir(), 'twosource-model-'))
    context = await createContext(
      readConfig({ TWOSOURCE_DATA: folder }),
      (event, fields) => logged.push(JSON.stringify([event, fields])),
      // What is spent is counted by day: none ends in between.
      () => new Date('2026-03-12T12:00:00Z'),
    )
  })
  after(async () => {
    await context[Symbol.asyncDispose]()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('is none until one is chosen', async () => {
    const { operations } = context
    const view = await getModelSettings.run(operations, {})
    assert.deepEqual([view.reach, view.hasKey, view.choice], ['none', false, defaultModelChoice])
    assert.equal(operations.model.isOn('summary'), false)
    assert.equal((await testModel.run(operations, {})).outcome.kind, 'off')
  })

  test('is in force at once, and a test says what it writes, what holds and what it costs', async () => {
    const { operations } = context
    assert.deepEqual(
      await setModel.run(operations, { ...chosen, address: `${server.address}/chat/completions`, key }),
      {
        kind: 'saved',
        isKeyForgotten: false,
      },
    )
    assert.equal(operations.model.isOn('summary'), true)
    assert.equal(operations.model.isOn('answer'), false)
    const tested = await testModel.run(operations, {})
    assert.ok(tested.outcome.kind === 'written')
    assert.equal(tested.outcome.text.kept.length, 2)
    assert.deepEqual(tested.tokens, { in: 321, out: 45 })
    assert.deepEqual(tested.vectors, { kind: 'embedded', width: 8, model: 'scripted-vectors' })
    assert.equal(server.requests[0]!.headers.authorization, `Bearer ${key}`)
    const view = await getModelSettings.run(operations, {})
    assert.equal(view.reach, 'here')
    assert.equal(view.choice.address, server.address)
    assert.deepEqual(view.days.map(({ use, calls, kept }) => [use, calls, kept]).sort(), [
      ['embedding', 1, 0],
      ['test', 1, 2],
    ])
  })

  test('refuses what is no address, number, name or key', async () => {
    const { operations } = context
    const why = async (wrong: Partial<typeof chosen> & { address?: string }) => {
      const done = await setModel.run(operations, { ...chosen, address: server.address, ...wrong })
      return done.kind === 'refused' && done.why
    }
    for (const address of ['ftp://a', 'http://u:p@a/v1', 'http://a/v1?x=1', 'javascript:1', 'no', 'http://a/#x'])
      assert.equal(await why({ address }), 'address', address)
    assert.equal(await why({ timeoutSeconds: 0 }), 'number')
    assert.equal(await why({ callsPerDay: 1.5 }), 'number')
    assert.equal(await why({ tokensPerDay: Number.NaN }), 'number')
    assert.equal(await why({ name: 'a\u0000b' }), 'name')
    assert.equal(await why({ key: 'a b' }), 'key')
  })

  test('lists the models of a server, with the key of that server alone', async () => {
    const { operations } = context
    const listed = await listModels.run(operations, { address: server.address, key: '' })
    assert.deepEqual(listed, { kind: 'listed', names: ['another', 'scripted'] })
    assert.equal(server.requests.at(-1)!.headers.authorization, `Bearer ${key}`)
    const other = await startModelServer(writing.honest!)
    await listModels.run(operations, { address: other.address, key: '' })
    assert.equal(other.requests.at(-1)!.headers.authorization, undefined)
    await other.close()
    const gone = await listModels.run(operations, { address: other.address, key: '' })
    assert.ok(gone.kind === 'failed' && gone.why === 'unreachable')
    assert.deepEqual(await listModels.run(operations, { address: 'ftp://a', key: '' }), { kind: 'refused' })
  })

  test('adds the /v1 that a base URL lacks', async () => {
    const { operations } = context
    const root = server.address.replace('/v1', '')
    for (const address of [root, `${root}/`, `${root}/models`]) {
      const listed = await listModels.run(operations, { address, key: '' })
      assert.equal(listed.kind, 'listed', address)
    }
    await setModel.run(operations, { ...chosen, address: root })
    assert.equal((await getModelSettings.run(operations, {})).choice.address, server.address)
  })

  test('a test costs nothing of the budget, whether it works or fails', async () => {
    const { operations } = context
    const spent = async () => (await getModelSettings.run(operations, {})).spentToday
    const before = await spent()
    server.behave(() => ({ kind: 'text', text: 'no form at all' }))
    assert.equal((await testModel.run(operations, {})).outcome.kind, 'unreadable')
    const after = await spent()
    // Vectors are made for the sake of search.
    assert.deepEqual(after.calls - before.calls, 1)
  })

  test('never tells its key: on no page, in no export, copy list or line of the log', async () => {
    const { operations } = context
    server.behave(() => ({ kind: 'status', status: 401, body: JSON.stringify({ error: { message: `bad ${key}` } }) }))
    const web = openWeb(operations, { version: '0.1.0', identify: async () => instanceOwner })
    const origin = 'http://127.0.0.1:7180'
    const tested = await web.request(`${origin}/settings/model/test`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { origin },
    })
    const shown = [await tested.text()]
    assert.match(shown[0]!, /The server needs an API key/)
    for (const path of ['/settings/model', '/server', '/settings', '/settings/account', '/'])
      shown.push(await (await web.request(origin + path)).text())
    shown.push(JSON.stringify(await getModelSettings.run(operations, {})))
    shown.push(JSON.stringify(await getAdmin.run(operations, {})))
    shown.push(JSON.stringify(await readOwn(await exportOwn.run(operations, {}))))
    shown.push(...logged)
    for (const text of shown) assert.ok(!text.includes(key), text.slice(0, 200))
    for (const name of await readdir(folder, { recursive: true }))
      if (!/\.db(?:-wal|-shm)?$/.test(name))
        assert.ok(!(await readFile(join(folder, name)).catch(() => Buffer.alloc(0))).includes(key), name)
  })

  test('gives the key to no other server, and forgets it when it is said so', async () => {
    const { operations } = context
    const other = await startModelServer(writing.honest!)
    const done = await setModel.run(operations, { ...chosen, address: other.address })
    assert.deepEqual(done, { kind: 'saved', isKeyForgotten: true })
    await testModel.run(operations, {})
    assert.equal(other.requests[0]!.headers.authorization, undefined)
    await setModel.run(operations, { ...chosen, address: other.address, key })
    assert.equal((await getModelSettings.run(operations, {})).hasKey, true)
    await setModel.run(operations, { ...chosen, address: other.address, forgetsKey: true })
    assert.equal((await getModelSettings.run(operations, {})).hasKey, false)
    await other.close()
  })

  test('is asked nothing more once the budget of the day is spent, whatever is going on', async () => {
    const { operations } = context
    server.behave(writing.honest!)
    const { calls } = await operations.store.modelUse.spent(operations.now().toISOString().slice(0, 10))
    await setModel.run(operations, { ...chosen, address: server.address, callsPerDay: calls + 2 })
    const request = { use: 'summary', instructions: 'x', data: [], maxTokens: 50 } as const
    const answers = await Promise.all(Array.from({ length: 6 }, () => operations.model.complete(request)))
    assert.equal(answers.filter(({ kind }) => kind === 'answered').length, 2)
    assert.equal(answers.filter(({ kind }) => kind === 'over-budget').length, 4)
  })

  test('of another process is seen when it is asked', async () => {
    await using second = await createContext(readConfig({ TWOSOURCE_DATA: folder }), () => {})
    await setModel.run(second.operations, { ...chosen, address: '' })
    const request = { use: 'summary', instructions: 'x', data: [], maxTokens: 50 } as const
    assert.deepEqual(await context.operations.model.complete(request), { kind: 'off' })
    assert.equal(context.operations.model.isOn('summary'), false)
  })
})
