import { destinationForms, formOf } from '../../src/operations/notify/destination-forms.ts'
import type {
  DestinationsView,
  DestinationView,
  SendFormView,
  Sending,
  SendingsView,
} from '../../src/operations/notify/destination-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const hostile = '<b>"Tram & Rail\' \u202e'
const at = '2025-08-19T14:00:00.000Z'
const { article, document } = views.article

const base = { isOn: true, failures: 0, at, occasions: [] }

/** One that works, one that fails, one that is off, each of its own kind. */
export const destinations: readonly DestinationView[] = [
  {
    ...base,
    id: 'destination-1',
    kind: 'webhook',
    service: 'Webhook',
    name: hostile,
    host: 'hook.example',
    occasions: ['saved', 'new-entries', 'story-changed', 'alert'],
  },
  {
    ...base,
    id: 'destination-2',
    kind: 'wallabag',
    service: 'wallabag',
    name: 'wallabag',
    host: `${'a-long-host.'.repeat(9)}example`,
    isOn: false,
    failures: 10,
    lastError: 'The receiver <answered> 500.',
  },
  {
    ...base,
    id: 'destination-3',
    kind: 'ntfy',
    service: 'ntfy',
    name: 'My telephone',
    host: 'ntfy.sh',
    occasions: ['alert'],
  },
]

const later = '2025-08-19T18:00:00.000Z'
const message = { readerId: 'reader-1', destinationId: 'destination-1', madeAt: at, nextAt: later }
/** One that went, one that failed, one that waits after an attempt, one that was not tried yet. */
export const sendings: readonly Sending[] = [
  {
    ...message,
    id: 'sending-1',
    event: 'story_changed',
    title: views.story.dossier.headline.title,
    state: 'sent',
    tries: 1,
    doneAt: at,
  },
  {
    ...message,
    id: 'sending-2',
    event: 'save_entry',
    about: `article:${article.id}`,
    title: hostile,
    state: 'failed',
    tries: 10,
    doneAt: at,
    lastError: 'The receiver <answered> 500.',
  },
  {
    ...message,
    id: 'sending-3',
    event: 'new_entries',
    title: 'أخبار الميناء (2)',
    state: 'waiting',
    tries: 2,
    lastError: 'No answer within 20 seconds.',
  },
  { ...message, id: 'sending-4', event: 'article', title: document.title, state: 'waiting', tries: 0 },
]

export const view: DestinationsView = { destinations, forms: destinationForms }
export const log: SendingsView = { destination: destinations[0]!, form: formOf('webhook'), sendings, next: 'older' }
export const form: SendFormView = {
  title: document.title,
  about: `article:${article.id}`,
  isSendable: true,
  destinations,
  sendings: sendings.slice(1, 2),
}

/** Destinations of several kinds with their log; changes are kept in `changes`. */
export function sendingExamples(changes: unknown[]) {
  const known = (id: string) => destinations.find((each) => each.id === id)
  const did = async <Result>(name: string, input: unknown, result: Result): Promise<Result> => {
    changes.push([name, input])
    return result
  }
  return {
    get_destinations: async () => view,
    async add_destination(input) {
      const { address } = input.settings
      if (address?.startsWith('ftp:')) return { kind: 'refused', why: 'address', field: 'address' }
      if (input.kind === 'webhook')
        return did('addDestination', input, { kind: 'added', id: 'new', secret: 's'.repeat(43) })
      return did('addDestination', input, { kind: 'added', id: 'new' })
    },
    set_destination: async (input) => (known(input.id) ? did('setDestination', input, true) : undefined),
    switch_destination: async (input) => (known(input.id) ? did('switchDestination', input, true) : undefined),
    remove_destination: async (input) => (known(input.id) ? did('removeDestination', input, true) : undefined),
    renew_webhook_secret: async (input) =>
      known(input.id)?.kind === 'webhook' ? did('renewWebhookSecret', input, { secret: 't'.repeat(43) }) : undefined,
    async test_destination({ id }) {
      if (!known(id)) return undefined
      return id === 'destination-2' ? { kind: 'failed', reason: 'The receiver <answered> 500.' } : { kind: 'sent' }
    },
    async list_sendings({ destination: id, cursor }) {
      const destination = known(id)
      if (!destination) return undefined
      const page = cursor === undefined ? log : { sendings: [] }
      return { ...page, destination, form: formOf(destination.kind) }
    },
    async replay_sending(input) {
      if ('allOf' in input) return did('replaySending', input, { count: 2 })
      return sendings.some(({ id }) => id === input.sending) ? did('replaySending', input, { count: 1 }) : undefined
    },
    async get_send_form(input) {
      if (!('article' in input) || input.article !== article.id) return undefined
      return form
    },
    async send_article(input) {
      const isKnown = 'article' in input && input.article === article.id && known(input.destination)
      return isKnown ? did('sendArticle', input, true) : undefined
    },
  } satisfies Answers
}
