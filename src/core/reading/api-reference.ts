export type ApiField = {
  readonly name: string
  readonly place: 'path' | 'query' | 'body'
  readonly isRequired: boolean
  /** Its possible values, in JSON terms. */
  readonly values: string
  readonly meaning: string
}

/** One way to call one operation over HTTP. */
export type ApiRoute = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  /** The scope a token needs; if absent, none. */
  readonly scope?: 'read' | 'write' | 'admin'
  readonly fields: readonly ApiField[]
  /** The name of the response's schema, or its media type. If absent, 204 without content. */
  readonly answer?: string
}

/** Documentation of the API, for people to read. */
export type ApiReference = {
  readonly example: string
  readonly areas: readonly { readonly name: string; readonly about: string; readonly routes: readonly ApiRoute[] }[]
  readonly problems: readonly { readonly id: string; readonly code: number; readonly title: string }[]
  readonly perMinute: number
}
