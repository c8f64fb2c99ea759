import { setFlagsFromString } from 'node:v8'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { heapGrowthFlag } from '../../src/app/launch/node-needs.js'
import { servePages } from '../../src/app/serve/serve.ts'

// As `src/main.ts` sets it.
setFlagsFromString(heapGrowthFlag)

/**
 * The pages alone of what the settings name, with no pipeline beside them: for stores that were not made by one. The clock begins at
 * `BENCH_NOW`, if there is one.
 */
const { BENCH_NOW: start } = process.env
const offsetMs = start === undefined ? 0 : Date.parse(start) - Date.now()
const clock = () => new Date(Date.now() + offsetMs)
await using context = await createContext(readConfig(process.env), () => {}, clock)
const running = await servePages(context, { trustsMachine: true })
await new Promise((settle) => process.once('SIGTERM', settle))
await running.close()
