import { readFileSync } from 'node:fs'

/** `all` is the whole file: the line of the header and the body. */
export type Model<Header> = { readonly header: Header; readonly body: Uint8Array; readonly all: Uint8Array }

/**
 * Reads a model that is shipped beside the code: a line of JSON with `bytes`, the number of bytes after that line, then those bytes.
 * Throws when the file is missing or has another size, because the program is then not installed completely.
 */
export function readModel<Header>(file: URL): Model<Header> {
  const all = readFileSync(file)
  const lineEnd = all.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(all.subarray(0, Math.max(0, lineEnd))) || '{}')
  const body = all.subarray(lineEnd + 1)
  if (header.bytes !== body.length)
    throw new Error(
      `${file.pathname} is incomplete: ${body.length} bytes, not ${header.bytes}. Install Twosource again.`,
    )
  return { header, body, all }
}
