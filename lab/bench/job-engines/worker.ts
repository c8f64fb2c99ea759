import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type EngineName, openEngine } from './engines.ts'

/**
 * `node lab/bench/job-engines/worker.ts ENGINE URL FOLDER WIDTH JOB_MS`: a process that works. Prints `ready`, begins at the line `go`,
 * prints `start MS KEY` and `done MS KEY` of each job before anything else happens, and at the line `stop` ends and prints `cpu MS`.
 */
const [, , name = '', url = '', folder = '', width = '', jobMs = ''] = process.argv
const engine = await openEngine(name as EngineName, url, folder)
const say = (line: string) => writeSync(1, `${line}\n`)
const nowMs = () => performance.timeOrigin + performance.now()

const lines = createInterface(process.stdin)[Symbol.asyncIterator]()
say('ready')
await lines.next()
const before = process.cpuUsage()
const working = await engine.work(async (key) => {
  say(`start ${nowMs()} ${key}`)
  if (Number(jobMs) > 0) await sleep(Number(jobMs))
  say(`done ${nowMs()} ${key}`)
}, Number(width))
await lines.next()
await working.stop()
const { user, system } = process.cpuUsage(before)
say(`cpu ${(user + system) / 1000}`)
await engine.close()
process.exit()
