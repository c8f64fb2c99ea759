import type { Context } from 'hono'
import { type Reader, readerMark } from './reader.ts'

/** The fields of a form by name, each with its values in order. */
export type Form = ReadonlyMap<string, readonly (string | File)[]>

/** The fields of a form; undefined when the body isn't a form. */
export async function readForm(context: Context): Promise<Form | undefined> {
  // The body comes from outside: an unparsable one gets an answer and must not throw.
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

/** The first text value of a field; undefined when there is none. */
export function text(form: Form, name: string): string | undefined {
  return texts(form, name)[0]
}

export function texts(form: Form, name: string): readonly string[] {
  return (form.get(name) ?? []).filter((value) => typeof value === 'string')
}

/** True when a form comes from a page of another reader than its sender; a form without a reader belongs to its sender. */
export function isOfOtherReader(form: Form, { identity }: Pick<Reader, 'identity'>): boolean {
  const writer = text(form, 'writer')
  return writer !== undefined && writer !== readerMark(identity)
}
