import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import { newId } from '../../src/credentials/token.ts'
import type { Case } from './case.ts'
import { type Instance, password, type Visitor } from './instance.ts'
import { addReader } from './passkey-cases.ts'

type Device = {
  readonly instance: Instance
  readonly name: string
  readonly owner: Visitor
  readonly recovery: readonly string[]
  /** The code the device shows, so many half minutes from now. */
  readonly code: (steps?: number) => string
}

/** A reader who has set up codes, a minute ago. */
async function withDevice(instance: Instance): Promise<Device> {
  const name = `reader ${newId()}`
  await addReader(instance, name)
  const owner = instance.visitor()
  await owner.signIn(name)
  const page = await (await owner.post('/settings/sign-in/codes')).text()
  const secret = Secret.fromBase32(/class="secret"[^>]*>([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', ''))
  const totp = new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 })
  const code = (steps = 0) => totp.generate({ timestamp: instance.context.operations.now().getTime() + steps * 30_000 })
  const confirmed = await owner.post('/settings/sign-in/codes/confirm', { code: code() })
  const shown = await confirmed.text()
  const recovery = [...shown.matchAll(/<li><code dir="ltr">([A-Z2-7 ]+)<\/code>/g)].map((match) => match[1]!)
  assert.equal(recovery.length, 10, 'ten recovery codes are shown')
  instance.pass(1)
  return { instance, name, owner, recovery, code }
}

/** Somebody who has given the password and is asked for the code. */
async function atSecondStep({ instance, name }: Device): Promise<Visitor> {
  const visitor = instance.visitor()
  const answer = await visitor.post('/sign-in', { name, password, back: '/following' })
  assert.equal(answer.headers.get('location'), '/sign-in/code?back=%2Ffollowing')
  assert.equal(await visitor.who(), undefined, 'the password alone opens nothing')
  return visitor
}

const enter = (visitor: Visitor, code: string) => visitor.post('/sign-in/code', { code, back: '/following' })

/** One-time codes and recovery codes, each case with a reader and a device of its own. */
export function codeCases(instance: () => Instance): readonly Case[] {
  const cases: readonly (readonly [string, (device: Device) => Promise<void>])[] = [
    [
      'a code signs in after the password',
      async (device) => {
        const visitor = await atSecondStep(device)
        const answer = await enter(visitor, device.code())
        assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/following'])
        assert.equal(await visitor.who(), device.name)
      },
    ],
    [
      'a code is taken half a minute early and late, and no more',
      async (device) => {
        // A half minute has just begun: none ends between a code and its answer.
        const { instance } = device
        instance.pass((30_500 - (instance.context.operations.now().getTime() % 30_000)) / 60_000)
        for (const [steps, status] of [
          [-2, 401],
          [2, 401],
          [-1, 303],
          [1, 303],
        ] as const) {
          const answer = await enter(await atSecondStep(device), device.code(steps))
          assert.equal(answer.status, status, `${steps}`)
        }
      },
    ],
    [
      'a password that is changed before the code comes opens nothing',
      async (device) => {
        const visitor = await atSecondStep(device)
        const next = 'another one than before'
        const changed = await device.owner.post('/settings/account/password', { current: password, next, again: next })
        assert.equal(changed.status, 303)
        assert.equal((await enter(visitor, device.code())).status, 401)
        assert.equal(await visitor.who(), undefined)
      },
    ],
    [
      'a code that was used opens nothing, nor one before it',
      async (device) => {
        // Taken at one time: half a minute may end while this runs.
        const [used, before] = [device.code(), device.code(-1)]
        assert.equal((await enter(await atSecondStep(device), used)).status, 303)
        for (const code of [used, before]) {
          const visitor = await atSecondStep(device)
          assert.equal((await enter(visitor, code)).status, 401)
          assert.equal(await visitor.who(), undefined)
        }
      },
    ],
    [
      'two who bring one code at once: one is let in',
      async (device) => {
        const visitors = [await atSecondStep(device), await atSecondStep(device)]
        const code = device.code()
        const answers = await Promise.all(visitors.map((visitor) => enter(visitor, code)))
        assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 401])
      },
    ],
    [
      'a recovery code signs in once, however it is typed',
      async (device) => {
        const typed = device.recovery[3]!.toLowerCase().replaceAll(' ', '-')
        assert.equal((await enter(await atSecondStep(device), typed)).status, 303)
        assert.equal((await enter(await atSecondStep(device), typed)).status, 401)
        const view = await (await device.owner.get('/settings/sign-in')).text()
        assert.match(view, /9 recovery codes left/)
      },
    ],
    [
      'a recovery code of somebody else opens nothing',
      async (device) => {
        const other = await withDevice(device.instance)
        assert.equal((await enter(await atSecondStep(device), other.recovery[0]!)).status, 401)
      },
    ],
    [
      'a code without the password before it opens nothing',
      async (device) => {
        const visitor = device.instance.visitor()
        assert.equal((await enter(visitor, device.code())).status, 401)
        assert.equal((await visitor.get('/sign-in/code')).headers.get('location'), '/sign-in')
      },
    ],
    [
      'a code in another browser than gave the password opens nothing',
      async (device) => {
        await atSecondStep(device)
        const other = device.instance.visitor()
        await enter(other, device.code())
        assert.equal(await other.who(), undefined)
      },
    ],
    [
      'a code that comes after five minutes needs the password again',
      async (device) => {
        const visitor = await atSecondStep(device)
        device.instance.pass(5.1)
        assert.equal((await enter(visitor, device.code())).status, 401)
        assert.equal(await visitor.who(), undefined)
      },
    ],
    [
      'ten tries, over all browsers: the next has to wait, right or wrong',
      async (device) => {
        for (let round = 0; round < 10; round++) {
          const answer = await enter(await atSecondStep(device), '000000')
          assert.equal(answer.status, 401)
        }
        const answer = await enter(await atSecondStep(device), device.code())
        assert.equal(answer.status, 429)
        assert.ok(Number(answer.headers.get('retry-after')) > 0)
        device.instance.pass(16)
        assert.equal((await enter(await atSecondStep(device), device.code())).status, 303)
      },
    ],
    [
      'the key is shown once: no page shows it again, and no row of the reader',
      async (device) => {
        const { operations } = device.instance.context
        const account = await operations.store.accounts.findByName(device.name)
        const secret = (await operations.store.codes.secret(account!.id))!
        const again = await device.owner.post('/settings/sign-in/codes')
        const rows = JSON.stringify(await operations.store.readerRows.list(account!.id))
        for (const shown of [await again.text(), await (await device.owner.get('/settings/sign-in')).text(), rows])
          assert.equal(shown.replaceAll(' ', '').includes(secret), false)
      },
    ],
    [
      'codes are turned off, and recovery codes made anew, only with a code',
      async (device) => {
        const change = (does: string, code: string) =>
          device.owner.post('/settings/sign-in/codes/change', { do: does, code })
        assert.equal((await change('stop', '000000')).status, 422)
        const renewed = await (await change('renew', device.code())).text()
        assert.equal(renewed.includes(device.recovery[0]!), false)
        assert.equal(
          (await enter(await atSecondStep(device), device.recovery[0]!)).status,
          401,
          'the old ones are gone',
        )
        device.instance.pass(1)
        assert.equal((await change('stop', device.code())).status, 303)
        assert.equal(await device.instance.visitor().signIn(device.name), 303)
        const visitor = device.instance.visitor()
        await visitor.signIn(device.name)
        assert.equal(await visitor.who(), device.name)
      },
    ],
    [
      'a device is not set up by a code that is not its own',
      async (device) => {
        const name = `reader ${newId()}`
        await addReader(device.instance, name)
        const visitor = device.instance.visitor()
        await visitor.signIn(name)
        await visitor.post('/settings/sign-in/codes')
        assert.equal((await visitor.post('/settings/sign-in/codes/confirm', { code: device.code() })).status, 422)
        const again = device.instance.visitor()
        await again.signIn(name)
        assert.equal(await again.who(), name, 'no code is asked for')
      },
    ],
  ]
  return cases.map(([name, act]) => ({
    name,
    run: async () => act(await withDevice(instance())),
  }))
}
