import { defined } from '../core/defined.ts'
import type {
  ClaimCounts,
  Embedding,
  ModelAnswer,
  ModelFailure,
  ModelPort,
  ModelRequest,
  ModelUse,
} from '../core/model.ts'
import { type ProviderPlugin, providerNamed } from '../core/plugin.ts'
import { isUseOn, type ModelChoice } from '../core/reading/model-choice.ts'
import { withoutThinking } from '../core/text/without-thinking.ts'
import { fenceData } from './fence-data.ts'
import type { ModelServer, Tokens } from './model-fetch.ts'
import { failed, type SendStreaming } from './model-fetch.ts'
import { openLimit } from './open-limit.ts'
import {
  askCompletion,
  askVectors,
  CHARACTERS_A_TOKEN,
  type Completion,
  type VectorResult,
} from './openai-compatible.ts'

/** Asks a plugin's model, with the same limits as a server. Never rejects. */
async function askProvider(
  providers: readonly ProviderPlugin[],
  server: ModelServer,
  modelName: string,
  { maxTokens, signal, onText, form: _, ...request }: ModelRequest,
): Promise<Completion> {
  const fenced = fenceData(request)
  const tokensIn = Math.ceil((fenced.instructions.length + fenced.prompt.length) / 4)
  const asked = await ask(providers, server, signal, (provider, given) =>
    provider.complete({ ...fenced, maxTokens, signal: given }, modelName),
  )
  const failing = (failure: Extract<Completion, { kind: 'failed' }>['failure']): Completion => ({
    kind: 'failed',
    failure,
    tokens: { in: tokensIn, out: 0 },
  })
  if (asked.kind === 'failed') return failing(asked.failure)
  const { answer } = asked
  if (typeof answer !== 'string') return failing(failed('form', 'the plugin answers no text'))
  if (answer.length > maxTokens * CHARACTERS_A_TOKEN) return failing({ kind: 'too-long' })
  const text = withoutThinking(answer).trim()
  if (text === '') return failing(failed('empty', 'it wrote nothing'))
  onText?.(text)
  return { kind: 'answered', text, tokens: { in: tokensIn, out: Math.ceil(answer.length / 4) } }
}

/** Asks a plugin's model for vectors. Never rejects. */
async function askProviderVectors(
  providers: readonly ProviderPlugin[],
  server: ModelServer,
  modelName: string,
  texts: readonly string[],
  signal: AbortSignal | undefined,
): Promise<VectorResult> {
  const tokens = { in: Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / 4), out: 0 }
  const asked = await ask(providers, server, signal, async (provider, given) =>
    provider.embed?.(texts, modelName, given),
  )
  if (asked.kind === 'failed') return { kind: 'failed', failure: asked.failure, tokens }
  const { answer } = asked
  const isVectors = Array.isArray(answer) && answer.every((vector) => Array.isArray(vector))
  if (!isVectors) return { kind: 'failed', failure: failed('form', 'the plugin answers no vectors'), tokens }
  return { kind: 'embedded', vectors: answer, tokens }
}

async function ask<Answer>(
  providers: readonly ProviderPlugin[],
  { address, timeoutMs }: ModelServer,
  signal: AbortSignal | undefined,
  call: (provider: ProviderPlugin, signal: AbortSignal) => Promise<Answer>,
): Promise<
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly failure: Extract<Completion, { kind: 'failed' }>['failure'] }
> {
  const name = providerNamed(address)
  const provider = providers.find((each) => each.name === name)
  if (!provider) return { kind: 'failed', failure: failed('unreachable', `no plugin ${name} is loaded`) }
  using limit = openLimit(timeoutMs, signal)
  const { promise: over, resolve } = Promise.withResolvers<undefined>()
  limit.signal.addEventListener('abort', () => resolve(undefined), { once: true })
  try {
    const answer = await Promise.race([call(provider, limit.signal), over])
    const reason = limit.reason()
    return reason ? { kind: 'failed', failure: reason } : { kind: 'answered', answer: answer as Answer }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', failure: limit.reason() ?? failed('server', `the plugin failed: ${why}`) }
  }
}

/** What is counted for one request, or for the checks of its answer. */
export type UseCount = Partial<{ calls: number; failures: number; tokensIn: number; tokensOut: number }> &
  Partial<ClaimCounts>

type ModelLedger = {
  /** Today's usage, all uses together. */
  spent(): Promise<{ readonly calls: number; readonly tokens: number }>
  count(use: ModelUse, count: UseCount): Promise<void>
}

