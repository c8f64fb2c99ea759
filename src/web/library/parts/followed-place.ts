import type { Follow, Mute } from '../../../core/marks.ts'
import { followedPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** The page of a followed or muted subject; undefined for a word, which has none. */
export function placeOfMark({ kind, target }: Pick<Follow | Mute, 'kind' | 'target'>): string | undefined {
  return kind === 'word' ? undefined : followedPath(kind, target)
}

/** The kind of a subject: ids distinguish persons from places. */
export function kindOfMark({ kind, target }: Pick<Follow | Mute, 'kind' | 'target'>, reader: Reader): string {
  const { kinds } = reader.words.mine
  if (kind !== 'entity') return kinds[kind]
  const named = target.slice(0, target.indexOf(':'))
  return named === 'organization' || named === 'place' ? kinds[named] : kinds.person
}
