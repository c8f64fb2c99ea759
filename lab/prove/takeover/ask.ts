import { request } from 'node:http'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly location: string
  readonly cookies: readonly string[]
}

const LONGEST_MS = 20_000
/** Of a stream that continues no more than its beginning is wanted. */
const STREAM_MS = 300

/** Asks with headers as they are given, Host too; a body is sent as a form or as JSON. Ends a stream after its beginning. */
export function ask(
  origin: string,
  path: string,
  given: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = given
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, origin),
      { method, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        let text = ''
        const done = () => {
          asked.destroy()
          const { location = '', 'set-cookie': cookies = [] } = answer.headers
          resolve({ status: answer.statusCode ?? 0, body: text, location, cookies })
        }
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.once('end', done)
        if (answer.headers['content-type']?.startsWith('text/event-stream')) setTimeout(done, STREAM_MS)
      },
    )
    asked.setTimeout(LONGEST_MS, () => asked.destroy(new Error(`No answer: ${origin}${path}`)))
    asked.once('error', reject)
    asked.end(body)
  })
}
