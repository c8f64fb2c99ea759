import { createHash } from 'node:crypto'

/** Something a model does while a page is open. Once `finished` resolves, `state` no longer changes. */
type UnderWay<State> = { readonly state: State; readonly finished: Promise<void> }

/** A key by which such a thing is stored; reveals neither the reader nor the question. */
export function hiddenKey(key: string): string {
  return createHash('sha256').update(key).digest('base64url')
}

/** The state when it is finished, or after `waitMs`, whichever is first. */
export async function stateWithin<State>(one: UnderWay<State>, waitMs: number): Promise<State> {
  const over = Promise.withResolvers<void>()
  const timer = setTimeout(over.resolve, waitMs)
  await Promise.race([one.finished, over.promise])
  clearTimeout(timer)
  return one.state
}

/** Deletes the oldest of those that are over, down to `most`. */
export function forgetOldest<State>(
  all: Map<string, UnderWay<State>>,
  most: number,
  isOver: (state: State) => boolean,
): void {
  for (const [key, { state }] of all) {
    if (all.size <= most) return
    if (isOver(state)) all.delete(key)
  }
}
