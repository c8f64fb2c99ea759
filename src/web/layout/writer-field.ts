import type { Reader } from '../reader.ts'
import { readerMark } from '../reader-mark.ts'
import { hidden } from './forms.ts'
import type { Html } from './html.ts'

/** Says in a form for words of one's own whose page it stands on: somebody else may sign in in another window before it is sent. */
export function writerField({ identity }: Reader): Html {
  return hidden('writer', readerMark(identity))
}
