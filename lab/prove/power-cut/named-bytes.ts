/** Bytes that are told by their name: whoever finds a file can say whether it is whole. */
export function bytesNamed(name: string): Uint8Array {
  return Buffer.from(`${name} `.repeat(3000))
}