export type CurrentModelChoice = ModelChoice & { readonly key?: string }

type ModelPortParts = {
  /** The settings as last read; costs nothing. */
  readonly seen: () => CurrentModelChoice
  readonly current: () => Promise<CurrentModelChoice>
  readonly ledger: ModelLedger
  readonly send: SendStreaming
  /** Plugins' models; the address `plugin:<name>` selects one. */
  readonly providers?: readonly ProviderPlugin[]
}

/** Texts in one request for vectors. */
const MOST_TEXTS = 64

/**
 * Access to the server's model. Each request is checked against the current settings and budget, and counted when it ends,
 * however it ends. Running requests count too, so that parallel ones can't exceed the budget together.
 */
export function createModelPort({ seen, current, ledger, send, providers = [] }: ModelPortParts): ModelPort {
  let underWay = 0

  /** Runs a request within the budget; `ask` never rejects. */
  const within = async <Result extends { readonly tokens: Tokens; readonly kind: string }>(
    use: ModelUse,
    ask: (server: ModelServer, choice: CurrentModelChoice) => Promise<Result>,
  ): Promise<Result | ModelFailure> => {
    const choice = await current()
    if (!isUseOn(choice, use)) return { kind: 'off' }
    const { calls, tokens } = await ledger.spent()
    const isSpent = calls + underWay >= choice.callsPerDay || tokens >= choice.tokensPerDay
    if (use !== 'test' && isSpent) return { kind: 'over-budget' }
    underWay++
    try {
      const result = await ask(serverOf(choice), choice)
      await ledger.count(use, {
        calls: 1,
        failures: result.kind === 'failed' ? 1 : 0,
        tokensIn: result.tokens.in,
        tokensOut: result.tokens.out,
      })
      return result
    } finally {
      underWay--
    }
  }

  const embedSome = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<Embedding> => {
    const asked = await within('embedding', (server, { embeddingName }) =>
      providerNamed(server.address) === undefined
        ? askVectors(send, server, embeddingName, texts, signal)
        : askProviderVectors(providers, server, embeddingName, texts, signal),
    )
    if (asked.kind === 'failed' && 'failure' in asked) return asked.failure
    if (asked.kind !== 'embedded') return asked
    const vectors = asked.vectors.map(unit)
    const width = vectors[0]?.length ?? 0
    if (vectors.length !== texts.length || vectors.some((vector) => vector === undefined || vector.length !== width))
      return { kind: 'failed', why: 'form', reason: 'its vectors are not one for each text, of one length' }
    return { kind: 'embedded', vectors: vectors as readonly Float32Array[], model: seen().embeddingName }
  }

  return {
    isOn: (use) => isUseOn(seen(), use),

    embeddingModel: () => (isUseOn(seen(), 'embedding') ? seen().embeddingName : undefined),

    async complete(request): Promise<ModelAnswer> {
      const asked = await within(request.use, (server, { name }) =>
        providerNamed(server.address) === undefined
          ? askCompletion(send, server, name, request)
          : askProvider(providers, server, name, request),
      )
      if (asked.kind === 'failed' && 'failure' in asked) return asked.failure
      if (asked.kind !== 'answered') return asked
      return { kind: 'answered', text: asked.text, model: seen().name, tokens: asked.tokens }
    },

    async embed(texts, signal): Promise<Embedding> {
      const vectors: Float32Array[] = []
      let model = seen().embeddingName
      for (let from = 0; from < texts.length; from += MOST_TEXTS) {
        const some = await embedSome(texts.slice(from, from + MOST_TEXTS), signal)
        if (some.kind !== 'embedded') return some
        vectors.push(...some.vectors)
        model = some.model
      }
      return { kind: 'embedded', vectors, model }
    },

    judged: (use, counts) => ledger.count(use, counts),
  }
}

function serverOf({ address, key, timeoutSeconds, stallSeconds }: CurrentModelChoice): ModelServer {
  return {
    address: address.replace(/\/+$/, ''),
    timeoutMs: timeoutSeconds * 1000,
    stallMs: stallSeconds * 1000,
    ...defined({ key }),
  }
}

/** The unit vector; undefined for a zero vector or one that contains a non-number. */
function unit(vector: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...vector)
  return Number.isFinite(length) && length > 0 ? Float32Array.from(vector, (value) => value / length) : undefined
}
