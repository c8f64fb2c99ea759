import { request } from 'node:http'

/** Asks for a page, or sends a form, on a connection of its own; nothing is followed. */
export function askPage(
  address: string,
  form?: URLSearchParams,
): Promise<{ readonly status: number; readonly text: string }> {
  const { origin } = new URL(address)
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      agent: false,
      method: form ? 'POST' : 'GET',
      headers: form ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {},
    })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }))
    })
    asked.end(form?.toString())
  })
}
