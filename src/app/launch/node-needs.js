// @ts-check
/** The oldest Node that runs Twosource: it strips types and has all APIs we use. */
export const oldestNode = '24.12'

/** The V8 flag of the product: size of the young generation (docs/notes/memory.md). Only the command line can set it. */
export const productFlags = Object.freeze(['--max-semi-space-size=4'])

/** V8's heap grows to one and a half times what is in use, not to four times. Set once Node has loaded its own modules (docs/notes/speed.md). */
export const heapGrowthFlag = '--heap-growing-percent=50'

/**
 * Whether a Node of this version runs Twosource.
 * @param {string} version with or without a `v`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = numbersOf(version)
  const [oldestMajor = 0, oldestMinor = 0] = numbersOf(oldestNode)
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)
}

/** @param {string} version */
function numbersOf(version) {
  return version.replace(/^v/, '').split('.').map(Number)
}
