import type { ClaimCounts, Embedding, ModelAnswer, ModelFailure, ModelPort, ModelUse } from '../core/model.ts'
import { isUseOn, type ModelChoice } from '../core/model-choice.ts'
import { type ProviderPlugin, providerNamed } from '../core/plugin.ts'
import { askProvider, askProviderVectors } from './ask-provider.ts'
import type { SendStreaming } from './model-fetch.ts'
import type { ModelServer, Tokens } from './model-server.ts'
import { askCompletion, askVectors } from './openai-compatible.ts'

/** What is counted of one request, or of the checks of its answer. */
export type UseCount = Partial<{ calls: number; failures: number; tokensIn: number; tokensOut: number }> &
  Partial<ClaimCounts>

/** Where what a model costs is kept. */
export type ModelLedger = {
  /** What all uses cost today. */
  spent(): Promise<{ readonly calls: number; readonly tokens: number }>
  count(use: ModelUse, count: UseCount): Promise<void>
}

/** The choice in force, with the key. */
export type ChoiceInForce = ModelChoice & { readonly key?: string }

export type ModelPortParts = {
  /** As it was read last; reading it costs nothing. */
  readonly seen: () => ChoiceInForce
  /** As it stands now. */
  readonly current: () => Promise<ChoiceInForce>
  readonly ledger: ModelLedger
  readonly send: SendStreaming
  /** Models that are plugins; one is chosen by the address `plugin:<name>`. */
  readonly providers?: readonly ProviderPlugin[]
}

/** Texts in one request for vectors. */
const MOST_TEXTS = 64

/**
 * The door to the model of the house. Each request is held against the choice and the budget as they stand then, and counted once it is
 * over, whatever came of it. Requests under way count as made, so that many at once do not pass the budget together.
 */
export function createModelPort({ seen, current, ledger, send, providers = [] }: ModelPortParts): ModelPort {
  let underWay = 0

  /** Asks within the budget; `ask` never rejects. */
  const within = async <Result extends { readonly tokens: Tokens; readonly kind: string }>(
    use: ModelUse,
    ask: (server: ModelServer, choice: ChoiceInForce) => Promise<Result>,
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

function serverOf({ address, key, timeoutSeconds, stallSeconds }: ChoiceInForce): ModelServer {
  return {
    address: address.replace(/\/+$/, ''),
    timeoutMs: timeoutSeconds * 1000,
    stallMs: stallSeconds * 1000,
    ...(key === undefined ? {} : { key }),
  }
}

/** A vector of length 1; undefined for one that has none, or holds what is no number. */
function unit(vector: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...vector)
  return Number.isFinite(length) && length > 0 ? Float32Array.from(vector, (value) => value / length) : undefined
}
