import { posAsset } from './pos-asset.ts'
import { loadTagger, type Tagger } from './tagger.ts'

let loaded: Tagger | undefined

/** The tagger for English, unpacked on first use (about 20 ms, once). Its card is docs/notes/pos-tagger.md. */
export function englishTagger(): Tagger {
  loaded ??= loadTagger(bytesOf(posAsset))
  return loaded
}

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}
