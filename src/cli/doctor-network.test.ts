import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectProxy } from '../../test/connect-proxy.ts'
import { client } from '../../test/http-client.ts'
import { serve } from '../../test/loopback-server.ts'
import type { OperationContext } from '../operations/operation.ts'
import { networkChecks } from './doctor-network.ts'

test('the way out is tried through the proxy, and what is wrong with it is said with what to do', async () => {
  const site = Number(new URL(await serve((_request, response) => response.end())).port)
  let isWelcome = true
  const proxy = await connectProxy(
    () => site,
    (_request, socket) => !isWelcome && socket.end('HTTP/1.1 407 Who?\r\n\r\n').writableEnded,
  )
  const login = { ...proxy, authorization: 'Basic c2VjcmV0OnNlY3JldA==', isResolving: true }
  // A new client each time, because a kept-alive connection needs no proxy login.
  const http = () => client({ allowPrivate: false, proxy: login })
  const checks = () => networkChecks({ http: http() } as OperationContext, 'http://news.example.org')
  const answerOf = async () => (await checks()).map(({ what, isOk }) => `${isOk} ${what}`).join()
  assert.match(await answerOf(), /^true news\.example\.org answers through the proxy 127\.0\.0\.1:\d+$/)
  isWelcome = false
  assert.match(await answerOf(), /^false news\.example\.org can’t be reached: .*407.*TWOSOURCE_PROXY=/)
  assert.doesNotMatch(JSON.stringify(await checks()), /c2Vj|secret/)
})
