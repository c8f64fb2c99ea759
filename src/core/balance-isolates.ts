const FIRST_ISOLATE = 0x2066
const END_ISOLATE = 0x2069

/**
 * A text in which every isolate that begins ends, and the other way round, as long as it was: a sign without its partner becomes a space of
 * no width. Otherwise it would find its partner outside: what ends an element for the reader (`bdi`) would end the isolate within,
 * and all behind it would be turned (UAX 9, BD9).
 */
export function balanceIsolates(text: string): string {
  const open: number[] = []
  const lone: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < FIRST_ISOLATE || code > END_ISOLATE) continue
    if (code !== END_ISOLATE) open.push(at)
    else if (open.pop() === undefined) lone.push(at)
  }
  if (open.length + lone.length === 0) return text
  const alone = new Set([...open, ...lone])
  return Array.from({ length: text.length }, (_, at) => (alone.has(at) ? '\u200b' : text[at])).join('')
}
