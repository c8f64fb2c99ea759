import { readProgramBody } from '../operations/program-body.ts'

/** Ten thousand ids in their longest form need less. */
const maxFormBytes = 2_000_000

/** The parameters of query and body together; a name may occur several times. */
export type Parameters = {
  /** The last value of a name, so that the body overrides the query. */
  one(name: string): string | undefined
  all(name: string): readonly string[]
}

type ParametersRead =
  | { readonly kind: 'read'; readonly parameters: Parameters }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable'; readonly message: string }

/** Reads the query, and a body with form fields or JSON. */
export async function readParameters(request: Request): Promise<ParametersRead> {
  const query = new URL(request.url).searchParams
  const body = await readBody(request, maxFormBytes)
  if (body === undefined) return { kind: 'too-large' }
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  const fields = type.includes('json') ? jsonFields(body) : formFields(body, type)
  if (fields === undefined) return { kind: 'unreadable', message: 'The body cannot be read' }
  const byName = Map.groupBy([...query, ...fields], ([name]) => name)
  const all = (name: string) => byName.get(name)?.map(([, value]) => value) ?? []
  return { kind: 'read', parameters: { all, one: (name) => all(name).at(-1) } }
}

type Fields = readonly (readonly [string, string])[]

function formFields(body: string, type: string): Fields | undefined {
  if (type.includes('multipart')) return multipartFields(body, type)
  // Some clients send only a file, of another type: it has none of our fields.
  return [...new URLSearchParams(body)]
}

/** Multipart form fields without files, as some web clients send them. */
function multipartFields(body: string, type: string): Fields | undefined {
  const boundary = /boundary="?([^";]{1,70})"?/.exec(type)?.[1]
  if (boundary === undefined) return undefined
  // The content type was lowercased, so the boundary is compared without case.
  const parts = body.split(new RegExp(`\\r?\\n?--${boundary.replace(/[^\w]/g, '\\$&')}(?:--)?\\r?\\n?`, 'i'))
  return parts.flatMap((part) => {
    const head = part.split(/\r?\n\r?\n/, 1)[0] ?? ''
    const name = /^content-disposition:.*?\bname="([^"]*)"/im.exec(head)?.[1]
    return name === undefined ? [] : [[name, part.slice(head.length).replace(/^\r?\n\r?\n/, '')] as const]
  })
}

function jsonFields(body: string): Fields | undefined {
  if (body.trim() === '') return []
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
      typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean'
        ? [[name, String(each)] as const]
        : [],
    ),
  )
}

/** A request's text of at most `mostBytes`; undefined if it's longer. Throws if the connection ends early. */
export async function readBody(request: Request, mostBytes: number): Promise<string | undefined> {
  const read = await readProgramBody(request, mostBytes)
  switch (read.kind) {
    case 'read':
      return new TextDecoder().decode(read.bytes)
    case 'too-large':
      return undefined
    case 'cut-off':
      throw new Error('The connection ended before the body did')
  }
}
