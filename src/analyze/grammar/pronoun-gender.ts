import { givenName } from '../../core/names/first-names.ts'
import type { Span } from '../../core/span.ts'

const SHE = 'elle|ella|sie'
const HE = 'il|él|er'

/** Whether the pronoun at a verb (`a-t-elle répliqué`, `sagte sie`, `él dijo`) cannot mean a person, by the given name. */
export function isOfOtherGender(text: string, { start, end }: Span, name: string): boolean {
  const gender = givenName(name.split(' ', 1)[0] as string)
  const [others, own] = gender === 'm' ? [SHE, HE] : gender === 'f' ? [HE, SHE] : []
  if (!others || !own) return false
  const near = (pronouns: string): boolean =>
    new RegExp(`(?:-(?:t-)?(?:${pronouns})(?!\\p{L}))`, 'u').test(text.slice(start, end)) ||
    new RegExp(`^\\s+(?:sich\\s+)?(?:${pronouns})(?!\\p{L})`, 'u').test(text.slice(end, end + 16)) ||
    new RegExp(`(?<!\\p{L})(?:${pronouns})\\s+(?:\\p{Ll}+\\s+)?$`, 'iu').test(
      text.slice(Math.max(0, start - 24), start),
    )
  return near(others) && !near(own)
}
