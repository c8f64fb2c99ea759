import type { ListenerStatus } from '../../newsletters/probe-listener.ts'

/** Where the letters of this house come in; absent where the owner has not switched that on. */
export type LetterDesk = {
  /** What stands behind the @ of every address. */
  readonly domain: string
  readonly host: string
  readonly port: number
  /** Who answers there. */
  probe(): Promise<ListenerStatus>
}
