/** Most bytes of request bodies in memory at once, over all connections and adapters. */
const mostBytesAtOnce = 192 * 2 ** 20

/** Too many bytes are being sent at once. The request itself is fine and can be sent again in a moment. */
export class NoRoomError extends Error {
  override name = 'NoRoomError'
  constructor() {
    super('Too much is being sent to this server at once.')
  }
}

let held = 0

/**
 * Reserves memory for an incoming body, growing with each `more(bytes)`, until disposed. Throws NoRoomError when there is none left,
 * which adapters answer with "busy".
 */
export function reserveMemory(): { more(bytes: number): void; [Symbol.dispose](): void } {
  let own = 0
  return {
    more(bytes) {
      if (held + bytes > mostBytesAtOnce) throw new NoRoomError()
      held += bytes
      own += bytes
    },
    [Symbol.dispose]() {
      held -= own
      own = 0
    },
  }
}
