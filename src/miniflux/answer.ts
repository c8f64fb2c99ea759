import type { OperationOutcome } from '../operations/run-for-program.ts'

export function jsonResponse(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonTextResponse(JSON.stringify(body), status, headers)
}

/** The same for text that is already JSON. */
export function jsonTextResponse(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
  })
}

/** An error in the shape clients read. */
export function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse({ error_message: message }, status, headers)
}

/** Success without content. */
export function noContent(): Response {
  return new Response(null, { status: 204 })
}

export function notFound(): Response {
  return problem(404, 'Resource Not Found')
}

/** Responds with an operation's view, or with why it failed. */
export function viewResponse<View>(
  carried: OperationOutcome<View>,
  done: (view: Exclude<View, undefined>) => Response | Promise<Response>,
): Response | Promise<Response> {
  switch (carried.kind) {
    case 'done':
      return done(carried.view)
    case 'not-there':
      return notFound()
    case 'not-permitted':
      return problem(403, carried.message)
    case 'unusable':
      return problem(400, carried.message)
  }
}

/** The same for operations that return nothing on success, so an absent view doesn't mean 404. */
export function doneResponse<View>(
  carried: OperationOutcome<View>,
  done: () => Response | Promise<Response> = noContent,
): Response | Promise<Response> {
  return carried.kind === 'not-there' ? done() : viewResponse(carried, done)
}
