import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { until } from '../until.ts'
import { makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { chosen, openInstance, type Visitor } from './instance-walk.ts'

const password = 'a lamp beside the harbor'

describe('two servers on one database', { skip: skipReason('postgres') }, () => {
  let database: TestDatabase
  let one: Awaited<ReturnType<typeof openInstance>>
  let other: Awaited<ReturnType<typeof openInstance>>
  let here: Visitor
  let there: Visitor

  before(async () => {
    database = await makeDatabase('postgres')
    const url = `${database.url}?options=${encodeURIComponent(`-c search_path=${database.schema}`)}`
    one = await openInstance(url)
    other = await openInstance(url)
    here = one.visitor('127.0.0.1')
    there = other.visitor('127.0.0.1')
  })
  after(async () => {
    assert.deepEqual([...one.errors, ...other.errors], [])
    await one.close()
    await other.close()
    await database.remove()
  })

  test('who was let in at one is in at the other, and out at both', async () => {
    assert.equal((await here.post('/setup', { ...chosen('Mira', password), token: await one.code() })).status, 303)
    for (const [name, value] of here.cookies) there.cookies.set(name, value)
    assert.equal((await there.get('/following')).status, 200)
    const second = one.visitor('192.0.2.4')
    assert.equal((await second.post('/sign-in', { name: 'Mira', password })).status, 303)
    const elsewhere = other.visitor('192.0.2.4')
    for (const [name, value] of second.cookies) elsewhere.cookies.set(name, value)
    assert.equal((await elsewhere.get('/following')).status, 200)
    await elsewhere.post('/sign-out', {})
    assert.equal((await second.get('/following')).status, 303, 'led to sign in')
  })

  test('what is marked at one is seen at the other at once', async () => {
    for (let round = 0; round < 10; round++) {
      const [by, at] = round % 2 ? [here, there] : [there, here]
      await by.post('/follow', { kind: 'topic', target: 'medtop:01000000', label: `Round ${round}` })
      assert.match(await (await at.get('/following')).text(), /Round/)
      await by.post('/unfollow', { kind: 'topic', target: 'medtop:01000000' })
      assert.doesNotMatch(await (await at.get('/following')).text(), /Round/)
    }
    await here.post('/settings', { section: 'appearance', theme: 'dark' })
    assert.match(await (await there.get('/')).text(), /data-theme="dark"|class="[^"]*dark/)
  })

  test('wrong passwords are counted together', async () => {
    const statuses: number[] = []
    for (let round = 0; round < 12; round++) {
      const guesser = (round % 2 ? one : other).visitor('198.51.100.3')
      statuses.push((await guesser.post('/sign-in', { name: 'Mira', password: `wrong ${round}` })).status)
    }
    assert.deepEqual(statuses.slice(0, 10), Array(10).fill(401))
    assert.deepEqual(statuses.slice(10), [429, 429])
  })

  test('an answer that a model writes at one is told and stopped at the other', async () => {
    const desks = [one.context.operations.answerWriter, other.context.operations.answerWriter] as const
    const gate = Promise.withResolvers<never>()
    let signal: AbortSignal | undefined
    const writing = await desks[0].write('question', 1, (given) => {
      signal = given
      return gate.promise
    })
    assert.equal(writing.kind, 'writing')
    assert.equal((await desks[1].find('question'))?.kind, 'writing')
    await desks[1].cancel('question')
    await until('the other hears of it', () => signal?.aborted)
    assert.deepEqual(await desks[0].find('question'), { kind: 'failed', reason: 'cancelled' })
  })
})
