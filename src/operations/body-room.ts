/** So many bytes of bodies stand in memory at once, over all connections and faces. */
const mostBytesAtOnce = 192 * 2 ** 20

/** Too much is being sent at once. Nothing is wrong with this request: in a moment there is room again. */
export class NoRoomError extends Error {
  override name = 'NoRoomError'
  constructor() {
    super('Too much is being sent to this server at once.')
  }
}

let held = 0

/**
 * Holds room for a body that comes in, more with each `more(bytes)`, until it is disposed. Throws NoRoomError where there is none:
 * faces say "busy" then.
 */
export function holdRoom(): { more(bytes: number): void; [Symbol.dispose](): void } {
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
