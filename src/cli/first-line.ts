/** The first line of what comes in, without its end. Of a line that is longer than `most` bytes what was read by then: too much. */
export async function firstLine(input: AsyncIterable<Uint8Array | string>, most: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input) {
    const bytes = Buffer.from(piece)
    pieces.push(bytes)
    length += bytes.length
    if (bytes.includes(0x0a) || length > most) break
  }
  return Buffer.concat(pieces).toString('utf8').split(/\r?\n/)[0] ?? ''
}
