import type { ClaimCheck } from './claim.ts'

/** What a model is used for; usage is counted by it. */
export type ModelUse = 'summary' | 'background' | 'answer' | 'judging' | 'translation' | 'embedding' | 'test'

/** One request to a model. `data` is text from outside: it's fenced off and never followed as instructions. */
export type ModelRequest = {
  readonly use: ModelUse
  readonly instructions: string
  readonly data: readonly { readonly label: string; readonly text: string }[]
  readonly maxTokens: number
  /** The form its answer should have: many servers can enforce it, and others ignore it. */
  readonly form?: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }
  readonly signal?: AbortSignal
  /** Called with all the text so far, while it's being written. */
  readonly onText?: (soFar: string) => void
}

/** Only `answered` has text, and that text isn't trusted. */
export type ModelAnswer =
  | {
      readonly kind: 'answered'
      readonly text: string
      readonly model: string
      /** Token counts from the server, or estimated from the length. */
      readonly tokens?: { readonly in: number; readonly out: number }
    }
  | ModelFailure

export type ModelFailure =
  /** No model is set, or it's switched off for this use. */
  | { readonly kind: 'off' }
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'too-long' }
  | {
      readonly kind: 'failed'
      /** In English, for the log and the owner; never contains the key. */
      readonly reason: string
      readonly why?: ModelTrouble
      readonly retryAfterSeconds?: number
    }

/** What went wrong with a model server, so that a page can say what to do. */
export type ModelTrouble =
  | 'unreachable'
  /** It redirects, and we don't follow. */
  | 'redirect'
  | 'key'
  /** The model or the URL is unknown to it. */
  | 'not-found'
  | 'busy'
  /** An error of its own. */
  | 'server'
  | 'refused'
  /** Its answer isn't in the expected format. */
  | 'form'
  | 'empty'

/** Claims of one answer that passed, and those dropped by each check. */
export type ClaimCounts = { readonly kept: number; readonly dropped: Readonly<Partial<Record<ClaimCheck, number>>> }

export type Embedding =
  | { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[]; readonly model: string }
  | ModelFailure

/** Access to a language model. It gets no tools, and nothing it writes is followed. Never rejects. */
export type ModelPort = {
  /** Whether this use is set and switched on; costs nothing to read. */
  isOn(use: ModelUse): boolean
  complete(request: ModelRequest): Promise<ModelAnswer>
  /** The model that makes vectors now; undefined if none does. Costs nothing to read. */
  embeddingModel?(): string | undefined
  /** Unit vectors of texts, in the order given. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedding>
  /** Records the results of the checks on an answer, or that it was of no use. If absent, nothing is counted. Never rejects. */
  judged?(use: ModelUse, counts: ClaimCounts | { readonly failures: 1 }): Promise<void>
}
