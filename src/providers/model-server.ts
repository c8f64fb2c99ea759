/** A server of models as it is asked: what the owner chose, the key, and what one answer may cost. */
export type ModelServer = {
  readonly address: string
  readonly key?: string
  readonly timeoutMs: number
  readonly stallMs: number
}

/** What one request cost, as the server says or, where it does not, as its length tells. */
export type Tokens = { readonly in: number; readonly out: number }
