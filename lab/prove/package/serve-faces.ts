import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'

/** Serves what answers programs on a free port of loopback. */
export async function serveFaces(
  answer: (request: Request, env: unknown) => Response | Promise<Response> | undefined,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const fetch = (request: Request, env: unknown) => answer(request, env) ?? new Response(null, { status: 404 })
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
