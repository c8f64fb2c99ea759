import type { OperationOutcome } from '../operations/run-for-program.ts'

/** An answer in JSON. */
export function told(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return toldText(JSON.stringify(body), status, headers)
}

/** The same of what is JSON already. */
export function toldText(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
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

/** What went wrong, in the shape clients read. */
export function problem(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return told({ error_message: message }, status, headers)
}

/** Done, with nothing to say. */
export function nothing(): Response {
  return new Response(null, { status: 204 })
}

/** There is nothing of that kind and number. */
export function notThere(): Response {
  return problem(404, 'Resource Not Found')
}

/** Answers with what an operation told, or with why it was not carried out. */
export function answered<View>(
  carried: OperationOutcome<View>,
  done: (view: Exclude<View, undefined>) => Response | Promise<Response>,
): Response | Promise<Response> {
  switch (carried.kind) {
    case 'done':
      return done(carried.view)
    case 'not-there':
      return notThere()
    case 'not-permitted':
      return problem(403, carried.message)
    case 'unusable':
      return problem(400, carried.message)
  }
}

/** The same for an operation that tells nothing when it is done: that nothing came of it is no sign of something missing. */
export function acted<View>(
  carried: OperationOutcome<View>,
  done: () => Response | Promise<Response> = nothing,
): Response | Promise<Response> {
  return carried.kind === 'not-there' ? done() : answered(carried, done)
}
