/** The first line of the input, without its line break. Stops reading after `most` bytes, so a longer result means the line is too long. */
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
