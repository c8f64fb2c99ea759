import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dialects, makeDatabase, skipReason, type TestDatabase } from './databases.ts'
import { chosen, openInstance, type Visitor } from './instance-walk.ts'

const ownerPassword = 'a lamp beside the harbor'
const readerPassword = 'seven herons on a wall'
const invitedPath = /\/invitations\/[\w-]{43}/
const DAY = 24 * 60

for (const dialect of dialects)
  describe(`the people of a house on ${dialect}`, { skip: skipReason(dialect) }, () => {
    let database: TestDatabase
    let instance: Awaited<ReturnType<typeof openInstance>>
    let owner: Visitor
    let reader: Visitor
    /** Everything that must never be in the log. */
    const secrets = [ownerPassword, readerPassword]

    before(async () => {
      database = await makeDatabase(dialect)
      const url = database.schema
        ? `${database.url}?options=${encodeURIComponent(`-c search_path=${database.schema}`)}`
        : database.url
      if (database.schema) await (await database.open()).close()
      instance = await openInstance(url)
      owner = instance.visitor('127.0.0.1')
      reader = instance.visitor('192.0.2.7')
    })
    after(async () => {
      assert.deepEqual(instance.errors, [])
      await instance.close()
      await database.remove()
    })

    const statusOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).status
    const signIn = (visitor: Visitor, name: string, password: string) => visitor.post('/sign-in', { name, password })
    async function invite(): Promise<string> {
      const answer = await owner.post('/server/people/invite', { role: 'reader', days: '3', note: 'somebody' })
      const path = invitedPath.exec(await answer.text())?.[0]
      assert.ok(path)
      secrets.push(path.split('/').at(-1)!)
      return path
    }

    test('the owner chooses a name and a password; a bad choice is told', async () => {
      const mark = { kind: 'topic', target: 'medtop:01000000', label: 'Before' }
      await owner.post('/setup', { who: 'only-me', token: await instance.code() })
      await owner.post('/follow', mark)
      const token = await instance.code()
      for (const [fields, said] of [
        [chosen('', ownerPassword), /1 to 40 characters/],
        [chosen('Mira', 'short'), /too short/],
        [{ ...chosen('Mira', ownerPassword), again: 'another' }, /don’t match/],
      ] as const) {
        const answer = await owner.post('/setup', { ...fields, token })
        assert.equal(answer.status, 422)
        assert.match(await answer.text(), said)
      }
      const before = [...owner.cookies.values()]
      const answer = await owner.post('/setup', { ...chosen('Mira', ownerPassword), token })
      assert.equal(answer.status, 303)
      assert.match(answer.headers.getSetCookie().join(), /session-7180=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
      assert.equal(await statusOf(owner, '/server/people'), 200)
      const byLink = instance.visitor('127.0.0.1')
      byLink.cookies.set('session-7180', before[0]!)
      assert.equal(await statusOf(byLink, '/'), 303, 'who came in by link signs in now')
      assert.match(await (await owner.get('/following')).text(), /Before/, 'what was kept before is still theirs')
      assert.equal(await statusOf(owner, '/setup'), 404)
    })

    test('from then on the machine itself is asked to sign in, and is led back', async () => {
      const atMachine = instance.visitor('127.0.0.1')
      const answer = await atMachine.get('/following?muted=show')
      assert.equal(answer.headers.get('location'), '/sign-in?back=%2Ffollowing%3Fmuted%3Dshow')
      const entered = await atMachine.post('/sign-in', {
        name: 'MIRA',
        password: ownerPassword,
        back: '//elsewhere.example/',
      })
      assert.equal(entered.headers.get('location'), '/', 'never to another site')
      assert.equal(entered.headers.get('clear-site-data'), '"cache", "storage"')
    })

    test('a wrong name and a wrong password are answered alike', async () => {
      const [one, other] = await Promise.all(
        [
          ['Mira', 'wrong password'],
          ['Nobody', 'wrong password'],
        ].map(([name, password]) => signIn(instance.visitor('192.0.2.8'), name!, password!)),
      )
      assert.deepEqual([one!.status, other!.status], [401, 401])
      assert.equal((await one!.text()).replaceAll('Mira', 'X'), (await other!.text()).replaceAll('Nobody', 'X'))
    })

    test('an invitation makes one account, of the role it says', async () => {
      const path = await invite()
      assert.equal(await statusOf(reader, path), 200)
      const taken = await reader.post(path, chosen('mira', readerPassword))
      assert.match(await taken.text(), /That name is taken/)
      assert.equal((await reader.post(path, chosen('Noor', readerPassword))).status, 303)
      assert.equal((await instance.visitor('192.0.2.8').post(path, chosen('Other', readerPassword))).status, 404)
      assert.equal(await statusOf(reader, '/'), 200)
      assert.equal(await statusOf(reader, '/server/people'), 403)
      assert.equal((await reader.post('/server/people/invite', { role: 'owner', days: '3' })).status, 403)
      assert.equal((await reader.post('/server/people/role', { id: 'owner', role: 'reader' })).status, 403)
      const old = await invite()
      instance.pass(4 * DAY)
      assert.equal(await statusOf(instance.visitor('192.0.2.6'), old), 404)
    })

    test('what one reader marks is nobody else’s', async () => {
      const [mine, theirs] = ['medtop:02000000', 'medtop:03000000']
      await reader.post('/follow', { kind: 'topic', target: mine, label: 'Of Noor' })
      await owner.post('/follow', { kind: 'topic', target: theirs, label: 'Of Mira' })
      await reader.post('/mute', { kind: 'word', target: 'noorword' })
      await reader.post('/settings', { theme: 'dark' })
      const [ofReader, ofOwner] = await Promise.all(
        [reader, owner].map(
          async (visitor) =>
            `${await (await visitor.get('/following')).text()}${await (await visitor.get('/settings/rules')).text()}`,
        ),
      )
      assert.ok(ofReader!.includes('Of Noor') && ofReader!.includes('noorword') && !ofReader!.includes('Of Mira'))
      assert.ok(ofOwner!.includes('Of Mira') && !ofOwner!.includes('noorword') && !ofOwner!.includes('Of Noor'))
      assert.match(ofReader!, /data-theme="dark"/)
      assert.doesNotMatch(ofOwner!, /data-theme="dark"/)
    })

    test('a session that somebody put into a browser opens nothing once its owner signs in', async () => {
      for (let round = 0; round < 10; round++) {
        const victim = instance.visitor('192.0.2.20')
        const planted = 'A'.repeat(42) + round
        victim.cookies.set('session', planted)
        await signIn(victim, 'Noor', readerPassword)
        assert.notEqual(victim.cookies.get('session'), planted)
        const thief = instance.visitor('192.0.2.21')
        thief.cookies.set('session', planted)
        assert.equal(await statusOf(thief, '/'), 303)
      }
    })

    test('signing in again, another password and another role each make the old session worthless', async () => {
      const old = new Map(reader.cookies)
      const as = (cookies: ReadonlyMap<string, string>) => {
        const visitor = instance.visitor('192.0.2.7')
        for (const [name, value] of cookies) visitor.cookies.set(name, value)
        return visitor
      }
      await signIn(reader, 'Noor', readerPassword)
      assert.equal(await statusOf(as(old), '/'), 303)
      const elsewhere = instance.visitor('192.0.2.22')
      await signIn(elsewhere, 'Noor', readerPassword)
      const before = new Map(reader.cookies)
      const wrong = await reader.post('/settings/account/password', {
        current: 'not it',
        ...chosen('', 'a new long one'),
      })
      assert.equal(wrong.status, 422)
      const change = { current: readerPassword, next: 'a new long one', again: 'a new long one' }
      assert.equal((await reader.post('/settings/account/password', change)).status, 303)
      secrets.push('a new long one')
      assert.equal(await statusOf(elsewhere, '/'), 303, 'ends the others')
      assert.equal(await statusOf(as(before), '/'), 303, 'and is another session')
      assert.equal(await statusOf(reader, '/'), 200)
      const noor = (await instance.context.operations.store.accounts.findByName('noor'))!
      await owner.post('/server/people/role', { id: noor.id, role: 'moderator' })
      assert.equal(await statusOf(reader, '/'), 303)
      await signIn(reader, 'Noor', 'a new long one')
      assert.equal(await statusOf(reader, '/labels'), 200)
    })

    test('a session ends after 30 days without use, and after 90 days in any case', async () => {
      const idle = instance.visitor('192.0.2.30')
      await signIn(idle, 'Noor', 'a new long one')
      instance.pass(31 * DAY)
      assert.equal(await statusOf(idle, '/'), 303)
      const used = instance.visitor('192.0.2.31')
      await signIn(used, 'Noor', 'a new long one')
      for (let days = 0; days < 80; days += 20) {
        assert.equal(await statusOf(used, '/'), 200, `after ${days} days`)
        instance.pass(20 * DAY)
      }
      assert.equal(await statusOf(used, '/'), 200)
      instance.pass(11 * DAY)
      assert.equal(await statusOf(used, '/'), 303)
      await signIn(owner, 'Mira', ownerPassword)
      await signIn(reader, 'Noor', 'a new long one')
    })

    test('ten tries from one address are looked at; another address is let in meanwhile', async () => {
      const guesser = instance.visitor('198.51.100.1')
      const answers: number[] = []
      for (let i = 0; i < 12; i++) answers.push((await signIn(guesser, 'Noor', `guess number ${i}`)).status)
      assert.deepEqual(answers, [...Array(10).fill(401), 429, 429])
      const late = await signIn(guesser, 'Noor', 'a new long one')
      assert.equal(late.status, 429)
      assert.ok(Number(late.headers.get('retry-after')) <= 900 && Number(late.headers.get('retry-after')) > 0)
      assert.equal((await signIn(instance.visitor('198.51.100.2'), 'Noor', 'a new long one')).status, 303)
      instance.pass(16)
      assert.equal((await signIn(guesser, 'Noor', 'a new long one')).status, 303)
    })

    test('a token acts for its maker, no further than its scope, and makes no other', async () => {
      const made = async (scope: string) => {
        const page = await (await reader.post('/settings/tokens', { name: `my ${scope}`, scope })).text()
        const token = /class="secret"[^>]*>([\w-]{43})</.exec(page)?.[1]
        assert.ok(token)
        secrets.push(token)
        return { authorization: `Bearer ${token}` }
      }
      const [read, write, admin] = [await made('read'), await made('write'), await made('admin')]
      const program = instance.visitor('192.0.2.40')
      assert.equal((await program.get('/sources', read)).status, 200)
      assert.equal((await program.post('/follow', { kind: 'topic', target: 'x' }, read)).status, 403)
      assert.equal((await program.post('/follow', { kind: 'topic', target: 'medtop:04000000' }, write)).status, 303)
      assert.equal((await program.get('/labels', write)).status, 403)
      assert.equal((await program.get('/labels', admin)).status, 200)
      const fields = { ...chosen('x', 'another long one'), scope: 'admin', current: 'x', proof: 'x' }
      for (const path of ['tokens', 'apps', 'account/password', 'account/profile', 'account/leave'])
        assert.equal((await program.post(`/settings/${path}`, fields, admin)).status, 403, path)
      assert.doesNotMatch(
        await (await reader.get('/settings/account')).text(),
        new RegExp(admin.authorization.slice(7)),
      )
      const guesses: number[] = []
      for (let i = 0; i < 12; i++)
        guesses.push((await program.get('/', { authorization: `Bearer ${'b'.repeat(40)}${i}` })).status)
      assert.deepEqual(guesses, [...Array(10).fill(401), 429, 429])
      assert.equal((await program.get('/sources', read)).status, 200, 'the right one is not kept out')
      const { store } = instance.context.operations
      const noor = (await store.accounts.findByName('noor'))!
      const [token] = await store.accessKeys.listTokens(noor.id)
      await owner.post('/settings/tokens/remove', { id: token!.id })
      assert.equal((await store.accessKeys.listTokens(noor.id)).length, 3, 'not another reader’s')
      for (const { id } of await store.accessKeys.listTokens(noor.id))
        await reader.post('/settings/tokens/remove', { id })
      instance.pass(16)
      assert.equal((await program.get('/sources', read)).status, 401)
    })

    test('guests read where the owner lets them, and keep nothing', async () => {
      const guest = instance.visitor('192.0.2.50')
      assert.equal(await statusOf(guest, '/'), 303)
      await owner.post('/server/people/guests', { read: '1' })
      for (const path of ['/brief', '/feeds', '/people', '/sources', '/search?q=word', '/about'])
        assert.equal(await statusOf(guest, path), 200, path)
      assert.match(await (await guest.get('/about')).text(), /href="\/sign-in"/)
      assert.equal((await guest.get('/following')).headers.get('location'), '/sign-in?back=%2Ffollowing')
      assert.equal((await guest.post('/follow', { kind: 'topic', target: 'x' })).status, 403)
      await owner.post('/server/people/guests', { read: '0' })
      assert.equal(await statusOf(guest, '/'), 303)
    })

    test('who is kept out is out at once, and the last owner is not', async () => {
      const { store } = instance.context.operations
      const noor = (await store.accounts.findByName('noor'))!
      await owner.post('/server/people/disable', { id: noor.id, out: '1' })
      assert.equal(await statusOf(reader, '/'), 303)
      assert.equal((await signIn(reader, 'Noor', 'a new long one')).status, 401)
      await owner.post('/server/people/disable', { id: noor.id, out: '0' })
      assert.equal((await signIn(reader, 'Noor', 'a new long one')).status, 303)
      for (const [path, fields] of [
        ['role', { role: 'reader' }],
        ['disable', { out: '1' }],
        ['remove', { sure: '1' }],
      ] as const) {
        const answer = await owner.post(`/server/people/${path}`, { id: 'owner', ...fields })
        assert.equal(answer.status, 422)
        assert.match(await answer.text(), /last owner/)
      }
    })

    test('nothing changes by an address alone, nor from another site', async () => {
      const before = await instance.context.operations.store.accounts.list()
      for (const route of instance.web.routes.filter(({ method }) => method === 'POST')) {
        const path = route.path.replace(/:token\b/, 'none').replace(/:\w+(\{[^}]*\})?/g, 'none')
        if (!/^\/(?:sign|setup|invitations|settings\/account|admin\/people)/.test(path)) continue
        const crossed = await owner.post(path, { id: 'owner', sure: '1' }, { origin: 'https://evil.example' })
        assert.equal(crossed.status, 403, path)
        const fetched = await owner.post(path, { id: 'owner' }, { 'sec-fetch-site': 'same-site' })
        assert.equal(fetched.status, 403, path)
        if (!/^\/(?:setup|sign-in|invitations)/.test(path)) assert.equal(await statusOf(owner, path), 404, path)
      }
      assert.deepEqual(await instance.context.operations.store.accounts.list(), before)
      assert.equal(await statusOf(owner, '/server/people'), 200)
    })

    test('an account is taken away whole, and goes whole', async () => {
      await reader.post('/save', { kind: 'story', target: 'none' })
      const zip = await reader.get('/settings/account/data.zip')
      assert.equal(zip.headers.get('content-type'), 'application/zip')
      assert.equal(zip.headers.get('cache-control'), 'no-store')
      const wrong = await reader.post('/settings/account/leave', { proof: 'not it', words: 'remove' })
      assert.equal(wrong.status, 422)
      const noor = (await instance.context.operations.store.accounts.findByName('noor'))!
      const left = await reader.post('/settings/account/leave', { proof: 'a new long one', words: 'remove' })
      assert.equal(left.status, 200)
      assert.equal(left.headers.get('clear-site-data'), '"cache", "storage"')
      assert.equal(await statusOf(reader, '/'), 303)
      assert.deepEqual(await instance.context.operations.store.readerRows.list(noor.id), {})
      assert.equal((await signIn(reader, 'Noor', 'a new long one')).status, 401)
    })

    test('signing out ends the session and what the browser kept', async () => {
      const old = owner.cookies.get('session-7180')!
      secrets.push(old)
      const answer = await owner.post('/sign-out', {})
      assert.equal(answer.headers.get('clear-site-data'), '"cache", "storage"')
      owner.cookies.set('session-7180', old)
      assert.equal(await statusOf(owner, '/'), 303)
      await signIn(owner, 'Mira', ownerPassword)
    })

    test('the log says what happened, and never a secret, a name or an address', async () => {
      const log = instance.logged.join('')
      for (const kind of [
        'house-claimed',
        'signed-in',
        'sign-in-failed',
        'role-changed',
        'token-made',
        'token-revoked',
        'invitation-made',
        'account-removed',
      ])
        assert.ok(log.includes(kind), kind)
      const canaries = [...secrets, ...owner.cookies.values(), 'Mira', 'Noor', 'guess number', '198.51.100.1']
      assert.ok(canaries.length > 12)
      for (const canary of canaries) assert.equal(log.split(canary).length - 1, 0, canary)
      const page = await (await owner.get('/server/people')).text()
      assert.match(page, /Failed sign-in/)
    })
  })

describe('an instance behind TLS', () => {
  test('hands out a cookie that nobody else can set, and takes no other', async () => {
    const database = await makeDatabase('sqlite')
    const instance = await openInstance(database.url, 'https://house.example')
    try {
      const atMachine = instance.visitor('127.0.0.1')
      await atMachine.post('/setup', { ...chosen('Mira', ownerPassword), token: await instance.code() })
      const visitor = instance.visitor('192.0.2.1')
      const answer = await visitor.post(
        '/sign-in',
        { name: 'Mira', password: ownerPassword },
        { origin: 'https://house.example' },
      )
      assert.match(
        answer.headers.getSetCookie().join(),
        /^__Host-session=[\w-]{43}; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?!.*Domain)/,
      )
      assert.equal((await visitor.get('/')).status, 200)
      const token = visitor.cookies.get('__Host-session')!
      visitor.cookies.clear()
      visitor.cookies.set('session', token)
      assert.equal((await visitor.get('/')).status, 303, 'a cookie set without TLS is none')
    } finally {
      await instance.close()
      await database.remove()
    }
  })
})
