import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/store/open-store.ts'

/** Takes a lane and holds it until it is killed: `node lane-holder.ts URL SCHEMA LANE`. */
const [, , url = '', schema = '', lane = ''] = process.argv
const store = await openStore(url, schema === '' ? {} : { schema })
await store.stories.exclusive(lane, async () => {
  await store.stories.mustStillHold()
  process.stdout.write('held\n')
  await sleep(10 * 60_000)
})
