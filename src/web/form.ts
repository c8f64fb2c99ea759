import type { Context } from 'hono'
import type { Reader } from './reader.ts'
import { readerMark } from './reader-mark.ts'

/** The fields of a form by name, each with its values in order. */
export type Form = ReadonlyMap<string, readonly (string | File)[]>

/** The fields of a form; undefined when the body is no form. */
export async function readForm(context: Context): Promise<Form | undefined> {
  // The body is the outside world's: one that does not parse is an answer, not a crash.
  const data = await context.req.formData().catch(() => undefined)
  if (!data) return undefined
  const form = new Map<string, (string | File)[]>()
  for (const [name, value] of data) {
    const values = form.get(name)
    if (values) values.push(value)
    else form.set(name, [value])
  }
  return form
}

/** The first value of a field; undefined when the form has none that is text. */
export function text(form: Form, name: string): string | undefined {
  return texts(form, name)[0]
}

/** All values of a field that are text. */
export function texts(form: Form, name: string): readonly string[] {
  return (form.get(name) ?? []).filter((value) => typeof value === 'string')
}

/** True where a form stood on the page of another reader than who sends it now; one that does not say is theirs. */
export function isOfAnother(form: Form, { identity }: Pick<Reader, 'identity'>): boolean {
  const writer = text(form, 'writer')
  return writer !== undefined && writer !== readerMark(identity)
}
