import { openStore } from '../../src/store/open-store.ts'
import { DAY } from './keeping-instance.ts'
import { at } from './store-fixtures.ts'

// Removes what is old until it is killed, and says when it begins.
const [url = '', schema] = process.argv.slice(2)
const store = await openStore(url, schema ? { schema, connections: 2 } : {})
process.stdout.write('ready\n')
while ((await store.retention.shrink(at(50 * DAY), at(100 * DAY))) > 0);
const walk = await store.retention.walk(at(50 * DAY))
while (await walk.next(at(100 * DAY)));
process.stdout.write('done\n')
setInterval(() => {}, 1_000)
