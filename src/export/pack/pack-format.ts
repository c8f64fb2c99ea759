/** Raised with each change of what a pack contains that an older `verify` would misread. */
export const packFormat = 'twosource-pack/1'
/** The same for a text that was checked. */
export const checkFormat = 'twosource-check/1'
/** The same for a snapshot of data. */
export const dataFormat = 'twosource-data/1'
/** The text that was checked; findings cite it by this name. */
export const checkedFile = 'text.txt'
export const manifestFile = 'manifest.json'
/** The one file that the manifest doesn't list: the manifest's own SHA-256, as `sha256sum` writes it. */
export const digestFile = 'manifest.sha256'

/** The SHA-256 of some bytes, in hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
