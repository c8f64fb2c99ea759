import type { Allowance } from '../operations/limit-rate.ts'

/** What tells a program where it stands (draft-ietf-httpapi-ratelimit-headers-10). */
export function rateHeaders(perMinute: number, { left, resetSeconds }: Allowance): Readonly<Record<string, string>> {
  return {
    'RateLimit-Policy': `"minute";q=${perMinute};w=60`,
    RateLimit: `"minute";r=${left};t=${resetSeconds}`,
  }
}
