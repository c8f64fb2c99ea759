import type { Reader } from '../reader.ts'
import { readerMark } from '../reader-mark.ts'
import { hidden } from './forms.ts'
import type { Html } from './html.ts'

/** Records in a form for the reader's own words whose page it is on: somebody else may sign in in another window before it is sent. */
export function writerField({ identity }: Reader): Html {
  return hidden('writer', readerMark(identity))
}
