/** Keeps the first requests to the feeds of one host apart. */
export type HostSpacing = {
  /** Takes the next turn at a host; answers when it is, in milliseconds since 1970: `atMs` when it is now. */
  turnAt(host: string, atMs: number): number
}

export type SpacingOptions = {
  /** So many may start together after a while in which none did. */
  readonly burst: number
  readonly everyMs: number
  /** Hosts whose feeds are not kept apart. */
  readonly isExempt: (host: string) => boolean
}

/** Four feeds of a host may start together, further ones a second apart; this machine may be asked as fast as it answers. */
export const usualSpacing: SpacingOptions = {
  burst: 4,
  everyMs: 1000,
  isExempt: (host) => /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/.test(host),
}

/** Makes the spacing: a bucket of turns for each host that fills by one each `everyMs` (generic cell rate algorithm). */
export function hostSpacing({ burst, everyMs, isExempt }: SpacingOptions): HostSpacing {
  /** When the bucket of a host is full again. */
  const fullAt = new Map<string, number>()
  return {
    turnAt(host, atMs) {
      if (isExempt(host)) return atMs
      if (fullAt.size > 10_000) for (const [name, at] of fullAt) if (at <= atMs) fullAt.delete(name)
      const full = Math.max(fullAt.get(host) ?? 0, atMs)
      fullAt.set(host, full + everyMs)
      return Math.max(atMs, full - (burst - 1) * everyMs)
    },
  }
}
