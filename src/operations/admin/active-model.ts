import { defined } from '../../core/defined.ts'
import type { ModelPort } from '../../core/model.ts'
import type { ProviderPlugin } from '../../core/plugin.ts'
import { type ModelChoice, readModelChoice } from '../../core/reading/model-choice.ts'
import type { Log } from '../../pipeline/pipeline-context.ts'
import { listServerModels, type ModelList } from '../../providers/list-models.ts'
import type { SendStreaming } from '../../providers/model-fetch.ts'
import { type CurrentModelChoice, createModelPort } from '../../providers/model-port.ts'
import type { Store } from '../../store/store.ts'

/** The owner's choice of a model. A change takes effect at once in every process. */
export type ActiveModel = {
  readonly port: ModelPort
  /** The active choice with the key; never for a page. */
  current(): Promise<CurrentModelChoice>
  /** Asks a server for the names of its models. */
  list(server: { readonly address: string; readonly key?: string }): Promise<ModelList>
  /** Saves a choice; `key` undefined deletes the key. */
  choose(choice: ModelChoice, key: string | undefined): Promise<void>
}

/** How long `isOn` may miss a change by another process. */
const FRESH_MS = 10_000
const LIST_MS = 10_000

/** Reads the stored choice. */
export async function openActiveModel({
  store,
  send,
  providers,
  now,
  log,
}: {
  readonly store: Pick<Store, 'modelChoice' | 'modelUse'>
  readonly send: SendStreaming
  readonly providers?: readonly ProviderPlugin[]
  readonly now: () => Date
  readonly log: Log
}): Promise<ActiveModel> {
  const read = async () => choiceOf(await store.modelChoice.find())
  let seen = await read()
  let readAt = performance.now()

  const current = async () => {
    seen = await read()
    readAt = performance.now()
    return seen
  }
  const refresh = () => {
    if (performance.now() - readAt < FRESH_MS) return
    readAt = performance.now()
    current().catch((error: unknown) => log('model-choice-unread', { reason: String(error) }))
  }
  const today = () => now().toISOString().slice(0, 10)
  const port = createModelPort({
    seen: () => {
      refresh()
      return seen
    },
    current,
    send,
    ...defined({ providers }),
    ledger: {
      spent: () => store.modelUse.spent(today()),
      // The written text is kept even if counting fails.
      count: (use, count) =>
        store.modelUse
          .count(today(), use, count)
          .catch((error: unknown) => log('model-uncounted', { use, reason: String(error) })),
    },
  })
  return {
    port,
    current,
    list: (server) => listServerModels(send, { ...server, timeoutMs: LIST_MS, stallMs: LIST_MS }),
    async choose(choice, key) {
      await store.modelChoice.set(JSON.stringify(choice), key, now().toISOString())
      await current()
    },
  }
}

function choiceOf({ body, key }: { readonly body?: string; readonly key?: string }): CurrentModelChoice {
  return { ...readModelChoice(body === undefined ? undefined : parsed(body)), ...defined({ key: key || undefined }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
