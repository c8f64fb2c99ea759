import { readProgramBody } from '../operations/program-body.ts'

/** Names and values of a request; a name without a value is present and empty. */
export type Arguments = ReadonlyMap<string, string>

type FeverRequest =
  | { readonly kind: 'read'; readonly given: Arguments; readonly key: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' }

const mostBytes = 256_000

/**
 * Reads a request of Fever v3: its arguments may be in the URL, the form or both; the key only in the form, so that no proxy
 * logs it.
 */
export async function readFeverRequest(request: Request): Promise<FeverRequest> {
  const given = new Map(new URL(request.url).searchParams)
  const form = await readForm(request)
  if (form.kind !== 'read') return form
  for (const [name, value] of form.fields) given.set(name, value)
  return { kind: 'read', given, key: form.fields.get('api_key') ?? '' }
}

async function readForm(
  request: Request,
): Promise<{ readonly kind: 'read'; readonly fields: Arguments } | Exclude<FeverRequest, { readonly kind: 'read' }>> {
  const body = await readProgramBody(request, mostBytes)
  if (body.kind === 'too-large') return body
  if (body.kind === 'cut-off') return { kind: 'unreadable' }
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type))
    return { kind: 'read', fields: new Map(new URLSearchParams(new TextDecoder().decode(body.bytes))) }
  const parts = await new Response(body.bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
  if (!parts) return { kind: 'unreadable' }
  return {
    kind: 'read',
    fields: new Map([...parts].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))),
  }
}
