import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { providerNamed } from '../../core/plugin.ts'
import { choiceBounds, isOnThisMachine, type ModelChoice, modelSwitches } from '../../core/reading/model-choice.ts'
import type { ModelList } from '../../providers/list-models.ts'
import { defineOperation } from '../operation.ts'
import type { ModelChosen, ModelSettingsView } from './model-views.ts'

const DAYS_SHOWN = 7

const name = z.string().trim().max(200)
const switches = z.object(
  Object.fromEntries(modelSwitches.map((each) => [each, z.boolean()])) as Record<
    (typeof modelSwitches)[number],
    z.ZodBoolean
  >,
)

export const getModelSettings = defineOperation({
  name: 'get_model_settings',
  minRole: 'owner',
  summary: 'The server’s language model: its URL, uses and costs; never its key',
  input: z.strictObject({}),
  async run({ store, activeModel, now }): Promise<ModelSettingsView> {
    const today = now().toISOString().slice(0, 10)
    const from = new Date(Date.parse(today) - (DAYS_SHOWN - 1) * 86_400_000).toISOString().slice(0, 10)
    const [{ key, ...choice }, spentToday, days] = await Promise.all([
      activeModel.current(),
      store.modelUse.spent(today),
      store.modelUse.days(from),
    ])
    const { address } = choice
    return {
      choice,
      hasKey: key !== undefined,
      reach: address === '' ? 'none' : isOnThisMachine(address) ? 'here' : 'elsewhere',
      isEncrypted: address.startsWith('https:'),
      spentToday,
      days,
    }
  },
})

export const setModel = defineOperation({
  name: 'set_model',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Sets the server’s language model, its uses and its budget; takes effect immediately',
  input: z.strictObject({
    address: z.string().trim().max(500),
    name,
    embeddingName: name,
    /** Empty: unchanged. */
    key: z.string().trim().max(1000),
    forgetsKey: z.boolean(),
    switches,
    callsPerDay: z.number(),
    tokensPerDay: z.number(),
    timeoutSeconds: z.number(),
    stallSeconds: z.number(),
  }),
  async run({ activeModel }, { key, forgetsKey, ...wanted }): Promise<ModelChosen> {
    const { key: keyBefore, ...before } = await activeModel.current()
    const address = baseAddress(wanted.address, before.address)
    if (address === undefined) return { kind: 'refused', why: 'address' }
    if ([wanted.name, wanted.embeddingName].some((each) => /\p{Cc}/u.test(each)))
      return { kind: 'refused', why: 'name' }
    if (!/^[\x21-\x7e]*$/.test(key)) return { kind: 'refused', why: 'key' }
    const numbers = Object.keys(choiceBounds) as (keyof typeof choiceBounds)[]
    if (!numbers.every((each) => isWithin(wanted[each], choiceBounds[each]))) return { kind: 'refused', why: 'number' }
    const choice: ModelChoice = { ...wanted, address }
    // A key belongs to one server and is never sent to another.
    const isElsewhere = originOf(address) !== originOf(before.address)
    const isKeyForgotten = keyBefore !== undefined && key === '' && (forgetsKey || isElsewhere)
    const kept = key !== '' ? key : isKeyForgotten ? undefined : keyBefore
    await activeModel.choose(choice, kept)
    return { kind: 'saved', isKeyForgotten }
  },
})

export const listModels = defineOperation({
  name: 'list_models',
  minRole: 'owner',
  isForPeople: true,
  summary: 'Lists the models that a model server offers',
  input: z.strictObject({ address: z.string().trim().max(500), key: z.string().trim().max(1000) }),
  async run({ activeModel }, { address: given, key }): Promise<ModelList | { readonly kind: 'refused' }> {
    const { address: before, key: kept } = await activeModel.current()
    const address = baseAddress(given, before)
    if (!address || providerNamed(address) !== undefined || !/^[\x21-\x7e]*$/.test(key)) return { kind: 'refused' }
    // The stored key belongs to one server.
    const own = originOf(address) === originOf(before) ? kept : undefined
    return activeModel.list({ address, ...defined({ key: key || own }) })
  },
})

/**
 * The base URL for requests: without credentials, query and the trailing path that some documentation includes, with the `/v1` that
 * nearly all servers want, unless it has been in use without; or the name of a plugin model. Undefined if it is none.
 */
function baseAddress(given: string, before: string): string | undefined {
  if (given === '' || given === before || providerNamed(given) !== undefined) return given
  const url = URL.parse(given)
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined
  if (url.search !== '' || url.hash !== '') return undefined
  const base = url.href.replace(/\/+$/, '').replace(/\/(?:chat\/completions|embeddings|models)$/, '')
  return URL.parse(base)?.pathname === '/' ? `${base.replace(/\/$/, '')}/v1` : base
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? ''
}

function isWithin(value: number, [least, most]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}
