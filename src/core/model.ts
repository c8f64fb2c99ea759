import type { ClaimCheck } from './claim.ts'

/** What a model is asked for; its use is counted by this. */
export type ModelUse = 'summary' | 'background' | 'answer' | 'translation' | 'embedding' | 'test'

/** One thing asked of a model. `data` is text from outside: it is fenced off and never gives instructions. */
export type ModelRequest = {
  readonly use: ModelUse
  readonly instructions: string
  readonly data: readonly { readonly label: string; readonly text: string }[]
  /** Most tokens it may write. */
  readonly maxTokens: number
  readonly signal?: AbortSignal
  /** Called with all that was written so far, while it is written. */
  readonly onText?: (soFar: string) => void
}

/** What came of asking; only `answered` has text, and that text is not to be trusted. */
export type ModelAnswer =
  | {
      readonly kind: 'answered'
      readonly text: string
      readonly model: string
      /** What it cost, as the server says or as its length tells. */
      readonly tokens?: { readonly in: number; readonly out: number }
    }
  | ModelFailure

export type ModelFailure =
  /** No model is set, or this use of it is switched off. */
  | { readonly kind: 'off' }
  /** The day's budget is used up. */
  | { readonly kind: 'over-budget' }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | { readonly kind: 'cancelled' }
  /** It wrote more than it was allowed. */
  | { readonly kind: 'too-long' }
  | {
      readonly kind: 'failed'
      /** In English, for the log and the owner; never the key. */
      readonly reason: string
      readonly why?: ModelTrouble
      readonly retryAfterSeconds?: number
    }

/** What went wrong with a server of models, so that a page can say what to do. */
export type ModelTrouble =
  /** No server answers there. */
  | 'unreachable'
  /** It sends elsewhere; nothing is sent there. */
  | 'redirect'
  /** It wants a key, or another one. */
  | 'key'
  /** It does not know the model, or the address is not the right one. */
  | 'not-found'
  | 'busy'
  /** It failed itself. */
  | 'server'
  /** It refuses the request. */
  | 'refused'
  /** What it answers is not the form of the interface. */
  | 'form'
  | 'empty'

/** What became of the claims in one answer: how many were kept, and how many each check dropped. */
export type ClaimCounts = { readonly kept: number; readonly dropped: Readonly<Partial<Record<ClaimCheck, number>>> }

export type Embedding =
  | { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[]; readonly model: string }
  | ModelFailure

/** A language model behind one door. It is given no tools, and nothing it writes is followed. Never rejects. */
export type ModelPort = {
  /** Whether a use is set and switched on; reading it costs nothing. */
  isOn(use: ModelUse): boolean
  complete(request: ModelRequest): Promise<ModelAnswer>
  /** Vectors of texts, of length 1, in the order given. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<Embedding>
  /** Counts in the ledger what the checks made of an answer. Absent: nothing is counted. Never rejects. */
  judged?(use: ModelUse, counts: ClaimCounts): Promise<void>
}
