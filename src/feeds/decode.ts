import iconv from 'iconv-lite'
import { detect } from 'jschardet'
import { type Decoded, decodeCommon, type RareEncodings } from './decode-common.ts'

/** The detector gets this many bytes: it is slow, and more bytes do not make it more accurate. */
const DETECT_BYTES = 32_768

const rareEncodings: RareEncodings = {
  decodeAs(bytes, name) {
    if (!iconv.encodingExists(name)) return undefined
    try {
      return iconv.decode(bytes, name)
    } catch {
      return undefined
    }
  },
  detected(bytes) {
    const first = bytes.findIndex((byte) => byte > 127)
    const from = Math.max(0, first - 256)
    try {
      const guess = detect(bytes.subarray(from, from + DETECT_BYTES))
      return guess.encoding?.toLowerCase() ?? 'windows-1252'
    } catch {
      return 'windows-1252'
    }
  },
}

/** Turns the bytes of a feed or page into text in any encoding (see `decodeCommon`). Never throws. */
export function decode(bytes: Uint8Array, contentType = ''): Decoded {
  const decoded = decodeCommon(bytes, contentType, rareEncodings)
  if (!decoded) throw new Error('Rare encodings were at hand and were asked for')
  return decoded
}
