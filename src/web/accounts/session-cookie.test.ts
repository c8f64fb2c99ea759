import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from './session-cookie.ts'

const token = (letter: string) => letter.repeat(43)
const instance = 'http://nas.example:7180'

function served(baseUrl?: string) {
  const app = new Hono()
  app.get('/in', (context) => {
    setSessionCookie(context, { token: token('a') }, baseUrl)
    return context.text('in')
  })
  app.get('/out', (context) => {
    clearSessionCookie(context, baseUrl)
    return context.text('out')
  })
  app.get('/who', (context) => context.text(sessionTokenOf(context, baseUrl) ?? 'nobody'))
  return async (path: string, cookie = '', host = new URL(instance).host) =>
    app.request(instance + path, { headers: { host, ...(cookie && { cookie }) } })
}

const namesSet = (answer: Response) => answer.headers.getSetCookie().map((line) => line.split('=')[0])

test('what other programs of the host call session, at other ports, is left alone', async () => {
  const ask = served()
  assert.deepEqual(namesSet(await ask('/in')), ['session-7180'])
  assert.deepEqual(namesSet(await ask('/in', '', 'nas.example:7181')), ['session-7181'])
  const jar = `session=eyJ1c2VyIjoxfQ.flask.signed; session-7181=${token('b')}; session-7180=${token('a')}`
  assert.equal(await (await ask('/who', jar)).text(), token('a'))
  assert.deepEqual(namesSet(await ask('/out', jar)), ['session-7180'])
  assert.equal(await (await ask('/who', 'session=eyJ1c2VyIjoxfQ.flask.signed')).text(), 'nobody')
})

test('a session that began under the name of before goes on, and ends with its cookie', async () => {
  const ask = served()
  assert.equal(await (await ask('/who', `session=${token('c')}`)).text(), token('c'))
  assert.deepEqual(namesSet(await ask('/out', `session=${token('c')}`)).toSorted(), ['session', 'session-7180'])
})

test('at the usual port it names none; with TLS it is as safe as a cookie can be, and none without counts', async () => {
  assert.deepEqual(namesSet(await served()('/in', '', 'nas.example')), ['session'])
  const ask = served('https://news.example')
  assert.deepEqual(namesSet(await ask('/in')), ['__Host-session'])
  const jar = `session=${token('c')}; session-7180=${token('d')}`
  assert.equal(await (await ask('/who', jar)).text(), 'nobody')
})
