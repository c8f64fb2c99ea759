import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { destinationKinds, type OutgoingArticle, sendTriggers } from '../../core/destination.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import { token } from './alert-channels.ts'
import { alertsAsChosen } from './alerts-to-destination.ts'
import { sendMessage } from './deliver-sendings.ts'
import { destinationForms, destinationView, formOf, readSettings } from './destination-forms.ts'
import type { DestinationAdded, DestinationsView, DestinationTested } from './destination-views.ts'

/** More than anybody maintains. */
const MOST_DESTINATIONS = 30

const id = z.string().min(1).max(60)
const name = z.string().trim().max(60)
const chosen = z.array(z.enum(sendTriggers)).max(sendTriggers.length)
const value = z.string().max(2000).optional()

export const getDestinations = defineOperation({
  name: 'get_destinations',
  minRole: 'reader',
  summary: 'The reader’s destinations for articles and events, and the available services; never a secret',
  input: z.strictObject({}),
  run: async ({ store, reader }): Promise<DestinationsView> => ({
    destinations: (await store.destinations.list(reader.id)).map(destinationView),
    forms: destinationForms,
  }),
})

export const addDestination = defineOperation({
  name: 'add_destination',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Adds a destination for articles and events: a webhook, a read-later or a notification service',
  input: z.strictObject({
    kind: z.enum(destinationKinds),
    /** Empty: the service's name. */
    name: name.default(''),
    occasions: chosen.default([]),
    settings: z.object({
      address: value,
      token: value,
      topic: value,
      key: value,
      services: value,
      user: value,
      password: value,
      clientId: value,
      clientSecret: value,
      tags: value,
    }),
  }),
  run: (context, input): Promise<DestinationAdded> =>
    oneByOne(`destinations ${context.reader.id}`, async (): Promise<DestinationAdded> => {
      const { store, reader, now } = context
      const form = formOf(input.kind)
      const read = readSettings(form, input.settings)
      if (read.kind === 'refused') return read
      if ((await store.destinations.list(reader.id)).length >= MOST_DESTINATIONS)
        return { kind: 'refused', why: 'too-many' }
      const secret = input.kind === 'webhook' ? token() : undefined
      const destination = {
        id: randomUUID(),
        readerId: reader.id,
        kind: input.kind,
        name: input.name || form.name,
        settings: read.settings,
        secret: secret === undefined ? read.secret : { token: secret },
        occasions: input.occasions.filter((each) => form.occasions.includes(each)),
        at: now().toISOString(),
      }
      await store.destinations.add(destination)
      await alertsAsChosen(context, { ...destination, isOn: true, failures: 0 })
      return { kind: 'added', id: destination.id, ...defined({ secret }) }
    }),
})

export const setDestination = defineOperation({
  name: 'set_destination',
  minRole: 'reader',
  summary: 'Sets a destination’s name and what is sent there automatically',
  input: z.strictObject({ id, name, occasions: chosen }),
  async run(context, input): Promise<true | undefined> {
    const { store, reader } = context
    const known = await store.destinations.find(reader.id, input.id)
    if (!known) return undefined
    const form = formOf(known.kind)
    const change = {
      name: input.name || form.name,
      occasions: input.occasions.filter((each) => form.occasions.includes(each)),
    }
    await store.destinations.change(reader.id, input.id, change)
    await alertsAsChosen(context, { ...known, ...change })
    return true
  },
})

export const switchDestination = defineOperation({
  name: 'switch_destination',
  minRole: 'reader',
  summary: 'Turns a destination off, or on again: waiting messages are then sent',
  input: z.strictObject({ id, isOn: z.boolean() }),
  async run(context, { id, isOn }): Promise<true | undefined> {
    const { store, reader, now, wake } = context
    const known = await store.destinations.find(reader.id, id)
    if (!known) return undefined
    await store.destinations.switch(reader.id, id, isOn, now().toISOString())
    await alertsAsChosen(context, { ...known, isOn })
    if (isOn) wake()
    return true
  },
})

export const removeDestination = defineOperation({
  name: 'remove_destination',
  minRole: 'reader',
  summary: 'Removes a destination with its secrets, log and waiting messages',
  input: z.strictObject({ id }),
  run: async ({ store, reader }, { id }): Promise<true | undefined> =>
    (await store.destinations.remove(reader.id, id)) || undefined,
})

export const renewWebhookSecret = defineOperation({
  name: 'renew_webhook_secret',
  minRole: 'reader',
  isForPeople: true,
  summary: 'Replaces a webhook’s signing secret and returns it this once; the old one stops working',
  input: z.strictObject({ id }),
  async run({ store, reader }, { id }): Promise<{ readonly secret: string } | undefined> {
    const known = await store.destinations.find(reader.id, id)
    if (known?.kind !== 'webhook') return undefined
    const secret = token()
    return (await store.destinations.change(reader.id, id, { secret: { token: secret } })) ? { secret } : undefined
  },
})

export const testDestination = defineOperation({
  name: 'test_destination',
  minRole: 'reader',
  summary:
    'Sends a test to a destination and returns the result; a read-later service then saves a page of this server',
  input: z.strictObject({ id }),
  async run(context, { id }): Promise<DestinationTested | undefined> {
    const { store, reader, alertContext } = context
    const known = await store.destinations.find(reader.id, id)
    if (!known) return undefined
    const tooOften = refuseTurn(context, 'test')
    if (tooOften) return { kind: 'failed', reason: tooOften.message }
    const messageId = randomUUID()
    const { title, body: excerpt } = alertContext.say([], 'auto')
    const page: OutgoingArticle = { url: alertContext.baseUrl ?? 'https://example.org/', title, excerpt }
    const body = JSON.stringify(known.kind === 'webhook' ? { event_type: 'test', id: messageId } : page)
    return sendMessage(alertContext, known, { id: messageId, event: 'test', body })
  },
})
