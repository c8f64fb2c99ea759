/** `now`, or just after `before` if the clock went back: of two changes the store keeps the later one. */
export function laterThan(before: string, now: string): string {
  return now > before ? now : new Date(Date.parse(before) + 1).toISOString()
}
