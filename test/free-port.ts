import { closeSync, openSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Below those the system gives to connections and to whoever asks for any: these are taken by nobody in between. */
const first = 10_240
const past = 32_000
const mostTries = 100

/** A port of loopback that nobody has, for what has to know its port before it is started. No two who ask are given the same. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < mostTries; tries++) {
    const port = first + Math.floor(Math.random() * (past - first))
    if ((await isFree(port)) && isFirst(port)) return port
  }
  throw new Error(`None of ${mostTries} ports was free.`)
}

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
    .once('error', () => resolve(false))
    .listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  return promise
}

/** Whoever was given it may not listen yet: an empty file says so to all processes of a run, and goes with its folder. */
function isFirst(port: number): boolean {
  try {
    closeSync(openSync(join(tmpdir(), `twosource-tests-port-${port}`), 'wx'))
    return true
  } catch {
    return false
  }
}
