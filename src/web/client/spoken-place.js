// How far a page was heard, stored on this device only, to resume there.

const setting = 'twosource-heard'
const mostPlaces = 50

/**
 * How far this page was heard: a sentence and how it begins, or seconds of a recording.
 * @typedef {{ at: number, text: string }} Place
 */

/**
 * @param {string} kind
 * @returns {Place | undefined}
 */
export function heardPlace(kind) {
  return places().find(([key]) => key === keyOf(kind))?.[1]
}

/**
 * Stores a place, or deletes it.
 * @param {string} kind
 * @param {Place | undefined} place
 */
export function noteHeard(kind, place) {
  const key = keyOf(kind)
  const others = places().filter(([other]) => other !== key)
  const all = place ? [.../** @type {[string, Place][]} */ ([[key, place]]), ...others] : others
  localStorage.setItem(setting, JSON.stringify(all.slice(0, mostPlaces)))
}

/** @param {string} kind */
function keyOf(kind) {
  return `${kind} ${location.pathname}`
}

/** @returns {[string, Place][]} */
function places() {
  try {
    const kept = JSON.parse(localStorage.getItem(setting) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => Array.isArray(one) && typeof one[1]?.at === 'number') : []
  } catch {
    return []
  }
}
