/** A field that a request to a route may bring. */
export type ApiField = {
  readonly name: string
  readonly place: 'path' | 'query' | 'body'
  readonly isRequired: boolean
  /** What values it has, in the words of JSON. */
  readonly values: string
  readonly meaning: string
}

/** One way to ask for one operation over HTTP. */
export type ApiRoute = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  /** What a token must be allowed to do; absent: none is needed. */
  readonly scope?: 'read' | 'write' | 'admin'
  readonly fields: readonly ApiField[]
  /** The name of the shape that it answers, or the media type. Absent: nothing, 204. */
  readonly answer?: string
}

/** The interface for programs, for people to read. */
export type ApiReference = {
  /** A command that asks for something. */
  readonly example: string
  readonly areas: readonly { readonly name: string; readonly about: string; readonly routes: readonly ApiRoute[] }[]
  readonly problems: readonly { readonly id: string; readonly code: number; readonly title: string }[]
  readonly perMinute: number
}
