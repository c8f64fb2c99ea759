/** Kinds of problems, each named like the last part of its documentation URL. */
export const problemKinds = {
  'unreadable-request': { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'A token is needed' },
  'not-permitted': { status: 403, title: 'This token may not ask for that' },
  'not-there': { status: 404, title: 'There is no such thing' },
  'no-such-method': { status: 405, title: 'Not with this method' },
  'too-large': { status: 413, title: 'The body is too large' },
  'not-this-kind': { status: 415, title: 'A body of another kind is needed' },
  'no-such-range': { status: 416, title: 'There are no such bytes' },
  'unusable-input': { status: 422, title: 'The input cannot be used' },
  'too-many': { status: 429, title: 'Too many requests' },
  failed: { status: 500, title: 'Something went wrong here' },
  busy: { status: 503, title: 'Too busy just now' },
  unconfirmed: { status: 503, title: 'Not known whether it was saved' },
  full: { status: 507, title: 'No room left to keep it' },
  damaged: { status: 500, title: 'Part of the database is damaged' },
  'file-gone': { status: 507, title: 'The database file is gone' },
  'outlet-failed': { status: 502, title: 'The outlet did not answer with a picture' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly title: string }>>
export type ProblemKind = keyof typeof problemKinds

/** A problem document (RFC 9457). For invalid input it lists each field with what is wrong. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
  /** For internal errors: what to search for in the log. */
  readonly reference?: string
}

const referencePath = '/api'

/** A problem with its type where the reference is: below the public URL, when that has a path. */
export async function problemBelow(answer: Response, baseUrl: string | undefined): Promise<Response> {
  const path = baseUrl === undefined ? '/' : new URL(baseUrl).pathname
  if (path === '/' || answer.headers.get('Content-Type') !== 'application/problem+json') return answer
  const told = (await answer.json()) as Problem
  return new Response(JSON.stringify({ ...told, type: path + told.type }), answer)
}

export function problem(
  kind: ProblemKind,
  more: Pick<Problem, 'detail' | 'errors' | 'reference'> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { status, title } = problemKinds[kind]
  const told: Problem = { type: `${referencePath}#${kind}`, title, status, ...more }
  return new Response(JSON.stringify(told), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  })
}
