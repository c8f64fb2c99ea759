import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { longId } from '../../src/greader/item-id.ts'
import { clients, type Read } from './greader-calls.ts'
import { type GreaderInstance, openGreaderInstance, type Program, readerName } from './greader-instance.ts'

let instance: GreaderInstance

/** Puts ids and times in the place of their names. */
function filled(text: string): string {
  const id = BigInt(instance.entries[0]!)
  const { number } = instance.story
  const names: Record<string, string> = {
    id: String(id),
    long: longId(id),
    hex16: longId(id).slice(-16),
    unpadded: id.toString(16),
    story: String(number),
    storyHex16: longId(number).slice(-16),
    storyUnpadded: number.toString(16),
    allIds: [...instance.entries, number].map((each) => `i=${longId(BigInt(each))}`).join('&'),
    hourAgo: String(Math.floor(Date.now() / 1000) - 3600),
    nowUsec: `${Date.now()}000`,
  }
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
}

describe('a client of the Google Reader API', () => {
  let program: Program
  before(async () => {
    instance = await openGreaderInstance('sqlite')
    program = instance.program()
  })
  after(() => instance.close())

  for (const { client, base, calls } of clients)
    test(`${client} signs in, syncs, reads, stars and marks`, async () => {
      const login = `service=reader&Email=${encodeURIComponent(readerName)}&Passwd=${instance.password}`
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const entered = await program('POST', `${base}/accounts/ClientLogin`, { body: login, headers: form })
      const auth = /^Auth=(\S+)$/m.exec(await entered.text())?.[1]
      assert.ok(auth, 'a line that begins with Auth=')
      for (const [does, sends, gets] of calls) {
        const [line = '', body] = filled(sends).split('\n')
        const [method = '', path = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]
        const headers = { authorization: `GoogleLogin auth=${auth}`, ...(method === 'POST' && form) }
        const response = await program(method, base + path, { headers, ...(method === 'POST' && { body: body ?? '' }) })
        const text = await response.text()
        const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Read
        const answer = { status: response.status, text, json }
        if (typeof gets === 'string') assert.deepEqual([answer.status, text], [200, gets], `${client} ${does}`)
        else
          try {
            gets(answer, filled)
          } catch (error) {
            throw new Error(`${client} ${does}: ${line} answered ${answer.status} ${text.slice(0, 300)}`, {
              cause: error,
            })
          }
      }
    })
})
