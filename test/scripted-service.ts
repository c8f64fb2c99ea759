import { serve } from './loopback-server.ts'

/** What a service outside got. */
export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A service on loopback that takes what it is sent, keeps it, and answers as told; a token and an id to whoever asks. */
export async function scriptedService() {
  const got: Asked[] = []
  let status = 200
  let headers: Readonly<Record<string, string>> = {}
  const url = await serve((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      got.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks).toString(),
      })
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(JSON.stringify({ access_token: 'token-1', id: 'bookmark-1' }))
    })
  })
  return {
    url,
    got,
    answer(next: number, fields: Readonly<Record<string, string>> = {}) {
      status = next
      headers = fields
    },
  }
}
