import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** A server whose pages mean no good. Reached as `localhost` it is another site, as `127.0.0.1` another origin of the same. */
export async function openAttacker() {
  const server = createServer((_asked, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html', 'referrer-policy': 'unsafe-url' })
    answer.end('<!doctype html><title>elsewhere</title><body></body>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Attack = { readonly address: string; readonly fields: readonly (readonly [string, string])[] }

const script = fileURLToPath(new URL('./in-page.js', import.meta.url))

/** From the page that is open: each address by forms of every encoding, by fetch, and by a beacon. Answers how many were sent. */
export async function postFrom(page: Page, attacks: readonly Attack[]): Promise<number> {
  await page.addScriptTag({ path: script })
  return page.evaluate(`postAll(${JSON.stringify(attacks)})`)
}

/** From the page that is open: each address as a picture, a frame, a sheet, a script, a prefetch and a fetch. */
export async function loadFrom(page: Page, addresses: readonly string[]): Promise<number> {
  await page.addScriptTag({ path: script })
  return page.evaluate(`loadAll(${JSON.stringify(addresses)})`)
}
