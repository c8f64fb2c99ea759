import { strToU8, Zip, ZipDeflate } from 'fflate'

export type ZippedFile = {
  readonly name: string
  readonly pieces: AsyncIterable<string> | Iterable<string | Uint8Array>
}

/**
 * Files as one ZIP archive (APPNOTE 6.3), in chunks as they are requested. Every file gets the time `at`, so that the same
 * content gives the same bytes.
 */
export async function* zipPieces(files: Iterable<ZippedFile>, at: Date): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(new Uint8Array(chunk))
  })
  const taken = () => {
    const chunks = ready
    ready = []
    return chunks
  }
  for (const { name, pieces } of files) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = at
    zip.add(file)
    for await (const piece of pieces) {
      file.push(typeof piece === 'string' ? strToU8(piece) : piece)
      yield* taken()
    }
    file.push(new Uint8Array(), true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
