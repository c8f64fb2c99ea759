import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { articleId, entryId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { destinationView, formOf } from './destination-forms.ts'
import type { SendFormView, SendingsView } from './destination-views.ts'
import { aboutOf, sendTo, sentArticle, thingOf } from './send-marked.ts'

const ON_PAGE = 50
const OF_ARTICLE = 10

const id = z.string().min(1).max(60)
const sendable = z.union([z.object({ article: articleId }), z.object({ entry: entryId })])

export const listSendings = defineOperation({
  name: 'list_sendings',
  minRole: 'reader',
  summary: 'The messages sent to a destination, waiting or failed, newest first',
  input: z.strictObject({ destination: id, cursor: z.string().max(200).optional() }),
  async run({ store, reader }, { destination: id, cursor }): Promise<SendingsView | undefined> {
    const destination = await store.destinations.find(reader.id, id)
    if (!destination) return undefined
    const { rows, next } = await store.sendings.list(reader.id, id, ON_PAGE, cursor)
    return {
      destination: destinationView(destination),
      form: formOf(destination.kind),
      sendings: rows,
      ...defined({ next }),
    }
  },
})

export const replaySending = defineOperation({
  name: 'replay_sending',
  minRole: 'reader',
  summary: 'Sends a message again, or all that failed: a failed one under the same id, a delivered one under a new id',
  input: z.union([z.strictObject({ sending: z.string().min(1).max(100) }), z.strictObject({ allOf: id })]),
  /** How many are sent again; undefined when there is no such message, or it is still queued. */
  async run({ store, reader, now, wake }, input): Promise<{ readonly count: number } | undefined> {
    const at = now().toISOString()
    const again = async () => {
      if ('allOf' in input) return store.sendings.again(reader.id, input.allOf, 'all', at)
      const known = await store.sendings.find(reader.id, input.sending)
      if (!known || known.state === 'waiting') return undefined
      if (known.state === 'failed') return store.sendings.again(reader.id, known.destinationId, known.id, at)
      return store.sendings.add([{ ...known, id: randomUUID() }], at)
    }
    const count = await again()
    if (count) wake()
    return count === undefined ? undefined : { count }
  },
})

export const getSendForm = defineOperation({
  name: 'get_send_form',
  minRole: 'reader',
  summary: 'Where an article can be sent, and the results so far',
  input: sendable,
  async run(context, input): Promise<SendFormView | undefined> {
    const { store, reader } = context
    const thing = await thingOf(context, input)
    if (!thing) return undefined
    const about = aboutOf(input)
    const [destinations, sendings] = await Promise.all([
      store.destinations.list(reader.id),
      store.sendings.listAbout(reader.id, about, OF_ARTICLE),
    ])
    return {
      title: thing.article?.document.title ?? thing.entry?.title ?? '',
      about,
      isSendable: sentArticle(thing) !== undefined,
      destinations: destinations.map(destinationView),
      sendings,
    }
  },
})

export const sendArticle = defineOperation({
  name: 'send_article',
  minRole: 'reader',
  leaves: true,
  summary: 'Sends an article to a destination, in the background',
  input: sendable.and(z.object({ destination: id })),
  /** Undefined: the article or destination doesn't exist, or the article has no web URL. */
  async run(context, { destination, ...what }): Promise<true | undefined> {
    const known = await context.store.destinations.find(context.reader.id, destination)
    if (!known?.isOn) return undefined
    return sendTo(context, known, what)
  },
})
