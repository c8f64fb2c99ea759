import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'

/**
 * Refuses a request that names two hosts (RFC 9112 §3.2): Node takes the first, and a proxy in front may have taken the other. Call it
 * after all listeners are attached.
 */
export function refuseTwoHosts(server: Server): void {
  const answerers = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (countHosts(request) > 1) response.writeHead(400, { Connection: 'close' }).end()
    else for (const answer of answerers) answer(request, response)
  })
}

function countHosts({ rawHeaders }: IncomingMessage): number {
  let hosts = 0
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (rawHeaders[at]?.length === 4 && rawHeaders[at]?.toLowerCase() === 'host') hosts += 1
  return hosts
}
