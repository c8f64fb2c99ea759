/** A model server: the owner's settings, the key, and the limits of one answer. */
export type ModelServer = {
  readonly address: string
  readonly key?: string
  readonly timeoutMs: number
  readonly stallMs: number
}

/** Tokens of one request, from the server or estimated from the length. */
export type Tokens = { readonly in: number; readonly out: number }
