import { openStore } from '../../../src/store/open-store.ts'
import { compareHeld, type Held, heldIn } from './kept-rows.ts'
import type { Place } from './place.ts'
import { schemaOf } from './schema-of.ts'

/** How a store is opened in a place. */
export function optionsOf({ schema }: Place) {
  return schema === undefined ? {} : { schema, connections: 2 }
}

/** What is wrong with a database that was brought up to this program's schema. */
export async function faultsOf(place: Place, wanted: readonly string[], before: Held): Promise<readonly string[]> {
  const store = await openStore(place.url, optionsOf(place))
  const { isOk, detail } = await store.check({ isDeep: true })
  await store.close()
  const schema = await schemaOf(place)
  const inFresh = new Set(wanted)
  return [
    ...(isOk ? [] : [detail]),
    ...schema.filter((line) => !inFresh.has(line)).map((line) => `more than a new one: ${line}`),
    ...wanted.filter((line) => !schema.includes(line)).map((line) => `less than a new one: ${line}`),
    ...compareHeld(before, await heldIn(place)),
  ]
}
